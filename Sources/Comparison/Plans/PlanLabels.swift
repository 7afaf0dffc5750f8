// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What plans are called where they stand side by side.
enum PlanLabels {
  /// One label a plan, no two the same: the authority's name, else the title, else the file's name; plans that share one
  /// get their kind and date beside it, and where that is not enough the file's name and a number.
  static func make(for plans: [CanonicalPlan]) -> [String] {
    var labels = plans.map { plan in plan.plan.authority?.name ?? plan.plan.title ?? plan.document.file }
    extend(&labels) { index in
      let info = plans[index].plan
      let kind = info.kind == .other ? nil : info.kind.words
      return [kind, info.date?.text].compactMap { $0 }.joined(separator: ", ")
    }
    extend(&labels) { plans[$0].document.file }
    var seen: [String: Int] = [:]
    for index in labels.indices {
      seen[labels[index], default: 0] += 1
      if let number = seen[labels[index]], number > 1 { labels[index] += " \(number)" }
    }
    return labels
  }

  private static func extend(_ labels: inout [String], _ more: (Int) -> String) {
    var uses: [String: Int] = [:]
    for label in labels { uses[label, default: 0] += 1 }
    for index in labels.indices where uses[labels[index], default: 0] > 1 {
      let addition = more(index)
      if !addition.isEmpty { labels[index] += " (\(addition))" }
    }
  }
}

extension PlanKind {
  /// The kind in words, such as `written statement of action`.
  var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}

extension RatingStatus {
  /// The status in words, such as `on track`.
  var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
