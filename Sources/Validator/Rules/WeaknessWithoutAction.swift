// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP301: an area of weakness that no action answers.
struct WeaknessWithoutAction: Rule {
  let about = RuleDescription(
    id: "CP301", name: "weakness-without-action", severity: .warning,
    looksAt:
      "The inspectors' areas of weakness (`--weaknesses FILE`) against the words of actions and of the sections they "
      + "stand under. Words are compared by their stems, common words left out; half of a weakness's stems have to stand "
      + "in an action with its headings.",
    why: "The plan has to answer each area that the inspectors named.",
    fix: "Add an action, or use the inspectors' own words in the heading that answers the area.",
    example: "“Waiting times for speech therapy” while no action or heading speaks of speech therapy.")

  func check(_ subject: Subject) -> [Violation] {
    guard let weaknesses = subject.weaknesses else { return [] }
    let match = WeaknessMatch(subject, weaknesses)
    return weaknesses.enumerated().compactMap { index, weakness in
      guard !match.stems[index].isEmpty, !match.answered[index] else { return nil }
      return Violation(
        message: "No action answers the area of weakness “\(weakness)”: add one, or use its words in a heading.",
        pointer: "/actions", source: nil, key: weakness)
    }
  }
}
