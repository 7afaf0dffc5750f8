// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// The numbers that a browser prints in front of list items.
struct HTMLListNumbering: Sendable {
  enum Style: Sendable {
    case none, bullet, decimal, leadingZero, lowerLetter, upperLetter, lowerRoman, upperRoman

    /// The `type` attribute of `ol` and `li`.
    init?(attribute: String) {
      switch attribute {
      case "1": self = .decimal
      case "a": self = .lowerLetter
      case "A": self = .upperLetter
      case "i": self = .lowerRoman
      case "I": self = .upperRoman
      case "disc", "circle", "square": self = .bullet
      default: return nil
      }
    }

    /// A keyword of `list-style-type`.
    init?(css: String) {
      switch css {
      case "none": self = .none
      case "disc", "circle", "square", "disclosure-open", "disclosure-closed": self = .bullet
      case "decimal": self = .decimal
      case "decimal-leading-zero": self = .leadingZero
      case "lower-alpha", "lower-latin": self = .lowerLetter
      case "upper-alpha", "upper-latin": self = .upperLetter
      case "lower-roman": self = .lowerRoman
      case "upper-roman": self = .upperRoman
      default: return nil
      }
    }
  }

  /// What a browser prints before an item, with the space after it: `3. `; empty for bullets and none.
  static func label(_ number: Int, _ style: Style) -> String {
    switch style {
    case .none, .bullet: ""
    case .decimal: "\(number). "
    case .leadingZero: number >= 0 && number < 10 ? "0\(number). " : "\(number). "
    case .lowerLetter: letters(number).map { $0 + ". " } ?? "\(number). "
    case .upperLetter: letters(number).map { $0.uppercased() + ". " } ?? "\(number). "
    case .lowerRoman: roman(number).map { $0 + ". " } ?? "\(number). "
    case .upperRoman: roman(number).map { $0.uppercased() + ". " } ?? "\(number). "
    }
  }

  /// a, b, … z, aa, ab, …
  private static func letters(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(0x61 + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    return RomanNumeral.text(number)
  }
}
