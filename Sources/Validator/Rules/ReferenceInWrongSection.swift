// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP211: an action numbered for another section than it stands in.
struct ReferenceInWrongSection: Rule {
  let about = RuleDescription(
    id: "CP211", name: "reference-in-wrong-section", severity: .warning,
    looksAt:
      "The first parts of each action's reference against the section's own, or, where sections are not numbered, "
      + "against the other actions of the section.",
    why:
      "Either the action stands in the wrong place or its number is wrong, and reports will name the wrong priority.",
    fix: "Move the action, or renumber it.",
    example: "2.3 under Priority 1; 1.3 would do, and plain numbers 1, 2, 3 are no fault.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    let references = subject.sectionReferences.map { $0?.parts }
    var byReference: [[String]: Int] = [:]
    for (index, parts) in references.enumerated() {
      if let parts, byReference[parts] == nil { byReference[parts] = index }
    }
    let majority = majorities(subject)
    let actions = plan.actions
    return actions.indices.compactMap { index in
      guard let ref = actions[index].ref, let parts = subject.references[index]?.parts, parts.count > 1,
        let section = subject.sectionOfAction[index], actions[index].parent == nil
      else { return nil }
      let path = subject.sectionPaths[section]
      let own = path.compactMap { references[$0] }
      if own.contains(where: { parts.starts(with: $0) && parts.count > $0.count }) { return nil }
      var home: Int?
      if let other = stride(from: parts.count - 1, through: 1, by: -1).lazy
        .compactMap({ byReference[Array(parts.prefix($0))] }).first
      {
        // Only where the plan numbers its sections one way: own reference of the section known.
        guard !own.isEmpty, !path.contains(other) else { return nil }
        home = other
      } else {
        guard own.isEmpty, let usual = majority[section], usual != parts[0],
          let other = majority.first(where: { $0.value == parts[0] && $0.key != section })
        else { return nil }
        home = other.key
      }
      guard let home else { return nil }
      return Violation(
        message: "Action \(ref) stands in \(plan.sections[section].titleInWords), but its number belongs to "
          + "\(plan.sections[home].titleInWords).",
        pointer: "/actions/\(index)/ref", source: actions[index].source, key: "\(ref) \(actions[index].id)")
    }
  }

  /// For each section the first part that three quarters and at least three of its actions have.
  private func majorities(_ subject: Subject) -> [Int: String] {
    var counts: [Int: [String: Int]] = [:]
    for index in subject.plan.actions.indices {
      guard let section = subject.sectionOfAction[index], let parts = subject.references[index]?.parts, parts.count > 1
      else { continue }
      counts[section, default: [:]][parts[0], default: 0] += 1
    }
    return counts.compactMapValues { parts in
      let total = parts.values.reduce(0, +)
      return parts.first { $0.value >= 3 && $0.value * 4 >= total * 3 }?.key
    }
  }
}
