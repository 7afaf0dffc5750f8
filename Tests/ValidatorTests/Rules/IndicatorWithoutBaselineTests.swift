// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP213 indicator without a baseline")
struct IndicatorWithoutBaselineTests {
  private let rule = IndicatorWithoutBaseline()
  private let clean = SamplePlan.make()

  private func changed(_ change: (inout Indicator) -> Void) -> CanonicalPlan {
    clean.with { change(&$0.indicators[2]) }
  }

  @Test("trips on an empty cell; one that is put off is a note")
  func trips() {
    let empty = changed { $0.baseline = nil }.violations(of: rule)
    #expect(empty.map(\.pointer) == ["/indicators/2"] && empty.map(\.severity) == [nil])
    for text in ["TBC", "To be established in the spring survey", "Recording to be fully implemented by May 2026"] {
      let open = changed { $0.baseline = text }.violations(of: rule)
      #expect(open.map(\.pointer) == ["/indicators/2/baseline"] && open.map(\.severity) == [.note], "\(text)")
    }
  }

  @Test("a figure, a state in words, and N/A will do", arguments: ["45 %", "No plan is in place", "N/A", "0"])
  func nearMiss(text: String) {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(changed { $0.baseline = text }.violations(of: rule).isEmpty)
  }

  @Test("a plan whose tables have no such column is told once")
  func once() {
    let plan = clean.with { plan in
      for index in plan.indicators.indices { plan.indicators[index].baseline = nil }
    }
    #expect(plan.violations(of: rule).map(\.pointer) == ["/indicators"])
    let most = plan.with { $0.indicators[0].baseline = "5" }.violations(of: rule)
    #expect(most.map(\.message) == ["Only 1 of 8 indicators have a baseline: add the last known values."])
  }
}
