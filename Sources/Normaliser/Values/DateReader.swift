// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Reads dates, periods and recurrences as plans print them. Ranges are UTF-8 byte offsets into the text given.
enum DateReader {
  /// What a whole deadline cell says; `text` is the input.
  ///
  /// - Parameter struck: what is struck through in the document. A date there no longer holds where another stands
  ///   beside it.
  static func when(_ text: String, struck: [Range<Int>] = []) -> When {
    let parser = DateParser(tokens: Token.scan(text))
    var events = parser.events(0..<parser.tokens.count)
    if !struck.isEmpty {
      let standing = events.filter { event in
        let start = parser.tokens[event.tokens.lowerBound].start
        return !struck.contains { $0.contains(start) }
      }
      if standing.contains(where: { $0.point?.hasYear ?? false }) { events = standing }
    }
    return reading(cell: events).when(text)
  }

  /// Reads a cell's events. In running words a bare year is rarely the deadline when a nearer date is there.
  static func reading(cell events: [DateEvent]) -> DateReading {
    let others = events.count(where: \.isOther)
    guard others > 3 else { return DateReading(events) }
    let kept = events.filter { event in
      switch event.kind {
      case .word(.recurrence), .word(.ongoing): false
      default: true
      }
    }
    guard kept.contains(where: { $0.point.map { $0.isExact && $0.hasYear } ?? false }) else {
      return DateReading(events)
    }
    return DateReading(
      kept.map { event in
        guard let point = event.point, !point.isExact else { return event }
        return DateEvent(kind: .other, tokens: event.tokens)
      })
  }

  /// The date in a column heading.
  static func headingDate(_ text: String) -> (range: Range<Int>, when: When)? {
    guard mayHoldYear(text) else { return nil }
    let parser = DateParser(tokens: Token.scan(text))
    let events = DateReading.dated(parser.events(0..<parser.tokens.count))
    guard var first = events.firstIndex(where: { $0.point?.hasYear ?? false }),
      let lastPoint = events.lastIndex(where: { $0.point?.hasYear ?? false })
    else { return nil }
    var last = first
    // Dates that belong together are one: "May to July 2019". Others are the heading's own business: the first counts.
    while last < lastPoint, let next = events[(last + 1)...].firstIndex(where: { $0.point != nil }),
      events[(last + 1)..<next].allSatisfy({ isJoint($0) })
    {
      last = next
    }
    while first > 0, events[first - 1].point != nil || isJoint(events[first - 1]), first > 1,
      events[first - 2].point != nil
    {
      first -= 2
    }
    let range =
      parser.tokens[events[first].tokens.lowerBound].start..<parser.tokens[events[last].tokens.upperBound - 1].end
    let reading = DateReading(Array(events[first...last]))
    return (range, reading.when(text.utf8Slice(range)))
  }

  /// Whether two figures stand side by side, as in every year: a cheap look before a text is read for dates.
  static func mayHoldYear(_ text: String) -> Bool {
    var isAfterFigure = false
    for byte in text.utf8 {
      let isFigure = (0x30...0x39).contains(byte)
      if isFigure, isAfterFigure { return true }
      isAfterFigure = isFigure
    }
    return false
  }

  /// Whether an event only joins two dates.
  static func isJoint(_ event: DateEvent) -> Bool {
    switch event.kind {
    case .dash, .separator, .word(.to), .word(.and), .word(.until), .word(.nearness): true
    default: false
    }
  }

  /// How much a cell looks like a deadline, 0 to 1: the share of its words that speak of time.
  static func score(_ text: String) -> Double {
    let length = text.utf8.count
    // Running words without a figure are no deadline, whatever they say.
    guard length > 0, length <= 200, length <= 60 || text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return 0
    }
    let parser = DateParser(tokens: Token.scan(text))
    var timely = 0
    var weak = 0
    var other = 0
    var hasTime = false
    for event in parser.events(0..<parser.tokens.count) {
      switch event.kind {
      case .point(let point):
        timely += event.tokens.count
        hasTime = hasTime || point.hasYear || parser.tokens[event.tokens.lowerBound].isCapitalised
      case .word(.ongoing), .word(.recurrence), .word(.placeholder):
        timely += event.tokens.count
        hasTime = true
      case .word(.by), .word(.from), .word(.onwards), .word(.until): timely += event.tokens.count
      case .word: weak += event.tokens.count
      case .dash, .separator, .boundary: break
      case .other: other += event.tokens.count
      }
    }
    guard hasTime else { return 0 }
    // Small words beside a date say nothing; in running words they are words like others.
    return Double(timely) / Double(timely + other + (other > 2 ? weak : 0))
  }
}

extension String {
  /// The words between two UTF-8 byte offsets, which must lie on scalar boundaries.
  func utf8Slice(_ range: Range<Int>) -> String {
    let view = utf8
    let start = view.index(view.startIndex, offsetBy: range.lowerBound)
    let end = view.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }
}
