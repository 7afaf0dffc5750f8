// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What the abbreviations of one plan stand for: by its own glossary first, by the field's list otherwise.
struct Glossary: Sendable {
  /// The longest meaning that is taken as it stands, in words.
  private static let longestMeaning = 7
  /// Words that abbreviations leave out.
  private static let skipped: Set<String> = ["a", "and", "for", "in", "of", "or", "the", "to", "with"]

  private var meanings: [String: [String]]

  /// The abbreviations of a plan.
  init(_ entries: [GlossaryEntry], general: [String: [String]]) {
    meanings = general
    for entry in entries {
      let term = Words.of(entry.term)
      guard term.count == 1, let short = term.first, short.utf8.count > 1, isAbbreviation(entry.term),
        let meaning = Self.meaning(Words.of(entry.meaning), of: short)
      else { continue }
      meanings[short] = meaning
    }
  }

  /// The words that an abbreviation stands for; nil for any other word. `EHCPs` is read as `EHCP`.
  func meaning(of word: String) -> [String]? {
    if let meaning = meanings[word] { return meaning }
    guard word.last == "s" else { return nil }
    return meanings[String(word.dropLast())]
  }

  /// The words whose first letters make the abbreviation; else a short meaning as a whole, and nothing of a long one.
  private static func meaning(_ words: [String], of short: String) -> [String]? {
    var letters = short[...]
    var taken: [String] = []
    for word in words {
      guard let letter = letters.first else { break }
      if word.first == letter {
        letters = letters.dropFirst()
        taken.append(word)
      } else if !skipped.contains(word) {
        break
      }
    }
    if letters.isEmpty { return taken }
    let telling = words.filter { !skipped.contains($0) }
    return telling.isEmpty || telling.count > longestMeaning ? nil : telling
  }

  private func isAbbreviation(_ term: String) -> Bool { term.filter(\.isUppercase).count > 1 }
}
