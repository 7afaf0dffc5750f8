// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension PlanDiffer {
  /// Compares the actions.
  mutating func compareActions(_ lineage: Lineage, _ sections: SectionPairs) {
    var isDone = [Bool](repeating: false, count: lineage.families.count)
    for (place, action) in new.actions.enumerated() {
      guard let number = lineage.familyOfNew[place] else {
        add(.actionAdded, ItemPair(subject: .action, new: [DiffItem(action)]), after: action.text)
        continue
      }
      guard !isDone[number] else { continue }
      isDone[number] = true
      compare(lineage.families[number], lineage, sections)
    }
    for (place, action) in old.actions.enumerated() where lineage.familyOfOld[place] == nil {
      add(.actionDropped, ItemPair(subject: .action, old: [DiffItem(action)]), before: action.text)
    }
  }

  /// Compares the actions of one family. Merged and split ones are compared as one action with all that belongs to them.
  private mutating func compare(_ family: Lineage.Family, _ lineage: Lineage, _ sections: SectionPairs) {
    let (olds, news) = (family.old.map { old.actions[$0] }, family.new.map { new.actions[$0] })
    let pair = ItemPair(subject: .action, old: olds.map { DiffItem($0) }, new: news.map { DiffItem($0) })
    let count = changes.count
    let isSingle = olds.count == 1 && news.count == 1
    let before = isSingle ? olds[0] : Action.combined(olds, like: news[0])
    let after = isSingle ? news[0] : Action.combined(news, like: before)
    if isSingle {
      compareTexts(before.text, after.text, .actionReworded, pair, field: "text")
      if Folded.key(before.ref ?? "") != Folded.key(after.ref ?? "") {
        add(.actionRenumbered, pair, field: "ref", before: before.ref, after: after.ref)
      }
      comparePlaces(family, lineage, sections, pair)
    } else {
      add(olds.count > 1 ? .actionMerged : .actionSplit, pair, field: "text", before: before.text, after: after.text) {
        $0.words = WordDiff.runs(from: before.text, to: after.text)
      }
    }
    compareFields(before, after, pair)
    compareMilestones(before.milestones, after.milestones, pair)
    compareMeasures(before.successMeasures, after.successMeasures, pair)
    compareUpdates(before.updates, after.updates, pair)
    if changes.count == count { unchangedActions += olds.count }
  }

  private mutating func comparePlaces(
    _ family: Lineage.Family, _ lineage: Lineage, _ sections: SectionPairs, _ pair: ItemPair
  ) {
    let (before, after) = (old.actions[family.old[0]], new.actions[family.new[0]])
    if !sections.isSame(before.section, after.section) {
      add(
        .actionMoved, pair, field: "section", before: title(before.section, in: old.sections, sections.oldPlaces),
        after: title(after.section, in: new.sections, sections.newPlaces))
    }
    guard before.parent != nil || after.parent != nil else { return }
    let parents = (
      before.parent.flatMap { id in old.actions.firstIndex { $0.id == id } },
      after.parent.flatMap { id in new.actions.firstIndex { $0.id == id } }
    )
    let families = (parents.0.flatMap { lineage.familyOfOld[$0] }, parents.1.flatMap { lineage.familyOfNew[$0] })
    // A parent that was dropped, or is new, says itself what happened.
    if let first = families.0, let second = families.1, first == second { return }
    guard families.0 != nil || families.1 != nil else { return }
    add(
      .actionMoved, pair, field: "parent", before: parents.0.map { old.actions[$0].text },
      after: parents.1.map { new.actions[$0].text })
  }

  private mutating func compareFields(_ before: Action, _ after: Action, _ pair: ItemPair) {
    compareDates(before.timescale, after.timescale, .deadlineChanged, pair, field: "timescale")
    compareDates(before.start, after.start, .startChanged, pair, field: "start")
    compareParties(before.leads, after.leads, .leadsChanged, pair, field: "leads")
    compareParties(before.contributors, after.contributors, .contributorsChanged, pair, field: "contributors")
    compareRatings(before.rating, after.rating, .ratingChanged, pair, field: "rating")
    // A new reference is said together with where the action went.
    for (field, text) in Action.optionalTexts where field.name != "ref" {
      compareTexts(text.get(before), text.get(after), .fieldChanged, pair, field: field.name)
    }
    var rest = OtherField.merged(before.other)
    for field in OtherField.merged(after.other) {
      let index = rest.firstIndex { Folded.key($0.heading) == Folded.key(field.heading) }
      let previous = index.map { rest.remove(at: $0).text }
      compareTexts(previous, field.text, .fieldChanged, pair, field: "other", part: field.heading)
    }
    for field in rest { compareTexts(field.text, nil, .fieldChanged, pair, field: "other", part: field.heading) }
  }
}

extension Action {
  /// Several actions as one: their texts and lists one after the other; of single values that of `like` where one of them
  /// has it, otherwise the last date and the first of other values.
  static func combined(_ actions: [Action], like other: Action) -> Action {
    var whole = actions[0]
    whole.text = actions.map(\.text).joined(separator: " ")
    whole.leads = distinct(actions.flatMap(\.leads))
    whole.contributors = distinct(actions.flatMap(\.contributors))
    whole.milestones = actions.flatMap(\.milestones)
    whole.successMeasures = distinct(actions.flatMap(\.successMeasures))
    whole.updates = actions.flatMap(\.updates)
    whole.other = actions.flatMap(\.other)
    whole.timescale = date(actions.map(\.timescale), other.timescale)
    whole.start = date(actions.map(\.start), other.start)
    let ratings = actions.map(\.rating)
    whole.rating = ratings.contains(other.rating) ? other.rating : ratings.compactMap { $0 }.first
    for (field, access) in Action.optionalTexts where field.name != "ref" {
      access.set(&whole, text(actions.map(access.get), access.get(other)))
    }
    return whole
  }

  private static func date(_ dates: [When?], _ other: When?) -> When? {
    if dates.contains(where: { DateShift(from: $0, to: other) == nil }) { return other }
    func last(_ date: When) -> Int { date.edtf.flatMap { DayRange(edtf: $0) }.map { $0.last?.number ?? Int.max } ?? 0 }
    return dates.compactMap { $0 }.max { last($0) < last($1) }
  }

  /// Texts of several actions, one after the other, unless they are all in the other one as it stands.
  private static func text(_ texts: [String?], _ other: String?) -> String? {
    if texts.contains(where: { Folded.key($0 ?? "") == Folded.key(other ?? "") }) { return other }
    let given = distinct(texts.compactMap { $0 })
    return given.isEmpty ? nil : given.joined(separator: " ")
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert(Folded.key($0)).inserted }
  }

  private static func distinct(_ parties: [Party]) -> [Party] {
    var seen = Set<String>()
    return parties.filter { seen.insert(Folded.key($0.text)).inserted }
  }
}
