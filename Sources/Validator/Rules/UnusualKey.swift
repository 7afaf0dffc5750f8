// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP220: a key that says something else than readers expect.
struct UnusualKey: Rule {
  let about = RuleDescription(
    id: "CP220", name: "unusual-key", severity: .note,
    looksAt:
      "The plan's key of colours against the usual reading: blue done, green on track or done, amber at risk, red off "
      + "track, grey and white not started, purple embedded. One colour for two statuses counts too.",
    why:
      "Readers who know other plans take amber for trouble; ratings are read through the key, so nothing is read wrongly "
      + "here.",
    fix: "Say so where the plan is presented, or take the usual colours.",
    example: "“Amber: on track”; “Amber: some delay” would do.")

  func check(_ subject: Subject) -> [Violation] {
    var meanings: [RatingColour: RatingStatus] = [:]
    var found: [Violation] = []
    for (index, entry) in subject.plan.plan.ratingKey.enumerated() {
      guard let colour = entry.colour, entry.status != .unknown else { continue }
      var fault: String?
      if let known = meanings[colour], known != entry.status {
        fault = "explains \(colour.rawValue) twice, as \(known.inWords) and as \(entry.status.inWords)"
      } else if !usual(colour).contains(entry.status) {
        fault = "reads \(colour.rawValue) as \(entry.status.inWords), where most plans mean \(usual(colour)[0].inWords)"
      }
      meanings[colour] = meanings[colour] ?? entry.status
      guard let fault else { continue }
      found.append(
        Violation(
          message: "The plan's key \(fault) (“\(Quote.short(entry.text))”).", pointer: "/plan/ratingKey/\(index)",
          source: nil, key: entry.text))
    }
    return found
  }

  private func usual(_ colour: RatingColour) -> [RatingStatus] {
    switch colour {
    case .blue: [.completed, .embedded]
    case .green: [.onTrack, .completed, .embedded]
    case .amber: [.atRisk, .offTrack]
    case .red: [.offTrack, .atRisk]
    case .grey, .white: [.notStarted]
    case .purple: [.embedded, .completed]
    }
  }
}

extension RatingStatus {
  /// As messages say it: `on track`.
  var inWords: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
