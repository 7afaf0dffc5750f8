// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP222 section without an action")
struct SectionWithoutActionTests {
  private let rule = SectionWithoutAction()
  private let clean = SamplePlan.make()

  private func extra(_ section: Section) -> CanonicalPlan { clean.with { $0.sections.append(section) } }

  @Test("trips on a priority without rows; an outcome is a note")
  func trips() {
    let found = extra(Section(id: "5", kind: .priority, ref: "5", title: "Short breaks")).violations(of: rule)
    #expect(found.map(\.pointer) == ["/sections/4"] && found.map(\.severity) == [nil])
    let themes = clean.with { plan in
      for index in plan.sections.indices { plan.sections[index].kind = .theme }
      plan.sections.append(Section(id: "5", kind: .theme, title: "Short breaks"))
    }
    #expect(themes.violations(of: rule).map(\.severity) == [.note])
  }

  @Test("sections below with actions, indicators, other kinds, and kinds that never have any will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    let above = extra(Section(id: "5", kind: .priority, title: "Short breaks")).with { $0.sections[0].parent = "5" }
    #expect(above.violations(of: rule).isEmpty)
    let measured = extra(Section(id: "5", kind: .priority, title: "Short breaks")).with {
      $0.indicators[0].section = "5"
    }
    #expect(measured.violations(of: rule).isEmpty)
    #expect(extra(Section(id: "5", kind: .other, title: "Thanks")).violations(of: rule).isEmpty)
    #expect(extra(Section(id: "5", kind: .weakness, title: "Waiting")).violations(of: rule).isEmpty)
  }

  @Test("an empty heading below an empty heading is told once")
  func once() {
    let plan = extra(Section(id: "5", kind: .priority, title: "Short breaks")).with {
      $0.sections.append(Section(id: "5.1", parent: "5", kind: .priority, title: "Carers"))
    }
    #expect(plan.violations(of: rule).map(\.pointer) == ["/sections/4"])
  }
}
