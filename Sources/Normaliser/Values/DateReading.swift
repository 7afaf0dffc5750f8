// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What a series of events comes to.
struct DateReading: Hashable, Sendable {
  var edtf: String?
  var isOngoing = false
  var recurrence: Recurrence?

  /// Whether it says anything about time.
  var isEmpty: Bool { edtf == nil && !isOngoing && recurrence == nil }

  /// The value for the plan, with the words it was read from.
  func when(_ text: String) -> When {
    When(text: text, edtf: edtf, ongoing: isOngoing ? true : nil, recurrence: recurrence)
  }
}

extension DateReading {
  /// One date, or a period from one to another.
  private struct Element {
    var start: DatePoint
    var end: DatePoint?
    var isOpen = false

    var edtf: String { end.map { "\(start.first)/\($0.last)" } ?? start.edtf }
  }

  /// Reads the events of a cell or of a phrase.
  init(_ events: [DateEvent]) {
    let events = DateReading.withoutFormer(DateReading.dated(events))
    for event in events {
      switch event.word {
      case .ongoing?: isOngoing = true
      case .recurrence(let found)?: recurrence = recurrence ?? found
      default: break
      }
    }
    var elements: [Element] = []
    var endsOpenPeriod = false
    var index = 0
    while index < events.count {
      guard let point = events[index].point, point.hasYear else {
        index += 1
        continue
      }
      var element = Element(start: point)
      element.isOpen = DateReading.isOpened(events, at: index)
      endsOpenPeriod = endsOpenPeriod || DateReading.isDeadline(events, at: index)
      if let last = DateReading.periodEnd(events, from: index), let end = events[last].point {
        element.end = end
        element.isOpen = false
        index = last
      }
      if index + 1 < events.count, case .onwards? = events[index + 1].word { element.isOpen = true }
      if index + 2 < events.count, case .and? = events[index + 1].word, case .onwards? = events[index + 2].word {
        element.isOpen = true
      }
      if !elements.contains(where: { $0.edtf == element.edtf }) { elements.append(element) }
      index += 1
    }
    settle(elements, endsOpenPeriod: endsOpenPeriod)
  }

  private mutating func settle(_ elements: [Element], endsOpenPeriod: Bool) {
    guard var last = elements.last else { return }
    // "Ongoing until March 2025" ends then; "September 2019 and ongoing" begins then.
    if isOngoing, last.end == nil, !endsOpenPeriod { last.isOpen = true }
    if last.isOpen, last.end == nil { isOngoing = true }
    let isOpen = last.isOpen && last.end == nil
    if elements.count == 1 {
      edtf = isOpen ? "\(last.start.first)/.." : last.edtf
      return
    }
    var items = elements.dropLast().map(\.edtf)
    items.append(isOpen ? "\(last.start.first).." : last.edtf)
    // Within a set EDTF writes a period with two points.
    let set = items.map { $0.split(separator: "/").joined(separator: "..") }.joined(separator: ",")
    edtf = "{\(set)}"
  }

  /// Whether a word before the date says that it opens a period.
  private static func isOpened(_ events: [DateEvent], at index: Int) -> Bool {
    var before = index - 1
    while before >= 0 {
      switch events[before].word {
      case .nearness?, .within?, .company?: before -= 1
      case .from?: return true
      default: return false
      }
    }
    return false
  }

  /// Whether a word before the date says that something ends then.
  private static func isDeadline(_ events: [DateEvent], at index: Int) -> Bool {
    var before = index - 1
    while before >= 0 {
      switch events[before].word {
      case .nearness?, .company?: before -= 1
      case .until?, .by?, .to?: return true
      default: return false
      }
    }
    return false
  }

  /// The index of the date with which a period ends that begins at an index.
  static func periodEnd(_ events: [DateEvent], from index: Int) -> Int? {
    var next = index + 1
    var isRange = false
    while next < events.count {
      switch events[next].kind {
      case .dash: isRange = true
      case .word(.to), .word(.until): isRange = true
      case .word(.and) where isBetween(events, before: index): isRange = true
      case .word(.nearness), .word(.by):
        // "to the end of July 2020", "to by July 2020"; but not before the "to".
        guard isRange else { return nil }
      case .point(let point): return isRange && point.hasYear ? next : nil
      default: return nil
      }
      next += 1
    }
    return nil
  }

  private static func isBetween(_ events: [DateEvent], before index: Int) -> Bool {
    var before = index - 1
    while before >= 0 {
      switch events[before].word {
      case .nearness?: before -= 1
      case .between?: return true
      default: return false
      }
    }
    return false
  }

  /// Gives dates without a year the year of the next date that has one: "May to July 2019".
  ///
  /// A later month before an earlier one belongs to the year before: "November - February 2020".
  static func dated(_ events: [DateEvent]) -> [DateEvent] {
    guard events.contains(where: { $0.point.map { !$0.hasYear } ?? false }) else { return events }
    var events = events
    var next: DatePoint?
    for index in events.indices.reversed() {
      switch events[index].kind {
      case .point(var point):
        if !point.hasYear, let later = next {
          point.year = later.year
          if order(point) > order(later), order(later) > 0 { point.year -= 1 }
          events[index].kind = .point(point)
        }
        next = point.hasYear ? point : nil
      case .dash, .separator, .word(.to), .word(.and), .word(.until), .word(.nearness): break
      default: next = nil
      }
    }
    return events
  }

  /// A date's place in its year.
  private static func order(_ point: DatePoint) -> Int {
    switch point.unit {
    case .day, .month: point.month
    case .season: [21: 3, 22: 6, 23: 9, 24: 12][point.month] ?? 0
    case .quarter: point.month
    case .financialYear, .academicYear, .year, .years: 0
    }
  }

  /// Leaves out dates that the text itself says no longer hold: "Sept 2023 revised to Jan 2024".
  private static func withoutFormer(_ events: [DateEvent]) -> [DateEvent] {
    func hasDate(_ events: some Sequence<DateEvent>) -> Bool { events.contains { $0.point?.hasYear ?? false } }
    if let split = events.lastIndex(where: { if case .revised? = $0.word { true } else { false } }) {
      let before = events[..<split]
      var after = events[(split + 1)...]
      if hasDate(before), hasDate(after) {
        // "Jan 2024 (revised from Sept 2023)" turns the sentence round.
        if case .from? = after.first?.word { return Array(before) }
        // "revised from Sept 2023 to Jan 2024" cannot come here; "moved to" leaves its "to" behind.
        if case .to? = after.first?.word { after = after.dropFirst() }
        return Array(after)
      }
      // "Revised from Sept 2023 to Jan 2024"
      if case .from? = after.first?.word,
        let to = after.firstIndex(where: { if case .to? = $0.word { true } else { false } }),
        hasDate(after[to...])
      {
        return Array(after[(to + 1)...])
      }
    }
    if let split = events.firstIndex(where: { if case .former? = $0.word { true } else { false } }) {
      if hasDate(events[..<split]) { return Array(events[..<split]) }
      if let end = events[split...].firstIndex(where: { $0.point != nil }), hasDate(events[(end + 1)...]) {
        return Array(events[(end + 1)...])
      }
    }
    return events
  }
}
