// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP201 action without a lead")
struct ActionWithoutLeadTests {
  private func plan(leads: [Party], sectionLeads: [Party] = []) -> CanonicalPlan {
    var plan = CanonicalPlan(
      document: DocumentInfo(
        file: "plan.txt", mediaType: "text/plain", sha256: String(repeating: "0", count: 64), pages: nil,
        reader: "text", readerVersion: "0", ocr: false))
    plan.sections = [Section(id: "s1", kind: .priority, title: "Early help", leads: sectionLeads)]
    var action = Action(id: "1.1", text: "Open a clinic", source: Source(line: 4))
    action.ref = "1.1"
    action.section = "s1"
    action.leads = leads
    plan.actions = [action]
    return plan
  }

  @Test("trips on an action that nobody leads")
  func trips() {
    let found = PlanValidator(rules: [ActionWithoutLead()]).validate(plan(leads: []))
    #expect(found.map(\.violation.pointer) == ["/actions/0"])
    #expect(found.first?.finding.source == Source(line: 4))
  }

  @Test("a lead of the action or of its section will do")
  func nearMiss() {
    let lead = Party(text: "Head of SEND")
    #expect(PlanValidator(rules: [ActionWithoutLead()]).validate(plan(leads: [lead])).isEmpty)
    #expect(PlanValidator(rules: [ActionWithoutLead()]).validate(plan(leads: [], sectionLeads: [lead])).isEmpty)
  }
}
