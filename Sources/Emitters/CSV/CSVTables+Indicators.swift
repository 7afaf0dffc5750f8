// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension CSVTables {
  static let indicators = CSVTable(
    "indicators", "Indicators", "One row a measure.", key: ["key"],
    columns: CSVField.key("indicator") { $0.item.id } + CSVField.columns(),
    items: { plan in plan.indicators })

  static let readings = CSVTable(
    "readings", "Readings", "Targets and actual figures of an indicator, by period.", of: "indicator", in: "indicators",
    items: { plan in
      plan.indicators.flatMap { indicator in indicator.readings.map { Part(indicator.id, $0) } }
    })

  static let groups = CSVTable(
    "groups", "Groups", "Boards, workstreams and other bodies.", key: ["key"],
    columns: CSVField.key("group") { $0.owner } + CSVField.columns(),
    parts: { plan in numbered(plan.groups) })

  static let members = CSVTable(
    "members", "Members of groups", "One row a member.", of: "group", in: "groups",
    items: { plan in
      numbered(plan.groups).flatMap { group in group.item.members.map { Part(group.owner, $0) } }
    })

  /// Groups have no identifiers in the contract: their number in the plan, from 1, serves as one.
  private static func numbered(_ groups: [Group]) -> [Part<Group>] {
    groups.enumerated().map { Part(String($0.offset + 1), $0.element) }
  }
}
