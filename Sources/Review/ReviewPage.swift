// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import HTMLPages
public import PlanSchema

/// A page on which a person checks a conversion: the source on the left, the records read from it on the right.
///
/// It is one file, loads nothing and works without a network. Corrections that are typed into it are saved as a patch
/// file (see ``Patch``).
public struct ReviewPage: Sendable {
  /// The plan that was read.
  public var plan: CanonicalPlan
  /// The document that it was read from, as blocks.
  public var document: SourceDocument
  /// The document as its reader gave it: with pages of placed words, where the format has them.
  public var drawn: SourceDocument

  /// A page for a plan and its document.
  public init(plan: CanonicalPlan, document: SourceDocument, drawn: SourceDocument) {
    self.plan = plan
    self.document = document
    self.drawn = drawn
  }

  /// The page as HTML.
  ///
  /// - Throws: ``HTMLTemplateError``, which would be an error of the program.
  public func html() throws(HTMLTemplateError) -> String {
    let places = SourcePlaces(document)
    let records = PlacedRecords(plan: plan, source: places)
    var left = ""
    SourceView(document: document, drawn: drawn, places: places, uses: records.uses).write(to: &left)
    var right = ""
    RecordsView(plan: plan, entries: records.entries).write(to: &right)
    let unplaced = plan.unplaced.count
    let values: [String: any Sendable] = [
      "name": plan.document.file, "sha256": plan.document.sha256, "unplaced": unplaced, "hasUnplaced": unplaced > 0,
      "actions": plan.actions.count, "findings": plan.findings.count, "source": left, "records": right,
    ]
    let body = try HTMLTemplate(PackageResources.review_mustache).render(values)
    return try HTMLPage(
      title: "Review of \(plan.document.file)", style: text(PackageResources.review_css), body: body,
      script: text(PackageResources.review_js)
    ).html()
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
