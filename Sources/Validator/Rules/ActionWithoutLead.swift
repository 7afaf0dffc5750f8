// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP201: an action that nobody leads.
struct ActionWithoutLead: Rule {
  let about = RuleDescription(
    id: "CP201", name: "action-without-lead", severity: .warning,
    looksAt: "Each action's leads, those of the action and the sections it stands under, and the group that drives it.",
    why: "Nobody can be asked how an action without a lead is going, and inspectors ask for one accountable person.",
    fix: "Name a post or person who leads the action.",
    example: "An empty Lead cell, or one that says “TBC”; “Head of SEND” would do, and so would a senior responsible "
      + "officer of its priority. Where no action of the plan has a lead, the plan is told once.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    let without = plan.actions.indices.filter { !hasLead($0, subject) }
    if without.count == plan.actions.count, without.count > 2 {
      return [
        Violation(
          message: "None of the \(without.count) actions has a lead: add a column that names who answers for each.",
          pointer: "/actions", source: plan.actions[0].source, key: "all")
      ]
    }
    return without.map { index in
      let action = plan.actions[index]
      let open = action.leads.isEmpty ? "" : " but “\(action.leads[0].text)”"
      return Violation(
        message: "\(action.title) has no lead\(open): name the post or person who answers for it.",
        pointer: "/actions/\(index)", source: action.source, key: action.id)
    }
  }

  private func hasLead(_ index: Int, _ subject: Subject) -> Bool {
    let actions = subject.plan.actions
    if actions[index].group != nil || names(actions[index].leads) { return true }
    if let parent = subject.parent(ofAction: index), actions[parent].group != nil || names(actions[parent].leads) {
      return true
    }
    return subject.sections(ofAction: index).contains { names(subject.plan.sections[$0].leads) }
  }

  private func names(_ parties: [Party]) -> Bool {
    parties.indices.contains { !Placeholder.isOpen(parties[$0].text) }
  }
}
