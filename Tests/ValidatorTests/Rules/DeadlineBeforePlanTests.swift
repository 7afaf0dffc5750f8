// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP204 deadline before the plan")
struct DeadlineBeforePlanTests {
  private let rule = DeadlineBeforePlan()
  private let clean = SamplePlan.make()

  private func due(_ text: String, _ edtf: String) -> CanonicalPlan {
    clean.with { $0.actions[0].timescale = When(text: text, edtf: edtf) }
  }

  @Test("trips on a deadline that had passed when the plan came out")
  func trips() {
    let found = due("August 2025", "2025-08").violations(of: rule)
    #expect(found.map(\.pointer) == ["/actions/0/timescale"])
    #expect(found.first?.message.contains("September 2025") == true)
    #expect(due("May and July 2025", "{2025-05,2025-07}").violations(of: rule).count == 1)
  }

  @Test("a deadline in the plan's own month or year, one that is done, or a plan without a date will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(due("September 2025", "2025-09").violations(of: rule).isEmpty)
    #expect(due("2025", "2025").violations(of: rule).isEmpty)
    #expect(due("from May 2025", "2025-05/..").violations(of: rule).isEmpty)
    #expect(due("May 2025 and May 2026", "{2025-05,2026-05}").violations(of: rule).isEmpty)
    #expect(due("August 2025", "2025-08").with { $0.plan.date = nil }.violations(of: rule).isEmpty)
    #expect(
      due("August 2025", "2025-08").with { $0.actions[0].rating = Rating(status: .completed) }.violations(of: rule)
        .isEmpty)
  }
}
