// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP205 deadline before the start")
struct DeadlineBeforeStartTests {
  private let rule = DeadlineBeforeStart()
  private let clean = SamplePlan.make()

  @Test("trips on an action that ends before it starts, and on a span turned round")
  func trips() {
    let late = clean.with { $0.actions[0].start = When(text: "April 2026", edtf: "2026-04") }
    #expect(late.violations(of: rule).map(\.pointer) == ["/actions/0/timescale"])
    let turned = clean.with { $0.actions[2].timescale = When(text: "May 2026 to May 2025", edtf: "2026-05/2025-05") }
    #expect(turned.violations(of: rule).map(\.pointer) == ["/actions/2/timescale"])
  }

  @Test("a start in the month of the deadline, or without a date, will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[0].start = When(text: "March 2026", edtf: "2026-03") }.violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[0].start = When(text: "2026", edtf: "2026") }.violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[0].start = When(text: "TBC") }.violations(of: rule).isEmpty)
  }
}
