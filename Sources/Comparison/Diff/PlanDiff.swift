// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// One of the two editions.
public struct DiffEdition: Hashable, Sendable {
  /// The file's name.
  public var file: String
  /// The plan's title.
  public var title: String?
  /// The authority's name.
  public var authority: String?
  /// The date of the edition, as printed.
  public var date: String?
  /// Number of sections.
  public var sections: Int
  /// Number of actions.
  public var actions: Int
  /// Number of indicators.
  public var indicators: Int

  /// What a plan says about itself.
  public init(_ plan: CanonicalPlan) {
    file = plan.document.file
    title = plan.plan.title
    authority = plan.plan.authority?.name
    date = plan.plan.date?.text
    sections = plan.sections.count
    actions = plan.actions.count
    indicators = plan.indicators.count
  }
}

/// The differences between two editions of one plan.
///
///     let diff = PlanDiff(from: oldPlan, to: newPlan)
///     for change in diff.changes where change.isSlippedDeadline { print(change.new[0].text, change.shift?.words ?? "") }
///
/// Actions, sections and indicators are matched by their text, their other fields, their reference and their place
/// together, because references shift when something is dropped and texts are reworded. Differences in white space, letter
/// case and punctuation, and other ways to write the same date, are no changes; ``PlanDiff/formal`` counts them.
public struct PlanDiff: Hashable, Sendable {
  /// The old edition.
  public var old: DiffEdition
  /// The new edition.
  public var new: DiffEdition
  /// The changes: those of the plan, of its sections, of its actions, of its indicators; each in document order of the
  /// new edition, what was dropped after that in the order of the old one.
  public var changes: [PlanChange]
  /// Number of actions of the old edition that are in the new one without any change.
  public var unchangedActions: Int
  /// Number of texts that differ only in white space, letter case or punctuation, and of dates only written in another
  /// way.
  public var formal: Int

  /// Whether the editions say the same.
  public var isEmpty: Bool { changes.isEmpty }

  /// Compares two editions.
  public init(from old: CanonicalPlan, to new: CanonicalPlan) {
    var differ = PlanDiffer(old: old, new: new)
    differ.run()
    self.old = DiffEdition(old)
    self.new = DiffEdition(new)
    changes = differ.changes
    unchangedActions = differ.unchangedActions
    formal = differ.formal
  }
}
