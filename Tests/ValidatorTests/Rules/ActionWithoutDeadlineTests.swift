// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP202 action without a deadline")
struct ActionWithoutDeadlineTests {
  private let rule = ActionWithoutDeadline()
  private let clean = SamplePlan.make()

  private func open(_ timescale: When?) -> CanonicalPlan {
    clean.with {
      $0.actions[0].timescale = timescale
      $0.actions[0].milestones = []
    }
  }

  @Test("trips on an empty cell and on one that stands open", arguments: [nil, "TBC", "to be agreed", "твс", "-"])
  func trips(text: String?) {
    let found = open(text.map { When(text: $0) }).violations(of: rule)
    #expect(found.map(\.key) == ["1.1"])
  }

  @Test("words, a recurrence, and dates of milestones, headings, the action's words or the action above will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(open(When(text: "Immediate")).violations(of: rule).isEmpty)
    #expect(open(When(text: "Termly", recurrence: .termly)).violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[0].timescale = nil }.violations(of: rule).isEmpty)
    #expect(open(nil).with { $0.sections[0].title += " by July 2026" }.violations(of: rule).isEmpty)
    #expect(open(nil).with { $0.sections[0].outcomes = ["Done by 2026"] }.violations(of: rule).isEmpty)
    #expect(open(nil).with { $0.actions[0].text += " by May 2026" }.violations(of: rule).isEmpty)
    #expect(open(nil).with { $0.actions[0].parent = "1.2" }.violations(of: rule).isEmpty)
    #expect(open(nil).with { $0.actions[0].rating = Rating(status: .completed) }.violations(of: rule).isEmpty)
    // Ages, and the years of laws, say nothing.
    #expect(open(nil).with { $0.actions[0].text += " as the Act of 2014 asks" }.violations(of: rule).count == 1)
    #expect(open(nil).with { $0.actions[0].text += " for 16 to 25" }.violations(of: rule).count == 1)
  }

  @Test("a plan without a column of deadlines is told once")
  func once() {
    let plan = clean.with { plan in
      for index in plan.actions.indices {
        plan.actions[index].timescale = nil
        plan.actions[index].milestones = []
        plan.actions[index].rating = nil
      }
    }
    #expect(plan.violations(of: rule).map(\.pointer) == ["/actions"])
  }
}
