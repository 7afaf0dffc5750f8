// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP216: a target that is worse than where the measure starts.
struct TargetEasierThanBaseline: Rule {
  let about = RuleDescription(
    id: "CP216", name: "target-easier-than-baseline", severity: .warning,
    looksAt:
      "Targets against the baseline in the same unit, where the measure's words say which way is better. Measures "
      + "that are to be kept, and targets relative to the baseline, are left out.",
    why: "The target is reached before anything is done, or one of the figures is wrong.",
    fix: "Mend the figure, or set a target that is better than the baseline.",
    example: "“Improved score”: baseline 33.7, target 32.0; a target of 34.0 would do.")

  func check(_ subject: Subject) -> [Violation] {
    subject.plan.indicators.enumerated().compactMap { index, indicator in
      guard let baseline = indicator.baseline, subject.figures[index].targets.contains(where: { $0 != nil }),
        let way = Polarity(measure: indicator.measure), !Polarity.isKept(indicator.measure)
      else { return nil }
      // Where a baseline gives several figures, such as the area's and the nation's, the target has to be worse than each.
      let figures = subject.figures[index]
      let starts = figures.baseline.map { [$0] } ?? Quantities.all(in: baseline)
      guard let start = starts.first, starts.allSatisfy({ $0.unit == start.unit && !$0.isRelative }) else { return nil }
      for (position, target) in figures.targets.enumerated() {
        guard let target, target.unit == start.unit, !target.isRelative,
          starts.allSatisfy({ way.isWorse(target.value, than: $0.value) })
        else { continue }
        return Violation(
          message: "\(indicator.title) has a target of \(target.words), which is easier than its baseline of "
            + "\(start.words): \(way == .higher ? "more" : "less") is better here.",
          pointer: "/indicators/\(index)/readings/\(position)/target", source: indicator.source, key: indicator.id)
      }
      return nil
    }
  }
}
