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
    var texts = TextNumbers()
    // One finding for each text, at its first place.
    var places: [(action: Int, field: Field)] = []
    for index in actions.indices {
      let leads = actions[index].leads
      for position in leads.indices where texts.number(of: leads[position].text).isNew {
        places.append((index, .lead(position)))
      }
      let contributors = actions[index].contributors
      for position in contributors.indices where texts.number(of: contributors[position].text).isNew {
        places.append((index, .contributor(position)))
      }
      if let group = actions[index].group, texts.number(of: group).isNew { places.append((index, .group)) }
    }
    let damage = PartyDamage(known: texts)
    return zip(texts.texts, places).compactMap { text, place in
      guard let reason = damage.reason(text) else { return nil }
      let action = actions[place.action]
      return Violation(
        message: "\(action.title) names “\(text)”: \(reason).", pointer: "/actions/\(place.action)/\(place.field.path)",
        source: action.source, key: text)
    }
  }

  /// Where an action names a party.
  private enum Field {
    case lead(Int)
    case contributor(Int)
    case group

    var path: String {
      switch self {
      case .lead(let position): "leads/\(position)"
      case .contributor(let position): "contributors/\(position)"
      case .group: "group"
      }
    }
  }
}
