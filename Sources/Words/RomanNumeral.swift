// SPDX-License-Identifier: GPL-3.0-or-later

/// Roman numerals in small letters.
package enum RomanNumeral {
  private static let steps: [(value: Int, letters: String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
  ]

  /// A number from 1 on; empty for any other.
  package static func text(_ number: Int) -> String {
    var rest = number
    var text = ""
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  /// What a numeral is worth; nil for what is none, such as `iix`.
  package static func value(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 15 else { return nil }
    var (value, last) = (0, 0)
    for byte in text.utf8.reversed() {
      let digit: Int
      switch byte {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      case UInt8(ascii: "l"): digit = 50
      case UInt8(ascii: "c"): digit = 100
      case UInt8(ascii: "d"): digit = 500
      case UInt8(ascii: "m"): digit = 1000
      default: return nil
      }
      value += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return value > 0 && self.text(value) == text ? value : nil
  }
}
