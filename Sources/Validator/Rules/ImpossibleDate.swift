// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP207: a date that no calendar has.
struct ImpossibleDate: Rule {
  let about = RuleDescription(
    id: "CP207", name: "impossible-date", severity: .error,
    looksAt:
      "The words of all dates: days that their month does not have, months after the twelfth, and figures after a "
      + "month's name that are neither a day nor a year (a warning).",
    why: "Nobody can keep a date that does not exist, and programs leave it out without a word.",
    fix: "Mend the date, with the year in four figures.",
    example: "“31 June 2025”, “29 February 2025”, “14/2025” or “March 2-25”; “30 June 2025” would do.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    var found: [Violation] = []
    let plan = subject.plan
    add(plan.plan.date?.text, "The plan's date", "/plan/date", nil, "date", &found)
    for index in actions.indices {
      var place: String { "/actions/\(index)" }
      add(
        actions[index].start?.text, actions[index].title, "\(place)/start", actions[index].source,
        "\(actions[index].id) start", &found)
      add(
        actions[index].timescale?.text, actions[index].title, "\(place)/timescale", actions[index].source,
        actions[index].id,
        &found)
      let milestones = actions[index].milestones
      for position in milestones.indices {
        // Where the words gave no date at all, they may be at fault.
        let words = milestones[position].text
        add(
          milestones[position].due?.text ?? words,
          "\(actions[index].title), milestone “\(Quote.short(words, words: 5))”",
          "\(place)/milestones/\(position)/\(milestones[position].due == nil ? "text" : "due")",
          milestones[position].source, "\(actions[index].id) milestone", &found)
      }
      let updates = actions[index].updates
      for position in updates.indices {
        add(
          updates[position].asOf?.text, "\(actions[index].title), report", "\(place)/updates/\(position)/asOf",
          updates[position].source, "\(actions[index].id) report", &found)
      }
    }
    for (index, indicator) in plan.indicators.enumerated() {
      for (position, reading) in indicator.readings.enumerated() {
        add(
          reading.period?.text, indicator.title, "/indicators/\(index)/readings/\(position)/period", indicator.source,
          indicator.id, &found)
      }
    }
    return found
  }

  private func add(
    _ words: String?, _ title: @autoclosure () -> String, _ pointer: @autoclosure () -> String,
    _ source: @autoclosure () -> Source?, _ key: @autoclosure () -> String, _ found: inout [Violation]
  ) {
    guard let words, let fault = DateTokens.fault(in: words) else { return }
    found.append(
      Violation(
        severity: fault.isSure ? nil : .warning, message: "\(title()) says “\(fault.words)”: \(fault.reason).",
        pointer: pointer(), source: source(), key: "\(key()) \(fault.words)"))
  }
}
