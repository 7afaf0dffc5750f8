// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Takes sections out of the outline that turned out to be none.
///
/// Headings are opened as sections before anybody knows what stands under them. One that neither names a kind nor has a
/// reference, and under which nothing of a plan stands, is a heading of prose; a heading that is said again later, with
/// its actions, was an entry of a list.
struct SectionPruning {
  let reading: Reading

  func prune(_ plan: inout RawPlan) {
    let sections = plan.outline.sections
    guard !sections.isEmpty else { return }
    var keeps = holding(plan)
    if keeps.allSatisfy({ $0 }) { return }
    var titles: [String: Int] = [:]
    for index in sections.indices where keeps[index] { titles[key(sections[index])] = index }
    for index in sections.indices where !keeps[index] {
      let isNamed = sections[index].kind != .other || sections[index].ref != nil
      let words = HeadingVocabulary.words(reading.string(sections[index].title))
      // An entry of the contents ends in its page; one that is nothing but a page has no title.
      let isPage = words.last.map { $0.utf8.count <= 3 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
      let entry = isPage ? words.dropLast().joined(separator: " ") : nil
      let isSaidAgain = titles[key(sections[index])] != nil || entry.map { $0.isEmpty || titles[$0] != nil } ?? false
      keeps[index] = isNamed && !isSaidAgain
      if keeps[index] {
        var parent = sections[index].parent
        while let owner = parent, !keeps[owner] {
          keeps[owner] = true
          parent = sections[owner].parent
        }
      }
    }
    plan.keepSections(keeps)
  }

  private func key(_ section: RawSection) -> String {
    HeadingVocabulary.words(reading.string(section.title)).joined(separator: " ")
  }

  /// Whether anything stands under a section: actions, indicators, outcomes, leads, or a section that holds some.
  private func holding(_ plan: RawPlan) -> [Bool] {
    let sections = plan.outline.sections
    var holds = sections.map {
      !$0.outcomes.isEmpty || !$0.leads.isEmpty || !$0.successMeasures.isEmpty || !$0.updates.isEmpty
    }
    for action in plan.actions { if let section = action.section { holds[section] = true } }
    for indicator in plan.indicators { if let section = indicator.section { holds[section] = true } }
    for index in sections.indices.reversed() where holds[index] {
      if let parent = sections[index].parent { holds[parent] = true }
    }
    return holds
  }
}
