// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP301 weakness without an action")
struct WeaknessWithoutActionTests {
  private let rule = WeaknessWithoutAction()
  private let clean = SamplePlan.make()

  private let known = ["The long waits for visits by nurses", "Too few quiet spaces for pupils in schools"]

  @Test("trips on a weakness whose words stand nowhere")
  func trips() {
    let found = clean.violations(of: rule, weaknesses: known + ["Poor oversight of tribunals and mediation"])
    #expect(found.map(\.key) == ["Poor oversight of tribunals and mediation"])
  }

  @Test("half of its word stems in an action with its headings, or no list, will do")
  func nearMiss() {
    #expect(clean.violations(of: rule, weaknesses: ["Quiet spaces in a school", "Nurses visiting"]).isEmpty)
    #expect(clean.violations(of: rule).isEmpty)
    #expect(clean.violations(of: rule, weaknesses: ["", "the and of"]).isEmpty)
    let heading = clean.with { $0.sections[1].title = "Oversight of tribunals" }
    #expect(heading.violations(of: rule, weaknesses: ["Poor oversight of tribunals and mediation"]).isEmpty)
  }
}
