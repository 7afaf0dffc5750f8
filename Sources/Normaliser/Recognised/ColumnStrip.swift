// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Columns of a table that stand on a page of their own: a scan cut the wide table down the middle.
///
/// Such a strip has a header whose named columns are dated updates, and perhaps a nameless column before them that
/// holds what was cut off the last column of the table before. Its rows belong to that table's records by order.
struct ColumnStrip {
  /// One row of the strip.
  struct Row {
    /// What was cut off the records' last column.
    var rest: [Paragraph] = []
    /// Cells of the named columns, as indices into ``ColumnStrip/heads``.
    var cells: [(head: Int, paragraphs: [Paragraph])] = []
    var number: Int
  }

  struct Head {
    var column: Int
    var heading: Phrase
    var date: When
  }

  private(set) var heads: [Head]
  private(set) var rows: [Row] = []
  private let columnCount: Int

  /// The strip that a table is, nil where it is none.
  init?(_ grid: Grid, after layout: Layout?, records: Int, reading: Reading) {
    guard let layout, layout.kind == .actions, layout.has(.update), grid.rowCount >= 2, grid.columnCount <= 4,
      layout.columns.count > grid.columnCount
    else { return nil }
    heads = []
    columnCount = grid.columnCount
    for entry in grid.fresh(0) {
      let heading = reading.phrase(grid.paragraphs(entry))
      let words = reading.string(heading)
      guard let vote = reading.headings.best(words), vote.role == .update,
        let date = DateReader.headingDate(words)?.when,
        entry.columnSpan == 1
      else { return nil }
      heads.append(Head(column: entry.column, heading: heading, date: date))
    }
    // The nameless column is the first: what it holds was cut off the column that ended the page before.
    guard let first = heads.first, first.column <= 1, heads.count + first.column == grid.columnCount else { return nil }
    add(grid, rows: 1..<grid.rowCount)
    if first.column > 0 {
      // A nameless column of whole texts is a table's own: what was cut off goes on in mid-sentence.
      let rests = rows.map { reading.phrase($0.rest) }.filter { !$0.isEmpty }
      guard rows.count == records || rests.count(where: { reading.continuesSentence($0) }) * 2 >= rests.count,
        layout.columns.last(where: { $0.role != nil })?.role == .update
      else { return nil }
    }
    for head in heads { reading.furnish(head.heading, kind: "header-row") }
  }

  /// Takes a table without a header as more rows of the strip; false where it is wider, or where its first column
  /// holds texts of its own.
  mutating func extend(with grid: Grid, reading: Reading) -> Bool {
    guard grid.columnCount <= columnCount, let first = heads.first, first.column > 0 else { return false }
    let present = rows
    add(grid, rows: 0..<grid.rowCount)
    let rests = rows[present.count...].map { reading.phrase($0.rest) }.filter { !$0.isEmpty }
    if rests.count(where: { reading.continuesSentence($0) }) * 2 > rests.count { return true }
    rows = present
    return false
  }

  private mutating func add(_ grid: Grid, rows range: Range<Int>) {
    for number in range {
      var row = Row(number: number)
      for entry in grid.fresh(number) {
        let paragraphs = grid.paragraphs(entry)
        if let head = heads.firstIndex(where: { $0.column == entry.column }) {
          row.cells.append((head, paragraphs))
        } else {
          row.rest += paragraphs
        }
      }
      rows.append(row)
    }
  }

  // MARK: Joining

  /// Gives each row's cells to the record that it goes on with.
  ///
  /// - Parameter isCertain: whether the records' own cells are surely known: those of a page run may be missing.
  func join(_ records: Range<Int>, isCertain: Bool, of plan: inout RawPlan, reading: Reading) {
    guard !records.isEmpty, !rows.isEmpty, records.count * rows.count <= ColumnStrip.mostPairs else { return }
    // Records that have this column already had their strip: this one belongs to a page that could not be read.
    let dates = Set(heads.map(\.date))
    if plan.actions[records].contains(where: {
      $0.values.contains { $0.column <= -100 && $0.date.map(dates.contains) ?? false }
    }) {
      return
    }
    let owners = alignment(records, isCertain: isCertain, plan: plan, reading: reading)
    for (row, owner) in zip(rows, owners) {
      var action = plan.actions[owner]
      if !row.rest.isEmpty {
        if let index = action.values.lastIndex(where: { $0.role == .update && !$0.isReferred && $0.column >= -1 }) {
          action.values[index].paragraphs += row.rest.map(ColumnStrip.continued)
        } else if let last = plan.actions.lazy.flatMap(\.values).first(where: { $0.role == .update }) {
          action.values.append(
            RawValue(
              role: .update, heading: last.heading, date: last.date, paragraphs: row.rest, column: last.column, row: 0))
        }
      }
      for cell in row.cells {
        let head = heads[cell.head]
        // A column of its own, beyond those of the table.
        let column = -100 - head.column
        if let index = action.values.firstIndex(where: { $0.column == column && $0.date == head.date }) {
          action.values[index].paragraphs += cell.paragraphs.map(ColumnStrip.continued)
        } else {
          action.values.append(
            RawValue(
              role: .update, heading: head.heading, date: head.date, paragraphs: cell.paragraphs, column: column,
              row: row.number))
        }
      }
      plan.actions[owner] = action
    }
  }

  private static func continued(_ paragraph: Paragraph) -> Paragraph {
    var paragraph = paragraph
    paragraph.style.insert(.continuation)
    return paragraph
  }

  /// The record of each row: in order, so that each record's share of cut-off words is that of the whole table.
  ///
  /// A page cut down the middle takes the same share of every line, so the bytes cut off a cell follow from the bytes
  /// that are left of it. The rows of a record follow one another; a record may have none.
  private func alignment(_ records: Range<Int>, isCertain: Bool, plan: RawPlan, reading: Reading) -> [Int] {
    // As many rows as records: nothing was left out.
    if rows.count == records.count { return Array(records) }
    let kinship = StripKinship(rows: rows, records: records, plan: plan, reading: reading)
    let present = records.map { index in
      plan.actions[index].values.last { $0.role == .update && !$0.isReferred }.map { value in
        Double(value.paragraphs.reduce(0) { $0 + $1.span.count })
      } ?? 0
    }
    let rests = rows.map { Double($0.rest.reduce(0) { $0 + $1.span.count }) }
    let whole = present.reduce(0, +)
    var share = whole > 0 ? rests.reduce(0, +) / whole : 0
    // Where texts are missing the shares of the others are no measure; no more than half of a page is ever cut off.
    if !isCertain { share = min(share, ColumnStrip.commonShare) }
    let starts = rows.indices.map { beginsText($0, reading: reading) }
    let expected = present.map { $0 * share }
    let shared = rows.indices.map { row in records.map { kinship.shared(row, $0) } }
    // Least cost of the first records with the first rows; how many rows the last record took.
    var cost = [[Double]](repeating: [Double](repeating: .infinity, count: rows.count + 1), count: records.count + 1)
    var taken = [[Int]](repeating: [Int](repeating: 0, count: rows.count + 1), count: records.count + 1)
    cost[0][0] = 0
    for record in 1...records.count {
      for end in 0...rows.count {
        for count in 0...min(end, ColumnStrip.mostRows) where cost[record - 1][end - count].isFinite {
          let first = end - count
          let rest = rests[first..<end].reduce(0, +)
          var sum = cost[record - 1][first]
          if rest > 0, present[record - 1] == 0 {
            // Words cut off a text that is not there, or that could not be read.
            sum += isCertain ? 60 + rest : 15 + rest / 5
          } else {
            sum += ColumnStrip.misfit(rest, expected: expected[record - 1])
          }
          // A text begins with its record and goes on inside it.
          if count > 0, !starts[first] { sum += 25 }
          for row in first..<end { sum -= ColumnStrip.kinWeight * shared[row][record - 1] }
          for row in rows.indices[first..<end].dropFirst() where starts[row] && !rows[row].cells.isEmpty { sum += 18 }
          if sum < cost[record][end] {
            cost[record][end] = sum
            taken[record][end] = count
          }
        }
      }
    }
    var owners = [Int](repeating: records.upperBound - 1, count: rows.count)
    var end = rows.count
    guard cost[records.count][end].isFinite else { return owners }
    for record in (1...records.count).reversed() {
      let count = taken[record][end]
      for row in end - count..<end { owners[row] = records.lowerBound + record - 1 }
      end -= count
    }
    return owners
  }

  /// Bytes of misfit that one rare word in common outweighs, for each unit of its rarity.
  private static let kinWeight = 5.0

  /// Bytes cut off for each byte left, where the document does not tell: a third of the column's width.
  private static let commonShare = 0.4

  /// Most pairs of a row and a record: beyond, no page was cut but another table follows.
  private static let mostPairs = 40_000

  /// Most rows of one record.
  private static let mostRows = 12

  private static func misfit(_ rest: Double, expected: Double) -> Double {
    // A short cell does not reach the edge of the page.
    let short = max(0, expected - 22)
    if rest == 0 { return short }
    return abs(rest - expected)
  }

  /// Whether the row's named cell begins a text, rather than going on with the row above.
  private func beginsText(_ index: Int, reading: Reading) -> Bool {
    guard let cell = rows[index].cells.first else { return true }
    let phrase = reading.phrase(cell.paragraphs)
    if reading.continuesSentence(phrase) { return false }
    guard index > 0, let before = rows[index - 1].cells.first else { return true }
    let last = reading.lastByte(reading.phrase(before.paragraphs))
    return last != UInt8(ascii: ",") && !reading.endsOpen(reading.phrase(before.paragraphs))
  }
}
