// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What the rules on the columns of indicator tables share.
enum IndicatorColumn {
  /// The violations of a column: one for the plan where three indicators or more and over half of all lack it, for the
  /// tables were made without it; else those of single indicators.
  ///
  /// - Parameter all: the message for the plan, from the words that say how many (`none of the 12 indicators has`).
  static func check(
    _ subject: Subject, all: (String) -> String, one: (Int, Indicator) -> Violation?, lacks: (Int, Indicator) -> Bool
  ) -> [Violation] {
    let indicators = subject.plan.indicators
    let lacking = indicators.enumerated().reduce(0) { $0 + (lacks($1.offset, $1.element) ? 1 : 0) }
    if lacking > 2, lacking * 2 > indicators.count {
      let having = indicators.count - lacking
      let words =
        having == 0 ? "None of the \(lacking) indicators has" : "Only \(having) of \(indicators.count) indicators have"
      return [
        Violation(message: all(words), pointer: "/indicators", source: indicators[0].source, key: "all")
      ]
    }
    return indicators.enumerated().compactMap(one)
  }
}

/// The figures of an indicator, read once for all rules on them.
struct IndicatorFigures {
  /// What its baseline is about, see ``Quantities/main(of:)``.
  var baseline: Quantity?
  /// For each reading what its target is about.
  var targets: [Quantity?]
  /// For each reading what its actual value is about.
  var actuals: [Quantity?]

  init(_ indicator: Indicator) {
    baseline = indicator.baseline.flatMap(Quantities.main)
    targets = indicator.readings.map { $0.target.flatMap(Quantities.main) }
    actuals = indicator.readings.map { $0.actual.flatMap(Quantities.main) }
  }
}
