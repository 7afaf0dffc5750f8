// SPDX-License-Identifier: GPL-3.0-or-later

/// Recognises the lines that Markdown gives a meaning of their own.
enum MarkdownLine {
  /// Level of an ATX heading (`## Words`), nil where the line is none.
  static func headingLevel(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var level = 0
    while level < line.count, line[level] == Byte.numberSign { level += 1 }
    guard (1...6).contains(level), level < line.count, line[level] == Byte.space else { return nil }
    return line[level...].contains { !$0.isBlank } ? level : nil
  }

  /// The words of an ATX heading, without its marks at both ends.
  static func headingText(_ line: UnsafeBufferPointer<UInt8>, level: Int) -> UnsafeBufferPointer<UInt8> {
    let words = line.part(level..<line.count).trimmed
    var end = words.count
    while end > 0, words[end - 1] == Byte.numberSign { end -= 1 }
    // "C#" keeps its mark: closing marks stand apart.
    guard end < words.count, end == 0 || words[end - 1].isBlank else { return words }
    return words.part(0..<end).trimmed
  }

  /// Whether the line opens or closes a block of literal text.
  static func isFence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = line.trimmed
    return words.holds("```", at: 0) || words.holds("~~~", at: 0)
  }

  /// Offset of the words behind `> `, 0 where the line is no quotation. `> 95%` compares and does not quote.
  static func quotationLength(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    var end = 0
    while index < line.count, line[index] == Byte.greaterThan || line[index] == Byte.space {
      if line[index] == Byte.greaterThan { end = index + 1 }
      index += 1
    }
    guard end > 0, index > end, index < line.count, !line[index].isDigit else { return 0 }
    return index
  }

  /// Offset of the words behind `[^1]:`, 0 where the line is no footnote.
  static func footnoteLength(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    guard line.holds("[^", at: 0), let close = line.firstIndex(of: Byte.rightBracket), close > 2,
      line.holds(":", at: close + 1)
    else { return 0 }
    return close + 2
  }
}
