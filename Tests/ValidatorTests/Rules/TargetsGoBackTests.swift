// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP217 targets that go back")
struct TargetsGoBackTests {
  private let rule = TargetsGoBack()
  private let clean = SamplePlan.make()

  private func changed(_ change: (inout Indicator) -> Void) -> CanonicalPlan {
    clean.with { change(&$0.indicators[0]) }
  }

  private func targets(_ measure: String, _ targets: [String]) -> [Violation] {
    changed {
      $0.measure = measure
      $0.readings = targets.map { Reading(target: $0) }
    }.violations(of: rule)
  }

  @Test(
    "trips on a target that moves the wrong way, or first one way and then the other",
    arguments: [
      ("Increased share", ["50 %", "48 %"], 1), ("Reduced exclusions", ["30", "24", "26"], 2),
      ("Share who go on to receive a check", ["80 %", "50 %", "60 %", "70 %", "80 %"], 1),
      ("Increased use", ["by 20 %", "by 10 %"], 1),
    ])
  func trips(measure: String, figures: [String], position: Int) {
    #expect(targets(measure, figures).map(\.pointer) == ["/indicators/0/readings/\(position)/target"])
  }

  @Test(
    "equal targets, one way in a measure that does not say, and figures that cannot be compared will do",
    arguments: [
      ("Increased share", ["50 %", "50 %", "TBC", "55 %"]), ("Volume of referrals", ["500", "400", "300"]),
      ("Volume of referrals", ["500", "600"]), ("Increased share", ["50 %", "5"]),
      ("Increased use", ["Panel set up", "5"]),
      ("Reduced exclusions", ["by 20 %", "by 40 %"]), ("Increased share", ["60 %", "by 10 %"]),
    ])
  func nearMiss(measure: String, figures: [String]) {
    #expect(targets(measure, figures).isEmpty)
    #expect(clean.violations(of: rule).isEmpty)
  }
}
