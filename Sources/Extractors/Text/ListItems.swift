// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Cuts the items of a list apart where an export has run them together on one line.
enum ListItems {
  /// Cuts at ` - ` (or the dash that the text begins with). The leading mark must be off the text already; behind a hyphen
  /// longer dashes are no marks.
  ///
  /// A dash may also stand within an item ("Training - all staff"). Only dashes before a capital, a digit or a quote
  /// are looked at; where most of them follow a full stop or the like, only those that do are cuts.
  static func splitAtDashes(_ text: UnsafeBufferPointer<UInt8>, isHyphened: Bool = false) -> [Range<Int>] {
    var cuts: [(end: Int, next: Int, afterStop: Bool)] = []
    var index = 1
    while index + 2 < text.count {
      defer { index += 1 }
      guard text[index - 1].isBlank else { continue }
      let length = dashLength(text, at: index)
      guard length > 0, index + length < text.count, text[index + length].isBlank else { continue }
      if isHyphened, length > 1 { continue }
      var next = index + length
      while next < text.count, text[next].isBlank { next += 1 }
      guard next < text.count,
        text[next].isUppercase || text[next].isDigit || text[next] == Byte.quote
          || text[next] >= 0x80
      else { continue }
      var end = index
      while end > 0, text[end - 1].isBlank { end -= 1 }
      guard end > 0 else { continue }
      cuts.append((end, next, isStop(text[end - 1])))
    }
    let stops = cuts.count { $0.afterStop }
    if stops * 2 >= cuts.count { cuts.removeAll { !$0.afterStop } }
    return ranges(cuts.map { ($0.end, $0.next) }, count: text.count)
  }

  /// Cuts at each ` * `: a star between spaces is nothing but the mark of the next item where the text begins with one.
  static func splitAtStars(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var cuts: [(end: Int, next: Int)] = []
    for index in text.indices.dropFirst() where text[index] == Byte.asterisk {
      guard text[index - 1].isBlank, index + 1 < text.count, text[index + 1].isBlank else { continue }
      var next = index + 1
      while next < text.count, text[next].isBlank { next += 1 }
      var end = index
      while end > 0, text[end - 1].isBlank { end -= 1 }
      if end > (cuts.last?.next ?? 0), next < text.count { cuts.append((end, next)) }
    }
    return ranges(cuts, count: text.count)
  }

  /// Cuts after each sentence: for lists whose marks were lost altogether.
  static func splitAtSentences(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var cuts: [(end: Int, next: Int)] = []
    var index = 0
    while index < text.count {
      defer { index += 1 }
      let byte = text[index]
      guard byte == Byte.dot || byte == Byte.exclamationMark || byte == Byte.questionMark else { continue }
      var end = index + 1
      while end < text.count, isClosing(text, at: end) > 0 { end += isClosing(text, at: end) }
      guard end < text.count, text[end].isBlank else { continue }
      var next = end
      while next < text.count, text[next].isBlank { next += 1 }
      guard next < text.count, beginsSentence(text[next]) else { continue }
      if byte == Byte.dot, isAbbreviation(text, dot: index) { continue }
      cuts.append((end, next))
    }
    return ranges(cuts, count: text.count)
  }

  private static func ranges(_ cuts: [(end: Int, next: Int)], count: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for cut in cuts {
      result.append(start..<cut.end)
      start = cut.next
    }
    result.append(start..<count)
    return result
  }

  /// Length of a dash (- – —) at `index`, 0 where there is none.
  private static func dashLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    if text[index] == Byte.hyphen { return 1 }
    return text.holds("\u{2013}", at: index) || text.holds("\u{2014}", at: index) ? 3 : 0
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.dot, Byte.semicolon, Byte.comma, Byte.colon, Byte.exclamationMark, Byte.questionMark,
      Byte.rightParenthesis:
      true
    default: false
    }
  }

  private static func beginsSentence(_ byte: UInt8) -> Bool {
    byte.isUppercase || byte.isDigit || byte == Byte.quote || byte == Byte.apostrophe
      || byte == Byte.leftParenthesis || byte >= 0xC3
  }

  /// Length of a closing quote or bracket at `index`, 0 where there is none.
  private static func isClosing(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case Byte.quote, Byte.apostrophe, Byte.rightParenthesis, Byte.rightBracket: 1
    case 0xE2: text.holds("\u{2019}", at: index) || text.holds("\u{201D}", at: index) ? 3 : 0
    default: 0
    }
  }

  /// Whether the word before a full stop is one that sentences do not end with: an initial, a title, "e.g.".
  private static func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>, dot: Int) -> Bool {
    var start = dot
    while start > 0, !text[start - 1].isBlank, text[start - 1] != Byte.leftParenthesis { start -= 1 }
    let length = dot - start
    guard length > 0, length <= 5 else { return false }
    if length == 1, text[start].isUppercase { return true }
    return switch String(decoding: text.part(start..<dot), as: UTF8.self).lowercased() {
    case "e.g", "i.e", "eg", "ie", "dr", "mr", "mrs", "ms", "prof", "rev", "st", "no", "nos", "incl", "inc", "approx",
      "vs", "cf", "para", "ref", "p", "pp", "n.b", "nb":
      true
    default: false
    }
  }
}
