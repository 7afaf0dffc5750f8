// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanSchema

/// An action with everything that a reader of a register wants in its row, in words.
package struct RegisterRow: Sendable {
  /// The authority's name; the document's name where it has none.
  package let authority: String
  /// Name of the document's file.
  package let document: String
  /// The headings above it, outermost first, joined by ` › `.
  package let sectionPath: String
  /// The plan's own reference.
  package let ref: String?
  /// What is to be done.
  package let text: String
  /// Who leads, a party an entry, with the words of its column where a plan has several kinds of lead.
  package let leads: [String]
  /// Who takes part.
  package let contributors: [String]
  /// From when.
  package let start: When?
  /// By when.
  package let deadline: When?
  /// The action's rating.
  package let rating: Rating?
  /// How success shows.
  package let successMeasures: [String]
  /// Steps, each with its words.
  package let milestones: [String]
  /// Progress reports, each with its date.
  package let updates: [String]
  /// Where it stands.
  package let source: Source

  /// The rows of a plan, an action each, in document order.
  package static func rows(of plan: CanonicalPlan) -> [RegisterRow] {
    let paths = SectionPaths(plan.sections)
    return plan.actions.map { RegisterRow($0, of: plan, paths: paths) }
  }

  private init(_ action: Action, of plan: CanonicalPlan, paths: SectionPaths) {
    authority = plan.plan.authority?.name ?? plan.document.file
    document = plan.document.file
    sectionPath = paths.path(of: action.section)
    ref = action.ref
    text = action.text
    leads = action.leads.map(\.text)
    contributors = action.contributors.map(\.text)
    start = action.start
    deadline = action.timescale
    rating = action.rating
    successMeasures = action.successMeasures
    milestones = action.milestones.map(\.text)
    updates = action.updates.map { RegisterRow.words(of: $0) }
    source = action.source
  }

  /// An update in one text: its date, its words and its rating, as far as it has them.
  private static func words(of update: Update) -> String {
    let rating = update.rating.flatMap { $0.text ?? $0.status.label }
    let words = [update.text, rating].compactMap(\.self).joined(separator: " – ")
    guard let date = update.asOf?.text else { return words }
    return words.isEmpty ? date : date + ": " + words
  }
}
