// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP208: a step on the way that comes after the end.
struct MilestoneAfterDeadline: Rule {
  let about = RuleDescription(
    id: "CP208", name: "milestone-after-deadline", severity: .warning,
    looksAt: "The dates of milestones against the deadline of their action; reviews and evaluations may come after it.",
    why: "The action cannot be done in time while one of its steps is due later.",
    fix: "Move the deadline to the last milestone, or mend the date.",
    example:
      "An action due “March 2025” with a milestone of “June 2025”; “Review in June 2025” would do, and so would an "
      + "action that is “ongoing”.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    var found: [Violation] = []
    for index in actions.indices {
      guard let deadline = subject.deadlines[index], deadline.last != nil, actions[index].timescale?.recurrence == nil,
        actions[index].timescale?.ongoing != true
      else { continue }
      for (position, milestone) in actions[index].milestones.enumerated() {
        guard let due = milestone.due, let days = due.edtf.flatMap({ DayRange(edtf: $0) }),
          deadline.isSurelyBefore(days), !WordScan.contains(milestone.text, anyOf: MilestoneAfterDeadline.lookingBack)
        else { continue }
        let action = actions[index]
        found.append(
          Violation(
            message: "\(action.title) is due “\(action.timescale?.text ?? "")”, but its milestone "
              + "“\(Quote.short(milestone.text))” only “\(due.text)”.",
            pointer: "/actions/\(index)/milestones/\(position)/due", source: milestone.source,
            key: "\(action.id) \(milestone.text)"))
      }
    }
    return found
  }

  /// Words of milestones that look back at what was done.
  private static let lookingBack: WordList = ["evaluate", "evaluated", "evaluation", "review", "reviewed", "reviews"]
}
