// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Which action of the old edition became which of the new one.
struct ActionLineage {
  let lineage: Lineage

  init(_ old: CanonicalPlan, _ new: CanonicalPlan, _ sections: SectionPairs) {
    let matcher = ItemMatcher(
      old: old.actions.map { ActionLineage.item($0, sections.number(ofOld: $0.section)) },
      new: new.actions.map { ActionLineage.item($0, sections.number(ofNew: $0.section)) })
    lineage = Lineage(matcher, joins: true)
  }

  private static func item(_ action: Action, _ section: Int?) -> MatchItem {
    var rest = action.successMeasures + action.milestones.map(\.text)
    rest += action.leads.map(\.text) + action.contributors.map(\.text)
    rest += [action.timescale?.text, action.group, action.monitoring, action.evidence, action.resources, action.risks]
      .compactMap { $0 }
    rest += action.updates.compactMap(\.text) + action.other.map(\.text)
    return MatchItem(
      text: Words.of(action.text), rest: rest.flatMap { Words.of($0) }, ref: action.ref.map(Folded.key),
      section: section)
  }
}
