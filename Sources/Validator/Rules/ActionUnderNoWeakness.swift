// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP302: an action that answers none of the areas of weakness.
struct ActionUnderNoWeakness: Rule {
  let about = RuleDescription(
    id: "CP302", name: "action-under-no-weakness", severity: .note,
    looksAt: "Each action, with the headings it stands under, against the inspectors' areas (`--weaknesses FILE` or "
      + "`--inspection FILE`), matched as `commonplan trace` does it.",
    why: "Work that the inspectors did not ask for may be good, but does not answer them.",
    fix: "Say which area the action answers, or move it to another plan.",
    example: "“Paint the office” in a plan that answers weaknesses in waiting times.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    guard let weaknesses = subject.weaknesses else { return [] }
    let match = WeaknessMatch(subject, weaknesses)
    guard match.speaks.contains(true) else { return [] }
    return actions.indices.compactMap { index in
      guard !match.touches[index] else { return nil }
      let action = actions[index]
      return Violation(
        message: "\(action.title) answers none of the areas of weakness: say which it belongs to.",
        pointer: "/actions/\(index)", source: action.source, key: action.id)
    }
  }
}
