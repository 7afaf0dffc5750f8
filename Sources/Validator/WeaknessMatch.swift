// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Tracing

/// Which actions answer which of the inspectors' areas, matched as `commonplan trace` does it.
struct WeaknessMatch {
  /// For each area whether its words say what it is about.
  let speaks: [Bool]
  /// For each area whether an action answers it.
  let answered: [Bool]
  /// For each action whether it answers an area.
  let touches: [Bool]

  /// Compares all actions of a plan with some areas.
  init(_ subject: Subject, _ weaknesses: [String]) {
    let areas = weaknesses.enumerated().map { index, text in
      InspectionArea(id: "significant-weakness-\(index + 1)", kind: .significantWeakness, text: text)
    }
    let matcher = TraceMatcher(subject.plan, areas: areas)
    speaks = matcher.speaks
    answered = matcher.actions.map { !$0.isEmpty }
    let answering = Set(matcher.actions.joined().map(\.index))
    touches = subject.plan.actions.indices.map { answering.contains($0) }
  }
}
