// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The parts of a date in words: month names, seasons, numbers.
enum DateTokens {
  /// The month, 1 to 12, of a word in lower case such as `sept` or `february`.
  static func month(_ word: String) -> Int? { months[word] }

  /// Whether a text of the plan, such as a heading, names a year from 2000 to 2099 or a financial or school year, so that a
  /// reader learns from it by when something is to be done.
  static func namesYear(_ text: String) -> Bool {
    var run: [UInt8] = []
    for byte in text.utf8 {
      if byte >= 0x30 && byte <= 0x39 {
        run.append(byte)
      } else {
        if isYear(run) { return true }
        run.removeAll(keepingCapacity: true)
      }
    }
    return isYear(run)
  }

  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && digits[0] == UInt8(ascii: "2") && digits[1] == UInt8(ascii: "0")
  }

  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// What no calendar has in a text of dates, or nobody can read: `31 June`, `29 February 2021`, `13/2024`, `March 2-21`.
  struct Fault: Hashable {
    /// The words at fault.
    var words: String
    /// Why.
    var reason: String
    /// Whether it is surely wrong, and not only unreadable.
    var isSure: Bool
  }

  /// The first fault of a text of dates; nil where it has none.
  static func fault(in text: String) -> Fault? {
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let tokens = split(text)
    for (index, token) in tokens.enumerated() {
      if let month = token.month {
        let before = index > 0 ? tokens[index - 1] : nil
        let after = index + 1 < tokens.count ? tokens[index + 1] : nil
        if let fault = fault(before: before, token, month: month, after: after, of: tokens.dropFirst(index + 2).first) {
          return fault
        }
      } else if let fault = numeric(token) {
        return fault
      }
    }
    return nil
  }

  private struct Token {
    var text: String
    var month: Int?
    /// The numbers of `31`, `31st`, `31/06/2021`.
    var numbers: [Int]
    var lengths: [Int]
    var sign: UInt8?
    var isOrdinal: Bool
  }

  private static func fault(before: Token?, _ token: Token, month: Int, after: Token?, of next: Token?) -> Fault? {
    // Day before month, the British way: 31 June 2021.
    if let before, before.numbers.count == 1, before.lengths[0] <= 2 {
      let year = after.flatMap { $0.numbers.count == 1 && $0.lengths[0] == 4 ? $0.numbers[0] : nil }
      // A leap year where none is given; 32 and more is a year: "Sept 45 June".
      if let day = before.numbers.first, day <= 31 || before.isOrdinal,
        !DayRange.Day(year: year ?? 2000, month: month, day: day).exists, day > 0 || before.isOrdinal
      {
        return Fault(
          words: "\(before.text) \(token.text)" + (year.map { " \($0)" } ?? ""), reason: "no calendar has that day",
          isSure: true)
      }
    }
    guard let after, let first = after.numbers.first else { return nil }
    if after.numbers.count == 1 {
      // Month before year: neither a day, nor a year of two or four digits.
      if after.lengths[0] == 3 || after.lengths[0] > 4 {
        return Fault(words: "\(token.text) \(after.text)", reason: "that is no year", isSure: false)
      }
      return nil
    }
    // A single digit, a dash, two digits: a year whose zero became a dash, unless it is a span of days of a named year.
    if after.sign == UInt8(ascii: "-"), after.numbers.count == 2, after.lengths == [1, 2], first == 2,
      next?.numbers.first.map({ $0 < 1990 }) ?? true, before?.numbers.isEmpty ?? true
    {
      return Fault(words: "\(token.text) \(after.text)", reason: "that is no year", isSure: false)
    }
    return nil
  }

  private static func numeric(_ token: Token) -> Fault? {
    let numbers = token.numbers
    guard token.sign != nil, numbers.count >= 2 else { return nil }
    var year: Int?
    var month: Int
    var day: Int?
    if token.lengths[0] == 4, (1990...2059).contains(numbers[0]), token.sign == UInt8(ascii: "-"),
      token.lengths[1] == 2,
      numbers.count == 3
    {
      // Only with a day: 2021-22 is a financial year.
      (year, month, day) = (numbers[0], numbers[1], numbers[2])
    } else if numbers.count == 3, token.lengths[2] == 4 || token.lengths[2] == 2, token.lengths[0] <= 2,
      token.lengths[1] <= 2,
      token.sign != UInt8(ascii: "-") || token.lengths[2] == 4
    {
      (day, month, year) = (numbers[0], numbers[1], token.lengths[2] == 4 ? numbers[2] : 2000 + numbers[2])
      // The month first, the American way, is read so and is no fault of the calendar.
      if month > 12, let first = day, first <= 12 { (day, month) = (month, first) }
    } else if numbers.count == 2, token.lengths[1] == 4, token.lengths[0] <= 2, (1990...2059).contains(numbers[1]) {
      (month, year) = (numbers[0], numbers[1])
    } else {
      return nil
    }
    guard (1...12).contains(month) else {
      return Fault(words: token.text, reason: "there is no month \(month)", isSure: true)
    }
    guard let day, let year, !DayRange.Day(year: year, month: month, day: day).exists else { return nil }
    return Fault(words: token.text, reason: "no calendar has that day", isSure: true)
  }

  private static func split(_ text: String) -> [Token] {
    text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == ";" || $0 == "\n" || $0 == "." }.flatMap {
      piece -> [Token] in
      // Feb-21 and 31-June-2021 are three words with dashes.
      guard piece.utf8.contains(UInt8(ascii: "-")) || piece.utf8.contains(UInt8(ascii: "/")),
        piece.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
      else { return [token(piece)] }
      return piece.split { $0 == "-" || $0 == "/" }.map(token)
    }
  }

  private static func token(_ piece: Substring) -> Token {
    let lower = piece.lowercased()
    var numbers: [Int] = []
    var lengths: [Int] = []
    var sign: UInt8?
    var isOrdinal = false
    if let first = piece.utf8.first, first >= 0x30 && first <= 0x39 {
      var core = lower[...]
      for ending in ["st", "nd", "rd", "th"] where core.hasSuffix(ending) {
        core = core.dropLast(2)
        isOrdinal = true
      }
      sign = core.utf8.first { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
      let parts = sign.map { sign in core.split { $0.utf8.first == sign } } ?? [core]
      numbers = parts.compactMap { Int($0) }
      lengths = parts.map(\.utf8.count)
      if numbers.count != parts.count { (numbers, lengths, sign) = ([], [], nil) }
    }
    return Token(
      text: String(piece), month: months[lower], numbers: numbers, lengths: lengths, sign: sign, isOrdinal: isOrdinal)
  }
}
