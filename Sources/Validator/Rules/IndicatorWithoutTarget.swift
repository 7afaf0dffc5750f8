// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP214: an indicator that does not say where it is to go.
struct IndicatorWithoutTarget: Rule {
  let about = RuleDescription(
    id: "CP214", name: "indicator-without-target", severity: .warning,
    looksAt:
      "Each indicator's readings, and its “how measured” cell where it gives a quantity: whether any holds a target "
      + "that is not put off.",
    why: "A measure without a target can move either way without anybody having to act.",
    fix: "Give a target for each period, or say why the measure is only watched.",
    example:
      "Three periods whose Target cells are empty or “TBC”; “50 %” in one of them would do. Where over half of the "
      + "indicators have none, the plan is told once.")

  func check(_ subject: Subject) -> [Violation] {
    IndicatorColumn.check(
      subject,
      all: { "\($0) a target: say what each is to reach and by when, or that it is only watched." },
      one: { index, indicator in
        guard !hasTarget(indicator, subject.figures[index]) else { return nil }
        let open = indicator.readings.lazy.compactMap(\.target).first
        return Violation(
          message: "\(indicator.title) has no target\(open.map { " yet (“\(Quote.short($0))”)" } ?? ""): "
            + "say what it is to reach and by when.",
          pointer: "/indicators/\(index)", source: indicator.source, key: indicator.id)
      },
      lacks: { !hasTarget($1, subject.figures[$0]) })
  }

  private func hasTarget(_ indicator: Indicator, _ figures: IndicatorFigures) -> Bool {
    if figures.targets.contains(where: { $0 != nil }) { return true }
    if indicator.readings.contains(where: { $0.target.map { !Placeholder.putsOff($0) } ?? false }) { return true }
    return indicator.method.map { !Quantities.all(in: $0).isEmpty } ?? false
  }
}
