// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// What a single word means in a date.
enum DateWord: Sendable {
  case month(Int)
  case season(Int)
  case weekday
  /// "end of", "early", "mid": nearer than the date itself, which they leave as it is.
  case nearness
  /// "by", "before", "no later than".
  case by
  /// "in", "on", "during": says nothing, and is not part of the date's words.
  case within
  /// "from", "starting": the date opens a period.
  case from
  /// "onwards": the date before it opens a period.
  case onwards
  /// "ongoing", "continuous".
  case ongoing
  /// "to": between two dates.
  case to
  /// "until": between two dates, or before a deadline.
  case until
  /// "and", "then": between the dates of a list.
  case and
  case between
  /// "revised", "extended": what follows stands in place of what was before.
  case revised
  /// "originally", "previously": what follows no longer holds.
  case former
  case recurrence(Recurrence)
  /// "TBC" and the like: words that deadline cells have in place of a date.
  case placeholder
  /// "completed", "latest", "term": may stand with a date.
  case company
  /// "every", "q", "week": means something only together with what follows.
  case opener
}

extension DateWord {
  /// The meaning of a word, nil where it has none in a date.
  static func meaning(of key: WordKey) -> DateWord? { table[key] }

  /// The number of a month's name or abbreviation.
  static func month(_ key: WordKey) -> Int? {
    guard case .month(let month)? = table[key] else { return nil }
    return month
  }

  private static let table = WordTable<DateWord>(entries)

  private static let entries: [WordKey: DateWord] = {
    var table: [WordKey: DateWord] = [:]
    func add(_ meaning: DateWord, _ words: WordKey...) {
      for word in words { table[word] = meaning }
    }
    for (name, month) in Months.numbers { table[WordKey(name)] = .month(month) }
    // As scans and tired hands write them.
    add(.month(2), "febr")
    add(.month(7), "jui")
    add(.month(9), "septem")
    add(.season(21), "spring")
    add(.season(22), "summer")
    add(.season(23), "autumn", "fall")
    add(.season(24), "winter")
    add(
      .weekday, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
      "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
    add(
      .nearness, "end", "early", "mid", "middle", "late", "beginning", "start", "of", "the", "close", "latter", "half",
      "part", "first", "second", "third", "fourth", "last")
    add(.by, "by", "before", "due", "deadline", "target", "no", "later", "than")
    add(.within, "in", "on", "during", "at", "for", "within", "circa", "approx", "approximately", "around", "about")
    add(
      .from, "from", "starting", "commencing", "commences", "commence", "commenced", "begins", "starts", "since", "fr")
    add(.onwards, "onwards", "onward", "onwards'")
    add(
      .ongoing, "ongoing", "continuous", "continuously", "continual", "continually", "continuing", "continues",
      "continue", "rolling", "ongong", "onging")
    add(.to, "to", "through", "thru")
    add(.until, "until", "till", "til", "up")
    add(
      .opener, "q", "quarter", "qtr", "ay", "school", "fiscal", "week", "w", "with", "six", "bi", "three", "two",
      "twelve",
      "twice", "once", "every", "each", "per")
    add(.and, "and", "then", "also", "plus", "an", "or")
    add(.between, "between")
    add(
      .revised, "revised", "extended", "moved", "slipped", "changed", "postponed", "deferred", "delayed", "amended",
      "pushed", "rescheduled", "updated", "now", "new")
    add(.former, "originally", "original", "previously", "previous", "was", "formerly", "initially")
    add(.recurrence(.daily), "daily")
    add(.recurrence(.weekly), "weekly")
    add(.recurrence(.monthly), "monthly")
    add(.recurrence(.bimonthly), "bimonthly")
    add(.recurrence(.termly), "termly")
    add(.recurrence(.quarterly), "quarterly")
    add(.recurrence(.annual), "annually", "annual", "yearly", "pa")
    add(.recurrence(.sixMonthly), "biannually", "biannual", "bi-annual")
    add(
      .placeholder, "tbc", "tba", "tbd", "твс", "immediate", "immediately", "complete", "asap", "confirmed", "n/a",
      "na", "done", "closed", "various")
    add(
      .company, "completed", "complete", "latest", "term", "terms", "programme", "date", "dates", "year", "academic",
      "financial", "fy", "review", "reviewed", "initial", "initially", "be", "basis", "thereafter", "launch", "delivery"
    )
    return table
  }()

  private static let monthNames = Months.names.map { Array($0.utf8) }

  /// A month's full name with a slip of the pen: one edit, or two in long names, the first letter right.
  ///
  /// Ask only about words that stand beside a number.
  static func misspeltMonth(_ key: WordKey) -> Int? {
    var letters = key.letters
    guard letters.count >= 5, letters.count <= 11, let initial = letters.first, "jfmasond".utf8.contains(initial)
    else { return nil }
    for (index, name) in monthNames.enumerated() where name[0] == initial && name.count >= 5 {
      // Short names have too many neighbours that are words ("marsh"): only swapped letters are forgiven there.
      if name.count == 5 {
        if letters.count == 5, letters != name, letters.sorted() == name.sorted() { return index + 1 }
        continue
      }
      let allowed = name.count >= 7 ? 2 : 1
      if editDistance(&letters, name, limit: allowed) <= allowed { return index + 1 }
    }
    return nil
  }

  /// The number of single-letter edits and swaps between two words, or a larger number where it is above the limit.
  static func editDistance(_ left: inout [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      if (row.min() ?? 0) > limit { return limit + 1 }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}

extension WordKey {
  /// The letters that the key holds, at most 16.
  var letters: [UInt8] {
    var result: [UInt8] = []
    for half in [first, second] {
      for shift in stride(from: 56, through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: half >> UInt64(shift))
        if byte != 0 { result.append(byte) }
      }
    }
    return result
  }
}
