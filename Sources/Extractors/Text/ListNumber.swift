// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Recognises the numbers that list items begin with: `1.`, `2)`, `(iii)`, `b.`.
///
/// References of several levels (`1.1`) are the plan's own and no list number.
enum ListNumber {
  /// `.number` where a text begins with a list number and goes on after it.
  static func marker(of text: UnsafeBufferPointer<UInt8>) -> Paragraph.Marker {
    length(in: text) > 0 ? .number : .none
  }

  /// Offset after the number, 0 where the text begins with none or nothing follows it.
  static func length(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index < text.count, text[index].isBlank { index += 1 }
    guard index < text.count else { return 0 }
    let isBracketed = text[index] == Byte.leftParenthesis
    if isBracketed { index += 1 }
    let start = index
    while index < text.count, index - start < 5, text[index].isDigit || text[index].isLetter { index += 1 }
    guard index > start, index < text.count,
      text[index] == Byte.rightParenthesis || !isBracketed && text[index] == Byte.dot,
      isNumber(text.part(start..<index))
    else { return 0 }
    index += 1
    guard index < text.count, text[index].isBlank else { return 0 }
    let end = index
    while index < text.count, text[index].isBlank { index += 1 }
    return index < text.count ? end : 0
  }

  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.allSatisfy(\.isDigit) { return text.count <= 3 }
    if text.count == 1 { return text[0].isLetter }
    // Roman numbers up to 39.
    return text.allSatisfy { byte in
      switch byte | 0x20 {
      case 0x69, 0x76, 0x78: true
      default: false
      }
    }
  }
}
