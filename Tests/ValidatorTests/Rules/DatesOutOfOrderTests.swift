// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP206 dates out of order")
struct DatesOutOfOrderTests {
  private let rule = DatesOutOfOrder()
  private let clean = SamplePlan.make()

  private func listed(_ text: String, _ edtf: String) -> CanonicalPlan {
    clean.with { $0.actions[0].timescale = When(text: text, edtf: edtf) }
  }

  @Test("trips on a list that goes back in time, in timescales and milestones")
  func trips() {
    let found = listed("May 2026 September 2026 Jan 2026", "{2026-05,2026-09,2026-01}").violations(of: rule)
    #expect(found.map(\.pointer) == ["/actions/0/timescale"])
    #expect(found.first?.message.contains("2026-01 stands after 2026-09") == true)
    let milestone = clean.with {
      $0.actions[1].milestones[0].due = When(text: "8 May 2026, 1 May 2026", edtf: "{2026-05-08,2026-05-01}")
    }
    #expect(milestone.violations(of: rule).map(\.pointer) == ["/actions/1/milestones/0/due"])
  }

  @Test("the next year, a season round a month, or a single date will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(listed("May 2026 September 2026 Jan 2027", "{2026-05,2026-09,2027-01}").violations(of: rule).isEmpty)
    #expect(listed("Autumn 2026, October 2026", "{2026-23,2026-10}").violations(of: rule).isEmpty)
    #expect(listed("2026, May 2026", "{2026,2026-05}").violations(of: rule).isEmpty)
  }
}
