// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP201: an action that nobody leads.
struct ActionWithoutLead: Rule {
  let about = RuleDescription(
    id: "CP201", name: "action-without-lead", severity: .warning,
    looksAt: "Each action's leads, and those of the sections it stands in.",
    why: "Nobody can be asked how an action without a lead is going, and inspectors ask for one accountable person.",
    fix: "Name a post or person who leads the action.",
    example: "An empty Lead cell; “Head of SEND” would do, and so would a senior responsible officer of its priority.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    return plan.actions.enumerated().compactMap { index, action in
      guard action.leads.isEmpty, action.group == nil, !hasSectionLead(action, subject) else { return nil }
      return Violation(
        message: "\(action.title) has no lead: name the post or person who answers for it.",
        pointer: "/actions/\(index)", source: action.source, key: action.id)
    }
  }

  private func hasSectionLead(_ action: Action, _ subject: Subject) -> Bool {
    var id = action.section
    // A section's parent stands before it; the bound is for plans that say otherwise.
    for _ in 0..<16 {
      guard let known = id, let index = subject.sectionIndex[known] else { return false }
      let section = subject.plan.sections[index]
      if !section.leads.isEmpty { return true }
      id = section.parent
    }
    return false
  }
}
