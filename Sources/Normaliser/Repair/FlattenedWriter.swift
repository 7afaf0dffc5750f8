// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Writes the rows of a flattened table as tables; lines between them that belong to no row stay what they are, and the
/// table goes on behind them under the same heads.
struct FlattenedWriter {
  let head: FlattenedHead
  let lead: FlattenedText
  let text: FlattenedText
  let columns: [FlattenedColumn]

  private typealias Rows = [[Int: [Paragraph]]]

  func blocks(_ rows: [FlattenedAlignment.Row], from blocks: [Block]) -> [Block] {
    var result: [Block] = []
    var open: Rows = []
    var line = 0
    var place = text.lines.first?.paragraph.location ?? Location()
    func close() {
      if !open.isEmpty { result.append(.table(table(open, at: place))) }
      open = []
    }
    for row in rows {
      guard let first = row.cells.map(\.words.lowerBound).min(), let last = row.cells.map(\.words.upperBound).max()
      else {
        continue
      }
      let begin = text.words[first].line
      if begin > line { close() }
      for outside in line..<max(line, begin) { result.append(blocks[text.lines[outside].block]) }
      if open.isEmpty { place = text.lines[begin].paragraph.location }
      add(row, to: &open)
      line = text.words[last - 1].line + 1
    }
    close()
    return result
  }

  private func add(_ row: FlattenedAlignment.Row, to rows: inout Rows) {
    var cells: [Int: [Paragraph]] = [:]
    for cell in row.cells {
      var paragraphs = text.paragraphs(cell.words, isList: columns[cell.column].nature == .party)
      if cells[cell.column] != nil, paragraphs.first?.marker == Paragraph.Marker.none {
        paragraphs[0].style.insert(.continuation)
      }
      cells[cell.column, default: []] += paragraphs
    }
    guard goesOn(row), var before = rows.popLast() else {
      rows.append(cells)
      return
    }
    for (column, paragraphs) in cells {
      var paragraphs = paragraphs
      if before[column] != nil, paragraphs.first?.marker == Paragraph.Marker.none {
        paragraphs[0].style.insert(.continuation)
      }
      before[column, default: []] += paragraphs
    }
    rows.append(before)
  }

  /// Whether a row is what a page break has cut off the row above: no reference, and the texts go on in mid-sentence.
  private func goesOn(_ row: FlattenedAlignment.Row) -> Bool {
    guard let first = row.cells.first, columns[0].nature == .reference, first.column > 0 else { return false }
    return text.isLowercase(first.words.lowerBound)
  }

  private func table(_ rows: Rows, at place: Location) -> Table {
    var cells: [Table.Cell] = []
    for (index, column) in head.columns.enumerated() {
      cells.append(
        Table.Cell(row: 0, column: index, paragraphs: lead.paragraphs(column.words, isList: false), location: place))
    }
    for (index, row) in rows.enumerated() {
      for column in row.keys.sorted() {
        let paragraphs = row[column] ?? []
        cells.append(
          Table.Cell(
            row: index + 1, column: column, paragraphs: paragraphs, location: paragraphs.first?.location ?? place))
      }
    }
    return Table(
      rowCount: rows.count + 1, columnCount: head.columns.count, cells: cells, headerRowCount: 1, alignment: .exact,
      location: place)
  }
}
