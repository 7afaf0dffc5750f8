// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Counts who leads.
enum LeadCounter {
  /// The leads of all actions by role, the most actions first; a lead that an action names twice counts once.
  static func counts(of actions: [ComparedAction], plans: Int) -> [LeadCount] {
    var counts: [LeadCount] = []
    var positions: [String: Int] = [:]
    for item in actions {
      var seen: Set<String> = []
      for lead in item.action.leads {
        let name = name(of: lead)
        let key = key(of: name)
        guard !key.isEmpty, seen.insert(key).inserted else { continue }
        let position = positions[key] ?? counts.count
        if position == counts.count {
          positions[key] = position
          counts.append(LeadCount(name: name, actions: Array(repeating: 0, count: plans)))
        }
        counts[position].actions[item.plan] += 1
      }
    }
    // A stable order: equal ones stay as they came.
    return counts.enumerated().sorted { ($1.element.total, $0.offset) < ($0.element.total, $1.offset) }.map(\.element)
  }

  /// What makes two leads the same.
  static func key(of name: String) -> String { Words.of(name).joined(separator: " ") }

  /// What makes two leads the same.
  static func key(of party: Party) -> String { key(of: name(of: party)) }

  /// A lead's role; its organisation, name or words where no role is known.
  static func name(of party: Party) -> String { party.role ?? party.organisation ?? party.name ?? party.text }
}
