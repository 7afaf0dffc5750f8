// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP216 target easier than the baseline")
struct TargetEasierThanBaselineTests {
  private let rule = TargetEasierThanBaseline()
  private let clean = SamplePlan.make()

  private func changed(_ change: (inout Indicator) -> Void) -> CanonicalPlan {
    clean.with { change(&$0.indicators[0]) }
  }

  private func figures(_ measure: String, _ baseline: String, _ target: String) -> [Violation] {
    changed {
      $0.measure = measure
      $0.baseline = baseline
      $0.readings = [Reading(target: target)]
    }.violations(of: rule)
  }

  @Test(
    "trips on a target that is worse than the start",
    arguments: [
      ("Increased share of plans in time", "45 %", "40 %"), ("Improved score", "2024 area: 33.7 nation: 32.2", "32.0"),
      ("Reduced exclusions", "38 a term", "40"), ("Attendance of pupils", "92%", "90%"),
      ("Waiting for a first visit", "12 weeks", "18 weeks"), ("Improved progress", "-1.2", "-1.4"),
    ])
  func trips(measure: String, baseline: String, target: String) {
    #expect(figures(measure, baseline, target).map(\.pointer) == ["/indicators/0/readings/0/target"])
  }

  @Test(
    "an equal target, another unit, several figures, a relative one, and measures that stay or do not say will do",
    arguments: [
      ("Increased share of plans in time", "45 %", "45 %"), ("Increased share", "45 %", "by 20 %"),
      ("Increased share", "45 %", "30"), ("Improved score", "area 31.0 nation 33.0", "32.0"),
      ("Share of pupils who remain in attendance", "92 %", "90 %"), ("Volume of referrals", "500", "400"),
      ("Increased use", "45 % (May 2025)", "46 %"), ("Improved score", "To be set in 2025", "1"),
    ])
  func nearMiss(measure: String, baseline: String, target: String) {
    #expect(figures(measure, baseline, target).isEmpty)
    #expect(clean.violations(of: rule).isEmpty)
  }
}
