// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What the rules say about themselves, for people: `commonplan rules`, and `docs/rules.md`, which is made from it.
public enum RuleCatalogue {
  /// The forms of the catalogue.
  public enum Format: String, CaseIterable, Sendable {
    /// A rule a line.
    case text
    /// The documentation.
    case markdown
  }

  /// The catalogue of some rules, in their order.
  public static func text(_ rules: [RuleDescription], as format: Format) -> String {
    switch format {
    case .text:
      let width = rules.map(\.name.utf8.count).max() ?? 0
      return rules.map { rule in
        let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.utf8.count)
        let name = rule.name + String(repeating: " ", count: width - rule.name.utf8.count)
        return "\(rule.id)  \(severity)  \(name)  \(rule.looksAt)\n"
      }.joined()
    case .markdown: return markdown(rules)
    }
  }

  private static let chapters = [
    ("CP1", "The conversion", "How well the document could be read."),
    ("CP2", "The plan", "What the plan says, and what it leaves open."),
    ("CP3", "Against an inspection", "The plan beside the inspectors' areas of weakness (`--weaknesses FILE`)."),
  ]

  private static func markdown(_ rules: [RuleDescription]) -> String {
    var text = """
      # What `commonplan validate` looks at

      This page is made from the rules by `make docs`; change the rules, not the page. Severities: an **error** is wrong, a
      **warning** is weak or doubtful, a **note** is good to know. `--select` and `--ignore` take ids, beginnings of ids
      (`CP2`) or names.

      """
    for (start, title, about) in chapters {
      let chapter = rules.filter { $0.id.hasPrefix(start) }
      guard !chapter.isEmpty else { continue }
      text += "\n## \(title)\n\n\(about)\n\n| id | name | severity |\n| --- | --- | --- |\n"
      for rule in chapter {
        text += "| [\(rule.id)](#\(rule.id.lowercased())) | \(rule.name) | \(rule.severity.rawValue) |\n"
      }
      for rule in chapter {
        text += "\n### \(rule.id)\n\n**\(rule.name)**, \(rule.severity.rawValue)\n\n"
        text += "*Looks at:* \(rule.looksAt)\n\n*Why:* \(rule.why)\n\n*What to do:* \(rule.fix)\n\n"
        text += "*Example:* \(rule.example)\n"
      }
    }
    return text
  }
}
