// SPDX-License-Identifier: GPL-3.0-or-later

/// A word without its ending, so that `commissioned` and `commissioning` are one.
///
/// A light stemmer: it takes off plural endings and the commonest endings of verbs and nouns, as in step 1 of M. F. Porter,
/// "An algorithm for suffix stripping" (1980), and leaves all else. What it gives is for comparing, not for reading.
enum Stem {
  /// Endings, the longest first, with what replaces them and how many letters must stay before them.
  private static let endings: [(ending: String, replacement: String, atLeast: Int)] = [
    ("ifications", "ify", 3), ("ification", "ify", 3), ("isations", "ise", 3), ("isation", "ise", 3),
    ("ations", "ate", 4), ("ation", "ate", 4), ("ments", "", 4), ("ment", "", 4), ("ings", "", 3), ("ities", "ity", 3),
    ("ied", "y", 2), ("ies", "y", 2), ("ing", "", 3), ("sses", "ss", 1), ("ed", "", 3), ("es", "e", 2), ("s", "", 3),
  ]

  /// The stem of a word in lower case.
  static func of(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else {
      return word
    }
    var stem = word
    for (ending, replacement, atLeast) in endings where word.hasSuffix(ending) && !word.hasSuffix("ss") {
      guard word.utf8.count - ending.utf8.count >= atLeast else { continue }
      stem = String(word.dropLast(ending.utf8.count)) + replacement
      break
    }
    return undoubled(stem)
  }

  /// `plann` is `plan`, and an e at the end goes, so that `provide` is the stem of `providing` too.
  private static func undoubled(_ stem: String) -> String {
    guard stem.utf8.count > 3, let last = stem.last else { return stem }
    if last == "e" { return String(stem.dropLast()) }
    if stem.dropLast().last == last, !"lsz".contains(last) { return String(stem.dropLast()) }
    return stem
  }
}
