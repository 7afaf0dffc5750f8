// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP221: an action that is said to be done while steps of it are not.
struct DoneWithOpenMilestones: Rule {
  let about = RuleDescription(
    id: "CP221", name: "done-with-open-milestones", severity: .warning,
    looksAt:
      "Actions rated as completed or embedded: the ratings of their milestones, and milestones due after the plan's "
      + "own date.",
    why: "Either the action is not done, or the milestones were forgotten when it was closed.",
    fix: "Open the action again, or close or strike out the milestone.",
    example: "An action rated “Complete” with a milestone rated red; a milestone without a rating is no fault.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    let edition = subject.plan.plan.date?.edtf.flatMap { DayRange(edtf: $0) }
    var found: [Violation] = []
    for index in actions.indices where actions[index].rating.isDone {
      for (position, milestone) in actions[index].milestones.enumerated() {
        let words: String
        if let status = milestone.rating?.status {
          guard !status.isDone, status != .unknown else { continue }
          words = "is \(status.inWords)"
        } else if let edition, let due = milestone.due, let days = due.edtf.flatMap({ DayRange(edtf: $0) }),
          edition.isSurelyBefore(days)
        {
          words = "is due only “\(due.text)”"
        } else {
          continue
        }
        let action = actions[index]
        found.append(
          Violation(
            message:
              "\(action.title) is said to be done, but its milestone “\(Quote.short(milestone.text))” \(words).",
            pointer: "/actions/\(index)/milestones/\(position)", source: milestone.source,
            key: "\(action.id) \(milestone.text)"))
      }
    }
    return found
  }
}
