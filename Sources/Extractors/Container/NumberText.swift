// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// How a list writes its numbers.
enum NumberFormat: Sendable {
  case decimal
  case decimalZero
  case upperRoman
  case lowerRoman
  case upperLetter
  case lowerLetter
  case ordinal
  case cardinalWords
  case ordinalWords
  case bullet
  case none

  /// A number as the list prints it; numbers below 1 are written as digits where letters have none.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .decimalZero: number >= 0 && number < 10 ? "0\(number)" : String(number)
    case .upperRoman: Self.roman(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerLetter: Self.letters(number)
    case .ordinal: Self.ordinal(number)
    case .cardinalWords: Self.words(number, ordinal: false)
    case .ordinalWords: Self.words(number, ordinal: true)
    case .bullet, .none: ""
    }
  }

  private static func roman(_ number: Int) -> String {
    guard number > 0, number < 5000 else { return String(number) }
    return RomanNumeral.text(number)
  }

  /// a to z, then aa, bb, cc: the letter is repeated.
  private static func letters(_ number: Int) -> String {
    guard number > 0, number <= 26 * 40 else { return String(number) }
    let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    return "\(number)" + (isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th")
  }

  private static let cardinals = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let ordinals = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
  ]
  private static let tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]

  /// Number words up to 99, with a capital letter as Word writes them; digits beyond.
  private static func words(_ number: Int, ordinal: Bool) -> String {
    guard (0..<100).contains(number) else { return ordinal ? Self.ordinal(number) : String(number) }
    let units = ordinal ? ordinals : cardinals
    let text: String
    if number < 20 {
      text = units[number]
    } else if number % 10 == 0 {
      text = tens[number / 10 - 2] + (ordinal ? "ieth" : "y")
    } else {
      text = tens[number / 10 - 2] + "y-" + units[number % 10]
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
