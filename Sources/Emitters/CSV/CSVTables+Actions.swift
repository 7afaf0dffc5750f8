// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension CSVTables {
  static let actions = CSVTable(
    "actions", "Actions", "One row an action.", key: ["key"],
    columns: CSVField.key("action") { $0.item.id } + CSVField.columns(),
    items: { plan in plan.actions })

  /// A party with the part that it takes.
  struct Engagement: Sendable {
    let part: String
    let party: Party
  }

  static let leads = CSVTable(
    "leads", "Leads and contributors", "Who leads or takes part in an action.", key: ["plan", "position"],
    columns: [
      .plan, .position, .owner("action", in: "actions"),
      .text("part", "Part", "lead or contributor.", required: true) { $0.part },
    ] + CSVField.columns(of: Party.self, renaming: partyColumns) { $0.party },
    parts: { plan in
      plan.actions.flatMap { action in
        action.leads.map { Part(action.id, Engagement(part: "lead", party: $0)) }
          + action.contributors.map { Part(action.id, Engagement(part: "contributor", party: $0)) }
      }
    })

  static let successMeasures = CSVTable(
    "success-measures", "Success measures", "How the success of an action shows.", of: "action", in: "actions",
    items: { plan in plan.actions.flatMap { action in action.successMeasures.map { Part(action.id, $0) } } })

  static let milestones = CSVTable(
    "milestones", "Milestones", "Steps on the way of an action.", of: "action", in: "actions",
    items: { plan in plan.actions.flatMap { action in action.milestones.map { Part(action.id, $0) } } })

  static let updates = CSVTable(
    "updates", "Updates", "Progress reports on an action.", of: "action", in: "actions",
    items: { plan in plan.actions.flatMap { action in action.updates.map { Part(action.id, $0) } } })

  static let otherFields = CSVTable(
    "other-fields", "Other columns", "Columns of an action that have no field of their own.",
    key: ["plan", "position"],
    columns: [
      .plan, .position, .owner("action", in: "actions"),
      .text("heading", "Heading", "The column's heading.") { $0.heading },
      .text("text", "Text", "The cell's words.") { $0.text },
    ],
    parts: { plan in plan.actions.flatMap { action in action.other.map { Part(action.id, $0) } } })
}
