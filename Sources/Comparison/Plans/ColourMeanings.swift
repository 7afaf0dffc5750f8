// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What colours mean in each plan.
enum ColourMeanings {
  /// The colours that do not mean the same in all plans that use them, in the order of ``RatingColour``.
  ///
  /// A plan without a key counts by the statuses that its rated actions were read with.
  static func conflicts(of plans: [CanonicalPlan], _ actions: [ComparedAction]) -> [ColourConflict] {
    var found: [RatingColour: [ColourConflict.Meaning]] = [:]
    for (position, plan) in plans.enumerated() {
      for entry in plan.plan.ratingKey {
        guard let colour = entry.colour else { continue }
        found[colour, default: []].append(
          ColourConflict.Meaning(plan: position, status: entry.status, words: entry.text))
      }
    }
    for item in actions where plans[item.plan].plan.ratingKey.isEmpty {
      for rating in ratings(of: item.action) {
        guard let colour = rating.colour, rating.status != .unknown else { continue }
        let meaning = ColourConflict.Meaning(plan: item.plan, status: rating.status, words: nil)
        if !found[colour, default: []].contains(meaning) { found[colour, default: []].append(meaning) }
      }
    }
    return RatingColour.allCases.compactMap { colour in
      guard let meanings = found[colour], Set(meanings.map(\.status)).count > 1 else { return nil }
      return ColourConflict(colour: colour, meanings: meanings.sorted { $0.plan < $1.plan })
    }
  }

  /// All ratings of an action.
  static func ratings(of action: Action) -> [Rating] {
    [action.rating].compactMap { $0 } + action.updates.compactMap(\.rating) + action.milestones.compactMap(\.rating)
  }
}
