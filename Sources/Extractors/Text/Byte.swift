// SPDX-License-Identifier: GPL-3.0-or-later

/// Names for the ASCII bytes that the text readers look for.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let numberSign: UInt8 = 0x23
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let leftParenthesis: UInt8 = 0x28
  static let rightParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let hyphen: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let lessThan: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greaterThan: UInt8 = 0x3E
  static let questionMark: UInt8 = 0x3F
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let underscore: UInt8 = 0x5F
  static let backtick: UInt8 = 0x60
  static let pipe: UInt8 = 0x7C
  static let tilde: UInt8 = 0x7E
}

extension UInt8 {
  /// Whether the byte is ASCII white space.
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// Whether the byte is 0 to 9.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether the byte is a to z.
  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
  /// Whether the byte is A to Z.
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { isLowercase || isUppercase }
  /// Whether the byte belongs to a word: an ASCII letter or digit, or part of any scalar beyond ASCII.
  var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
  /// Whether the byte is printable ASCII that is neither letter, digit nor space.
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isLetter && !isDigit }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range as a buffer of their own, without a copy.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }

  /// The buffer without ASCII white space at its ends.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return part(start..<end)
  }

  /// Whether the bytes at `index` are those of `literal`, which is ASCII.
  func holds(_ literal: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + literal.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<literal.utf8CodeUnitCount where self[index + offset] != literal.utf8Start[offset] {
      return false
    }
    return true
  }
}
