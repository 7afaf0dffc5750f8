// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP219: a colour that the plan's key does not explain.
struct ColourNotInKey: Rule {
  let about = RuleDescription(
    id: "CP219", name: "colour-not-in-key", severity: .warning,
    looksAt: "The colours of ratings against the plan's own key, where it has one of colours.",
    why: "Readers have to guess what the colour means, and plans do not agree on it.",
    fix: "Add the colour to the key, or use one that it has.",
    example: "A blue rating in a plan whose key explains red, amber and green.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    let plan = subject.plan
    let known = Set(plan.plan.ratingKey.compactMap(\.colour))
    guard !known.isEmpty else { return [] }
    var seen: Set<RatingColour> = []
    var found: [Violation] = []
    func add(
      _ rating: Rating?, _ title: @autoclosure () -> String, _ pointer: @autoclosure () -> String, _ source: Source
    ) {
      guard let colour = rating?.colour, !known.contains(colour), seen.insert(colour).inserted else { return }
      found.append(
        Violation(
          message: "\(title()) is rated \(colour.rawValue), which the plan's key does not explain: add it to the key.",
          pointer: pointer(), source: source, key: colour.rawValue))
    }
    for index in actions.indices {
      add(actions[index].rating, actions[index].title, "/actions/\(index)/rating", actions[index].source)
      for (position, milestone) in actions[index].milestones.enumerated() {
        add(
          milestone.rating, "\(actions[index].title), milestone “\(Quote.short(milestone.text))”,",
          "/actions/\(index)/milestones/\(position)/rating", milestone.source)
      }
      for (position, update) in actions[index].updates.enumerated() {
        add(
          update.rating, "A progress report of \(actions[index].title)", "/actions/\(index)/updates/\(position)/rating",
          update.source)
      }
    }
    for (index, indicator) in plan.indicators.enumerated() {
      add(indicator.rating, indicator.title, "/indicators/\(index)/rating", indicator.source)
    }
    return found
  }
}
