// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// How a date differs from that of the old edition. The last day that a date may mean decides: `2020` and `December 2020`
/// are equally late.
public struct DateShift: Hashable, Sendable {
  /// Which way it went.
  public enum Direction: String, CaseIterable, Sendable {
    /// A later last day.
    case later
    /// An earlier last day.
    case earlier
    /// The new edition gives no date any more, or only words such as `TBC`.
    case dropped
    /// The old edition gave no date.
    case given
    /// It had an end and now goes on.
    case openEnded = "open-ended"
    /// It went on and now has an end.
    case bounded
    /// Otherwise different, with the same last day or with words only: a narrower period, another recurrence.
    case changed
  }

  /// Which way it went.
  public var direction: Direction
  /// Days from the old last day to the new one, negative where it is earlier; nil unless both have one.
  public var days: Int?
  /// Calendar months between them; nil unless they are whole, by day of the month or both at a month's end.
  public var months: Int?

  /// A shift.
  public init(direction: Direction, days: Int? = nil, months: Int? = nil) {
    self.direction = direction
    self.days = days
    self.months = months
  }

  /// Whether it is a slip: later, dropped or without an end now.
  public var isSlip: Bool { direction == .later || direction == .dropped || direction == .openEnded }

  /// The shift between two dates; nil where they mean the same.
  public init?(from old: When?, to new: When?) {
    guard let old, let new else {
      guard old != nil || new != nil else { return nil }
      self.init(direction: old == nil ? .given : .dropped)
      return
    }
    let isSame =
      old.edtf == new.edtf && (old.ongoing ?? false) == (new.ongoing ?? false) && old.recurrence == new.recurrence
    let hasValue = old.edtf != nil || old.ongoing == true || old.recurrence != nil
    if isSame, hasValue || Folded.key(old.text) == Folded.key(new.text) { return nil }
    self = DateShift.between(old, new)
  }

  private static func between(_ old: When, _ new: When) -> DateShift {
    let ranges = (old.edtf.flatMap { DayRange(edtf: $0) }, new.edtf.flatMap { DayRange(edtf: $0) })
    switch ranges {
    case (let before?, let after?):
      switch (before.last, after.last) {
      case (let from?, let to?): return days(from, to)
      case (_?, nil): return DateShift(direction: .openEnded)
      case (nil, _?): return DateShift(direction: .bounded)
      case (nil, nil): return days(before.first, after.first)
      }
    case (let before?, nil):
      let goesOn = new.ongoing == true || new.recurrence != nil
      guard goesOn else { return DateShift(direction: .dropped) }
      return DateShift(direction: before.last == nil ? .changed : .openEnded)
    case (nil, let after?):
      let wentOn = old.ongoing == true || old.recurrence != nil
      guard wentOn else { return DateShift(direction: .given) }
      return DateShift(direction: after.last == nil ? .changed : .bounded)
    case (nil, nil): return DateShift(direction: .changed)
    }
  }

  private static func days(_ from: DayRange.Day, _ to: DayRange.Day) -> DateShift {
    let days = to.number - from.number
    guard days != 0 else { return DateShift(direction: .changed) }
    let whole = from.day == to.day || isMonthEnd(from) && isMonthEnd(to)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return DateShift(direction: days > 0 ? .later : .earlier, days: days, months: whole ? months : nil)
  }

  private static func isMonthEnd(_ day: DayRange.Day) -> Bool {
    !DayRange.Day(year: day.year, month: day.month, day: day.day + 1).exists
  }
}

extension DateShift {
  /// The shift in words: `3 months later`, `1 day earlier`, `no date any more`.
  public var words: String {
    switch direction {
    case .later: "\(amount) later"
    case .earlier: "\(amount) earlier"
    case .dropped: "no date any more"
    case .given: "newly given"
    case .openEnded: "without an end now"
    case .bounded: "has an end now"
    case .changed: "changed, not moved"
    }
  }

  private var amount: String {
    func plural(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
    if let months, months != 0 { return plural(abs(months), "month") }
    return plural(abs(days ?? 0), "day")
  }
}
