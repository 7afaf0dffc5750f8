// SPDX-License-Identifier: GPL-3.0-or-later

/// What a change is, in words for readers.
enum ChangeWords {
  /// One change in a few words, without its values.
  static func of(_ change: PlanChange) -> String {
    switch change.kind {
    case .deadlineChanged, .milestoneDateChanged: dates(change)
    case .startChanged: "start " + dates(change)
    case .leadsChanged, .sectionLeadsChanged: parties(change, "lead")
    case .contributorsChanged: parties(change, "contributor")
    case .ratingChanged, .milestoneRatingChanged: change.rating?.words ?? "rating changed"
    case .milestoneCompleted: "ticked off"
    case .measureWeakened, .measureStrengthened, .measureReworded: figures(change)
    case .baselineChanged, .targetChanged, .actualChanged: "\(change.field ?? "") \(verb(change))" + weak(change)
    case .planChanged, .fieldChanged: "\(change.field ?? "") \(verb(change))"
    case .updateChanged: change.rating.map { "rating " + $0.words } ?? (change.shift == nil ? "changed" : dates(change))
    case .measureDropped: "dropped (asks for less)"
    case .actionsReordered: "in another order"
    case .actionMoved: change.field == "parent" ? "under another action" : "in another section"
    default: change.kind.rawValue.split(separator: "-").last.map(String.init) ?? change.kind.rawValue
    }
  }

  private static func dates(_ change: PlanChange) -> String {
    guard let shift = change.shift else { return "changed" }
    guard let days = shift.days, shift.months != nil else { return shift.words }
    return "\(shift.words) (\(abs(days)) days)"
  }

  private static func parties(_ change: PlanChange, _ noun: String) -> String {
    var parts: [String] = []
    if !change.joined.isEmpty { parts.append("new \(noun): \(change.joined.joined(separator: "; "))") }
    if !change.left.isEmpty { parts.append("no longer: \(change.left.joined(separator: "; "))") }
    return parts.joined(separator: ". ")
  }

  private static func figures(_ change: PlanChange) -> String {
    let word =
      switch change.kind {
      case .measureWeakened: "weakened"
      case .measureStrengthened: "strengthened"
      default: "reworded"
      }
    let shifts = change.quantities.map { shift in
      let unit = shift.unit.map { $0 == "%" ? $0 : " \($0)s" } ?? ""
      return "\(shift.before.figure) to \(shift.after.figure)\(unit)"
    }
    return shifts.isEmpty ? word : "\(word): \(shifts.joined(separator: ", "))"
  }

  private static func verb(_ change: PlanChange) -> String {
    change.before == nil ? "newly given" : change.after == nil ? "no longer given" : "changed"
  }

  private static func weak(_ change: PlanChange) -> String { change.isWeaker ? " (asks for less)" : "" }
}
