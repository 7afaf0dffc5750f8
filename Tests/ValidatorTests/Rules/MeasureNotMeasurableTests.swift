// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP212 measure that nobody can measure")
struct MeasureNotMeasurableTests {
  private let rule = MeasureNotMeasurable()
  private let clean = SamplePlan.make()

  private func measured(_ measures: [String]) -> CanonicalPlan {
    clean.with { $0.actions[0].successMeasures = measures }
  }

  @Test(
    "trips on measures that say only that things are better",
    arguments: [["Families feel better informed"], ["Improved teamwork", "Stronger links between services"]])
  func trips(measures: [String]) {
    #expect(measured(measures).violations(of: rule).map(\.pointer) == ["/actions/0/successMeasures"])
  }

  @Test(
    "a number, a share, a source, a deliverable, or one good measure among several will do",
    arguments: [
      ["8 in 10 families feel informed"], ["All families feel better informed"], ["The survey shows more confidence"],
      ["An improved guide is published"], ["Better teamwork", "Fewer complaints"], ["A clinic opens"], [],
      ["Improved attendance"], ["A clearer pathway is in place"],
    ])
  func nearMiss(measures: [String]) {
    #expect(measured(measures).violations(of: rule).isEmpty)
  }
}
