// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Which section of the old edition became which of the new one.
struct SectionPairs {
  private(set) var assignment: Assignment
  /// Positions of the sections by their `id`.
  let oldPlaces: [String: Int]
  let newPlaces: [String: Int]

  /// Matches sections by their titles, outcomes, references and parents.
  init(_ old: CanonicalPlan, _ new: CanonicalPlan) {
    func places(_ plan: CanonicalPlan) -> [String: Int] {
      Dictionary(plan.sections.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
    func items(_ plan: CanonicalPlan, _ places: [String: Int]) -> [MatchItem] {
      plan.sections.map { section in
        let parent = section.parent.flatMap { places[$0] }.map { plan.sections[$0].title }
        let rest = (section.outcomes + section.leads.map(\.text) + [parent ?? ""]).flatMap { Words.of($0) }
        return MatchItem(text: Words.of(section.title), rest: rest, ref: section.ref.map(Folded.key))
      }
    }
    oldPlaces = places(old)
    newPlaces = places(new)
    assignment = ItemMatcher(old: items(old, oldPlaces), new: items(new, newPlaces)).assignment()
  }

  /// Matches sections left over where most of the one's actions are in the other.
  mutating func complete(_ old: CanonicalPlan, _ new: CanonicalPlan, _ lineage: Lineage) {
    var votes: [Int: Int] = [:]
    var counts = (old: [Int: Int](), new: [Int: Int]())
    for action in new.actions { if let place = newPlace(action.section) { counts.new[place, default: 0] += 1 } }
    for (index, action) in old.actions.enumerated() {
      guard let place = oldPlace(action.section) else { continue }
      counts.old[place, default: 0] += 1
      guard let partner = lineage.onlyNew(ofOld: index), let target = newPlace(new.actions[partner].section),
        assignment.isFree(old: place, new: target)
      else { continue }
      votes[place * new.sections.count + target, default: 0] += 1
    }
    for (key, count) in votes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let (left, right) = key.quotientAndRemainder(dividingBy: new.sections.count)
      guard assignment.isFree(old: left, new: right) else { continue }
      if count * 2 > max(counts.old[left] ?? 0, counts.new[right] ?? 0) { assignment.match(old: left, new: right) }
    }
  }

  /// The position of a section by its `id`.
  func oldPlace(_ id: String?) -> Int? { id.flatMap { oldPlaces[$0] } }

  /// The position of a section by its `id`.
  func newPlace(_ id: String?) -> Int? { id.flatMap { newPlaces[$0] } }

  /// Whether a section of the old edition, by its `id`, became that of the new one. No section is no section's partner.
  func isSame(_ old: String?, _ new: String?) -> Bool {
    guard let left = oldPlace(old), let right = newPlace(new) else {
      return oldPlace(old) == nil && newPlace(new) == nil
    }
    return assignment.newOfOld[left] == right
  }

  /// A number for the section of an old item, equal to that of the matched new section.
  func number(ofOld id: String?) -> Int? { oldPlace(id).map { assignment.newOfOld[$0] ?? -1 - $0 } }

  /// A number for the section of a new item.
  func number(ofNew id: String?) -> Int? { newPlace(id) }
}
