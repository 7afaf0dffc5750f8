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
    for action in actions {
      for party in action.leads { texts.insert(party.text) }
      for party in action.contributors { texts.insert(party.text) }
      if let group = action.group { texts.insert(group) }
    }
    let damage = PartyDamage(known: texts)
    var verdicts: [String: String?] = [:]
    var found: [Violation] = []
    func add(_ text: String, _ action: Action, _ pointer: @autoclosure () -> String) {
      // One finding for each text, at its first place.
      guard verdicts.index(forKey: text) == nil else { return }
      let reason = damage.reason(text)
      verdicts.updateValue(reason, forKey: text)
      guard let reason else { return }
      found.append(
        Violation(
          message: "\(action.title) names “\(text)”: \(reason).", pointer: pointer(), source: action.source, key: text))
    }
    for (index, action) in actions.enumerated() {
      for (position, party) in action.leads.enumerated() {
        add(party.text, action, "/actions/\(index)/leads/\(position)")
      }
      for (position, party) in action.contributors.enumerated() {
        add(party.text, action, "/actions/\(index)/contributors/\(position)")
      }
      if let group = action.group { add(group, action, "/actions/\(index)/group") }
    }
    return found
  }
}
