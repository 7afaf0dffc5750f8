// SPDX-License-Identifier: GPL-3.0-or-later

/// One date as printed: a day, a month, a season, a quarter or a year of some kind.
struct DatePoint: Hashable, Sendable {
  enum Unit: Hashable, Sendable {
    case day
    case month
    /// Spring 21, summer 22, autumn 23, winter 24, as EDTF numbers them; in ``DatePoint/month``.
    case season
    /// Quarter 1 to 4 of a financial year, which begins in April; in ``DatePoint/month``.
    case quarter
    /// The financial year that begins in April of ``DatePoint/year``.
    case financialYear
    /// The academic year that begins in September of ``DatePoint/year``.
    case academicYear
    case year
    /// Whole years, ``DatePoint/year`` to ``DatePoint/endYear``.
    case years
  }

  var unit: Unit
  /// The year, 0 where it is not printed.
  var year: Int
  var month = 0
  var day = 0
  /// Last day of a span of days ("3-5 March 2024"), last year of a span of years; otherwise 0.
  var end = 0

  /// Whether it says which year.
  var hasYear: Bool { year != 0 }
  /// Whether it is more exact than a year.
  var isExact: Bool {
    switch unit {
    case .day, .month, .season, .quarter: true
    case .financialYear, .academicYear, .year, .years: false
    }
  }

  /// The date, or the date with which it begins, in EDTF.
  var first: String {
    switch unit {
    case .day: "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    case .month: "\(pad(year, 4))-\(pad(month, 2))"
    case .season: "\(pad(year, 4))-\(month)"
    case .quarter: month == 4 ? "\(pad(year + 1, 4))-01" : "\(pad(year, 4))-\(pad(month * 3 + 1, 2))"
    case .financialYear: "\(pad(year, 4))-04"
    case .academicYear: "\(pad(year, 4))-09"
    case .year, .years: pad(year, 4)
    }
  }

  /// The date with which it ends, in EDTF.
  var last: String {
    switch unit {
    case .day: "\(pad(year, 4))-\(pad(month, 2))-\(pad(end == 0 ? day : end, 2))"
    case .month, .season, .year: first
    case .quarter: month == 4 ? "\(pad(year + 1, 4))-03" : "\(pad(year, 4))-\(pad(month * 3 + 3, 2))"
    case .financialYear: "\(pad(year + 1, 4))-03"
    case .academicYear: "\(pad(year + 1, 4))-08"
    case .years: pad(end, 4)
    }
  }

  /// The whole of it in EDTF.
  var edtf: String { first == last ? first : "\(first)/\(last)" }

  private func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count < width ? String(repeating: "0", count: width - digits.utf8.count) + digits : digits
  }

  /// Whether a day of this month exists.
  static func isDay(_ day: Int, month: Int, year: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let longest = month == 2 ? (isLeap || year == 0 ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return day <= longest
  }
}
