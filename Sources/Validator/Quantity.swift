// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// A number of a baseline, target or actual, with its unit.
struct Quantity: Hashable {
  /// The units that are told apart.
  enum Unit: String {
    case percent = "%"
    case number
    case days
    case weeks
    case months
    case pounds = "£"
  }

  /// The number.
  var value: Double
  /// Its unit; ``Unit/number`` where the text gives none.
  var unit: Unit
  /// Whether it is a distance from something else: `by at least 20 %`, `+5`.
  var isRelative: Bool

  /// As messages say it.
  var words: String {
    let rounded = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    switch unit {
    case .percent: return rounded + " %"
    case .number: return rounded
    case .pounds: return "£" + rounded
    case .days, .weeks, .months: return "\(rounded) \(unit.rawValue)"
    }
  }
}

/// The quantities of a text, leaving out numbers that only name things: years, dates, ages, key stages, references.
enum Quantities {
  /// The one quantity that a text is about: the one it opens with, else its only percentage, else its only number; nil
  /// where it gives none or several that could be meant.
  static func main(of text: String) -> Quantity? {
    let found = scan(text)
    if let first = found.first, first.isOpening { return first.quantity }
    let percentages = found.filter { $0.quantity.unit == .percent }
    if percentages.count == 1 { return percentages[0].quantity }
    return found.count == 1 ? found[0].quantity : nil
  }

  /// All quantities of a text, in order.
  static func all(in text: String) -> [Quantity] { scan(text).map(\.quantity) }

  private struct Found {
    var quantity: Quantity
    var isOpening: Bool
  }

  private static func scan(_ text: String) -> [Found] {
    guard text.withBytes({ $0.contains(where: \.isDigit) }) else { return [] }
    let bytes = Array(text.utf8)
    var found: [Found] = []
    var words: [String] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte.isLetter {
        let start = at
        while at < bytes.count, bytes[at].isLetter || bytes[at].isDigit || bytes[at] == UInt8(ascii: "'") { at += 1 }
        words.append(lower(bytes[start..<at]))
      } else if byte.isDigit {
        let end = numberEnd(bytes, from: at)
        if let quantity = quantity(bytes, at..<end, before: words) {
          found.append(Found(quantity: quantity, isOpening: found.isEmpty && words.allSatisfy(hedges.contains)))
        }
        words.append("0")
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private static func quantity(_ bytes: [UInt8], _ range: Range<Int>, before words: [String]) -> Quantity? {
    let digits = bytes[range].filter { $0 != UInt8(ascii: ",") }
    guard let value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
    let previous = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : UInt8(ascii: " ")
    let earlier = range.lowerBound > 1 ? bytes[range.lowerBound - 2] : UInt8(ascii: " ")
    let isNegative = previous == UInt8(ascii: "-") && !earlier.isLetter && !earlier.isDigit
    // The second half of 16-25, 2018/19 or a dotted reference.
    if !isNegative, joins(previous), earlier.isDigit || earlier.isLetter { return nil }
    var next = range.upperBound
    if next + 1 < bytes.count, joins(bytes[next]), bytes[next + 1].isDigit { return nil }
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") || bytes[next] == 0xC2 || bytes[next] == 0xA0 {
      next += 1
    }
    var unit = Quantity.Unit.number
    if next < bytes.count, bytes[next] == UInt8(ascii: "%") {
      unit = .percent
    } else {
      let after = word(bytes, from: next)
      if after == "per", word(bytes, from: min(next + 4, bytes.count)) == "cent" {
        unit = .percent
      } else if let known = units[after] {
        unit = known
      } else if next == range.upperBound, !after.isEmpty {
        return nil
      } else if DateTokens.month(after) != nil || things.contains(after) {
        return nil
      }
      if previous == 0xA3, earlier == 0xC2 { unit = .pounds }
    }
    if unit == .number {
      if let last = words.last, namers.contains(last) || DateTokens.month(last) != nil { return nil }
      if digits.count == 4, (1990...2059).contains(value) { return nil }
    }
    let isRelative =
      previous == UInt8(ascii: "+") || (previous == UInt8(ascii: " ") && earlier == UInt8(ascii: "+"))
      || words.reversed().first { !hedges.contains($0) } == "by"
    return Quantity(value: isNegative ? -value : value, unit: unit, isRelative: isRelative)
  }

  /// Words that may stand before the quantity that a text opens with.
  private static let hedges: Set = [
    "about", "approx", "approximately", "around", "at", "least", "most", "to", "over", "under", "below", "above",
    "minimum", "maximum", "circa", "c", "up", "than", "more", "less", "target",
  ]
  /// Words whose number is a name and no quantity.
  private static let namers: Set = [
    "year", "yr", "years", "yrs", "ks", "stage", "stages", "tier", "tiers", "post", "age", "aged", "ages", "level",
    "quarter", "q", "attainment", "progress", "page", "table", "phase", "wave", "section", "band", "sen", "spring",
    "summer", "autumn", "winter", "term", "terms", "cohort", "over", "action", "ref", "priority", "appendix", "group",
  ]
  /// Words after a number that make it an age or a length of time that is no target.
  private static let things: Set = ["year", "years", "yr", "yrs", "term", "terms", "plus"]
  private static let units: [String: Quantity.Unit] = [
    "percent": .percent, "pc": .percent, "percentage": .percent, "day": .days, "days": .days,
    "week": .weeks, "weeks": .weeks, "wks": .weeks, "month": .months, "months": .months,
  ]

  private static func numberEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end].isDigit {
        end += 1
      } else if bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count, bytes[end + 1].isDigit {
        end += 1
      } else if bytes[end] == UInt8(ascii: ","), end + 3 < bytes.count,
        bytes[(end + 1)...(end + 3)].allSatisfy(\.isDigit),
        end + 4 == bytes.count || !bytes[end + 4].isDigit
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private static func word(_ bytes: [UInt8], from start: Int) -> String {
    var end = start
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    return lower(bytes[start..<end])
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map(\.lowered), as: UTF8.self)
  }

  private static func joins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }
}
