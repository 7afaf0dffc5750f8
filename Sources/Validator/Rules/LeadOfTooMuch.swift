// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP224: one person for too much of the plan.
struct LeadOfTooMuch: Rule {
  /// One lead of more than this share of all actions is reported.
  static let share = 0.4
  /// In plans of fewer actions nobody is.
  static let fewestActions = 10

  let about = RuleDescription(
    id: "CP224", name: "lead-of-too-much", severity: .note,
    looksAt: "The share of all actions that one person or post leads: more than 40 % in a plan of ten actions or more.",
    why: "A plan that hangs on one person stops when that person is ill or leaves.",
    fix: "Share the actions out, or name a second lead for some.",
    example: "“Head of SEND” leads 9 of 12 actions; 4 of 12 would do.")

  private struct Lead {
    var key: String
    var text: String
    /// The first action that it leads.
    var action: Int
    /// The action that was counted last, in which it may be named twice.
    var latest: Int?
    var count = 0
  }

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    guard actions.count >= LeadOfTooMuch.fewestActions else { return [] }
    var leads: [Lead] = []
    // The same few leads stand in most actions: each is looked at once, and has no position where its cell stands open.
    var names = TextNumbers()
    var positions: [Int?] = []
    var byKey: [String: Int] = [:]
    for index in actions.indices {
      let parties = actions[index].leads
      for place in parties.indices {
        let (number, isNew) = names.number(of: parties[place].name ?? parties[place].text)
        if isNew {
          let key = names.texts[number].lowercased()
          let position = Placeholder.isOpen(parties[place].text) ? nil : byKey[key] ?? leads.count
          positions.append(position)
          byKey[key] = position
          if position == leads.count { leads.append(Lead(key: key, text: parties[place].text, action: index)) }
        }
        guard let position = positions[number], leads[position].latest != index else { continue }
        leads[position].latest = index
        leads[position].count += 1
      }
    }
    return leads.compactMap { lead in
      guard Double(lead.count) > LeadOfTooMuch.share * Double(actions.count) else { return nil }
      return Violation(
        message: "\(lead.text) leads \(lead.count) of \(actions.count) actions: share some out, or name a second lead.",
        pointer: "/actions/\(lead.action)/leads", source: actions[lead.action].source, key: lead.key)
    }
  }
}
