// SPDX-License-Identifier: GPL-3.0-or-later

/// One action of the plan.
public struct Action: Codable, Hashable, Sendable {
  /// Stable within the document and across runs.
  public var id: String
  /// The plan's own reference, absent where it numbers nothing.
  public var ref: String?
  /// The innermost section's `id`.
  public var section: String?
  /// For a sub-action: the `id` of the action it stands under.
  public var parent: String?
  /// What is to be done.
  public var text: String
  /// Who leads.
  public var leads: [Party]
  /// Who else takes part.
  public var contributors: [Party]
  /// The forum that drives it.
  public var group: String?
  /// By when.
  public var timescale: When?
  /// From when, where the plan has a column for it.
  public var start: When?
  /// How success shows, one item per bullet or paragraph.
  public var successMeasures: [String]
  /// Steps on the way, with their dates.
  public var milestones: [Milestone]
  /// Progress reports.
  public var updates: [Update]
  /// Status of the action as a whole.
  public var rating: Rating?
  /// How it is monitored and evaluated.
  public var monitoring: String?
  /// Evidence.
  public var evidence: String?
  /// Resources, cost, funding.
  public var resources: String?
  /// Risks and mitigation.
  public var risks: String?
  /// Columns with no canonical role, by their heading, in document order.
  public var other: [OtherField]
  /// Where it stands.
  public var source: Source

  /// An action with its text.
  public init(id: String, text: String, source: Source = Source()) {
    self.id = id
    self.text = text
    leads = []
    contributors = []
    successMeasures = []
    milestones = []
    updates = []
    other = []
    self.source = source
  }
}

/// A column with no canonical role: its heading and what the action's cell says. In JSON all of an action's fields of
/// this kind are one object, a heading a key.
public struct OtherField: Codable, Hashable, Sendable {
  /// The column's heading.
  public var heading: String
  /// The cell's words.
  public var text: String

  /// A field by its heading.
  public init(heading: String, text: String) {
    self.heading = heading
    self.text = text
  }
}

/// A step on the way.
public struct Milestone: Codable, Hashable, Sendable {
  /// The words, the date included.
  public var text: String
  /// By when.
  public var due: When?
  /// Its own status.
  public var rating: Rating?
  /// Where it stands.
  public var source: Source

  /// A milestone.
  public init(text: String, due: When? = nil, rating: Rating? = nil, source: Source = Source()) {
    self.text = text
    self.due = due
    self.rating = rating
    self.source = source
  }
}

/// A progress report.
public struct Update: Codable, Hashable, Sendable {
  /// The date that the column or the text gives.
  public var asOf: When?
  /// The words.
  public var text: String?
  /// A rating at that date.
  public var rating: Rating?
  /// Where it stands.
  public var source: Source

  /// An update.
  public init(asOf: When? = nil, text: String? = nil, rating: Rating? = nil, source: Source = Source()) {
    self.asOf = asOf
    self.text = text
    self.rating = rating
    self.source = source
  }
}
