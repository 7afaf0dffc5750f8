// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers
import Words

/// A moment as a sheet counts it: days since the end of 1899, or since 1 January 1904.
struct SheetDate: Hashable, Sendable {
  var year: Int
  var month: Int
  var day: Int
  /// 0 is Sunday.
  var weekday: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// Thousandths of a second.
  var millisecond: Int

  /// The last day that a sheet can show: 31 December 9999.
  static let lastDay = 2_958_465

  /// The moment of a serial number; nil where the sheet would show `####`.
  ///
  /// The 1900 system knows a 29 February 1900 (serial 60), which never was, and a day 0 of January.
  ///
  /// - Parameter precision: parts of a second that will be shown: 1, 10, 100 or 1000.
  init?(serial: Double, uses1904: Bool, precision: Int = 1) {
    guard serial.isFinite, serial >= 0, serial < Double(SheetDate.lastDay + 1) else { return nil }
    var day = Int(saturating: serial)
    let unitsOfDay = 86_400 * precision
    var units = Int(saturating: ((serial - Double(day)) * Double(unitsOfDay)).rounded())
    if units >= unitsOfDay {
      units -= unitsOfDay
      day += 1
    }
    hour = units / (3600 * precision)
    minute = units / (60 * precision) % 60
    second = units / precision % 60
    millisecond = units % precision * (1000 / precision)
    if uses1904 { day += 1462 }
    guard day <= SheetDate.lastDay else { return nil }
    weekday = (day + 6) % 7
    if day == 0 {
      (year, month, self.day) = (1900, 1, 0)
    } else if day == 60 {
      (year, month, self.day) = (1900, 2, 29)
    } else {
      // Days since 1 March 0000, after H. Hinnant, "chrono-compatible low-level date algorithms".
      let shifted = (day > 60 ? day - 1 : day) + 693_901 - 1
      let era = shifted / 146_097
      let dayOfEra = shifted % 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let shiftedMonth = (5 * dayOfYear + 2) / 153
      self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
      month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
      year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
  }

  /// The serial number of an ISO 8601 date or moment (`2024-05-01`, `2024-05-01T09:30:00`), for the 1900 system; nil
  /// for anything else.
  static func serial(iso text: some Collection<UInt8>) -> Double? {
    let fields = text.split { $0 < 0x30 || $0 > 0x39 }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard fields.count >= 3, (1900...9999).contains(fields[0]), (1...12).contains(fields[1]),
      (1...31).contains(fields[2])
    else { return nil }
    let (year, month, day) = (fields[1] <= 2 ? fields[0] - 1 : fields[0], fields[1], fields[2])
    let era = year / 400
    let yearOfEra = year % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let count = days - 693_900
    let time = fields.dropFirst(3).prefix(3)
    var seconds = 0.0
    for (value, weight) in zip(time, [3600, 60, 1]) { seconds += Double(min(value, 60) * weight) }
    return Double(count >= 60 ? count + 1 : count) + seconds / 86_400
  }

  static let months = Months.names.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
