// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension CSVTables {
  static let indicators = CSVTable(
    "indicators", "Indicators", "One row a measure.", key: ["key"],
    columns: CSVField.key("indicator") { $0.id } + [
      .reference("section", "Section", "Key of the innermost section.", to: "sections") { $0.section },
      .text("theme", "Theme", "What a first column that groups measures says.") { $0.theme },
      .text("measure", "Measure", "What is measured.", required: true) { $0.measure },
      .text("data_source", "Data source", "Where the figures come from.") { $0.dataSource },
      .text("method", "Method", "How it is measured.") { $0.method },
      .text("frequency", "Frequency", "How often, as printed.") { $0.frequency },
      .text("baseline", "Baseline", "Where it starts from, as printed.") { $0.baseline },
    ] + CSVField.rating { $0.rating } + CSVField.source { $0.source },
    items: { plan in plan.indicators })

  static let readings = CSVTable(
    "readings", "Readings", "Targets and actual figures of an indicator, by period.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("indicator", "Indicator", "Key of the indicator.", to: "indicators", required: true) { $0.owner },
    ] + CSVField.when("period", "Period", "The period that the figures are for.") { $0.item.period } + [
      .text("target", "Target", "The target, as printed.") { $0.item.target },
      .text("actual", "Actual", "The actual figure, as printed.") { $0.item.actual },
    ],
    items: { plan in
      plan.indicators.flatMap { indicator in indicator.readings.map { Part(indicator.id, $0) } }
    })

  static let groups = CSVTable(
    "groups", "Groups", "Boards, workstreams and other bodies.", key: ["key"],
    columns: CSVField.key("group") { $0.owner } + [
      .text("name", "Name", "The group's name.", required: true) { $0.item.name }
    ] + CSVField.source { $0.item.source },
    items: { plan in numbered(plan.groups) })

  static let members = CSVTable(
    "members", "Members of groups", "One row a member.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .reference("group", "Group", "Key of the group.", to: "groups", required: true) { $0.owner },
      .text("name", "Name", "A person's or body's name.") { $0.item.name },
      .text("role", "Role", "A post or function.") { $0.item.role },
      .text("part", "Part", "The column or office that the member stood in.") { $0.item.part },
    ],
    items: { plan in
      numbered(plan.groups).flatMap { group in group.item.members.map { Part(group.owner, $0) } }
    })

  /// Groups have no identifiers in the contract: their number in the plan, from 1, serves as one.
  private static func numbered(_ groups: [Group]) -> [Part<Group>] {
    groups.enumerated().map { Part(String($0.offset + 1), $0.element) }
  }
}
