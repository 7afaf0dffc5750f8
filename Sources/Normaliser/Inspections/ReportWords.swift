// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

// Texts of several lines.
extension Reading {
  /// The words of a phrase as one text. Where a line ended at a hyphen ("multi-" "agency"), no space comes between.
  func joined(_ phrase: Phrase) -> String {
    var text = ""
    for span in phrase.spans {
      let words = self.text.string(span)
      if text.isEmpty || words.isEmpty {
        text += words
      } else if Reading.breaksWord(text, words) {
        text += words
      } else {
        text += " " + words
      }
    }
    return text
  }

  /// Whether one text ends at a hyphen within a word that the other goes on with.
  private static func breaksWord(_ left: String, _ right: String) -> Bool {
    let end = Array(left.utf8.suffix(2))
    guard end.count == 2, end[1] == UInt8(ascii: "-"), (end[0] | 0x20).isWordByte, end[0] != 0x20 else { return false }
    return right.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
  }

  /// A line's words without a bullet or dash in front and, where it is wanted, without a number; the rest as a phrase.
  func content(_ paragraph: Paragraph, dropsNumber: Bool = false) -> Phrase {
    let bytes = Array(text.bytes[paragraph.span.range])
    var start = Reading.endOfSigns(bytes)
    if dropsNumber, let end = Reading.endOfNumber(bytes, from: start) { start = end }
    return Phrase(paragraph.span).part(start..<bytes.count)
  }

  /// Offset behind the signs of a list item at the beginning; 0 where there is none.
  static func endOfSigns(_ bytes: [UInt8]) -> Int {
    var index = 0
    var end = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        index += 1
        end = index
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") {
        // A hyphen that a word follows directly is part of it.
        guard index + 1 < bytes.count, bytes[index + 1] == 0x20 else { break }
        index += 1
        end = index
      } else if byte == 0xE2, index + 2 < bytes.count,
        bytes[index + 1] != 0x80 || (0x90...0x95).contains(bytes[index + 2])
          || (0xA2...0xA3).contains(bytes[index + 2])
      {
        // Dashes, bullets, squares, arrows (U+2010 to U+2015, U+2022, U+2023, U+2100 on).
        index += 3
        end = index
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xB7 {
        index += 2
        end = index
      } else if byte == 0xEE || byte == 0xEF && index + 1 < bytes.count && bytes[index + 1] < 0xA4,
        index + 2 < bytes.count
      {
        // Signs of symbol fonts, in the private use area.
        index += 3
        end = index
      } else {
        break
      }
    }
    return end
  }

  /// Offset behind "1.", "2)" or "(3)" and the space after it; nil where the words do not begin with a number.
  static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") { index += 1 }
    let first = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - first < 3 { index += 1 }
    guard index > first, index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
    else { return nil }
    index += 1
    guard index < bytes.count, bytes[index] == 0x20 else { return nil }
    return index + 1
  }
}
