// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP206: a list of dates that goes back in time.
struct DatesOutOfOrder: Rule {
  let about = RuleDescription(
    id: "CP206", name: "dates-out-of-order", severity: .warning,
    looksAt: "Lists of dates in timescales and milestones.",
    why: "A date that goes back in time is mostly one with last year's year, and a report planned for it is never due.",
    fix: "Mend the year, or put the dates in order.",
    example: "“May 2025, September 2025, January 2025”; “May 2025, September 2025, January 2026” would do.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    var found: [Violation] = []
    for index in actions.indices {
      if let timescale = actions[index].timescale, let words = fault(timescale) {
        let action = actions[index]
        found.append(
          Violation(
            message: "\(action.title) lists “\(timescale.text)”: \(words) Is the year right?",
            pointer: "/actions/\(index)/timescale", source: action.source,
            key: "\(action.id) \(timescale.text)"))
      }
      for (position, milestone) in actions[index].milestones.enumerated() {
        guard let due = milestone.due, let words = fault(due) else { continue }
        let action = actions[index]
        found.append(
          Violation(
            message:
              "\(action.title), milestone “\(Quote.short(milestone.text))” lists “\(due.text)”: \(words) "
              + "Is the year right?",
            pointer: "/actions/\(index)/milestones/\(position)/due", source: milestone.source,
            key: "\(action.id) \(milestone.text)"))
      }
    }
    return found
  }

  private func fault(_ when: When) -> String? {
    guard let edtf = when.edtf, edtf.utf8.first == UInt8(ascii: "{") else { return nil }
    let members = DayRange.members(of: edtf)
    for (earlier, later) in zip(members, members.dropFirst()) where later.isSurelyBefore(earlier) {
      return "\(month(later)) stands after \(month(earlier))."
    }
    return nil
  }

  private func month(_ range: DayRange) -> String {
    if range.last == range.first { return range.first.iso }
    return String(range.first.iso.prefix(7))
  }
}
