// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP201 action without a lead")
struct ActionWithoutLeadTests {
  private let rule = ActionWithoutLead()
  private let clean = SamplePlan.make()

  @Test("trips on an empty cell and on one that stands open", arguments: [[], ["TBC"], ["·"], ["To be confirmed"]])
  func trips(leads: [String]) {
    let found = clean.with { $0.actions[3].leads = leads.map { Party(text: $0) } }.violations(of: rule)
    #expect(found.map(\.pointer) == ["/actions/3"])
    #expect(found.first?.source == clean.actions[3].source)
  }

  @Test("a lead of the section or a section above, of the action above, or a group will do")
  func nearMiss() {
    let lead = Party(text: "Head of Inclusion")
    #expect(clean.violations(of: rule).isEmpty)
    let open = clean.with { $0.actions[3].leads = [] }
    #expect(open.with { $0.sections[0].leads = [lead] }.violations(of: rule).isEmpty)
    #expect(open.with { $0.actions[3].group = "Early help board" }.violations(of: rule).isEmpty)
    #expect(open.with { $0.actions[3].parent = "1.1" }.violations(of: rule).isEmpty)
    let below = open.with {
      $0.sections[1].leads = [lead]
      $0.sections[0].parent = "2"
    }
    #expect(below.violations(of: rule).isEmpty)
    #expect(open.with { $0.sections[0].leads = [Party(text: "TBC")] }.violations(of: rule).count == 1)
  }

  @Test("a plan without any lead is told once")
  func once() {
    let plan = clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].leads = [] }
    }
    #expect(plan.violations(of: rule).map(\.pointer) == ["/actions"])
  }
}
