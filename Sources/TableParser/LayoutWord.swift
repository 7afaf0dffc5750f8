// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// What the letters of a word say about the lines of a cell: whether the text goes on behind it or begins with it.
struct LayoutWord: OptionSet {
  let rawValue: UInt16

  /// The text goes on: the word ends in a comma, slash, dash, ampersand or opening bracket, or no phrase ends in it ("of").
  static let leavesOpen = LayoutWord(rawValue: 1)
  /// A month, season or the like, with or without a year: "Sept", "Mar-25", "Autumn".
  static let isPeriod = LayoutWord(rawValue: 2)
  /// A word that goes with a date and is none: "End", "of", "term".
  static let goesWithPeriod = LayoutWord(rawValue: 4)
  /// A word that is the whole of a cell although it may begin in small letters: "ongoing", "tbc", "termly".
  static let standsAlone = LayoutWord(rawValue: 8)
  /// A whole date in figures: 06/01/2025.
  static let isDate = LayoutWord(rawValue: 16)

  /// A reference or number that heads a row: "1.2", "A3", "2)".
  static let isKey = LayoutWord(rawValue: 32)

  /// What a row of figures is: "Target", "Actual".
  static let isReading = LayoutWord(rawValue: 64)

  /// A remark begins: "(who)".
  static let opensBracket = LayoutWord(rawValue: 128)

  /// It ends in a full stop.
  static let endsInStop = LayoutWord(rawValue: 256)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ letters: UnsafeBufferPointer<UInt8>) {
    self = []
    guard let last = letters.last else { return }
    switch last {
    // , / & ( and a hyphen
    case 0x2C, 0x2F, 0x26, 0x28, 0x2D: insert(.leavesOpen)
    case 0x2E: insert(.endsInStop)
    // the last byte of – and —
    case 0x93, 0x94: if letters.count > 2, letters[letters.count - 2] == 0x80 { insert(.leavesOpen) }
    default: break
    }
    if letters[0] == 0x28 { insert(.opensBracket) }
    if LayoutWord.isKey(letters) { insert(.isKey) }
    if Letters.isDigit(letters[0]) {
      let marks = letters.count { $0 == 0x2F || $0 == 0x2E || $0 == 0x2D }
      if marks == 2, letters.count > 5, letters.count(where: Letters.isDigit) + marks == letters.count {
        insert(.isDate)
      }
      return
    }
    let (word, count) = LayoutWord.packed(letters)
    guard count > 0 else { return }
    // "A" by itself is a mark, not an article.
    if LayoutWord.openEnds.contains(word), count == letters.count, count > 1 || Letters.isLower(letters[0]) {
      insert(.leavesOpen)
    }
    if LayoutWord.beside.contains(word) { insert(.goesWithPeriod) }
    if LayoutWord.alone.contains(word) { insert(.standsAlone) }
    if LayoutWord.readings.contains(word) { insert(.isReading) }
    if LayoutWord.periods.contains(word) { insert(.isPeriod) }
  }

  /// Whether a word is a reference: up to three capitals, figures with dots between, a small letter, a mark at its end.
  private static func isKey(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = letters.first == 0x28 ? 1 : 0
    let start = index
    while index < letters.count, Letters.isUpper(letters[index]) { index += 1 }
    guard index - start < 4 else { return false }
    var digits = 0
    while index < letters.count, Letters.isDigit(letters[index]) || letters[index] == 0x2E && digits > 0 {
      digits = letters[index] == 0x2E ? digits : digits + 1
      index += 1
    }
    guard digits > 0, digits < 7 else { return false }
    if index < letters.count, Letters.isLower(letters[index]) { index += 1 }
    if index < letters.count, letters[index] == 0x29 || letters[index] == 0x3A { index += 1 }
    return index == letters.count
  }

  /// The letters that a word begins with, in lower case, the first eight of them in one number, and how many there are.
  private static func packed(_ letters: UnsafeBufferPointer<UInt8>) -> (UInt64, Int) {
    var word: UInt64 = 0
    var count = 0
    for byte in letters {
      guard Letters.isLower(byte) || Letters.isUpper(byte) else { break }
      if count < 8 { word = word << 8 | UInt64(byte | 0x20) }
      count += 1
    }
    return (word, count)
  }

  private static func set(_ words: [StaticString]) -> Set<UInt64> {
    Set(words.map { word in packed(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).0 })
  }

  private static let openEnds = set([
    "and", "of", "the", "to", "for", "with", "in", "on", "a", "an", "or", "at", "from", "that", "their", "our", "as",
    "is", "are", "be", "into", "all", "this", "which", "who", "will", "has", "have",
  ])
  private static let beside = set(["end", "of", "term", "by", "early", "mid", "late", "start", "half", "until", "from"])
  private static let alone = set([
    "ongoing", "tbc", "tbd", "termly", "monthly", "weekly", "annually", "annual", "quarterly", "none", "daily",
    "completed", "complete", "continuous",
  ])
  private static let readings = set(["target", "actual", "baseline", "forecast", "trajectory"])
  private static let periods = Set(
    (Months.words.union(Seasons.names)).map { word in Array(word.utf8).withUnsafeBufferPointer { packed($0).0 } })
}
