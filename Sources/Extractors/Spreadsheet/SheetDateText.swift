// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Writes dates and times as a section of a number format shows them.
enum SheetDateText {
  static func show(
    _ value: Double, _ section: SheetNumberFormat.Section, uses1904: Bool
  ) -> SheetNumberFormat.Shown {
    var precision = 1
    for token in section.tokens {
      if case .subsecond(let places) = token { precision = [1: 10, 2: 100][places] ?? 1000 }
    }
    guard let date = SheetDate(serial: value, uses1904: uses1904, precision: precision) else { return .impossible }
    var text = ""
    for token in section.tokens {
      switch token {
      case .literal(let words): text += words
      case .point: text += "."
      case .percent: text += "%"
      case .year(let count): text += count <= 2 ? padded(date.year % 100, 2) : padded(date.year, 4)
      case .month(let count): text += month(date, count)
      case .day(let count): text += day(date, count)
      case .hour(let count):
        let hour = section.isTwelveHours ? (date.hour + 11) % 12 + 1 : date.hour
        text += padded(hour, count)
      case .minute(let count): text += padded(date.minute, count)
      case .second(let count): text += padded(date.second, count)
      case .subsecond(let places): text += "." + padded(date.millisecond, 3).prefix(places)
      case .elapsedHours: text += String(elapsed(value, 24))
      case .elapsedMinutes: text += String(elapsed(value, 1440))
      case .elapsedSeconds: text += String(elapsed(value, 86_400))
      case .halfDay(let isShort): text += (date.hour < 12 ? "A" : "P") + (isShort ? "" : "M")
      default: break
      }
    }
    return .text(text)
  }

  private static func elapsed(_ value: Double, _ parts: Double) -> Int {
    // Half a second keeps 8:00 from becoming 7:59:59.999….
    Int(saturating: ((value * 86_400).rounded() / (86_400 / parts)).rounded(.down))
  }

  private static func month(_ date: SheetDate, _ count: Int) -> String {
    let name = SheetDate.months[date.month - 1]
    switch count {
    case 1, 2: return padded(date.month, count)
    case 3: return String(name.prefix(3))
    case 5: return String(name.prefix(1))
    default: return name
    }
  }

  private static func day(_ date: SheetDate, _ count: Int) -> String {
    switch count {
    case 1, 2: padded(date.day, count)
    case 3: String(SheetDate.weekdays[date.weekday].prefix(3))
    default: SheetDate.weekdays[date.weekday]
    }
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, min(count, 4) - digits.utf8.count)) + digits
  }
}
