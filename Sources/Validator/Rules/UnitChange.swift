// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP218: figures of one indicator in two units.
struct UnitChange: Rule {
  let about = RuleDescription(
    id: "CP218", name: "unit-change", severity: .warning,
    looksAt:
      "The units of an indicator's targets and actuals, and (notes) those against its baseline and against what the "
      + "measure says it counts. Zero has no unit, and figures relative to another are left out.",
    why: "28.92 and 13.02 % cannot be compared: one of the two was counted in another way, or its sign was forgotten.",
    fix: "Give all figures of an indicator in one unit.",
    example: "“28.92” in one period and “13.02 %” in the next; “28.92 %” would do.")

  func check(_ subject: Subject) -> [Violation] {
    subject.plan.indicators.enumerated().compactMap { index, indicator in
      var known: Quantity?
      let figures = subject.figures[index]
      for position in indicator.readings.indices {
        for (field, quantity) in [("target", figures.targets[position]), ("actual", figures.actuals[position])] {
          guard let quantity, quantity.value != 0, !quantity.isRelative else {
            continue
          }
          if let known, known.unit != quantity.unit {
            return violation(
              nil, indicator, index, "/readings/\(position)/\(field)", "gives \(known.words) and then \(quantity.words)"
            )
          }
          known = known ?? quantity
        }
      }
      guard let known else { return nil }
      if let start = figures.baseline, start.value != 0, start.unit != known.unit,
        !start.isRelative
      {
        return violation(
          .note, indicator, index, "/baseline", "starts from \(start.words) and goes to \(known.words)")
      }
      if known.unit == .percent, UnitChange.counts(indicator.measure) {
        return violation(.note, indicator, index, "/measure", "counts a number, but its figures are percentages")
      }
      return nil
    }
  }

  private func violation(
    _ severity: Finding.Severity?, _ indicator: Indicator, _ index: Int, _ place: String, _ what: String
  ) -> Violation {
    Violation(
      severity: severity, message: "\(indicator.title) \(what): use one unit.", pointer: "/indicators/\(index)\(place)",
      source: indicator.source, key: indicator.id)
  }

  /// Whether a measure's words say that it is a number of something and nowhere that it is a share.
  private static func counts(_ measure: String) -> Bool {
    var isNumber = false
    var isShare = measure.utf8.contains(UInt8(ascii: "%"))
    var count = 0
    WordScan.each(measure) { (word: String) in
      count += 1
      if count <= 4, number.contains(word) { isNumber = true }
      if shares.contains(word) { isShare = true }
      return !isShare
    }
    return isNumber && !isShare
  }

  private static let number: Set = ["number", "numbers", "no", "count", "volume"]
  private static let shares: Set = [
    "percentage", "percentages", "percent", "proportion", "rate", "rates", "share", "ratio",
  ]
}
