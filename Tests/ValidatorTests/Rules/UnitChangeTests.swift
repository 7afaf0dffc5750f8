// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP218 unit change")
struct UnitChangeTests {
  private let rule = UnitChange()
  private let clean = SamplePlan.make()

  private func changed(_ change: (inout Indicator) -> Void) -> CanonicalPlan {
    clean.with { change(&$0.indicators[0]) }
  }

  @Test("trips on readings in two units")
  func trips() {
    let actuals = changed {
      $0.readings[0].actual = "28.92"
      $0.readings[1].actual = "53 %"
    }
    let found = actuals.violations(of: rule)
    #expect(found.map(\.pointer) == ["/indicators/0/readings/0/actual"] && found.map(\.severity) == [nil])
    #expect(found.first?.message.contains("50 % and then 28.92") == true)
    let weeks = changed {
      $0.readings[0].target = "12 weeks"
      $0.readings[1].target = "12"
    }
    #expect(weeks.violations(of: rule).count == 1)
  }

  @Test("notes a baseline in another unit, and shares of what the measure counts")
  func notes() {
    #expect(changed { $0.baseline = "59.8" }.violations(of: rule).map(\.severity) == [.note])
    let number = changed { $0.measure = "Number of families who are content" }.violations(of: rule)
    #expect(number.map(\.pointer) == ["/indicators/0/measure"] && number.map(\.severity) == [.note])
  }

  @Test("zero, relative figures, words and shares that say so will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(changed { $0.readings[0].target = "0" }.violations(of: rule).isEmpty)
    #expect(changed { $0.readings[0].target = "up by 5" }.violations(of: rule).isEmpty)
    #expect(changed { $0.readings[0].target = "Panel set up" }.violations(of: rule).isEmpty)
    #expect(changed { $0.readings[0].target = "50 per cent" }.violations(of: rule).isEmpty)
    #expect(changed { $0.measure = "Number and percentage of families" }.violations(of: rule).isEmpty)
    #expect(changed { $0.baseline = "2024 area 44 nation 48" }.violations(of: rule).isEmpty)
  }
}
