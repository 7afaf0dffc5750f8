// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension PlanDiffer {
  /// Compares the sections, and the order of the actions that stayed in theirs.
  mutating func compareSections(_ sections: SectionPairs, _ lineage: Lineage) {
    let stayed = staying(sections, lineage)
    for (place, section) in new.sections.enumerated() {
      guard let partner = sections.assignment.oldOfNew[place] else {
        add(.sectionAdded, ItemPair(subject: .section, new: [DiffItem(section)]), after: section.title)
        continue
      }
      let before = old.sections[partner]
      let pair = ItemPair(subject: .section, old: [DiffItem(before)], new: [DiffItem(section)])
      compareTexts(before.title, section.title, .sectionReworded, pair, field: "title")
      if Folded.key(before.ref ?? "") != Folded.key(section.ref ?? "") {
        add(.sectionRenumbered, pair, field: "ref", before: before.ref, after: section.ref)
      }
      if !sections.isSame(before.parent, section.parent) {
        add(
          .sectionMoved, pair, field: "parent", before: title(before.parent, in: old.sections, sections.oldPlaces),
          after: title(section.parent, in: new.sections, sections.newPlaces))
      }
      compareParties(before.leads, section.leads, .sectionLeadsChanged, pair, field: "leads")
      compareOutcomes(before.outcomes, section.outcomes, pair)
      if let order = stayed[place], order != order.sorted() {
        let refs = order.map { old.actions[$0].ref ?? old.actions[$0].id }
        let sorted = order.sorted().map { old.actions[$0].ref ?? old.actions[$0].id }
        add(
          .actionsReordered, pair, field: "actions", before: sorted.joined(separator: ", "),
          after: refs.joined(separator: ", "))
      }
    }
    for (place, section) in old.sections.enumerated() where sections.assignment.newOfOld[place] == nil {
      add(.sectionDropped, ItemPair(subject: .section, old: [DiffItem(section)]), before: section.title)
    }
  }

  /// For each new section the old positions of the actions that stayed in it one to one, in the new order.
  private func staying(_ sections: SectionPairs, _ lineage: Lineage) -> [Int: [Int]] {
    var stayed: [Int: [Int]] = [:]
    for family in lineage.families where family.old.count == 1 && family.new.count == 1 {
      let section = new.actions[family.new[0]].section
      guard let place = sections.newPlace(section), sections.isSame(old.actions[family.old[0]].section, section) else {
        continue
      }
      stayed[place, default: []].append(family.old[0])
    }
    return stayed
  }

  private mutating func compareOutcomes(_ before: [String], _ after: [String], _ pair: ItemPair) {
    let pairs = TextPairs(before, after)
    formal += pairs.formal
    for (index, text) in after.enumerated() {
      if let partner = pairs.oldOfNew[index] {
        compareTexts(before[partner], text, .outcomeReworded, pair, field: "outcomes", part: text)
      } else if !pairs.isSameTogether {
        add(.outcomeAdded, pair, field: "outcomes", part: text, after: text)
      }
    }
    for (index, text) in before.enumerated() where pairs.newOfOld[index] == nil && !pairs.isSameTogether {
      add(.outcomeDropped, pair, field: "outcomes", part: text, before: text)
    }
  }

  /// A section's heading with its number.
  func title(_ id: String?, in sections: [Section], _ places: [String: Int]) -> String? {
    guard let place = id.flatMap({ places[$0] }) else { return nil }
    let section = sections[place]
    return section.ref.map { "\($0) \(section.title)" } ?? section.title
  }
}
