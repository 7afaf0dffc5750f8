// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads a report's first lines: its title and the dates of the inspection and of the one before.
struct ReportFront {
  let reading: Reading
  /// The title, over as many lines as it has.
  private(set) var title: Phrase?
  /// The lines that name the area, for the register.
  private(set) var titleLines: [String] = []

  init(reading: Reading) { self.reading = reading }

  mutating func read(_ lines: [ReportLine], into inspection: inout Inspection) {
    readTitle(lines)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard let label = label(line.words) else { continue }
      var value = Phrase(line.span).part(label.end..<line.span.count)
      if !holdsWord(value), index < lines.count, self.label(lines[index].words) == nil, lines[index].span.count < 200 {
        value = Phrase(lines[index].span)
        index += 1
      } else if !holdsWord(value), let cell = line.cell,
        let beside = lines.first(where: {
          $0.cell?.table == cell.table && $0.cell?.row == cell.row + 1
            && $0.cell?.column == cell.column
        })
      {
        // Labels in a head row, values below them.
        value = Phrase(beside.span)
      }
      guard holdsWord(value), !reading.ledger.isTouched(value.first) else { continue }
      let words = reading.joined(value)
      let when = ReportFront.when(words)
      if label.isPrevious {
        guard inspection.previous == nil else { continue }
        guard when.edtf != nil || !ReportFront.denies(words) else { continue }
        guard when.edtf != nil else { continue }
        inspection.previous = when
      } else {
        guard inspection.dates == nil, when.edtf != nil else { continue }
        inspection.dates = when
      }
      reading.ledger.place(value, as: .field)
      if label.end > 0 { reading.furnish(Phrase(line.span).part(0..<label.end), kind: "label") }
    }
  }

  /// The date of the visit in a letter's first sentences.
  func datesInProse(_ lines: [ReportLine]) -> When? {
    for line in lines.prefix(40) {
      if let found = PlanKindReader.inspection(line.words) { return found.when }
    }
    return nil
  }

  /// What a date's words say. "The previous full inspection was on …. There was a revisit on …": the first of them.
  static func when(_ words: String) -> When {
    var when = DateReader.when(words)
    // The full inspection is told first, revisits after it.
    if let stop = words.utf8.indices.first(where: { index in
      words.utf8[index] == UInt8(ascii: ".") && words.utf8.index(after: index) < words.utf8.endIndex
        && words.utf8[words.utf8.index(after: index)] == 0x20
    }), let edtf = DateReader.when(String(words[..<stop])).edtf {
      when.edtf = edtf
    }
    when.ongoing = nil
    when.recurrence = nil
    when.text = words
    return when
  }

  private static func denies(_ words: String) -> Bool {
    let words = Set(HeadingVocabulary.words(words))
    return !words.isDisjoint(with: ["not", "none", "no", "never", "na", "applicable"])
  }

  private func holdsWord(_ phrase: Phrase) -> Bool {
    phrase.spans.contains { reading.text.bytes[$0.range].holdsWord }
  }

  /// A label of dates: the offset behind it, and whether it is that of the previous inspection.
  private func label(_ words: String) -> (end: Int, isPrevious: Bool)? {
    let bytes = Array(words.utf8)
    guard bytes.count < 400 else { return nil }
    var end = bytes.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? bytes.count
    let head = HeadingVocabulary.words(String(decoding: bytes[..<end], as: UTF8.self), limit: 40)
    let set = Set(head)
    let speaks = set.contains("inspection") || set.contains("inspections") || set.contains("inspected")
    guard speaks, !set.contains("outcome") else { return nil }
    let isPrevious = !set.isDisjoint(with: ["previous", "previously", "last", "earlier", "prior"])
    guard set.contains("date") || set.contains("dates") || isPrevious && head.count <= 30 else { return nil }
    if end == bytes.count {
      if head.count <= 5 {
        // A label without a colon, its value elsewhere or behind it.
        let firstDigit = bytes.firstIndex { (0x30...0x39).contains($0) }
        end = firstDigit ?? bytes.count
      } else if isPrevious {
        guard bytes.contains(where: { (0x30...0x39).contains($0) }), head.count <= 30 else { return nil }
        end = set.contains("date") || set.contains("dates") ? bytes.firstIndex { (0x30...0x39).contains($0) } ?? 0 : 0
      } else {
        guard let digit = bytes.firstIndex(where: { (0x30...0x39).contains($0) }), digit < 60 else { return nil }
        end = digit
      }
    } else if head.count > 10 {
      return nil
    }
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return (end, isPrevious)
  }

  /// The title: the line that speaks of an inspection of an area, with the lines of the same look after it.
  private mutating func readTitle(_ lines: [ReportLine]) {
    let front = lines.prefix(30)
    let candidates = front.indices.filter { index in
      let line = front[index]
      let words = HeadingVocabulary.words(line.words, limit: 40)
      return words.contains("inspection") && words.count <= 24 && label(line.words) == nil
        && (words.contains("of") || words.contains("report") || words.contains("in"))
    }
    let best = candidates.max { left, right in rank(front[left]) < rank(front[right]) }
    guard let start = best ?? front.indices.first(where: { front[$0].headingLevel != nil }) else { return }
    var end = start + 1
    while end < front.endIndex, let level = front[start].headingLevel, front[end].headingLevel == level,
      front[end].paragraph.fontSize == front[start].paragraph.fontSize, end - start < 4
    {
      end += 1
    }
    let phrase = Phrase(front[start..<end].map(\.span))
    title = phrase
    titleLines = [reading.joined(phrase)]
    reading.ledger.place(phrase, as: .field)
  }

  private func rank(_ line: ReportLine) -> Float {
    line.paragraph.fontSize + (line.headingLevel.map { 20 - Float(min($0, 9)) } ?? 0)
      + (line.words.utf8.count < 120 ? 1 : 0)
  }
}
