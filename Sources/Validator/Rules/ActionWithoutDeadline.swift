// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP202: an action that does not say by when.
struct ActionWithoutDeadline: Rule {
  let about = RuleDescription(
    id: "CP202", name: "action-without-deadline", severity: .warning,
    looksAt:
      "Each action's timescale; the dates of its milestones, of the action it stands under, of its own words and of "
      + "its sections' headings will do. Actions that are done need none.",
    why: "Without a date nobody can say that an action is late.",
    fix: "Give the month by which the action is done, or how often it recurs.",
    example:
      "An empty By when cell, or one that says “TBC”; “July 2026”, “termly” or “ongoing” would do. Where no action "
      + "of the plan has a deadline, the plan is told once.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    let without = plan.actions.indices.filter { !hasDeadline($0, subject) }
    if without.count == plan.actions.count, without.count > 2 {
      return [
        Violation(
          message: "None of the \(without.count) actions says by when: add a column of dates.",
          pointer: "/actions", source: plan.actions[0].source, key: "all")
      ]
    }
    return without.map { index in
      let action = plan.actions[index]
      let open = action.timescale.map { " but “\($0.text)”" } ?? ""
      return Violation(
        message: "\(action.title) has no deadline\(open): say by when it is done.",
        pointer: action.timescale == nil ? "/actions/\(index)" : "/actions/\(index)/timescale", source: action.source,
        key: action.id)
    }
  }

  private func hasDeadline(_ index: Int, _ subject: Subject) -> Bool {
    let actions = subject.plan.actions
    if says(actions[index].timescale) || actions[index].rating.isDone { return true }
    if actions[index].milestones.contains(where: { says($0.due) }) || DateTokens.saysByWhen(actions[index].text) {
      return true
    }
    if let parent = subject.parent(ofAction: index), says(actions[parent].timescale) { return true }
    let sections = subject.plan.sections
    return subject.sections(ofAction: index).contains { section in
      DateTokens.saysByWhen(sections[section].title)
        || sections[section].outcomes.contains(where: DateTokens.saysByWhen)
    }
  }

  private func says(_ when: When?) -> Bool {
    guard let when else { return false }
    if when.edtf != nil || when.ongoing == true || when.recurrence != nil { return true }
    return !Placeholder.isOpen(when.text)
  }
}
