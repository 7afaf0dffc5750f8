// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP301: an area of weakness that no action answers.
struct WeaknessWithoutAction: Rule {
  let about = RuleDescription(
    id: "CP301", name: "weakness-without-action", severity: .warning,
    looksAt:
      "The inspectors' areas (`--weaknesses FILE` or `--inspection FILE`) against the sections and actions, matched as "
      + "`commonplan trace` does it: the area's own words or number in a heading, else word stems in common, rare ones "
      + "counting for more.",
    why: "The plan has to answer each area that the inspectors named.",
    fix: "Add an action, or use the inspectors' own words in the heading that answers the area.",
    example: "“Waiting times for speech therapy” while no action or heading speaks of speech therapy.")

  func check(_ subject: Subject) -> [Violation] {
    guard let weaknesses = subject.weaknesses else { return [] }
    let match = WeaknessMatch(subject, weaknesses)
    return weaknesses.enumerated().compactMap { index, weakness in
      guard match.speaks[index], !match.answered[index] else { return nil }
      return Violation(
        message: "No action answers the area of weakness “\(weakness)”: add one, or use its words in a heading.",
        pointer: "/actions", source: nil, key: weakness)
    }
  }
}
