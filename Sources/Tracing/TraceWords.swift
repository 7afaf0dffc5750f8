// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a text as areas and plans are matched: stems in order, without those that every plan is about.
enum TraceWords {
  /// The stems of a text's words in order.
  static func stems(_ text: String) -> [String] {
    words(text).compactMap { common.contains($0) || $0.utf8.count < 3 && !isNumber($0) ? nil : stem($0) }
  }

  /// A word with its stem, for showing why two texts were matched.
  static func named(_ text: String) -> [(stem: String, word: String)] {
    words(text).compactMap { common.contains($0) || $0.utf8.count < 3 ? nil : (stem($0), $0) }
  }

  /// All words in lower case, without apostrophes.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      if (0x41...0x5A).contains(byte) {
        word.append(byte | 0x20)
      } else if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0xC3 && byte < 0xE2 {
        word.append(byte)
      } else if byte == UInt8(ascii: "'") || byte == 0xE2 || byte == 0x80 || byte == 0x99 || byte == 0x98 {
        // An apostrophe joins (U+2018 and U+2019 in three bytes); dashes have spaces around them.
        continue
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  private static func stem(_ word: String) -> String {
    for (ending, instead) in endings where word.utf8.count >= ending.utf8.count + 4 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.utf8.count)) + instead
    }
    return word
  }

  private static let endings: [(String, String)] = [
    ("ations", ""), ("ation", ""), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ings", ""),
    ("ing", ""), ("ively", ""), ("ive", ""), ("ions", ""), ("ion", ""), ("ies", "y"), ("ied", "y"), ("ers", ""),
    ("er", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
  ]

  /// Words that say nothing about what an area is about: small words, and those that every area and plan is about.
  private static let common: Set = [
    "the", "and", "for", "that", "this", "with", "their", "are", "was", "has", "have", "not", "its", "own", "across",
    "from", "into", "which", "who", "all", "some", "such", "been", "being", "does", "too", "than", "they", "them",
    "there", "will", "our", "can", "may", "any", "between", "within", "about", "other", "where", "when", "these",
    "those", "area", "areas", "local", "children", "child", "childrens", "young", "people", "peoples", "person", "send",
    "sen", "cyp", "lack", "weakness", "weaknesses", "significant", "limited", "poor", "inconsistent", "variable",
    "extent", "ensure", "ensuring", "need", "needs", "special", "educational", "disabilities", "disability", "should",
    "must", "leaders", "partnership", "partners", "improve", "improving", "improvement", "including", "includes",
    "action", "actions", "priority", "plan", "plans", "through", "more", "well", "also", "work", "further", "develop",
    "of", "to", "in", "on", "or", "by", "as", "at", "is", "be", "so", "it", "an", "we", "no", "if",
  ]
}
