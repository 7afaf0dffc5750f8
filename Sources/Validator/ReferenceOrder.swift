// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan's own reference, divided into its parts: `1.10`, `A.3`, `4(iii)`, `1.1a`.
struct NumberedReference: Hashable {
  /// The parts in lower case, such as `["4", "iii"]`.
  var parts: [String]

  /// The parts of a printed reference; nil where it has none, or is more than numbers and single letters.
  init?(_ text: String) {
    var parts: [String] = []
    var part = ""
    var isNumber = false
    for byte in text.utf8 {
      let isDigit = byte >= 0x30 && byte <= 0x39
      let lower = byte | 0x20
      if isDigit || (lower >= 0x61 && lower <= 0x7A) {
        if !part.isEmpty, isDigit != isNumber {
          parts.append(part)
          part = ""
        }
        isNumber = isDigit
        part.unicodeScalars.append(Unicode.Scalar(isDigit ? byte : lower))
      } else if byte < 0x80 {
        if !part.isEmpty { parts.append(part) }
        part = ""
      } else {
        return nil
      }
    }
    if !part.isEmpty { parts.append(part) }
    guard !parts.isEmpty, parts.count <= 6 else { return nil }
    guard parts.allSatisfy({ $0.utf8.count == 1 || Int($0) != nil || NumberedReference.roman($0) != nil }) else {
      return nil
    }
    self.parts = parts
  }

  /// All parts but the last.
  var prefix: ArraySlice<String> { parts.dropLast() }

  /// What a Roman numeral of small letters up to `xxxix` is worth; nil for anything else.
  static func roman(_ text: String) -> Int? {
    var value = 0
    var last = 0
    for byte in text.utf8.reversed() {
      let digit: Int
      switch byte {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      default: return nil
      }
      value += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return value > 0 && value < 40 && romanText(value) == text ? value : nil
  }

  /// A number below 40 as a Roman numeral of small letters.
  static func romanText(_ number: Int) -> String {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return String(repeating: "x", count: number / 10) + ones[number % 10]
  }
}

/// How the last parts of references under one prefix count.
enum ReferenceOrder {
  case numbers
  case letters
  case roman

  /// The way that all of some last parts count; nil where they do not count in one way.
  init?(_ parts: [String]) {
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
  func place(of part: String) -> Int? {
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
    case .roman: return NumberedReference.romanText(place)
    }
  }
}
