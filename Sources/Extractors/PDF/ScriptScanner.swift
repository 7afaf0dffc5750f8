// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts a cairo script into tokens.
///
/// The language is PostScript's little sister: numbers, operators, `/names`, `[arrays]`, `<<dictionaries>>`, strings in
/// `( )` and encoded data in `<~ ~>` or `<| ~>`.
struct ScriptScanner {
  /// One token.
  enum Token {
    case number(Double)
    /// An operator or a name, without its slashes.
    case word(UnsafeBufferPointer<UInt8>)
    case arrayStart
    case arrayEnd
    /// A string or encoded data, which is passed over.
    case string
    /// The start or end of a dictionary.
    case dictionaryMark
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token, nil at the end.
  mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: index += 1
      case UInt8(ascii: "%"): skipComment()
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): return .number(number())
      case UInt8(ascii: "["):
        index += 1
        return .arrayStart
      case UInt8(ascii: "]"):
        index += 1
        return .arrayEnd
      case UInt8(ascii: "("):
        skipString()
        return .string
      case UInt8(ascii: "<"):
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
          index += 2
          return .dictionaryMark
        }
        skipData()
        return .string
      case UInt8(ascii: ">"):
        index += 2
        return .dictionaryMark
      default: return .word(word())
      }
    }
    return nil
  }

  private mutating func skipComment() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
  }

  private mutating func skipString() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private mutating func skipData() {
    index += 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "~"), bytes[index + 1] == UInt8(ascii: ">") { break }
      index += 1
    }
    index += 2
  }

  private mutating func word() -> UnsafeBufferPointer<UInt8> {
    while index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    let start = index
    loop: while index < bytes.count {
      switch bytes[index] {
      case 0x00...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("),
        UInt8(ascii: "/"):
        break loop
      default: index += 1
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<max(start, index)])
  }

  /// Reads a decimal number. Cairo writes no exponents; one would be read as a word and do no harm.
  private mutating func number() -> Double {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var mantissa = 0.0
    var divisor = 1.0
    var seenPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        mantissa = mantissa * 10 + Double(byte - UInt8(ascii: "0"))
        if seenPoint { divisor *= 10 }
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else {
        break
      }
      index += 1
    }
    let value = mantissa / divisor
    return isNegative ? -value : value
  }
}
