// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP213: an indicator that does not say where it starts.
struct IndicatorWithoutBaseline: Rule {
  let about = RuleDescription(
    id: "CP213", name: "indicator-without-baseline", severity: .warning,
    looksAt: "Each indicator's baseline; one that is put off to a later survey is a note.",
    why: "Without a start nobody can say how far a measure has moved, or whether a target is worth reaching.",
    fix: "Give the last known value with its date.",
    example:
      "An empty Baseline cell, or “to be established”; “45 % (January 2025)” would do, and so would “N/A” with a "
      + "target that is done or not. Where over half of the indicators have none, the plan is told once.")

  func check(_ subject: Subject) -> [Violation] {
    IndicatorColumn.check(
      subject,
      all: { "\($0) a baseline: add the last known values." },
      one: { index, indicator in
        guard let baseline = indicator.baseline else {
          return Violation(
            message: "\(indicator.title) has no baseline: give the last known value with its date.",
            pointer: "/indicators/\(index)", source: indicator.source, key: indicator.id)
        }
        guard subject.figures[index].baseline == nil, Placeholder.putsOff(baseline) else { return nil }
        return Violation(
          severity: .note,
          message:
            "\(indicator.title) has no baseline yet (“\(Quote.short(baseline))”): add it as soon as it is known.",
          pointer: "/indicators/\(index)/baseline", source: indicator.source, key: indicator.id)
      },
      lacks: { $1.baseline == nil })
  }
}
