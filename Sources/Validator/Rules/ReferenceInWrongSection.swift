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
    var byReference: [Substring: Int] = [:]
    for (index, reference) in subject.sectionReferences.enumerated() {
      if let reference, byReference[reference.text[...]] == nil { byReference[reference.text[...]] = index }
    }
    // Only needed where sections have no references.
    lazy var majority = majorities(subject)
    let actions = plan.actions
    return actions.indices.compactMap { index in
      guard let reference = subject.references[index], reference.count > 1,
        let section = subject.sectionOfAction[index],
        actions[index].parent == nil
      else { return nil }
      let path = subject.sectionPaths[section]
      var hasOwn = false
      for above in path {
        guard let own = subject.sectionReferences[above] else { continue }
        if reference.isBelow(own) { return nil }
        hasOwn = true
      }
      var home: Int?
      if let other = reference.beginnings.lazy.compactMap({ byReference[$0] }).first {
        // Only where the plan numbers its sections one way: own reference of the section known.
        guard hasOwn, !path.contains(other) else { return nil }
        home = other
      } else {
        guard !hasOwn, let usual = majority[section], usual != reference.first,
          let other = majority.first(where: { $0.value == reference.first && $0.key != section })
        else { return nil }
        home = other.key
      }
      guard let home else { return nil }
      return Violation(
        message:
          "Action \(actions[index].ref ?? "") stands in \(plan.sections[section].titleInWords), but its number belongs to "
          + "\(plan.sections[home].titleInWords).",
        pointer: "/actions/\(index)/ref", source: actions[index].source,
        key: "\(actions[index].ref ?? "") \(actions[index].id)")
    }
  }

  /// For each section the first part that three quarters and at least three of its actions have.
  private func majorities(_ subject: Subject) -> [Int: Substring] {
    var counts: [Int: [Substring: Int]] = [:]
    for index in subject.plan.actions.indices {
      guard let section = subject.sectionOfAction[index], let reference = subject.references[index],
        reference.count > 1
      else { continue }
      counts[section, default: [:]][reference.first, default: 0] += 1
    }
    return counts.compactMapValues { parts in
      let total = parts.values.reduce(0, +)
      return parts.first { $0.value >= 3 && $0.value * 4 >= total * 3 }?.key
    }
  }
}
