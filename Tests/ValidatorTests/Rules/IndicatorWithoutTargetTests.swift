// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP214 indicator without a target")
struct IndicatorWithoutTargetTests {
  private let rule = IndicatorWithoutTarget()
  private let clean = SamplePlan.make()

  private func changed(_ change: (inout Indicator) -> Void) -> CanonicalPlan {
    clean.with { change(&$0.indicators[2]) }
  }

  private func targets(_ targets: [String?]) -> CanonicalPlan {
    changed { indicator in
      for (position, target) in targets.enumerated() { indicator.readings[position].target = target }
    }
  }

  @Test("trips where no period has a target, or each is put off")
  func trips() {
    #expect(targets([nil, nil, nil]).violations(of: rule).map(\.pointer) == ["/indicators/2"])
    #expect(targets(["TBC", nil, "TBC"]).violations(of: rule).count == 1)
    #expect(targets(["To be determined by the board", nil, nil]).violations(of: rule).count == 1)
    #expect(changed { $0.readings = [] }.violations(of: rule).count == 1)
  }

  @Test("one target, a target in words, or a quantity in the method will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(targets([nil, "TBC", "60 %"]).violations(of: rule).isEmpty)
    #expect(targets(["Panel set up", nil, nil]).violations(of: rule).isEmpty)
    #expect(targets(["To be completed by May 2026", nil, nil]).violations(of: rule).isEmpty)
    let method = changed {
      $0.readings = []
      $0.method = "80 % or more"
    }
    #expect(method.violations(of: rule).isEmpty)
  }

  @Test("a plan most of whose indicators have none is told once")
  func once() {
    let plan = clean.with { plan in
      for index in plan.indicators.indices.dropFirst(3) { plan.indicators[index].readings = [] }
    }
    let found = plan.violations(of: rule)
    #expect(found.map(\.pointer) == ["/indicators"])
    #expect(found.first?.message.hasPrefix("Only 3 of 8") == true)
  }
}
