// SPDX-License-Identifier: GPL-3.0-or-later

/// A heading of the plan's own hierarchy.
public struct Section: Codable, Hashable, Sendable {
  /// Stable within the document.
  public var id: String
  /// The `id` of the section it stands under.
  public var parent: String?
  /// What the document calls it.
  public var kind: SectionKind
  /// The plan's own number or letter, without punctuation.
  public var ref: String?
  /// The heading without its number and without the word that names its kind.
  public var title: String
  /// Outcome statements listed under the heading.
  public var outcomes: [String]
  /// Who answers for the section.
  public var leads: [Party]
  /// How success of the whole section shows, one item per bullet or paragraph.
  public var successMeasures: [String]
  /// Progress reports on the whole section.
  public var updates: [Update]
  /// Where the heading stands.
  public var source: Source

  /// A section.
  public init(
    id: String, parent: String? = nil, kind: SectionKind, ref: String? = nil, title: String, outcomes: [String] = [],
    leads: [Party] = [], successMeasures: [String] = [], updates: [Update] = [], source: Source = Source()
  ) {
    self.id = id
    self.parent = parent
    self.kind = kind
    self.ref = ref
    self.title = title
    self.outcomes = outcomes
    self.leads = leads
    self.successMeasures = successMeasures
    self.updates = updates
    self.source = source
  }
}

/// What the document calls a section.
public enum SectionKind: String, Codable, CaseIterable, Sendable {
  /// Priority, area for priority action.
  case priority
  /// Theme.
  case theme
  /// Workstream, strand.
  case workstream
  /// Proposal, recommendation.
  case proposal
  /// Objective, aim.
  case objective
  /// Area of weakness, significant concern.
  case weakness
  /// (Required) outcome.
  case outcome
  /// Anything else.
  case other
}
