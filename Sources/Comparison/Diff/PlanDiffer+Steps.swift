// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension PlanDiffer {
  /// Compares the milestones of an action.
  mutating func compareMilestones(_ before: [Milestone], _ after: [Milestone], _ pair: ItemPair) {
    guard !before.isEmpty || !after.isEmpty else { return }
    let texts = (before.map(PlanDiffer.undated), after.map(PlanDiffer.undated))
    func dates(_ milestones: [Milestone]) -> [String] { milestones.map { $0.due?.text ?? "" } }
    let pairs = TextPairs(texts.0, texts.1, rest: (dates(before), dates(after)))
    formal += pairs.formal
    for (index, milestone) in after.enumerated() {
      guard let partner = pairs.oldOfNew[index] else {
        guard !pairs.isSameTogether else { continue }
        add(.milestoneAdded, pair, field: "milestones", part: milestone.text, after: milestone.text)
        continue
      }
      let previous = before[partner]
      if differ(texts.0[partner], texts.1[index]) {
        add(
          .milestoneReworded, pair, field: "milestones", part: milestone.text, before: previous.text,
          after: milestone.text
        ) { $0.words = WordDiff.runs(from: previous.text, to: milestone.text) }
      }
      compareDates(
        previous.due, milestone.due, .milestoneDateChanged, pair, field: "milestones", part: milestone.text)
      compareRatings(
        previous.rating, milestone.rating, .milestoneRatingChanged, pair, field: "milestones", part: milestone.text)
    }
    for (index, milestone) in before.enumerated() where pairs.newOfOld[index] == nil && !pairs.isSameTogether {
      add(.milestoneDropped, pair, field: "milestones", part: milestone.text, before: milestone.text)
    }
  }

  /// Compares the measures of success of an action.
  mutating func compareMeasures(_ before: [String], _ after: [String], _ pair: ItemPair) {
    guard !before.isEmpty || !after.isEmpty else { return }
    let pairs = TextPairs(before, after)
    formal += pairs.formal
    let field = "successMeasures"
    for (index, text) in after.enumerated() {
      guard let partner = pairs.oldOfNew[index] else {
        if !pairs.isSameTogether { add(.measureAdded, pair, field: field, part: text, after: text) }
        continue
      }
      let previous = before[partner]
      guard Folded.figure(previous) != Folded.figure(text) else {
        if previous != text { formal += 1 }
        continue
      }
      let shifts = Quantity.shifts(from: previous, to: text) ?? []
      let isWeaker = shifts.contains { $0.isWeaker == true }
      let isStronger = shifts.contains { $0.isWeaker == false }
      let kind: ChangeKind =
        isWeaker == isStronger ? .measureReworded : isWeaker ? .measureWeakened : .measureStrengthened
      add(kind, pair, field: field, part: text, before: previous, after: text) { change in
        change.words = WordDiff.runs(from: previous, to: text)
        change.quantities = shifts
        change.isWeaker = kind == .measureWeakened
      }
    }
    for (index, text) in before.enumerated() where pairs.newOfOld[index] == nil && !pairs.isSameTogether {
      add(.measureDropped, pair, field: field, part: text, before: text) { $0.isWeaker = true }
    }
  }

  /// Compares the progress reports of an action: those of one date with each other, the others by their words.
  mutating func compareUpdates(_ before: [Update], _ after: [Update], _ pair: ItemPair) {
    guard !before.isEmpty || !after.isEmpty else { return }
    var partners = [Int?](repeating: nil, count: after.count)
    var isFree = [Bool](repeating: true, count: before.count)
    func date(_ update: Update) -> String { update.asOf.map { $0.edtf ?? Folded.key($0.text) } ?? "" }
    // The same date and the same words first, then the same date, then similar words.
    for isExact in [true, false] {
      for (index, update) in after.enumerated() where partners[index] == nil && (isExact || update.asOf != nil) {
        partners[index] = before.indices.first { place in
          isFree[place] && date(before[place]) == date(update)
            && (!isExact || Folded.key(before[place].text ?? "") == Folded.key(update.text ?? ""))
        }
        if let partner = partners[index] { isFree[partner] = false }
      }
    }
    let left = before.indices.filter { isFree[$0] }
    let right = after.indices.filter { partners[$0] == nil }
    let pairs = TextPairs(left.map { before[$0].text ?? "" }, right.map { after[$0].text ?? "" })
    for (place, index) in right.enumerated() {
      if let partner = pairs.oldOfNew[place] {
        partners[index] = left[partner]
        isFree[left[partner]] = false
      }
    }
    for (index, update) in after.enumerated() {
      guard let partner = partners[index] else {
        add(.updateAdded, pair, field: "updates", part: update.asOf?.text, after: PlanDiffer.words(update))
        continue
      }
      let previous = before[partner]
      compareTexts(
        previous.text, update.text, .updateChanged, pair, field: "updates", part: update.asOf?.text)
      compareDates(previous.asOf, update.asOf, .updateChanged, pair, field: "updates", part: update.text)
      compareRatings(previous.rating, update.rating, .updateChanged, pair, field: "updates", part: update.asOf?.text)
    }
    for (index, update) in before.enumerated() where isFree[index] {
      add(.updateDropped, pair, field: "updates", part: update.asOf?.text, before: PlanDiffer.words(update))
    }
  }

  /// A milestone's words without those of its date, so that a moved date is not a rewording as well.
  private static func undated(_ milestone: Milestone) -> String {
    guard let due = milestone.due?.text, !due.isEmpty else { return milestone.text }
    let (text, date) = (Array(milestone.text), Array(due))
    guard text.count > date.count else { return milestone.text }
    // The last place, because a trailing date is the milestone's own.
    for start in stride(from: text.count - date.count, through: 0, by: -1)
    where text[start..<(start + date.count)].elementsEqual(date) {
      return String(text[..<start] + text[(start + date.count)...])
    }
    return milestone.text
  }

  private static func words(_ update: Update) -> String? {
    update.text ?? update.rating.map { $0.text ?? $0.colour?.rawValue ?? $0.status.rawValue }
  }
}
