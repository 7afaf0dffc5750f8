// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

/// One converted document: the canonical plan, version 1.0.
///
/// Values are what the document says; a field whose value it does not give is nil or empty and absent from the output.
public struct CanonicalPlan: Hashable, Sendable {
  /// Version of the contract that this value follows.
  public static let currentSchemaVersion = "1.0"

  /// Version of the contract, `1.0`.
  public var schemaVersion: String
  /// What was read, and how.
  public var document: DocumentInfo
  /// What the plan says about itself.
  public var plan: PlanInfo
  /// What an inspection report says; of a plan, what it quotes of the inspection that it answers.
  public var inspection: Inspection?
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

extension CanonicalPlan: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    let version: String = try json.required("schemaVersion", of: node)
    self.init(document: try json.required("document", of: node))
    schemaVersion = version
    plan = try json.required("plan", of: node)
    inspection = try json.optional("inspection", of: node)
    sections = try json.list("sections", of: node)
    actions = try json.list("actions", of: node)
    indicators = try json.list("indicators", of: node)
    groups = try json.list("groups", of: node)
    glossary = try json.list("glossary", of: node)
    narrative = try json.list("narrative", of: node)
    unplaced = try json.list("unplaced", of: node)
    furniture = try json.list("furniture", of: node)
    findings = try json.list("findings", of: node)
  }
}
