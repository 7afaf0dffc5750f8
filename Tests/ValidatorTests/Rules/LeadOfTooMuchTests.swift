// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP224 lead of too much")
struct LeadOfTooMuchTests {
  private let rule = LeadOfTooMuch()
  private let clean = SamplePlan.make()

  private func led(_ count: Int, _ lead: Party = Party(text: "Head of Inclusion")) -> [Violation] {
    clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].leads = [Party(text: "Lead \(index)")] }
      for index in 0..<count { plan.actions[index].leads = [lead] }
    }.violations(of: rule)
  }

  @Test("trips on more than 40 % of all actions, by person as well as by post")
  func trips() {
    let found = led(9)
    #expect(found.map(\.message) == ["Head of Inclusion leads 9 of 20 actions: share some out, or name a second lead."])
    #expect(led(9, Party(text: "Jo Bell, Head", name: "Jo Bell")).count == 1)
  }

  @Test("40 %, plans of few actions, and leads that stand open will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(led(8).isEmpty)
    #expect(led(9, Party(text: "TBC")).isEmpty)
    let small = clean.with {
      $0.actions.removeLast(11)
      for index in $0.actions.indices { $0.actions[index].leads = [Party(text: "Head of Inclusion")] }
    }
    #expect(small.violations(of: rule).isEmpty)
  }
}
