// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// A plan's own reference, divided into its parts: `1.10`, `A.3`, `4(iii)`, `1.1a`.
struct NumberedReference: Hashable {
  /// The parts in lower case, joined by dots: `4.iii`. Most references are printed so.
  let text: String
  /// How many parts there are, one at least.
  let count: Int
  /// The number that the last part is; nil for a letter, a Roman numeral or a number of more digits than any plan needs.
  let number: Int?
  /// The length of the last part in bytes.
  private let lastLength: Int

  /// The parts of a printed reference; nil where it has none, or is more than numbers and single letters.
  init?(_ printed: String) {
    let form = printed.withBytes(Form.init)
    guard !form.isForeign, form.count > 0, form.count <= 6 else { return nil }
    text = form.isJoinedByDots ? printed : printed.withBytes(NumberedReference.joined)
    count = form.count
    number = form.number
    lastLength = form.lastLength
    if form.longest > 1 {
      guard
        parts.allSatisfy({ $0.utf8.count == 1 || Int($0) != nil || NumberedReference.roman($0) != nil })
      else { return nil }
    }
  }

  /// The parts, such as `4` and `iii`.
  var parts: [Substring] { text.split(separator: ".") }

  /// All parts but the last, joined by dots.
  var prefix: Substring { count == 1 ? "" : text[..<text.utf8.index(startOfLast, offsetBy: -1)] }

  /// The last part.
  var last: Substring { text[startOfLast...] }

  private var startOfLast: String.Index { text.utf8.index(text.endIndex, offsetBy: -lastLength) }

  /// The first part.
  var first: Substring { text.utf8.firstIndex(of: UInt8(ascii: ".")).map { text[..<$0] } ?? text[...] }

  /// What it begins with: its parts but the last ones, joined by dots, the longest first.
  var beginnings: [Substring] {
    var beginnings: [Substring] = []
    var rest = prefix
    while !rest.isEmpty {
      beginnings.append(rest)
      rest = rest.utf8.lastIndex(of: UInt8(ascii: ".")).map { rest[..<$0] } ?? ""
    }
    return beginnings
  }

  /// Whether it has the same parts as another one but for the last.
  func isBeside(_ other: NumberedReference) -> Bool {
    let length = text.utf8.count - lastLength
    guard length == other.text.utf8.count - other.lastLength else { return false }
    return text.withBytes { own in
      other.text.withBytes { other in own[..<length].elementsEqual(other[..<length]) }
    }
  }

  /// Whether it begins with all parts of another one and has more.
  func isBelow(_ other: NumberedReference) -> Bool {
    guard count > other.count, text.hasPrefix(other.text) else { return false }
    return text.utf8[text.utf8.index(text.startIndex, offsetBy: other.text.utf8.count)] == UInt8(ascii: ".")
  }

  /// How a reference is printed.
  private struct Form {
    /// The parts: runs of digits and runs of letters.
    var count = 0
    /// The signs of the longest part of letters, or of a number that may be too large.
    var longest = 0
    var lastLength = 0
    /// The number that the last part is.
    var number: Int?
    /// Whether the parts are joined by single dots and have no capitals.
    var isJoinedByDots = true
    /// Whether there is a sign beyond ASCII.
    var isForeign = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      var length = 0
      var isNumber = false
      for byte in bytes {
        let isDigit = byte >= 0x30 && byte <= 0x39
        if isDigit || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) {
          if length == 0 {
            count += 1
          } else if isDigit != isNumber {
            count += 1
            length = 0
            isJoinedByDots = false
          }
          if !isDigit, byte & 0x20 == 0 { isJoinedByDots = false }
          isNumber = isDigit
          length += 1
          lastLength = length
          if isNumber, length < 10 {
            number = (length > 1 ? (number ?? 0) * 10 : 0) + Int(byte - 0x30)
          } else {
            number = nil
            longest = max(longest, length)
          }
        } else {
          if byte >= 0x80 { isForeign = true }
          if byte != UInt8(ascii: ".") || length == 0 { isJoinedByDots = false }
          length = 0
        }
      }
      if length == 0 { isJoinedByDots = false }
    }
  }

  /// The parts of printed text in lower case, joined by dots.
  private static func joined(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { joined in
      var count = 0
      var isNumber = false
      var isInside = false
      for byte in bytes {
        let isDigit = byte >= 0x30 && byte <= 0x39
        let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        if isDigit || isLetter {
          if count > 0, !isInside || isDigit != isNumber {
            joined[count] = UInt8(ascii: ".")
            count += 1
          }
          joined[count] = isDigit ? byte : byte | 0x20
          count += 1
          isNumber = isDigit
        }
        isInside = isDigit || isLetter
      }
      return count
    }
  }

  /// What a Roman numeral of small letters up to `xxxix` is worth; nil for anything else.
  static func roman(_ text: Substring) -> Int? {
    RomanNumeral.value(text).flatMap { $0 < 40 ? $0 : nil }
  }
}

/// How the last parts of references under one prefix count.
enum ReferenceOrder {
  case numbers
  case letters
  case roman

  /// The way that all of some last parts count; nil where they do not count in one way.
  init?(_ parts: [Substring]) {
    if parts.allSatisfy({ Int($0) != nil }) {
      self = .numbers
    } else if parts.contains("i"), !parts.contains("h"), parts.allSatisfy({ NumberedReference.roman($0) != nil }) {
      self = .roman
    } else if parts.allSatisfy({ $0.utf8.count == 1 && Int($0) == nil }) {
      self = .letters
    } else {
      return nil
    }
  }

  /// The place of a part in the order, from 1.
  func place(of part: Substring) -> Int? {
    switch self {
    case .numbers: return Int(part)
    case .letters: return part.utf8.first.map { Int($0) - 0x60 }
    case .roman: return NumberedReference.roman(part)
    }
  }

  /// The part at a place.
  func part(at place: Int) -> String {
    switch self {
    case .numbers: return String(place)
    case .letters: return String(decoding: [UInt8(0x60 + max(1, min(26, place)))], as: UTF8.self)
    case .roman: return RomanNumeral.text(place)
    }
  }
}
