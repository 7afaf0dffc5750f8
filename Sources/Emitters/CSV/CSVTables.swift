// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The tables of the CSV output, each column described once.
enum CSVTables {
  /// All tables, those that others refer to first.
  static let all: [CSVTable] = [
    plan, ratingKey, sections, outcomes, sectionLeads, sectionSuccessMeasures, sectionUpdates, actions, leads,
    successMeasures, milestones, updates, otherFields, indicators, readings, groups, members, glossary, narrative,
    unplaced, furniture, findings,
  ]

  static let plan = CSVTable(
    "plan", "Plans", "One row a plan: what was read, and what it says about itself.", key: ["plan"],
    columns: [
      CSVField(
        column: CSVColumn(
          name: "plan", title: "Plan", description: "Key of the plan in this folder.", isRequired: true, isUnique: true),
        value: { $0.plan })
    ] + [
      .text("schema_version", "Schema version", "Version of the contract.", required: true) { $0.schemaVersion },
      .text("file", "File", "Name of the file that was read.", required: true) { $0.document.file },
      .text("media_type", "Media type", "Internet media type of the file.", required: true) { $0.document.mediaType },
      .text("sha256", "SHA-256", "Digest of the file's bytes.", required: true) { $0.document.sha256 },
      .integer("pages", "Pages", "Number of pages or sheets.") { $0.document.pages },
      .text("reader", "Reader", "Which reader read it.", required: true) { $0.document.reader },
      .text("reader_version", "Reader version", "Version of commonplan.", required: true) { $0.document.readerVersion },
      .boolean("ocr", "OCR", "Whether any text was recognised in an image.") { $0.document.ocr },
      .text("title", "Title", "The plan's title, as printed.") { $0.plan.title },
      .text("kind", "Kind", "What kind of plan it is.", required: true) { $0.plan.kind.rawValue },
      .text("authority", "Authority", "The local authority, by the register.") { $0.plan.authority?.name },
      .text("authority_gss", "Authority (GSS code)", "The authority's ONS code.") { $0.plan.authority?.gss },
    ] + CSVField.when("date", "Date", "Date of this edition.") { $0.plan.date }
      + CSVField.when("inspection", "Inspection", "Date of the inspection that it answers.") { $0.plan.inspection },
    items: { plan in [plan] })

  static let ratingKey = CSVTable(
    "rating-key", "Rating keys", "The plans' own legends of colours and symbols.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("colour", "Colour", "The colour that the entry explains.") { $0.colour?.rawValue },
      .text("text", "Text", "The entry as printed.", required: true) { $0.text },
      .text("status", "Status", "What it stands for in this plan.", required: true) { $0.status.rawValue },
    ],
    items: { plan in plan.plan.ratingKey })

  static let sections = CSVTable(
    "sections", "Sections", "The plans' own hierarchy of headings.", key: ["key"],
    columns: CSVField.key("section") { $0.id } + [
      .reference("parent", "Parent", "Key of the section that it stands under.", to: "sections") { $0.parent },
      .text("kind", "Kind", "What the document calls it.", required: true) { $0.kind.rawValue },
      .text("ref", "Reference", "The plan's own number or letter.") { $0.ref },
      .text("title", "Title", "The heading without its number and kind.") { $0.title },
    ] + CSVField.source { $0.source },
    items: { plan in plan.sections })

  static let outcomes = CSVTable(
    "outcomes", "Outcomes", "Outcome statements listed under section headings.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("section", "Section", "Key of the section.", to: "sections", required: true) { $0.owner },
      .text("text", "Text", "The statement.", required: true) { $0.item },
    ],
    items: { plan in plan.sections.flatMap { section in section.outcomes.map { Part(section.id, $0) } } })

  static let sectionLeads = CSVTable(
    "section-leads", "Leads of sections", "Who answers for a section.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("section", "Section", "Key of the section.", to: "sections", required: true) { $0.owner },
    ] + CSVField.party { $0.item },
    items: { plan in plan.sections.flatMap { section in section.leads.map { Part(section.id, $0) } } })

  static let sectionSuccessMeasures = CSVTable(
    "section-success-measures", "Success measures of sections", "How the success of a whole section shows.",
    key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("section", "Section", "Key of the section.", to: "sections", required: true) { $0.owner },
      .text("text", "Text", "The words.", required: true) { $0.item },
    ],
    items: { plan in plan.sections.flatMap { section in section.successMeasures.map { Part(section.id, $0) } } })

  static let sectionUpdates = CSVTable(
    "section-updates", "Updates on sections", "Progress reports on a whole section.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("section", "Section", "Key of the section.", to: "sections", required: true) { $0.owner },
    ] + CSVField.when("as_of", "As of", "The date of the report.") { $0.item.asOf } + [
      .text("text", "Text", "The words of the report.") { $0.item.text }
    ] + CSVField.rating { $0.item.rating } + CSVField.source { $0.item.source },
    items: { plan in plan.sections.flatMap { section in section.updates.map { Part(section.id, $0) } } })

  static let narrative = CSVTable(
    "narrative", "Narrative", "Prose outside the tables.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("heading", "Heading", "The heading that it stands under.") { $0.heading },
      .text("text", "Text", "The words, one paragraph a line.") { $0.text },
    ] + CSVField.source { $0.source },
    items: { plan in plan.narrative })

  static let unplaced = CSVTable(
    "unplaced", "Unplaced text", "Text of tables that no rule could place.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("text", "Text", "The words.", required: true) { $0.text },
      .text("reason", "Reason", "Why they could not be placed.", required: true) { $0.reason },
    ] + CSVField.source { $0.source },
    items: { plan in plan.unplaced })

  static let furniture = CSVTable(
    "furniture", "Furniture", "Text that only frames the content.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("kind", "Kind", "What kind of frame it is.", required: true) { $0.kind },
      .text("text", "Text", "The words.", required: true) { $0.text },
    ],
    items: { plan in plan.furniture })

  static let findings = CSVTable(
    "findings", "Findings", "What the reading and the validator have to say.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("id", "Rule", "Stable identifier of the rule.", required: true) { $0.id },
      .text("severity", "Severity", "How grave it is.", required: true) { $0.severity.rawValue },
      .text("message", "Message", "What was found and what to do.", required: true) { $0.message },
    ] + CSVField.source { $0.source },
    items: { plan in plan.findings })

  static let glossary = CSVTable(
    "glossary", "Glossary", "Terms and what they mean.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("term", "Term", "The term or abbreviation.", required: true) { $0.term },
      .text("meaning", "Meaning", "What it means.", required: true) { $0.meaning },
    ] + CSVField.source { $0.source },
    items: { plan in plan.glossary })
}

/// Something that belongs to a section, action, indicator or group.
struct Part<Item: Sendable>: Sendable {
  /// Identifier of what it belongs to.
  let owner: String
  let item: Item

  init(_ owner: String, _ item: Item) {
    self.owner = owner
    self.item = item
  }
}
