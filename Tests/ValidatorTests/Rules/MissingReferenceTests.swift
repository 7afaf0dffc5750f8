// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP210 missing reference")
struct MissingReferenceTests {
  private let rule = MissingReference()
  private let clean = SamplePlan.make()

  private func numbered(_ refs: [String]) -> CanonicalPlan {
    clean.with { plan in
      plan.actions.removeLast(plan.actions.count - refs.count)
      for index in refs.indices {
        plan.actions[index].ref = refs[index]
        plan.actions[index].section = "1"
      }
    }
  }

  @Test(
    "trips on numbers, letters and Roman numerals that skip one",
    arguments: [
      (["1.1", "1.2", "1.4"], "1.3"), (["1.9", "1.11"], "1.10"), (["1", "2", "4"], "3"), (["A.1", "A.3"], "A.2"),
      (["1.1a", "1.1b", "1.1d"], "1.1c"), (["4(i)", "4(ii)", "4(iv)"], "4(iii)"), (["A", "C"], "B"),
      (["1.4", "1.6", "1.3"], "1.5"), (["2.1.1", "2.1.3"], "2.1.2"),
    ])
  func trips(refs: [String], missing: String) {
    let found = numbered(refs).violations(of: rule)
    #expect(found.map(\.key) == ["Action \(missing)"])
    #expect(found.first?.message.hasPrefix("Action \(missing) is missing") == true)
  }

  @Test(
    "whole rows, other prefixes, ends that nobody can know, and numbers that do not count will do",
    arguments: [
      ["1.1", "1.2", "2.1", "2.2"], ["1.9", "1.10", "1.11"], ["1.2", "1.1"], ["2.3", "2.4"],
      ["4(i)", "4(ii)", "4(iii)"],
      ["h", "i", "j"], ["100", "250", "900"], ["1", "1.1", "1.2", "2"], ["1.1", "2.1", "4.1"], ["KS1", "KS3"],
    ])
  func nearMiss(refs: [String]) {
    #expect(numbered(refs).violations(of: rule).isEmpty)
  }

  @Test("sections fill holes, and have holes of their own")
  func sections() {
    #expect(clean.violations(of: rule).isEmpty)
    let gap = clean.with {
      $0.sections.remove(at: 1)
      $0.actions.removeAll { $0.section == "2" }
    }
    #expect(gap.violations(of: rule).map(\.message) == ["Section 2 is missing: 1 is followed by 3."])
    let filled = numbered(["1.1", "1.3"]).with { $0.sections[1].ref = "1.2" }
    #expect(filled.violations(of: rule).filter { $0.key.hasPrefix("Action") }.isEmpty)
  }
}
