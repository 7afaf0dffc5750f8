// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP211 reference in the wrong section")
struct ReferenceInWrongSectionTests {
  private let rule = ReferenceInWrongSection()
  private let clean = SamplePlan.make()

  @Test("trips on an action numbered for another section")
  func trips() {
    let found = clean.with { $0.actions[7].section = "1" }.violations(of: rule)
    #expect(found.map(\.pointer) == ["/actions/7/ref"])
    #expect(found.first?.message.contains("Priority 2") == true)
  }

  @Test("trips where sections have no numbers but their other actions do")
  func unnumbered() {
    let plain = clean.with { plan in
      for index in plan.sections.indices { plan.sections[index].ref = nil }
    }
    #expect(plain.violations(of: rule).isEmpty)
    #expect(plain.with { $0.actions[7].section = "1" }.violations(of: rule).map(\.pointer) == ["/actions/7/ref"])
  }

  @Test("the number of a section above, plain numbers and numbers that follow no section will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    let below = clean.with {
      $0.sections[1].parent = "1"
      $0.sections[1].ref = nil
      $0.actions[6].ref = "1.7"
    }
    #expect(below.violations(of: rule).filter { $0.pointer == "/actions/6/ref" }.isEmpty)
    let plain = clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].ref = "\(index + 1)" }
    }
    #expect(plain.violations(of: rule).isEmpty)
    let other = clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].ref = "9.\(index + 1)" }
    }
    #expect(other.violations(of: rule).isEmpty)
  }
}
