// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// A word's letters in lower case, packed so that comparing and hashing cost two machine words.
///
/// Exact for words of up to 16 bytes; longer words share the key of their first 15 bytes and the mark 0xFF, which no
/// vocabulary entry ends in. A typographic apostrophe counts as the plain one.
struct WordKey: Hashable, Sendable, ExpressibleByStringLiteral {
  var first: UInt64 = 0
  var second: UInt64 = 0

  /// The key of no letters.
  init() {}

  /// The key of a word of at most 16 bytes that is written in lower case.
  ///
  /// Plain shifts over constant bytes, so that the compiler can work the key out beforehand.
  @inline(__always)
  init(stringLiteral value: StaticString) {
    let count = value.utf8CodeUnitCount
    let bytes = value.utf8Start
    var index = 0
    while index < count, index < 8 {
      first = first << 8 | UInt64(bytes[index])
      index += 1
    }
    while index < count {
      second = second << 8 | UInt64(bytes[index])
      index += 1
    }
  }

  /// The key of a word at run time.
  init(_ word: String) {
    var word = word
    self = word.withUTF8 { WordKey($0, 0..<$0.count) }
  }

  /// The key of the bytes in a range.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A {
        byte |= 0x20
      } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98
      {
        byte = 0x27
        index += 2
      }
      if count < 8 {
        first = first << 8 | UInt64(byte)
      } else if count < 16 {
        second = second << 8 | UInt64(byte)
      } else {
        second |= 0xFF
        return
      }
      count += 1
      index += 1
    }
  }

  /// Whether the word begins with these letters; of words longer than eight letters only the first eight are looked at.
  func hasPrefix(_ prefix: WordKey) -> Bool {
    guard prefix.second == 0, first >= prefix.first else { return false }
    var value = first
    while value > prefix.first { value >>= 8 }
    return value == prefix.first
  }
}

extension WordKey {
  /// Whether a word of at most sixteen bytes ends in "s", as plurals do.
  var endsWithS: Bool { UInt8(truncatingIfNeeded: second == 0 ? first : second) == UInt8(ascii: "s") }
}

/// A piece of a text: a word, a number or a mark.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word
    case number
    case mark
  }

  /// What it is.
  var kind: Kind
  /// Whether white space, or the beginning of the text, stands before it.
  var gapBefore: Bool
  /// Whether it begins with a capital letter.
  var isCapitalised = false
  /// Number of capital letters in a word, ASCII only.
  var capitals: UInt8 = 0
  /// Whether a number carries st, nd, rd or th.
  var isOrdinal = false
  /// Number of digits of a number.
  var digits: UInt8 = 0
  /// UTF-8 byte offset of its first byte.
  var start: Int
  /// UTF-8 byte offset after its last byte.
  var end: Int
  /// The letters of a word.
  var key = WordKey()
  /// A number's value; a mark's byte, see ``Mark``.
  var value = 0

  /// Whether it is this mark.
  func isMark(_ mark: UInt8) -> Bool { kind == .mark && value == Int(mark) }

  /// Whether it is this word.
  func isWord(_ word: WordKey) -> Bool { kind == .word && key == word }

  /// The place of its bytes.
  var range: Range<Int> { start..<end }
}

/// Marks as tokens give them: ASCII punctuation as itself; the typographic forms as their plain sisters.
enum Mark {
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let point = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let squareOpen = UInt8(ascii: "[")
  static let squareClose = UInt8(ascii: "]")
  static let apostrophe = UInt8(ascii: "'")
  static let ampersand = UInt8(ascii: "&")
  static let plus = UInt8(ascii: "+")
  static let bullet = UInt8(ascii: "*")
  static let arrow = UInt8(ascii: ">")
  static let bar = UInt8(ascii: "|")
}

extension Token {
  /// The tokens of a text, white space left out.
  static func scan(_ text: String) -> [Token] {
    var text = text
    return text.withUTF8 { scan($0) }
  }

  /// The tokens of UTF-8 text, white space left out.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 2)
    var index = 0
    var gap = true
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte <= 0x20 {
        gap = true
        index += 1
        continue
      }
      let start = index
      if byte.isDigit {
        tokens.append(number(bytes, from: &index, gap: gap))
      } else if let (mark, length) = mark(bytes, at: index) {
        index += length
        tokens.append(Token(kind: .mark, gapBefore: gap, start: start, end: index, value: Int(mark)))
      } else {
        index = endOfWord(bytes, from: index)
        var token = Token(kind: .word, gapBefore: gap, start: start, end: index, key: WordKey(bytes, start..<index))
        token.isCapitalised = isCapital(byte)
        for letter in start..<index where isCapital(bytes[letter]) { token.capitals &+= 1 }
        tokens.append(token)
      }
      gap = false
    }
    return tokens
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, gap: Bool) -> Token {
    let start = index
    var value = 0
    while index < bytes.count, bytes[index].isDigit {
      if value < 100_000_000 { value = value * 10 + Int(bytes[index] - 0x30) }
      index += 1
    }
    var token = Token(kind: .number, gapBefore: gap, start: start, end: index, value: value)
    token.digits = UInt8(clamping: index - start)
    // The suffix belongs to the number only when it ends there: "1st", but not "1stage".
    if index + 1 < bytes.count, index + 2 == endOfWord(bytes, from: index) {
      switch WordKey(bytes, index..<index + 2) {
      case "st", "nd", "rd", "th":
        token.isOrdinal = true
        index += 2
        token.end = index
      default: break
      }
    }
    return token
  }

  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 || byte.isDigit { break }
      if let (mark, length) = mark(bytes, at: index) {
        // An apostrophe between letters belongs to the word.
        guard mark == Mark.apostrophe, index > start, index + length < bytes.count,
          bytes[index + length] > 0x40, self.mark(bytes, at: index + length) == nil
        else { break }
        index += length
        continue
      }
      index += 1
    }
    return index
  }

  /// The mark at an index and its length in bytes.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt8, Int)? {
    let byte = bytes[index]
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: return nil
    case 0x21...0x7E: return (byte, 1)
    case 0xC2:
      // Latin-1 marks; the feminine and masculine ordinal signs and the micro sign are letters.
      guard index + 1 < bytes.count else { return nil }
      switch bytes[index + 1] {
      case 0xAA, 0xB5, 0xBA: return nil
      case 0xB7: return (Mark.bullet, 2)
      default: return (0x7F, 2)
      }
    case 0xE2:
      guard index + 2 < bytes.count else { return nil }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x90...0x95), (0x88, 0x92): return (Mark.hyphen, 3)
      case (0x80, 0x98), (0x80, 0x99): return (Mark.apostrophe, 3)
      case (0x80, 0x9C), (0x80, 0x9D): return (UInt8(ascii: "\""), 3)
      case (0x80, 0xA2), (0x97, _), (0x96, _), (0x9E, 0x94), (0x9E, 0xA2): return (Mark.bullet, 3)
      case (0x86, 0x92), (0x87, 0x92): return (Mark.arrow, 3)
      case (0x80, _), (0x81, _), (0x86...0x9F, _): return (0x7F, 3)
      default: return nil
      }
    case 0xEF:
      // Private use bullets of symbol fonts (U+F0A7 and its neighbours).
      guard index + 2 < bytes.count, bytes[index + 1] >= 0x80, bytes[index + 1] <= 0xA3 else { return nil }
      return (Mark.bullet, 3)
    default: return nil
    }
  }
}
