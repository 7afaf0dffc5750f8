// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP215 indicator without a source")
struct IndicatorWithoutSourceTests {
  private let rule = IndicatorWithoutSource()
  private let clean = SamplePlan.make()

  private func changed(_ change: (inout Indicator) -> Void) -> CanonicalPlan {
    clean.with { change(&$0.indicators[2]) }
  }

  @Test("trips on an empty cell and on one that stands open")
  func trips() {
    #expect(changed { $0.dataSource = nil }.violations(of: rule).map(\.pointer) == ["/indicators/2"])
    #expect(changed { $0.dataSource = "TBC" }.violations(of: rule).count == 1)
  }

  @Test("any source will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(changed { $0.dataSource = "Panel notes" }.violations(of: rule).isEmpty)
  }

  @Test("a plan whose tables have no such column is told once")
  func once() {
    let plan = clean.with { plan in
      for index in plan.indicators.indices { plan.indicators[index].dataSource = nil }
    }
    #expect(plan.violations(of: rule).map(\.pointer) == ["/indicators"])
  }
}
