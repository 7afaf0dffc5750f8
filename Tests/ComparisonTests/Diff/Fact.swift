// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison

/// One thing that a diff says: what kind of change, of which item, in which field.
struct Fact: Hashable, CustomStringConvertible {
  var kind: ChangeKind
  var old: [String]
  var new: [String]
  var field: String?
  /// What tells changes of one field apart and what must be said of it: the direction of a date, the milestone's words.
  var detail: String = ""

  var description: String {
    "\(kind.rawValue) \(old.joined(separator: "+")) > \(new.joined(separator: "+")) \(field ?? "") \(detail)"
  }
}

extension Fact {
  init(_ change: PlanChange) {
    let detail: String =
      switch change.kind {
      case .deadlineChanged, .startChanged:
        change.shift.map { "\($0.direction.rawValue) \($0.months ?? 0)" } ?? "no shift"
      case .milestoneDateChanged: "\(change.part ?? "") \(change.shift?.months ?? 0)"
      case .leadsChanged, .contributorsChanged: "+\(change.joined.sorted()) -\(change.left.sorted())"
      case .ratingChanged: change.rating?.direction.rawValue ?? "no direction"
      case .updateAdded: change.after ?? ""
      default: change.part ?? ""
      }
    // Fields that the kind implies are not told apart.
    let implied: Set<ChangeKind> = [.actionMerged, .actionSplit]
    self.init(
      kind: change.kind, old: change.old.map(\.id).sorted(), new: change.new.map(\.id).sorted(),
      field: implied.contains(change.kind) ? nil : change.field, detail: detail)
  }
}
