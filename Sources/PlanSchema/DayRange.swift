// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// The calendar days that a date of a plan may mean, so that dates of different exactness can be compared.
///
/// `2020-02` may be any day of that February; one range is surely before another only where its last day is before the
/// other's first. Days are proleptic Gregorian.
public struct DayRange: Hashable, Sendable {
  /// A calendar day.
  public struct Day: Hashable, Comparable, Sendable {
    /// The year, such as 2026.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, 1 to 31.
    public var day: Int

    /// A day by its parts, which are taken as they are.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }

    /// Whether a day comes before another.
    public static func < (left: Day, right: Day) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 1 March of year 0, for distances. After H. Hinnant, "chrono-compatible low-level date algorithms".
    public var number: Int {
      let shifted = month > 2 ? year : year - 1
      let era = (shifted >= 0 ? shifted : shifted - 399) / 400
      let yearOfEra = shifted - era * 400
      let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
      return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// Whether the calendar has that day.
    public var exists: Bool {
      (1...12).contains(month) && day >= 1 && day <= DayRange.days(inMonth: month, of: year)
    }

    /// ISO 8601, `2026-11-24`.
    public var iso: String {
      func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      }
      return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }
  }

  /// The first day it may mean.
  public var first: Day
  /// The last day it may mean; nil where it is open (`2019-09/..`).
  public var last: Day?

  /// A range of days.
  public init(first: Day, last: Day?) {
    self.first = first
    self.last = last
  }

  /// The range of an EDTF text of the forms that ``When/edtf`` takes: a day, month, season (21 to 24), year, an interval or
  /// a list in braces, which spans from its earliest to its latest member. Nil for anything else.
  ///
  /// A season covers the school term and the season of that name: spring January to May, summer April to August, autumn
  /// September to December, winter December to February.
  public init?(edtf: String) {
    guard DayRange.isList(edtf) else {
      // Most dates are no list.
      guard let range = edtf.withBytes(DayRange.interval) else { return nil }
      self = range
      return
    }
    let members = DayRange.members(of: edtf)
    guard let start = members.first else { return nil }
    first = members.reduce(start.first) { min($0, $1.first) }
    var end: Day? = start.last
    for member in members.dropFirst() {
      guard let known = end, let other = member.last else {
        end = nil
        break
      }
      end = max(known, other)
    }
    last = end
  }

  /// The ranges of a list's members in their printed order; one for what is no list, none for what is no date.
  public static func members(of edtf: String) -> [DayRange] {
    edtf.withBytes { bytes in
      guard isList(edtf) else { return interval(bytes).map { [$0] } ?? [] }
      var ranges: [DayRange] = []
      for part in bytes[1..<(bytes.count - 1)].split(separator: UInt8(ascii: ",")) {
        guard let range = interval(UnsafeBufferPointer(rebasing: part)) else { return [] }
        ranges.append(range)
      }
      return ranges
    }
  }

  private static func isList(_ edtf: String) -> Bool {
    edtf.utf8.first == UInt8(ascii: "{") && edtf.utf8.last == UInt8(ascii: "}")
  }

  /// Whether each of its days is before each of another's.
  public func isSurelyBefore(_ other: DayRange) -> Bool {
    guard let last else { return false }
    return last < other.first
  }

  private static func interval(_ text: UnsafeBufferPointer<UInt8>) -> DayRange? {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return point(text) }
    let end = UnsafeBufferPointer(rebasing: text[(slash + 1)...])
    guard let start = point(UnsafeBufferPointer(rebasing: text[..<slash])) else { return nil }
    if end.count == 2, end[0] == UInt8(ascii: "."), end[1] == UInt8(ascii: ".") {
      return DayRange(first: start.first, last: nil)
    }
    guard let end = point(end) else { return nil }
    return DayRange(first: start.first, last: end.last)
  }

  private static func point(_ text: UnsafeBufferPointer<UInt8>) -> DayRange? {
    guard let (year, month, day) = parts(text) else { return nil }
    guard let month else {
      return DayRange(first: Day(year: year, month: 1, day: 1), last: Day(year: year, month: 12, day: 31))
    }
    if let day {
      let single = Day(year: year, month: month, day: day)
      return single.exists ? DayRange(first: single, last: single) : nil
    }
    switch month {
    case 1...12: return months(year, month, year, month)
    case 21: return months(year, 1, year, 5)
    case 22: return months(year, 4, year, 8)
    case 23: return months(year, 9, year, 12)
    case 24: return months(year, 12, year + 1, 2)
    default: return nil
    }
  }

  /// The numbers of `2026`, `2026-11` or `2026-11-24`; nil for anything else.
  private static func parts(_ text: UnsafeBufferPointer<UInt8>) -> (year: Int, month: Int?, day: Int?)? {
    var numbers = (0, 0, 0)
    var length = 0
    for byte in text {
      switch (length, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0...3, 0x30...0x39): numbers.0 = numbers.0 * 10 + Int(byte - 0x30)
      case (5...6, 0x30...0x39): numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
      case (8...9, 0x30...0x39): numbers.2 = numbers.2 * 10 + Int(byte - 0x30)
      default: return nil
      }
      length += 1
    }
    switch length {
    case 4: return (numbers.0, nil, nil)
    case 7: return (numbers.0, numbers.1, nil)
    case 10: return (numbers.0, numbers.1, numbers.2)
    default: return nil
    }
  }

  private static func months(_ year: Int, _ month: Int, _ endYear: Int, _ endMonth: Int) -> DayRange {
    DayRange(
      first: Day(year: year, month: month, day: 1),
      last: Day(year: endYear, month: endMonth, day: days(inMonth: endMonth, of: endYear)))
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
