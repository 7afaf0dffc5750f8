// SPDX-License-Identifier: GPL-3.0-or-later

/// One converted document: the canonical plan, version 1.0.
///
/// Values are what the document says; a field whose value it does not give is nil or empty and absent from the output.
public struct CanonicalPlan: Codable, Hashable, Sendable {
  /// Version of the contract that this value follows.
  public static let currentSchemaVersion = "1.0"

  /// Version of the contract, `1.0`.
  public var schemaVersion: String
  /// What was read, and how.
  public var document: DocumentInfo
  /// What the plan says about itself.
  public var plan: PlanInfo
  /// The plan's own hierarchy, in document order.
  public var sections: [Section]
  /// The actions, in document order.
  public var actions: [Action]
  /// Measures of the indicator tables, in document order.
  public var indicators: [Indicator]
  /// Boards, workstreams and the people on them.
  public var groups: [Group]
  /// Terms with their meanings.
  public var glossary: [GlossaryEntry]
  /// Prose outside the tables.
  public var narrative: [Narrative]
  /// Table text that no rule could place.
  public var unplaced: [Unplaced]
  /// What only frames the content.
  public var furniture: [Furniture]
  /// What the reading and the validator have to say.
  public var findings: [Finding]

  /// A plan of a document, still without content.
  public init(document: DocumentInfo) {
    schemaVersion = CanonicalPlan.currentSchemaVersion
    self.document = document
    plan = PlanInfo()
    sections = []
    actions = []
    indicators = []
    groups = []
    glossary = []
    narrative = []
    unplaced = []
    furniture = []
    findings = []
  }
}

extension CanonicalPlan {
  /// Encodes the plan; unlike the lists inside its parts, those of the top level are there even when they are empty.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schemaVersion, forKey: .schemaVersion)
    try container.encode(document, forKey: .document)
    try container.encode(plan, forKey: .plan)
    try container.encodeIfPresent(sections, forKey: .sections)
    try container.encodeIfPresent(actions, forKey: .actions)
    try container.encodeIfPresent(indicators, forKey: .indicators)
    try container.encodeIfPresent(groups, forKey: .groups)
    try container.encodeIfPresent(glossary, forKey: .glossary)
    try container.encodeIfPresent(narrative, forKey: .narrative)
    try container.encodeIfPresent(unplaced, forKey: .unplaced)
    try container.encodeIfPresent(furniture, forKey: .furniture)
    try container.encodeIfPresent(findings, forKey: .findings)
  }
}
