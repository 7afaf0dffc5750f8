// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import PlanSchema

/// Turns a source document into a canonical plan.
///
/// No rule names an authority, a file or a sentence of a plan: every decision rests on evidence that any plan can give.
public struct Normaliser: Sendable {
  /// A normaliser.
  public init() {}

  /// Reads the plan that a document holds.
  ///
  /// Every word of the document is placed in the plan: in a field, in `narrative`, in `furniture` or in `unplaced`.
  ///
  /// - Parameters:
  ///   - source: the document, its pages already read into blocks.
  ///   - info: what was read and how; it becomes the plan's `document`.
  public func normalise(_ source: SourceDocument, info: DocumentInfo) -> Normalisation {
    let reading = Reading(text: source.text)
    if let report = InspectionReader(source, reading: reading) {
      var plan = CanonicalPlan(document: info)
      report.read(into: &plan)
      return finish(plan, source, reading, tablesAreNarrative: true)
    }
    let document = FlattenedTables(reading: reading).repaired(source)
    var reader = DocumentReader(reading: reading)
    reader.readTitle(document)
    reader.read(document)
    var raw = reader.takePlan()
    // An action is what is to be done: a record without a word of it is none, and the sweep finds what it had.
    raw.keepActions { reading.holdsWord($0) }
    ReferenceResolver(reading: reading).resolve(&raw.actions)
    SectionPruning(reading: reading).prune(&raw)
    var plan = CanonicalPlan(document: info)
    let (title, hasActions) = (raw.title, !raw.actions.isEmpty)
    var assembler = PlanAssembler(reading: reading, raw: consume raw)
    assembler.assemble(into: &plan)
    // After the fields: words that one of them took are the title's too, but placed once.
    PlanIdentity(reading: reading).read(document, title: title, hasActions: hasActions, into: &plan.plan)
    QuotedAreas(reading: reading).read(document, into: &plan)
    return finish(plan, document, reading, tablesAreNarrative: false)
  }

  /// Sweeps up what no field took and closes the account.
  private func finish(
    _ fields: CanonicalPlan, _ document: SourceDocument, _ reading: Reading, tablesAreNarrative: Bool
  ) -> Normalisation {
    var plan = fields
    Sweep(reading: reading, tablesAreNarrative: tablesAreNarrative).sweep(document, into: &plan)
    plan.furniture = reading.furniture
    return Normalisation(
      plan: plan, explanation: reading.explanation, ledger: LedgerSummary(reading.ledger, text: document.text))
  }
}

/// A plan with the reasons for it and the account of its words.
public struct Normalisation: Sendable {
  /// The plan.
  public var plan: CanonicalPlan
  /// Why each table and column was read as it was.
  public var explanation: Explanation
  /// Where the document's words went.
  public var ledger: LedgerSummary
}
