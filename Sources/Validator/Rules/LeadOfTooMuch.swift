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

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    guard actions.count >= LeadOfTooMuch.fewestActions else { return [] }
    var leads: [(key: String, text: String, action: Int, count: Int)] = []
    // The same few leads stand in most actions: each is looked at once, and nil where its cell stands open.
    var positions: [String: Int?] = [:]
    var byKey: [String: Int] = [:]
    for index in actions.indices {
      var ofAction: [Int] = []
      for lead in actions[index].leads {
        let words = lead.name ?? lead.text
        let position: Int?
        if let known = positions[words] {
          position = known
        } else {
          let key = words.lowercased()
          position = Placeholder.isOpen(lead.text) ? nil : byKey[key] ?? leads.count
          positions.updateValue(position, forKey: words)
          byKey[key] = position
          if position == leads.count { leads.append((key, lead.text, index, 0)) }
        }
        guard let position, !ofAction.contains(position) else { continue }
        ofAction.append(position)
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
