// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// The parts of a date in words: month names, seasons, numbers.
enum DateTokens {
  /// The month, 1 to 12, of a word in lower case such as `sept` or `february`.
  static func month(_ word: String) -> Int? { months[PackedWord(word.utf8)] }

  /// Whether a text of the plan, such as a heading, says by when: a year from 2000 to 2099 behind a month, a season or a
  /// word such as `by`. The year of an Act or a code of practice is none.
  static func saysByWhen(_ text: String) -> Bool {
    var isBefore = false
    var found = false
    WordScan.each(text) { (word: PackedWord) in
      if isBefore, word.isYear { found = true }
      // In `end of July 2026` and `by the 2026 return` a small word stands between.
      if !small.contains(word) { isBefore = months[word] != nil || ends.contains(word) }
      return !found
    }
    return found
  }

  private static let ends: WordList = [
    "by", "until", "before", "end", "spring", "summer", "autumn", "winter", "term", "deadline", "due", "christmas",
    "easter",
  ]
  private static let small: WordList = ["of", "the", "in"]

  private static let months = WordTable(Months.numbers.map { (PackedWord($0.key.utf8), $0.value) })

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
    text.withBytes { bytes in
      guard !isPlain(bytes) else { return nil }
      let tokens = split(bytes)
      for (index, token) in tokens.enumerated() {
        if let month = token.month {
          let before = index > 0 ? tokens[index - 1] : nil
          let after = index + 1 < tokens.count ? tokens[index + 1] : nil
          let next = index + 2 < tokens.count ? tokens[index + 2] : nil
          if let fault = fault(before: before, token, month: month, after: after, of: next) { return fault }
        } else if let fault = numeric(token) {
          return fault
        }
      }
      return nil
    }
  }

  /// Whether no number stands in a text but years that stand alone, as in most dates, so that nothing can be wrong.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at].isDigit { at += 1 }
      if at > start {
        guard at - start == 4, bytes[start] == UInt8(ascii: "2"), bytes[start + 1] == UInt8(ascii: "0"),
          start == 0 || isGap(bytes[start - 1]), at == bytes.count || isGap(bytes[at])
        else { return false }
      } else {
        at += 1
      }
    }
    return true
  }

  /// A word or number of a text of dates. Only what is at fault is ever made a text.
  private struct Token {
    var bytes: Slice<UnsafeBufferPointer<UInt8>>
    var month: Int?
    var numbers = Numbers()
    var sign: UInt8?
    var isOrdinal = false

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The numbers of `31`, `31st`, `31/06/2021`: how many there are, and the first three with their lengths in digits.
  private struct Numbers {
    private(set) var count = 0
    private var values = (0, 0, 0)
    private var lengths = (0, 0, 0)

    var first: Int? { count > 0 ? values.0 : nil }
    var second: Int { values.1 }
    var third: Int { values.2 }
    var length: (first: Int, second: Int, third: Int) { lengths }

    mutating func append(_ value: Int, length: Int) {
      switch count {
      case 0: (values.0, lengths.0) = (value, length)
      case 1: (values.1, lengths.1) = (value, length)
      case 2: (values.2, lengths.2) = (value, length)
      default: break
      }
      count += 1
    }
  }

  private static func fault(before: Token?, _ token: Token, month: Int, after: Token?, of next: Token?) -> Fault? {
    // Day before month, the British way: 31 June 2021.
    if let before, before.numbers.count == 1, before.numbers.length.first <= 2 {
      let year = after.flatMap { $0.numbers.count == 1 && $0.numbers.length.first == 4 ? $0.numbers.first : nil }
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
    let length = after.numbers.length
    if after.numbers.count == 1 {
      // Month before year: neither a day, nor a year of two or four digits.
      if length.first == 3 || length.first > 4 {
        return Fault(words: "\(token.text) \(after.text)", reason: "that is no year", isSure: false)
      }
      return nil
    }
    // A single digit, a dash, two digits: a year whose zero became a dash, unless it is a span of days of a named year.
    if after.sign == UInt8(ascii: "-"), after.numbers.count == 2, length.first == 1, length.second == 2, first == 2,
      next?.numbers.first.map({ $0 < 1990 }) ?? true, before?.numbers.first == nil
    {
      return Fault(words: "\(token.text) \(after.text)", reason: "that is no year", isSure: false)
    }
    return nil
  }

  private static func numeric(_ token: Token) -> Fault? {
    let numbers = token.numbers
    guard token.sign != nil, numbers.count >= 2, let first = numbers.first else { return nil }
    let length = numbers.length
    var year: Int?
    var month: Int
    var day: Int?
    if length.first == 4, (1990...2059).contains(first), token.sign == UInt8(ascii: "-"), length.second == 2,
      numbers.count == 3
    {
      // Only with a day: 2021-22 is a financial year.
      (year, month, day) = (first, numbers.second, numbers.third)
    } else if numbers.count == 3, length.third == 4 || length.third == 2, length.first <= 2, length.second <= 2,
      token.sign != UInt8(ascii: "-") || length.third == 4
    {
      (day, month, year) = (first, numbers.second, length.third == 4 ? numbers.third : 2000 + numbers.third)
      // The month first, the American way, is read so and is no fault of the calendar.
      if month > 12, first <= 12 { (day, month) = (month, first) }
    } else if numbers.count == 2, length.second == 4, length.first <= 2, (1990...2059).contains(numbers.second) {
      (month, year) = (first, numbers.second)
    } else {
      return nil
    }
    guard (1...12).contains(month) else {
      return Fault(words: token.text, reason: "there is no month \(month)", isSure: true)
    }
    guard let day, let year, !DayRange.Day(year: year, month: month, day: day).exists else { return nil }
    return Fault(words: token.text, reason: "no calendar has that day", isSure: true)
  }

  private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var at = 0
    while at < bytes.count {
      let start = at
      var hasLetter = false
      var joins = false
      while at < bytes.count, !isGap(bytes[at]) {
        if bytes[at].isLetter { hasLetter = true }
        if isJoint(bytes[at]) { joins = true }
        at += 1
      }
      if start < at {
        if hasLetter, joins {
          // Feb-21 and 31-June-2021 are words with dashes.
          for part in bytes[start..<at].split(whereSeparator: isJoint) { tokens.append(token(part)) }
        } else {
          tokens.append(token(bytes[start..<at]))
        }
      }
      at = max(at, start) + (at < bytes.count ? 1 : 0)
    }
    return tokens
  }

  private static func token(_ piece: Slice<UnsafeBufferPointer<UInt8>>) -> Token {
    var token = Token(bytes: piece)
    guard let first = piece.first else { return token }
    if first.isLetter {
      if piece.count <= 9 { token.month = months[PackedWord(piece.lazy.map(\.lowered))] }
      return token
    }
    guard first.isDigit else { return token }
    var core = piece
    if core.count > 2, core[core.endIndex - 1].isLetter, core[core.endIndex - 2].isLetter,
      core[core.endIndex - 3].isDigit
    {
      guard ordinals.contains(PackedWord(core.suffix(2).lazy.map(\.lowered))) else { return token }
      core = core.dropLast(2)
      token.isOrdinal = true
    }
    token.sign = core.first(where: isJoint)
    var start = core.startIndex
    while start < core.endIndex {
      let end = core[start...].firstIndex { $0 == token.sign } ?? core.endIndex
      if start < end {
        guard let number = number(core[start..<end]) else {
          // A token that is no number has no sign either.
          token.numbers = Numbers()
          token.sign = nil
          return token
        }
        token.numbers.append(number, length: end - start)
      }
      start = end + 1
    }
    return token
  }

  /// The number of up to nine signs, of which the first may be a plus or a minus.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard digits.count <= 9, let first = digits.first else { return nil }
    let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    let unsigned = isSigned ? digits.dropFirst() : digits
    guard !unsigned.isEmpty else { return nil }
    var value = 0
    for byte in unsigned {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return first == UInt8(ascii: "-") ? -value : value
  }

  private static let ordinals: WordList = ["st", "nd", "rd", "th"]

  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"),
      UInt8(ascii: "."),
      UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") }
}
