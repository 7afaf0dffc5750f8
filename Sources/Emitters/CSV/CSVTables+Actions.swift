// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension CSVTables {
  static let actions = CSVTable(
    "actions", "Actions", "One row an action.", key: ["key"],
    columns: CSVField.key("action") { $0.id } + [
      .text("ref", "Reference", "The plan's own reference.") { $0.ref },
      .reference("section", "Section", "Key of the innermost section.", to: "sections") { $0.section },
      .reference("parent", "Parent", "Key of the action that a sub-action stands under.", to: "actions") { $0.parent },
      .text("text", "Text", "What is to be done.", required: true) { $0.text },
      .text("group", "Group", "The forum that drives the action.") { $0.group },
    ] + CSVField.when("timescale", "Timescale", "By when it is to be done.") { $0.timescale }
      + CSVField.when("start", "Start", "From when.") { $0.start }
      + CSVField.rating { $0.rating } + [
        .text("monitoring", "Monitoring", "How it is monitored and evaluated.") { $0.monitoring },
        .text("evidence", "Evidence", "Evidence.") { $0.evidence },
        .text("resources", "Resources", "Resources, cost, funding.") { $0.resources },
        .text("risks", "Risks", "Risks and mitigation.") { $0.risks },
      ] + CSVField.source { $0.source },
    items: { plan in plan.actions })

  /// A party with the part that it takes.
  struct Engagement: Sendable {
    let part: String
    let party: Party
  }

  static let leads = CSVTable(
    "leads", "Leads and contributors", "Who leads or takes part in an action.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("action", "Action", "Key of the action.", to: "actions", required: true) { $0.owner },
      .text("part", "Part", "lead or contributor.", required: true) { $0.item.part },
    ] + CSVField.party { $0.item.party },
    items: { plan in
      plan.actions.flatMap { action in
        action.leads.map { Part(action.id, Engagement(part: "lead", party: $0)) }
          + action.contributors.map { Part(action.id, Engagement(part: "contributor", party: $0)) }
      }
    })

  static let successMeasures = CSVTable(
    "success-measures", "Success measures", "How the success of an action shows.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("action", "Action", "Key of the action.", to: "actions", required: true) { $0.owner },
      .text("text", "Text", "The words.", required: true) { $0.item },
    ],
    items: { plan in plan.actions.flatMap { action in action.successMeasures.map { Part(action.id, $0) } } })

  static let milestones = CSVTable(
    "milestones", "Milestones", "Steps on the way of an action.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("action", "Action", "Key of the action.", to: "actions", required: true) { $0.owner },
      .text("text", "Text", "The words, the date included.", required: true) { $0.item.text },
    ] + CSVField.when("due", "Due", "By when the step is to be done.") { $0.item.due }
      + CSVField.rating { $0.item.rating } + CSVField.source { $0.item.source },
    items: { plan in plan.actions.flatMap { action in action.milestones.map { Part(action.id, $0) } } })

  static let updates = CSVTable(
    "updates", "Updates", "Progress reports on an action.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("action", "Action", "Key of the action.", to: "actions", required: true) { $0.owner },
    ] + CSVField.when("as_of", "As of", "The date of the report.") { $0.item.asOf } + [
      .text("text", "Text", "The words of the report.") { $0.item.text }
    ] + CSVField.rating { $0.item.rating } + CSVField.source { $0.item.source },
    items: { plan in plan.actions.flatMap { action in action.updates.map { Part(action.id, $0) } } })

  static let otherFields = CSVTable(
    "other-fields", "Other columns", "Columns of an action that have no field of their own.",
    key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("action", "Action", "Key of the action.", to: "actions", required: true) { $0.owner },
      .text("heading", "Heading", "The column's heading.") { $0.item.heading },
      .text("text", "Text", "The cell's words.") { $0.item.text },
    ],
    items: { plan in plan.actions.flatMap { action in action.other.map { Part(action.id, $0) } } })
}
