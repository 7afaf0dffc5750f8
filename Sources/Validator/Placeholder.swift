// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells a cell that stands open from one that says something.
enum Placeholder {
  /// Whether a text only says that its value is still to come: `TBC`, `to be agreed`, dashes, or signs that nobody can
  /// read as Latin letters.
  static func isOpen(_ text: String) -> Bool {
    guard text.utf8.count <= 48 else { return false }
    var count = 0
    var isShort = false
    var isPhrase = false
    WordScan.each(text) { (word: PackedWord) in
      guard word.hasASCII else { return true }
      count += 1
      switch count {
      case 1: (isShort, isPhrase) = (short.contains(word), word == to)
      case 2: isPhrase = isPhrase && word == be
      case 3: isPhrase = isPhrase && participles.contains(word)
      default: break
      }
      // Nearly all cells say something, and their first word shows it.
      return count < 4 && (isShort || isPhrase)
    }
    return count == 0 || (isShort && count <= 3) || (isPhrase && count == 3)
  }

  /// Whether a longer text puts its value off: it gives no quantity and says that something is `to be` found out first.
  static func putsOff(_ text: String) -> Bool {
    if isOpen(text) { return true }
    guard Quantities.all(in: text).isEmpty else { return false }
    var last = ""
    var isAhead = false
    var found = false
    WordScan.each(text) { (word: String) in
      let packed = PackedWord(word.utf8)
      if isAhead, !word.hasSuffix("ly") {
        found = participles.contains(packed)
        isAhead = false
      }
      if word == "be", last == "to" { isAhead = true }
      if short.contains(packed) || word == "baseline" { found = true }
      last = word
      return !found
    }
    return found
  }

  private static let to = PackedWord("to".utf8)
  private static let be = PackedWord("be".utf8)
  private static let short: WordList = ["tbc", "tba", "tbd", "tbi", "vacant", "unknown"]
  private static let participles: WordList = [
    "agreed", "advised", "announced", "appointed", "arranged", "assigned", "confirmed", "decided", "defined",
    "determined", "established", "identified", "implemented", "measured", "named", "recruited", "scheduled", "set",
  ]
}
