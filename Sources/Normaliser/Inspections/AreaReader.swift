// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads lists of areas: rows of a table with the bodies responsible, or paragraphs and bullets.
struct AreaReader {
  let reading: Reading

  /// An area as it was found.
  struct Found {
    var text: String
    var responsible: [Party]
    var source: Source
  }

  /// A row of a table, or a paragraph that stands for one.
  struct Row {
    var lines: [ReportLine] = []
    /// What the column of the bodies says.
    var bodies: [ReportLine] = []
    /// Bodies of a merged cell that the row above has placed.
    var sharesBodies = false
    /// Whether the table has a column of bodies.
    var hasColumn = false
    var table: Int?

    var opensPage: Bool { lines.first?.isAfterBreak ?? false || bodies.first?.isAfterBreak ?? false }
  }

  /// The areas that a part's lines tell, in order.
  func read(_ lines: [ReportLine]) -> [Found] {
    var areas: [Row] = []
    for row in rows(lines.flatMap(AreaSentences(reading: reading).split)) {
      if let last = areas.last, continues(row, last) {
        areas[areas.count - 1].lines += row.lines
        areas[areas.count - 1].bodies += row.bodies
      } else {
        areas.append(row)
      }
    }
    var parties: [Party] = []
    return areas.compactMap { row in
      var phrase = Phrase.empty
      for (index, line) in row.lines.enumerated() {
        let starts = index == 0 || row.table == nil
        phrase.append(reading.content(line.paragraph, dropsNumber: starts && line.paragraph.marker != .bullet))
      }
      guard phrase.spans.contains(where: { reading.text.bytes[$0.range].holdsWord }) else { return nil }
      reading.ledger.place(phrase, as: .field)
      for line in row.lines { reading.furnish(leadingSigns(line, taken: phrase), kind: "label") }
      if !row.sharesBodies { parties = ResponsibleBodies(reading: reading).read(row.bodies) }
      return Found(
        text: reading.joined(phrase), responsible: row.bodies.isEmpty && !row.sharesBodies ? [] : parties,
        source: (row.lines.first ?? row.bodies.first)?.source ?? Source())
    }
  }

  /// The number before an area's words, where it is not part of them.
  private func leadingSigns(_ line: ReportLine, taken: Phrase) -> Phrase {
    let rest = reading.ledger.remainder(of: line.span).filter { reading.text.bytes[$0.range].holdsWord }
    return Phrase(rest)
  }

  /// Whether a row goes on with the area above it.
  private func continues(_ row: Row, _ last: Row) -> Bool {
    guard let first = row.lines.first, let end = last.lines.last else {
      // Nothing but the rest of the bodies' names.
      return row.lines.isEmpty && !last.lines.isEmpty
    }
    if row.table == nil, last.table == nil {
      if row.hasColumn { return false }
      // Behind the names of bodies all belongs to their area, until others are named.
      if last.hasColumn || first.beginsLower && !isItem(first) { return true }
      return continuesParagraph(first, last)
    }
    if first.beginsLower, !first.isBullet || end.isOpen || row.bodies.isEmpty { return true }
    if row.hasColumn, row.bodies.isEmpty, !row.sharesBodies, last.hasColumn { return true }
    if end.words.hasSuffix(":") { return true }
    guard row.opensPage || row.table != last.table else { return false }
    if end.isOpen, !isItem(end) || isItem(first) { return true }
    return false
  }

  /// Paragraphs outside of tables: bullets belong to the sentence that leads to them.
  private func continuesParagraph(_ line: ReportLine, _ last: Row) -> Bool {
    guard let end = last.lines.last, let head = last.lines.first else { return false }
    if isNumbered(line) { return false }
    if isItem(line) {
      if !isItem(head) || isNumbered(head) { return true }
      return line.paragraph.level > head.paragraph.level
    }
    if end.words.hasSuffix(":") { return true }
    if end.isOpen, !isItem(end) { return true }
    // Behind the bullets of an area: a sentence of its own opens the next, unless it is set in like the words of a bullet
    // that is not at its end.
    guard end.isOpen, let left = line.paragraph.location.box?.left, let first = head.paragraph.location.box?.left else {
      return false
    }
    return left > first + 12
  }

  private func isNumbered(_ line: ReportLine) -> Bool {
    Reading.endOfNumber(Array(line.words.utf8.prefix(8)), from: 0) != nil
  }

  private func isItem(_ line: ReportLine) -> Bool {
    line.paragraph.marker == .bullet || Reading.endOfSigns(Array(line.words.utf8.prefix(8))) > 0
  }

  // MARK: Rows

  private func rows(_ lines: [ReportLine]) -> [Row] {
    var rows: [Row] = []
    var isByColumn = false
    var index = 0
    while index < lines.count {
      guard let cell = lines[index].cell else {
        let line = lines[index]
        index += 1
        guard line.words.utf8.holdsWord, !takeHead(line) else { continue }
        if namesBodies(line), !isByColumn {
          if let last = rows.indices.last, rows[last].table == nil, rows[last].lines.isEmpty {
            // The same names again: the export gives the column of the bodies first, and no row can be told.
            isByColumn = rows[last].bodies.contains { $0.words == line.words }
            rows[last].bodies.append(line)
          } else {
            // An export that lost the columns has the bodies in a line before their area.
            rows.append(Row(bodies: [line], hasColumn: true))
          }
          if isByColumn { rows.removeLast() }
        } else if let last = rows.indices.last, rows[last].table == nil, rows[last].lines.isEmpty {
          rows[last].lines.append(line)
        } else if !isByColumn || !namesBodies(line) {
          rows.append(Row(lines: [line]))
        }
        continue
      }
      var end = index
      while end < lines.count, lines[end].cell?.table == cell.table { end += 1 }
      rows += tableRows(Array(lines[index..<end]), table: cell.table)
      index = end
    }
    return rows
  }

  /// Whether a line outside of tables holds nothing but names of bodies.
  private func namesBodies(_ line: ReportLine) -> Bool {
    !isItem(line) && !line.beginsLower && line.isOpen && !line.words.hasSuffix(":")
      && ResponsibleBodies.isLike(line.words)
  }

  /// The rows of a table: which column names the bodies, its cells tell.
  private func tableRows(_ lines: [ReportLine], table: Int) -> [Row] {
    let content = lines.filter { !takeHead($0) }
    var columns: [Int: [ReportLine]] = [:]
    for line in content { columns[line.cell?.column ?? 0, default: []].append(line) }
    let sizes = columns.mapValues { $0.reduce(0) { $0 + $1.span.count } }
    guard let main = sizes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return [] }
    let bodies = columns.keys.filter { column in
      guard column != main, let cells = columns[column] else { return false }
      return cells.contains { ResponsibleBodies.isLike($0.words) }
        || cells.allSatisfy { $0.span.count < 60 && !isReference($0.words) }
    }
    var found: [Int: Row] = [:]
    var spans: [Range<Int>] = []
    for line in content {
      guard let cell = line.cell else { continue }
      if bodies.contains(cell.column) {
        found[cell.row, default: Row()].bodies.append(line)
        if cell.rowSpan > 1 { spans.append(cell.row..<cell.row + cell.rowSpan) }
      } else if cell.column == main || line.span.count > 60 {
        found[cell.row, default: Row()].lines.append(line)
      } else {
        reading.furnish(Phrase(line.span), kind: "label")
      }
    }
    return found.keys.sorted().compactMap { number in
      guard var row = found[number] else { return nil }
      row.hasColumn = !bodies.isEmpty
      row.table = table
      row.sharesBodies = row.bodies.isEmpty && spans.contains { $0.contains(number) && $0.lowerBound < number }
      return row
    }
    .flatMap(numbered)
  }

  /// A box that numbers several areas in one cell holds a row a number.
  private func numbered(_ row: Row) -> [Row] {
    let starts = row.lines.indices.filter { isNumbered(row.lines[$0]) }
    guard starts.count >= 2, starts[0] == 0 else { return [row] }
    return starts.enumerated().map { place, start in
      var part = row
      part.lines = Array(row.lines[start..<(place + 1 < starts.count ? starts[place + 1] : row.lines.count)])
      if place > 0 {
        part.sharesBodies = !row.bodies.isEmpty || row.sharesBodies
        part.bodies = []
      }
      return part
    }
  }

  private func isReference(_ words: String) -> Bool {
    words.utf8.count <= 4 || Reading.endOfNumber(Array((words + " ").utf8), from: 0) != nil
  }

  /// Sets a head of a column aside: "Responsible body", "Areas for priority action".
  private func takeHead(_ line: ReportLine) -> Bool {
    if reading.ledger.isTouched(line.span) { return true }
    let words = HeadingVocabulary.words(line.words, limit: 8)
    let isHead =
      words.count <= 5 && (words.contains("responsible") || words.contains("responsibility"))
      || words.count <= 3 && (words.first == "lead" || words.first == "ref" || words.first == "number")
      || ReportPart.heading(line.words)?.listsAreas ?? false
    guard isHead, !line.words.hasSuffix(".") else { return false }
    reading.furnish(Phrase(line.span), kind: "label")
    return true
  }
}
