// SPDX-License-Identifier: GPL-3.0-or-later

/// An abbreviation in capitals without the ending of its plural: `EHCP` for `EHCPs`, `SENCO` for `SENCos`. Up to eight
/// letters, packed into a number.
struct Abbreviation: Hashable {
  private var code: UInt64 = 0

  /// An abbreviation from letters of either case, of which it takes the first eight.
  init(_ letters: some Sequence<UInt8>) {
    for letter in letters.prefix(8) { code = code << 8 | UInt64(letter & 0xDF) }
  }

  /// The letters.
  var text: String {
    var letters: [UInt8] = []
    var rest = code
    while rest > 0 {
      letters.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Whether another one begins with it.
  func begins(_ other: Abbreviation) -> Bool {
    var rest = other.code
    while rest > code { rest >>= 8 }
    return rest == code
  }
}

/// Abbreviations in a text: words most of whose letters are capitals.
enum Abbreviations {
  /// One abbreviation at one place.
  struct Use {
    /// The abbreviation.
    var abbreviation: Abbreviation
    /// As printed; only valid while the use is looked at.
    var letters: Slice<UnsafeBufferPointer<UInt8>>
    /// Whether it stands alone in brackets, as it does behind its full words: `Parent Carer Forum (PCF)`.
    var isBracketed: Bool
  }

  /// Calls `body` with each abbreviation of a text in document order.
  ///
  /// An abbreviation has two to eight letters, no digits, a capital first, and at least as many capitals as small letters.
  /// Texts without a small letter are headings, and have none.
  static func each(_ text: String, _ body: (Use) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      guard bytes.count <= 8 || bytes.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return }
      var at = 0
      while at < bytes.count {
        let start = at
        var capitals = 0
        while at < bytes.count {
          let byte = bytes[at]
          if byte >= 0x41, byte <= 0x5A {
            capitals += 1
          } else if !(byte >= 0x61 && byte <= 0x7A) {
            break
          }
          at += 1
        }
        if capitals > 1, let use = use(bytes, start..<at, capitals: capitals) { body(use) }
        at = max(at, start + 1)
      }
    }
  }

  private static func use(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, capitals: Int) -> Use? {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : UInt8(ascii: " ")
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : UInt8(ascii: " ")
    // Digits and letters with accents make another kind of word; a dot before makes initials, as in P.E.
    guard range.count <= 9, bytes[range.lowerBound] <= 0x5A, !isWord(before), !isWord(after) || after == 0xE2,
      before != UInt8(ascii: ".")
    else { return nil }
    let letters = range.count - (bytes[range.upperBound - 1] == UInt8(ascii: "s") ? 1 : 0)
    guard letters <= 8, capitals * 2 >= letters, !isRoman(bytes[range]) else { return nil }
    return Use(
      abbreviation: Abbreviation(bytes[range].prefix(letters)), letters: bytes[range],
      isBracketed: before == UInt8(ascii: "(")
        && (after == UInt8(ascii: ")") || after == UInt8(ascii: "'") || after == 0xE2))
  }

  private static func isRoman(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    letters.allSatisfy { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0xC3 && byte != 0xE2)
  }
}
