// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP215: an indicator that does not say where its figures come from.
struct IndicatorWithoutSource: Rule {
  let about = RuleDescription(
    id: "CP215", name: "indicator-without-source", severity: .note,
    looksAt: "Each indicator's data source.",
    why: "Nobody else can check the figures, and the next person in post may count another way.",
    fix: "Name the return, system or survey that the figures are read from.",
    example: "An empty Source cell; “SEN2 return” would do. Where over half have none, the plan is told once.")

  func check(_ subject: Subject) -> [Violation] {
    IndicatorColumn.check(
      subject,
      all: { "\($0) a source: say which return, system or survey the figures come from." },
      one: { index, indicator in
        guard lacks(indicator) else { return nil }
        return Violation(
          message: "\(indicator.title) does not say where its figures come from: name the return, system or survey.",
          pointer: "/indicators/\(index)", source: indicator.source, key: indicator.id)
      },
      lacks: { lacks($1) })
  }

  private func lacks(_ indicator: Indicator) -> Bool { indicator.dataSource.map(Placeholder.isOpen) ?? true }
}
