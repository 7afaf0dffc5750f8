// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A table with its spans resolved: which cell covers which place.
struct Grid {
  /// A cell as one row sees it.
  struct Entry {
    /// Column of its left edge, from 0.
    var column: Int
    /// Columns it covers.
    var columnSpan: Int
    /// Index into ``Table/cells``.
    var cell: Int
    /// Whether it began in a row above.
    var isCarried: Bool
  }

  let table: Table
  /// Number of the table in the document, from 1.
  let number: Int
  private var owners: [Int32]

  var rowCount: Int { table.rowCount }
  var columnCount: Int { table.columnCount }

  init(_ table: Table, number: Int) {
    self.table = table
    self.number = number
    owners = [Int32](repeating: -1, count: max(0, table.rowCount * table.columnCount))
    for (index, cell) in table.cells.enumerated() {
      guard cell.row >= 0, cell.row < table.rowCount, cell.column >= 0, cell.column < table.columnCount else { continue }
      let rows = Int(cell.row)..<min(table.rowCount, Int(cell.row) + Int(max(1, cell.rowSpan)))
      let columns = Int(cell.column)..<min(table.columnCount, Int(cell.column) + Int(max(1, cell.columnSpan)))
      for row in rows {
        for column in columns where owners[row * table.columnCount + column] < 0 {
          owners[row * table.columnCount + column] = Int32(index)
        }
      }
    }
  }

  /// The cell that covers a place, nil where none does.
  func cell(_ row: Int, _ column: Int) -> Table.Cell? {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return nil }
    let owner = owners[row * columnCount + column]
    return owner < 0 ? nil : table.cells[Int(owner)]
  }

  /// The cells of a row from left to right, each once; those without text and fill are left out.
  func entries(_ row: Int) -> [Entry] {
    guard row >= 0, row < rowCount else { return [] }
    var entries: [Entry] = []
    var column = 0
    while column < columnCount {
      let owner = owners[row * columnCount + column]
      var next = column + 1
      while next < columnCount, owner >= 0, owners[row * columnCount + next] == owner { next += 1 }
      if owner >= 0 {
        let cell = table.cells[Int(owner)]
        if !cell.paragraphs.isEmpty || cell.fill != nil {
          entries.append(
            Entry(column: column, columnSpan: next - column, cell: Int(owner), isCarried: Int(cell.row) < row))
        }
      }
      column = next
    }
    return entries
  }

  /// The cells of a row that begin in it and have text.
  func fresh(_ row: Int) -> [Entry] {
    entries(row).filter { !$0.isCarried && !table.cells[$0.cell].paragraphs.isEmpty }
  }

  /// The place of a row, for provenance.
  func source(_ row: Int) -> SourcePlace {
    var place = SourcePlace(table: number, row: row + 1, sheet: table.sheet)
    if row < table.rowPages.count { place.location = Location(page: Int(table.rowPages[row])) }
    for entry in entries(row) where !entry.isCarried {
      let cell = table.cells[entry.cell]
      let location = cell.paragraphs.first?.location ?? cell.location
      if place.location.page == nil { place.location.page = location.page ?? cell.location.page }
      if place.location.line == nil { place.location.line = location.line ?? cell.location.line }
      if let box = cell.location.box { place.location.box = place.location.box?.union(box) ?? box }
    }
    return place
  }
}
