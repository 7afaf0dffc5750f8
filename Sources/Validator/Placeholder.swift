// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells a cell that stands open from one that says something.
enum Placeholder {
  /// Whether a text only says that its value is still to come: `TBC`, `to be agreed`, dashes, or signs that nobody can
  /// read as Latin letters.
  static func isOpen(_ text: String) -> Bool {
    guard text.utf8.count <= 48 else { return false }
    var words: [String] = []
    WordScan.each(text) { word in
      if word.utf8.contains(where: { $0 < 0x80 }) { words.append(word) }
      // Nearly all cells say something, and their first word shows it.
      return words.count < 4 && (words.first.map { $0 == "to" || short.contains($0) } ?? true)
    }
    guard let first = words.first else { return true }
    if short.contains(first) { return words.count <= 3 }
    return words.count == 3 && first == "to" && words[1] == "be" && participles.contains(words[2])
  }

  /// Whether a longer text puts its value off: it gives no quantity and says that something is `to be` found out first.
  static func putsOff(_ text: String) -> Bool {
    if isOpen(text) { return true }
    guard Quantities.all(in: text).isEmpty else { return false }
    var last = ""
    var isAhead = false
    var found = false
    WordScan.each(text) { word in
      if isAhead, !word.hasSuffix("ly") {
        found = participles.contains(word)
        isAhead = false
      }
      if word == "be", last == "to" { isAhead = true }
      if short.contains(word) || word == "baseline" { found = true }
      last = word
      return !found
    }
    return found
  }

  private static let short: Set = ["tbc", "tba", "tbd", "tbi", "vacant", "unknown"]
  private static let participles: Set = [
    "agreed", "advised", "announced", "appointed", "arranged", "assigned", "confirmed", "decided", "defined",
    "determined", "established", "identified", "implemented", "measured", "named", "recruited", "scheduled", "set",
  ]
}
