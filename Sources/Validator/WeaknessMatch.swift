// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Which actions answer which of the inspectors' areas of weakness, by the stems of their words.
struct WeaknessMatch {
  /// An action answers a weakness whose stems it has at least this share of, its headings included.
  static let answering = 0.5
  /// An action has to do with a weakness from this share on.
  static let touching = 0.25

  /// The stems of each weakness.
  let stems: [Set<String>]
  /// For each weakness whether an action answers it.
  private(set) var answered: [Bool]
  /// For each action whether it has to do with a weakness.
  private(set) var touches: [Bool]

  /// Compares all actions of a plan with some weaknesses.
  init(_ subject: Subject, _ weaknesses: [String]) {
    let plan = subject.plan
    stems = weaknesses.map(WeaknessMatch.stems)
    answered = stems.map { _ in false }
    touches = plan.actions.map { _ in false }
    let sections = plan.sections.map { section in
      section.outcomes.reduce(into: WeaknessMatch.stems(of: section.title)) {
        $0.formUnion(WeaknessMatch.stems(of: $1))
      }
    }
    for index in plan.actions.indices {
      var words = WeaknessMatch.stems(of: plan.actions[index].text)
      if let section = subject.sectionOfAction[index] {
        for above in subject.sectionPaths[section] { words.formUnion(sections[above]) }
      }
      for (weakness, stems) in stems.enumerated() where !stems.isEmpty {
        let shared = stems.reduce(0) { $0 + (words.contains($1) ? 1 : 0) }
        let share = Double(shared) / Double(stems.count)
        if share >= WeaknessMatch.answering { answered[weakness] = true }
        if share >= WeaknessMatch.touching, shared >= min(2, stems.count) { touches[index] = true }
      }
    }
  }

  /// The stems of a text's words, without the common ones: endings such as `-ing`, `-ed`, `-ies`, `-s`, `-ment` and
  /// `-ation` taken off while four letters remain.
  static func stems(of text: String) -> Set<String> {
    var stems: Set<String> = []
    WordScan.each(text) { (word: String) in
      if word.utf8.count > 2, !common.contains(word) { stems.insert(stem(word)) }
      return true
    }
    return stems
  }

  private static func stem(_ word: String) -> String {
    for (ending, instead) in endings
    where word.utf8.count >= ending.utf8.count + 4 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count)) + instead
    }
    return word
  }

  private static let endings: [(String, String)] = [
    ("ations", ""), ("ation", ""), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ings", ""),
    ("ing", ""),
    ("ively", ""), ("ive", ""), ("ions", ""), ("ion", ""), ("ies", "y"), ("ied", "y"), ("ers", ""), ("er", ""),
    ("ed", ""),
    ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
  ]
  /// Words that say nothing about what a weakness is about: small words, and those that every plan is about.
  private static let common: Set = [
    "the", "and", "for", "that", "this", "with", "their", "are", "was", "has", "have", "not", "its", "own", "across",
    "from", "into", "which", "who", "all", "some", "such", "been", "being", "does", "too", "than", "they", "them",
    "there",
    "will", "our", "can", "may", "any", "between", "within", "about", "other", "where", "when", "these", "those",
    "area", "areas", "local", "children", "child", "young", "people", "send", "sen", "cyp", "lack", "weakness",
    "weaknesses", "significant", "limited", "poor", "inconsistent", "variable", "extent", "ensure", "ensuring", "need",
    "needs", "special", "educational", "disabilities", "disability",
  ]
}
