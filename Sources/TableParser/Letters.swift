// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Questions about the bytes of a word.
enum Letters {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  /// Letters beyond ASCII count as letters: lead and trail bytes alike.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLower(byte) || isUpper(byte) || byte >= 0xC3
  }

  /// Whether a word is a figure: a digit or a dash for "none", and nothing but what goes with figures.
  static func isNumeric(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in letters {
      if isDigit(byte) {
        digits += 1
        continue
      }
      switch byte {
      // , . % + - / ( ) : $ < > * and the bytes of £ € – −
      case 0x2C, 0x2E, 0x25, 0x2B, 0x2D, 0x2F, 0x28, 0x29, 0x3A, 0x24, 0x3C, 0x3E, 0x2A: continue
      case 0xC2, 0xA3, 0xE2, 0x80, 0x82, 0xAC, 0x93, 0x94, 0x88, 0x92: continue
      default: return false
      }
    }
    return digits > 0 || letters.count <= 3 && letters.allSatisfy { $0 != 0x2F && $0 != 0x3A && $0 != 0x2A }
  }

  /// Whether a word holds three dots or more in a row.
  static func isLeader(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard letters.count > 2 else { return false }
    var run = 0
    for byte in letters {
      run = byte == 0x2E ? run + 1 : 0
      if run > 3 { return true }
    }
    return false
  }

  /// Whether a word is `$`, `£` or `€` and nothing else.
  static func isCurrency(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    switch letters.count {
    case 1: letters[0] == 0x24
    case 2: letters[0] == 0xC2 && letters[1] == 0xA3
    case 3: letters[0] == 0xE2 && letters[1] == 0x82 && letters[2] == 0xAC
    default: false
    }
  }

  /// Whether a word is one bullet glyph: the usual marks, the arrows and shapes of Unicode, and the private-use
  /// characters by which symbol fonts are known.
  static func isBullet(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard letters.count <= 4, let first = letters.first else { return false }
    if letters.count == 1 { return first == 0x2A || first == 0x6F && false }
    var decoder = UTF8()
    var iterator = letters.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator),
      case .emptyInput = decoder.decode(&iterator)
    else { return false }
    switch scalar.value {
    case 0xB7, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0...0x25FF, 0x2700...0x27BF, 0x2B1B...0x2B2F,
      0x2190...0x21FF, 0x29BE, 0x29BF, 0xF000...0xF0FF, 0x2605...0x2606, 0x2610...0x2612:
      return true
    default: return false
    }
  }

  /// The length in bytes of an item number at the start of a text, 0 where there is none: `1.`, `2)`, `(iii)`, `a)`,
  /// `4.2`, each before a space or the end.
  static func itemNumber(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    let opened = text.first == 0x28
    if opened { index = 1 }
    let start = index
    while index < text.count, index - start < 5, isDigit(text[index]) || isLower(text[index]) || isUpper(text[index]) {
      index += 1
    }
    let count = index - start
    guard count > 0, index < text.count else { return 0 }
    let isNumber = text[start..<index].allSatisfy(isDigit) && count <= 2
    let isRoman = text[start..<index].allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    guard isNumber || isRoman || count == 1 else { return 0 }
    guard text[index] == 0x29 || (!opened && text[index] == 0x2E) else { return 0 }
    index += 1
    return index == text.count || text[index] == 0x20 ? index : 0
  }
}

extension TextSpan {
  /// The span as a range of indices that exist, empty where the span is turned round or lies outside.
  func range(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard start < end, Int(start) < bytes.count else { return 0..<0 }
    return Int(start)..<min(Int(end), bytes.count)
  }
}
