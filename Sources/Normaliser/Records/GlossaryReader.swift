// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads glossaries, in one pair of columns or in several.
struct GlossaryReader {
  let reading: Reading
  let grid: Grid

  /// How much the table looks like abbreviations and their meanings, in one pair of columns or in several, 0 to 1.
  func score(rows: Range<Int>) -> Double {
    guard grid.columnCount >= 2, grid.columnCount <= 8, grid.columnCount % 2 == 0, rows.count >= 2 else { return 0 }
    var score = 0.0
    var count = 0
    for row in rows.prefix(40) {
      for column in stride(from: 0, to: grid.columnCount - 1, by: 2) {
        guard let term = grid.cell(row, column), let meaning = grid.cell(row, column + 1) else { continue }
        let termWords = reading.string(term.paragraphs)
        let meaningWords = reading.string(meaning.paragraphs)
        if termWords.isEmpty || meaningWords.isEmpty { continue }
        count += 1
        if GlossaryReader.explains(meaningWords, term: termWords) { score += 1 }
      }
    }
    return count < 2 ? 0 : score / Double(count)
  }

  /// Whether a text says what a short form means: it is longer, and the form is of capitals or of the text's initials.
  static func explains(_ meaning: String, term: String) -> Bool {
    guard meaning.utf8.count > term.utf8.count else { return false }
    return isAbbreviation(term) || term.utf8.count <= 14 && areInitials(term, of: meaning)
  }

  /// Whether the letters of a short form begin the words of a text, in their order: "PfA" of "Preparation for adulthood",
  /// "EHC plan" of "Education, health and care plan".
  private static func areInitials(_ term: String, of meaning: String) -> Bool {
    let initials = HeadingVocabulary.words(meaning).compactMap(\.utf8.first)
    // A word of small letters stands for itself: its own initial.
    let letters = term.split(separator: " ").flatMap { word -> [UInt8] in
      let isPlain = word.utf8.dropFirst().allSatisfy { !(0x41...0x5A).contains($0) }
      return (isPlain ? Array(word.utf8.prefix(1)) : Array(word.utf8)).filter(\.isWordByte).map { $0 | 0x20 }
    }
    guard letters.count >= 2 else { return false }
    var next = 0
    for initial in initials where next < letters.count && initial == letters[next] { next += 1 }
    return next == letters.count
  }

  /// Whether a text is short and half of its letters or more are capitals: "Jo Bright" has two capitals as well.
  static func isAbbreviation(_ words: String) -> Bool {
    guard words.utf8.count <= 12 else { return false }
    let capitals = words.utf8.count { (0x41...0x5A).contains($0) }
    return capitals >= 2 && capitals * 2 >= words.utf8.count { $0.isWordByte }
  }

  func read(rows: Range<Int>, pairs: [(term: Int, meaning: Int)], into plan: inout RawPlan) {
    for row in rows {
      for pair in pairs {
        let term = grid.cell(row, pair.term).map { reading.phrase($0.paragraphs) } ?? .empty
        let meaning = grid.cell(row, pair.meaning).map { reading.phrase($0.paragraphs) } ?? .empty
        if term.isEmpty, !meaning.isEmpty, let last = plan.glossary.indices.last, pairs.count == 1 {
          // A merged meaning has been taken in the row where it begins.
          guard grid.cell(row, pair.meaning).map({ Int($0.row) == row }) ?? false else { continue }
          plan.glossary[last].meaning.append(meaning)
        } else if !term.isEmpty, !meaning.isEmpty {
          func isReferred(_ column: Int) -> Bool {
            grid.cell(row, column).map { Int($0.row) < row || Int($0.column) < column } ?? false
          }
          plan.glossary.append(
            RawGlossaryEntry(
              term: term, meaning: meaning, termIsReferred: isReferred(pair.term),
              meaningIsReferred: isReferred(pair.meaning), place: grid.source(row)))
        }
      }
    }
  }
}
