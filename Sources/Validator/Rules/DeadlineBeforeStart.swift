// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP205: an action that ends before it starts.
struct DeadlineBeforeStart: Rule {
  let about = RuleDescription(
    id: "CP205", name: "deadline-before-start", severity: .error,
    looksAt:
      "Each action's deadline against its start date, where the plan gives both, and spans of time that end before "
      + "they begin.",
    why: "One of the two dates is wrong, so that nobody knows when the action is due.",
    fix: "Mend the wrong one; often it is the year.",
    example: "Start “September 2025”, end “March 2025”; end “March 2026” would do.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    return actions.indices.compactMap { index in
      guard let deadline = subject.deadlines[index] else { return nil }
      if let last = deadline.last, last < deadline.first {
        let text = actions[index].timescale?.text ?? ""
        let action = actions[index]
        return Violation(
          message: "\(action.title) runs “\(text)”, which ends before it begins.",
          pointer: "/actions/\(index)/timescale", source: action.source, key: "\(action.id) \(text)")
      }
      guard let start = actions[index].start, let from = start.edtf.flatMap({ DayRange(edtf: $0) }) else { return nil }
      guard deadline.isSurelyBefore(from) else { return nil }
      let text = actions[index].timescale?.text ?? ""
      let action = actions[index]
      return Violation(
        message: "\(action.title) is due “\(text)”, before it starts (“\(start.text)”).",
        pointer: "/actions/\(index)/timescale", source: action.source, key: "\(action.id) \(text)")
    }
  }
}
