// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Compares two editions, part by part; the parts are in files of their own.
struct PlanDiffer {
  let old: CanonicalPlan
  let new: CanonicalPlan
  /// The changes so far.
  var changes: [PlanChange] = []
  var unchangedActions = 0
  /// Differences that are none: see ``PlanDiff/formal``.
  var formal = 0

  init(old: CanonicalPlan, new: CanonicalPlan) {
    self.old = old
    self.new = new
  }

  mutating func run() {
    comparePlans()
    // Actions tell which section is which where titles do not, and sections where actions may stand.
    var sections = SectionPairs(old, new)
    let actions = ActionLineage(old, new, sections)
    sections.complete(old, new, actions.lineage)
    compareSections(sections, actions.lineage)
    compareActions(actions.lineage, sections)
    compareIndicators(sections)
  }

  /// Adds a change, with what `fill` says of it.
  mutating func add(
    _ kind: ChangeKind, _ pair: ItemPair, field: String? = nil, part: String? = nil, before: String? = nil,
    after: String? = nil, _ fill: (inout PlanChange) -> Void = { _ in }
  ) {
    var change = PlanChange(kind: kind, subject: pair.subject, old: pair.old, new: pair.new)
    change.field = field
    change.part = part
    change.before = before
    change.after = after
    fill(&change)
    changes.append(change)
  }

  /// Adds a change where two texts differ in words, with the words. Absent and empty is the same.
  mutating func compareTexts(
    _ before: String?, _ after: String?, _ kind: ChangeKind, _ pair: ItemPair, field: String, part: String? = nil
  ) {
    guard differ(before ?? "", after ?? "") else { return }
    add(kind, pair, field: field, part: part, before: before, after: after) { change in
      if let before, let after { change.words = WordDiff.runs(from: before, to: after) }
    }
  }

  /// Whether two texts differ in words; counts those that differ in form only.
  mutating func differ(_ before: String, _ after: String) -> Bool {
    guard before != after else { return false }
    guard Folded.key(before) == Folded.key(after) else { return true }
    formal += 1
    return false
  }

  /// Adds a change where two dates differ in meaning.
  mutating func compareDates(
    _ before: When?, _ after: When?, _ kind: ChangeKind, _ pair: ItemPair, field: String, part: String? = nil
  ) {
    guard let shift = DateShift(from: before, to: after) else {
      if before?.text != after?.text { formal += 1 }
      return
    }
    add(kind, pair, field: field, part: part, before: before?.text, after: after?.text) { $0.shift = shift }
  }

  /// Adds a change where other parties are named; their order makes no difference.
  mutating func compareParties(
    _ before: [Party], _ after: [Party], _ kind: ChangeKind, _ pair: ItemPair, field: String
  ) {
    let joined = PlanDiffer.missing(after, in: before)
    let left = PlanDiffer.missing(before, in: after)
    guard !joined.isEmpty || !left.isEmpty else {
      if before.map(\.text) != after.map(\.text) { formal += 1 }
      return
    }
    func list(_ parties: [Party]) -> String? {
      parties.isEmpty ? nil : parties.map(\.text).joined(separator: "; ")
    }
    add(kind, pair, field: field, before: list(before), after: list(after)) { change in
      change.joined = joined
      change.left = left
    }
  }

  /// Adds a change where ratings differ; returns the shift.
  mutating func compareRatings(
    _ before: Rating?, _ after: Rating?, _ kind: ChangeKind, _ pair: ItemPair, field: String, part: String? = nil
  ) {
    guard let shift = RatingShift(from: before, to: after, oldKey: old.plan.ratingKey, newKey: new.plan.ratingKey)
    else {
      return
    }
    let isDone = shift.to == .completed || shift.to == .embedded
    let wasDone = shift.from == .completed || shift.from == .embedded
    let kind = kind == .milestoneRatingChanged && isDone && !wasDone ? .milestoneCompleted : kind
    add(kind, pair, field: field, part: part, before: before.map(PlanDiffer.words), after: after.map(PlanDiffer.words))
    {
      $0.rating = shift
    }
  }

  private static func missing(_ parties: [Party], in others: [Party]) -> [String] {
    var keys: [String: Int] = [:]
    for party in others { keys[Folded.key(party.text), default: 0] += 1 }
    return parties.map(\.text).filter { text in
      let key = Folded.key(text)
      guard let count = keys[key], count > 0 else { return true }
      keys[key] = count - 1
      return false
    }
  }

  private static func words(_ rating: Rating) -> String {
    if let text = rating.text { return text }
    return rating.colour?.rawValue ?? rating.status.rawValue
  }
}

/// The items that a change names.
struct ItemPair {
  let subject: ChangeSubject
  var old: [DiffItem] = []
  var new: [DiffItem] = []
}

extension DiffItem {
  init(_ action: Action) {
    self.init(
      id: action.id, ref: action.ref, text: action.text, section: action.section, place: action.source.label)
  }

  init(_ section: Section) {
    self.init(
      id: section.id, ref: section.ref, text: section.title, section: section.parent, place: section.source.label)
  }

  init(_ indicator: Indicator) {
    self.init(
      id: indicator.id, text: indicator.measure, section: indicator.section, place: indicator.source.label)
  }
}
