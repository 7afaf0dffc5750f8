// SPDX-License-Identifier: GPL-3.0-or-later

/// What a change is about.
public enum ChangeSubject: String, CaseIterable, Sendable {
  /// The plan as a whole.
  case plan
  /// A section.
  case section
  /// An action.
  case action
  /// An indicator.
  case indicator
}

/// A section, an action or an indicator of one edition, as a change names it.
public struct DiffItem: Hashable, Sendable {
  /// Its `id` in that edition.
  public var id: String
  /// The plan's own reference.
  public var ref: String?
  /// The action's text, the section's title or the indicator's measure.
  public var text: String
  /// The `id` of the section it stands in.
  public var section: String?
  /// Where it stands in words, such as `page 3, table 2, row 4`.
  public var place: String?

  /// An item of an edition.
  public init(id: String, ref: String? = nil, text: String, section: String? = nil, place: String? = nil) {
    self.id = id
    self.ref = ref
    self.text = text
    self.section = section
    self.place = place
  }
}

/// One difference between two editions.
public struct PlanChange: Hashable, Sendable {
  /// What kind of change.
  public var kind: ChangeKind
  /// What it is about.
  public var subject: ChangeSubject
  /// The items of the old edition: none for what was added, several for what was merged.
  public var old: [DiffItem]
  /// The items of the new edition: none for what was dropped, several for what was split.
  public var new: [DiffItem]
  /// The canonical field, such as `timescale` or `milestones`; nil where the item as a whole is meant.
  public var field: String?
  /// Which part of the field: the milestone's or measure's words, the period of a reading, the heading of a column.
  public var part: String?
  /// The old value, as printed.
  public var before: String?
  /// The new value, as printed.
  public var after: String?
  /// For texts in other words: what stayed, what came and what went.
  public var words: [WordRun]
  /// For dates: which way and how far.
  public var shift: DateShift?
  /// For ratings: which way.
  public var rating: RatingShift?
  /// For leads and contributors: who came, as printed.
  public var joined: [String]
  /// For leads and contributors: who went, as printed.
  public var left: [String]
  /// For measures, baselines, targets and actual figures: the numbers that differ.
  public var quantities: [QuantityShift]
  /// True where the plan asks for less than before: a measure dropped, or a number of a measure or target lowered.
  public var isWeaker: Bool

  /// A change, without details.
  public init(kind: ChangeKind, subject: ChangeSubject, old: [DiffItem], new: [DiffItem]) {
    self.kind = kind
    self.subject = subject
    self.old = old
    self.new = new
    words = []
    joined = []
    left = []
    quantities = []
    isWeaker = false
  }

  /// Whether it is what readers look for first: a deadline that slipped.
  public var isSlippedDeadline: Bool { kind == .deadlineChanged && shift?.isSlip == true }

  /// Whether a rating became worse.
  public var isRegression: Bool { rating?.direction == .regressed }
}
