// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP209 duplicate reference")
struct DuplicateReferenceTests {
  private let rule = DuplicateReference()
  private let clean = SamplePlan.make()

  @Test("trips on one reference for two actions of a section, and of two sections")
  func trips() {
    #expect(clean.with { $0.actions[2].ref = "1.2" }.violations(of: rule).map(\.pointer) == ["/actions/2/ref"])
    #expect(clean.with { $0.actions[2].ref = "1.2." }.violations(of: rule).count == 1)
    #expect(clean.with { $0.actions[7].ref = "1.2" }.violations(of: rule).map(\.pointer) == ["/actions/7/ref"])
  }

  @Test("numbers that start again in each section, and parts of different actions, will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    let plain = clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].ref = "\(index % 5 + 1)" }
    }
    #expect(plain.violations(of: rule).isEmpty)
    #expect(plain.with { $0.actions[2].ref = "2" }.violations(of: rule).map(\.pointer) == ["/actions/2/ref"])
    let dotted = clean.with { plan in
      for index in plan.actions.indices { plan.actions[index].ref = "1.\(index % 5 + 1)" }
    }
    #expect(dotted.violations(of: rule).isEmpty)
    let parts = clean.with {
      ($0.actions[1].parent, $0.actions[1].ref) = ("1.1", "a")
      ($0.actions[4].parent, $0.actions[4].ref) = ("1.4", "a")
    }
    #expect(parts.violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[2].ref = "1.20" }.violations(of: rule).isEmpty)
  }
}
