// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP302 action under no weakness")
struct ActionUnderNoWeaknessTests {
  private let rule = ActionUnderNoWeakness()
  private let clean = SamplePlan.make()

  private let known = ["The long waits for visits by nurses", "Too few quiet spaces for pupils in schools"]

  @Test("trips on actions that share nothing with any weakness")
  func trips() {
    let plan = clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].text = "Arrange visits of nurses to homes" }
      plan.actions[3].text = "Paint the office"
    }
    #expect(plan.violations(of: rule, weaknesses: known).map(\.pointer) == ["/actions/3"])
  }

  @Test("a heading that answers one, or no list, will do")
  func nearMiss() {
    let plan = clean.with { plan in
      for index in plan.sections.indices { plan.sections[index].title = "Shorter waits for nurses" }
    }
    #expect(plan.violations(of: rule, weaknesses: known).isEmpty)
    #expect(clean.violations(of: rule).isEmpty)
    #expect(clean.violations(of: rule, weaknesses: []).isEmpty)
  }
}
