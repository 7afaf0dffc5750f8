// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP204: a deadline that had passed when the plan came out.
struct DeadlineBeforePlan: Rule {
  let about = RuleDescription(
    id: "CP204", name: "deadline-before-plan", severity: .warning,
    looksAt: "Each action's deadline against the date of the plan's edition, unless the action is said to be done.",
    why:
      "Either the action is done and the plan does not say so, or it is late and has no new date, or the year is wrong.",
    fix: "Mark the action as done, give a new date, or mend the year.",
    example: "“March 2024” in a plan of June 2024; “June 2024” would do, and so would a status of completed.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    guard let date = subject.plan.plan.date, let edition = date.edtf.flatMap({ DayRange(edtf: $0) }) else { return [] }
    return actions.indices.compactMap { index in
      guard let deadline = subject.deadlines[index], deadline.isSurelyBefore(edition), !actions[index].rating.isDone,
        actions[index].timescale?.recurrence == nil
      else { return nil }
      // A measure, milestone or report that says so.
      guard !actions[index].updates.contains(where: { $0.rating?.status.isDone == true }) else { return nil }
      let text = actions[index].timescale?.text ?? ""
      let action = actions[index]
      return Violation(
        message: "\(action.title) was due “\(text)”, before this edition of the plan (\(date.text)): "
          + "say that it is done, or give a new date.",
        pointer: "/actions/\(index)/timescale", source: action.source, key: "\(action.id) \(text)")
    }
  }
}
