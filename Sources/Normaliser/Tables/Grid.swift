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
  /// The cells that cover each row, end to end, by column: a sheet may have millions of empty places, which cost nothing.
  private var covering: [Entry] = []
  /// Where each row's cells begin in ``covering``; one more than there are rows.
  private var starts: [Int] = []

  var rowCount: Int { table.rowCount }
  var columnCount: Int { table.columnCount }

  /// Most rows that one merged cell is followed through. Longer merges stand in no plan; their text is placed all the same.
  private static let longestSpan = 4_096

  init(_ table: Table, number: Int) {
    self.table = table
    self.number = number
    var counts = [Int](repeating: 0, count: max(0, table.rowCount) + 1)
    func rows(_ cell: Table.Cell) -> Range<Int> {
      let first = Int(cell.row)
      guard first >= 0, first < table.rowCount, cell.column >= 0, Int(cell.column) < table.columnCount else {
        return 0..<0
      }
      return first..<min(table.rowCount, first + min(Int(cell.rowSpan), Grid.longestSpan))
    }
    func isSeen(_ cell: Table.Cell) -> Bool { !cell.paragraphs.isEmpty || cell.fill != nil }
    for cell in table.cells where isSeen(cell) { for row in rows(cell) { counts[row + 1] += 1 } }
    starts = counts
    for row in starts.indices.dropFirst() { starts[row] += starts[row - 1] }
    var next = starts
    let empty = Entry(column: 0, columnSpan: 1, cell: -1, isCarried: false)
    covering = [Entry](repeating: empty, count: starts.last ?? 0)
    for (index, cell) in table.cells.enumerated() where isSeen(cell) {
      let span = min(Int(cell.columnSpan), table.columnCount - Int(cell.column))
      for row in rows(cell) {
        covering[next[row]] = Entry(
          column: Int(cell.column), columnSpan: max(1, span), cell: index, isCarried: Int(cell.row) < row)
        next[row] += 1
      }
    }
    for row in 0..<max(0, table.rowCount) {
      let range = starts[row]..<starts[row + 1]
      // Cells come by row and column; only cells carried from above are out of order.
      if covering[range].contains(where: \.isCarried) {
        covering[range].sort { ($0.column, $0.cell) < ($1.column, $1.cell) }
      }
    }
  }

  /// The cell that covers a place, nil where none with text or fill does.
  func cell(_ row: Int, _ column: Int) -> Table.Cell? {
    for entry in entries(row) where entry.column <= column && column < entry.column + entry.columnSpan {
      return table.cells[entry.cell]
    }
    return nil
  }

  /// The cells of a row from left to right, each once; those without text and fill are left out.
  func entries(_ row: Int) -> ArraySlice<Entry> {
    guard row >= 0, row < rowCount else { return [] }
    return covering[starts[row]..<starts[row + 1]]
  }

  /// The cells of a row that begin in it and have text.
  func fresh(_ row: Int) -> [Entry] {
    entries(row).filter { !$0.isCarried && !table.cells[$0.cell].paragraphs.isEmpty }
  }

  /// The only cell with text that begins in a row; nil where none or several do.
  func lone(_ row: Int) -> Entry? {
    var found: Entry?
    for entry in entries(row) where !entry.isCarried && !table.cells[entry.cell].paragraphs.isEmpty {
      if found != nil { return nil }
      found = entry
    }
    return found
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
