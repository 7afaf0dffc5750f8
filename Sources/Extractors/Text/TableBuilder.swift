// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Collects the cells of a table row by row.
///
/// Empty cells are left out, save the last one of a row: it says how many columns the row has. (A text of nothing but
/// tabs would otherwise take sixty times its size.)
struct TableBuilder {
  private var cells: [Table.Cell] = []
  private var rowCount = 0
  private var columnCount = 0
  private var column = 0
  private var line = 0
  private var firstLine: Int?
  private var lastCellIsFilled = false

  /// Number of rows so far.
  var rows: Int { rowCount }

  /// Begins a row.
  mutating func beginRow(line: Int) {
    self.line = line
    if firstLine == nil { firstLine = line }
    column = 0
    lastCellIsFilled = false
  }

  /// Adds the row's next cell.
  mutating func add(_ paragraphs: consuming [Paragraph]) {
    add(paragraphs, at: column, rowSpan: 1, columnSpan: 1)
  }

  /// Adds a cell that spans, at a column of its own.
  mutating func add(_ paragraphs: consuming [Paragraph], at column: Int, rowSpan: Int, columnSpan: Int) {
    lastCellIsFilled = !paragraphs.isEmpty
    if lastCellIsFilled {
      cells.append(
        Table.Cell(
          row: rowCount, column: column, rowSpan: rowSpan, columnSpan: columnSpan, paragraphs: paragraphs,
          location: Location(line: line)))
    }
    self.column = column + columnSpan
  }

  /// Ends a row.
  mutating func endRow() {
    if !lastCellIsFilled, column > 0 {
      cells.append(Table.Cell(row: rowCount, column: column - 1, location: Location(line: line)))
    }
    rowCount += 1
    columnCount = max(columnCount, column)
  }

  /// The table, nil where it has no rows.
  func table(headerRowCount: Int = 0, alignment: Table.Alignment) -> Table? {
    guard rowCount > 0 else { return nil }
    return Table(
      rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: headerRowCount, alignment: alignment,
      location: Location(line: firstLine))
  }
}
