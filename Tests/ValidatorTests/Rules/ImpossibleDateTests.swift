// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP207 impossible date")
struct ImpossibleDateTests {
  private let rule = ImpossibleDate()
  private let clean = SamplePlan.make()

  private func due(_ text: String, _ edtf: String? = nil) -> CanonicalPlan {
    clean.with { $0.actions[0].timescale = When(text: text, edtf: edtf) }
  }

  @Test(
    "trips on what no calendar has",
    arguments: [
      "31 June 2026", "30 February 2026", "29 February 2025", "31/09/2026", "14/2026", "2026-13-01", "31st November",
      "by 31-June-2026", "0/05/2026", "Completed 31/11/25",
    ])
  func trips(text: String) {
    // The reader may have made the best of it.
    for edtf in [nil, "2026-06"] {
      let found = due(text, edtf).violations(of: rule)
      #expect(found.map(\.pointer) == ["/actions/0/timescale"])
      #expect(found.first?.severity == nil)
    }
  }

  @Test("warns of what nobody can read", arguments: ["March 2-26", "July 20266", "Sept 202"])
  func unreadable(text: String) {
    #expect(due(text).violations(of: rule).map(\.severity) == [.warning])
  }

  @Test(
    "days, spans, school and financial years, and the American way will do",
    arguments: [
      "30 June 2026", "29 February 2028", "29 February", "31/12/2026", "12/2026", "2026-12-01", "3/13/2026", "2026-27",
      "2026/27", "May 2-9 2026", "2-9 May 2026", "May 2026", "May 5", "Sept 26 to June 27", "Feb-26", "31-Dec-2026",
      "Q3 26-27", "1/2 term", "Week 45", "24/7", "may 2-21 pupils", "Autumn 2026", "16-25", "1.5 days in March",
      "Post 16/19 July 2026", "SEND 2 2026",
    ])
  func nearMiss(text: String) {
    #expect(due(text).violations(of: rule).filter { $0.severity == nil }.isEmpty)
    if !text.hasPrefix("may") { #expect(due(text).violations(of: rule).isEmpty) }
  }

  @Test("looks at starts, milestones, reports, periods and the plan's date as well")
  func everywhere() {
    let bad = When(text: "31 April 2026", edtf: "2026-04")
    let plan = clean.with {
      $0.plan.date = bad
      $0.actions[1].start = bad
      $0.actions[1].milestones[0] = Milestone(text: "Draft (31 April 2026)")
      $0.actions[1].milestones[1].due = bad
      $0.actions[1].updates = [Update(asOf: bad, text: "Going well")]
      $0.indicators[0].readings[1].period = bad
    }
    #expect(
      plan.violations(of: rule).map(\.pointer) == [
        "/plan/date", "/actions/1/start", "/actions/1/milestones/0/text", "/actions/1/milestones/1/due",
        "/actions/1/updates/0/asOf", "/indicators/0/readings/1/period",
      ])
  }
}
