// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A date that a spreadsheet or a calendar can hold: a day, or a month that stands for one of its days.
///
/// Seasons, years and quarters are no days, and none is made of them: their words are all that there is.
struct CalendarDate: Hashable, Sendable {
  /// Which end of a month or period stands for it: the first day of what begins, the last of what is due.
  enum End: Sendable {
    case first, last
  }

  /// The day.
  let day: DayRange.Day
  /// Whether the document names the month only.
  let isMonth: Bool

  /// The date of a When, nil where it names no day and no month.
  ///
  /// Of a period the end in question counts, and of a list the last date: that is when all of it is due.
  init?(_ when: When?, _ end: End) {
    guard let edtf = when?.edtf else { return nil }
    var point = edtf[...]
    if point.hasPrefix("{"), point.hasSuffix("}") {
      let members = point.dropFirst().dropLast().split(separator: ",")
      guard let member = end == .first ? members.first : members.last else { return nil }
      point = member
    }
    let ends = point.split(separator: "/", omittingEmptySubsequences: false)
    guard let chosen = end == .first ? ends.first : ends.last, let range = DayRange(edtf: String(chosen)) else {
      return nil
    }
    let parts = chosen.split(separator: "-")
    guard parts.count == 3 || parts.count == 2 && range.first.month == Int(parts[1]) else { return nil }
    isMonth = parts.count == 2
    guard let day = end == .first ? range.first : range.last else { return nil }
    self.day = day
  }
}
