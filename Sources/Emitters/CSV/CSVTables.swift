// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The tables of the CSV output, each column described once.
enum CSVTables {
  /// All tables, those that others refer to first.
  static let all: [CSVTable] = [
    plan, ratingKey, inspection, areas, inspectionTexts, inspectionParties, sections, outcomes, sectionLeads,
    sectionSuccessMeasures, sectionUpdates, actions, leads, successMeasures, milestones, updates, otherFields,
    indicators, readings, groups, members, glossary, narrative, unplaced, furniture, findings,
  ]

  static let plan = CSVTable(
    "plan", "Plans", "One row a plan: what was read, and what it says about itself.", key: ["plan"],
    columns: [
      CSVField(
        column: CSVColumn(
          name: "plan", title: "Plan", description: "Key of the plan in this folder.", isRequired: true, isUnique: true),
        value: { $0.plan }),
      .text("schema_version", "Schema version", "Version of the contract.", required: true) { $0.schemaVersion },
    ] + CSVField.columns(of: DocumentInfo.self) { $0.document } + CSVField.columns(of: PlanInfo.self) { $0.plan },
    items: { plan in [plan] })

  static let ratingKey = CSVTable(
    "rating-key", "Rating keys", "The plans' own legends of colours and symbols.", items: { $0.plan.ratingKey })

  static let sections = CSVTable(
    "sections", "Sections", "The plans' own hierarchy of headings.", key: ["key"],
    columns: CSVField.key("section") { $0.item.id } + CSVField.columns(),
    items: { plan in plan.sections })

  static let outcomes = CSVTable(
    "outcomes", "Outcomes", "Outcome statements listed under section headings.", of: "section", in: "sections",
    items: { plan in plan.sections.flatMap { section in section.outcomes.map { Part(section.id, $0) } } })

  static let sectionLeads = CSVTable(
    "section-leads", "Leads of sections", "Who answers for a section.", of: "section", in: "sections",
    renaming: CSVTables.partyColumns,
    items: { plan in plan.sections.flatMap { section in section.leads.map { Part(section.id, $0) } } })

  static let sectionSuccessMeasures = CSVTable(
    "section-success-measures", "Success measures of sections", "How the success of a whole section shows.",
    of: "section", in: "sections",
    items: { plan in plan.sections.flatMap { section in section.successMeasures.map { Part(section.id, $0) } } })

  static let sectionUpdates = CSVTable(
    "section-updates", "Updates on sections", "Progress reports on a whole section.", of: "section", in: "sections",
    items: { plan in plan.sections.flatMap { section in section.updates.map { Part(section.id, $0) } } })

  static let narrative = CSVTable(
    "narrative", "Narrative", "Prose outside the tables.", items: { $0.narrative })

  static let unplaced = CSVTable(
    "unplaced", "Unplaced text", "Text of tables that no rule could place.", items: { $0.unplaced })

  static let furniture = CSVTable(
    "furniture", "Furniture", "Text that only frames the content.", items: { $0.furniture })

  static let findings = CSVTable(
    "findings", "Findings", "What the reading and the validator have to say.", items: { $0.findings })

  static let glossary = CSVTable("glossary", "Glossary", "Terms and what they mean.", items: { $0.glossary })

  /// Tables of leads say of a party which part it takes, so that what the contract calls its part has another name there.
  static let partyColumns = ["part": "heading"]
}
