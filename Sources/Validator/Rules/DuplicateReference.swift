// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP209: one reference for two actions.
struct DuplicateReference: Rule {
  let about = RuleDescription(
    id: "CP209", name: "duplicate-reference", severity: .error,
    looksAt:
      "The references of actions within a section, and of the whole plan where numbering does not start again in "
      + "each section.",
    why: "Minutes and reports that name the reference may mean either action.",
    fix: "Renumber one of the two.",
    example: "Two actions numbered 2.3; actions 1 to 5 under each of three priorities are no fault.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    var keys = TextNumbers()
    // For each key the first action that has it.
    var first: [Int] = []
    var repeats: [(Int, Int)] = []
    for index in actions.indices {
      guard let key = key(index, subject) else { continue }
      let (number, isNew) = keys.number(of: key)
      if isNew { first.append(index) } else { repeats.append((first[number], index)) }
    }
    let restarts = numberingRestarts(repeats, subject)
    return repeats.compactMap { earlier, index in
      let inSection = subject.sectionOfAction[earlier] == subject.sectionOfAction[index]
      guard inSection || !restarts else { return nil }
      let action = actions[index]
      return Violation(
        message: "\(action.title) stands twice: “\(Quote.short(actions[earlier].text))” and "
          + "“\(Quote.short(action.text))”. Renumber one of them.",
        pointer: "/actions/\(index)/ref", source: action.source, key: "\(action.ref ?? "") \(action.id)")
    }
  }

  /// Where two references or more stand in the same two sections, or where they are plain numbers, each section counts
  /// from one again.
  private func numberingRestarts(_ repeats: [(Int, Int)], _ subject: Subject) -> Bool {
    let across = repeats.filter { subject.sectionOfAction[$0.0] != subject.sectionOfAction[$0.1] }
    if across.contains(where: { subject.references[$0.0].map { $0.count < 2 } ?? true }) {
      return true
    }
    var pairs: Set<[Int]> = []
    return across.contains {
      !pairs.insert([subject.sectionOfAction[$0.0] ?? -1, subject.sectionOfAction[$0.1] ?? -1]).inserted
    }
  }

  private func key(_ index: Int, _ subject: Subject) -> String? {
    guard let ref = subject.plan.actions[index].ref else { return nil }
    guard let numbered = subject.references[index] else { return ref }
    // A sub-action's reference may be its last part only.
    return subject.plan.actions[index].parent.map { "\($0)/\(numbered.text)" } ?? numbered.text
  }
}
