// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP226: a lead whose words were damaged.
struct GarbledParty: Rule {
  let about = RuleDescription(
    id: "CP226", name: "garbled-party", severity: .warning,
    looksAt:
      "The words of leads, contributors and groups: letters of another script or of mathematics, words and posts glued "
      + "without a separator, brackets left open, and names that lost their first letters and stand whole elsewhere.",
    why: "Nobody can tell who is meant, and a count of actions by lead goes wrong.",
    fix:
      "Mend the cell in the document; where only the reading is wrong, convert from the original file instead of a scan or "
      + "an export.",
    example:
      "“Transport ManagerHead of SEND”, “arah Jones” beside “Sarah Jones”; “Transport Manager / Head of SEND” would do."
  )

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    var texts: Set<String> = []
    for index in actions.indices {
      for party in actions[index].leads { texts.insert(party.text) }
      for party in actions[index].contributors { texts.insert(party.text) }
      if let group = actions[index].group { texts.insert(group) }
    }
    let damage = PartyDamage(known: texts)
    // What is left of them was not met yet: one finding for each text, at its first place.
    var open = texts
    var found: [Violation] = []
    func add(_ text: String, _ index: Int, _ pointer: @autoclosure () -> String) {
      guard open.remove(text) != nil, let reason = damage.reason(text) else { return }
      let action = actions[index]
      found.append(
        Violation(
          message: "\(action.title) names “\(text)”: \(reason).", pointer: pointer(), source: action.source, key: text))
    }
    for index in actions.indices {
      for (position, party) in actions[index].leads.enumerated() {
        add(party.text, index, "/actions/\(index)/leads/\(position)")
      }
      for (position, party) in actions[index].contributors.enumerated() {
        add(party.text, index, "/actions/\(index)/contributors/\(position)")
      }
      if let group = actions[index].group { add(group, index, "/actions/\(index)/group") }
    }
    return found
  }
}
