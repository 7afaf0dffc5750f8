// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Makes a table of cells whose places are known, with a grid that has only the columns that a reader would see.
struct TableAssembler {
  /// The cells so far, in the document's own grid.
  private(set) var cells: [Table.Cell] = []
  /// Tables within cells, by the cell's index.
  private var nested: [Int: [(position: Int, table: Table)]] = [:]
  /// Widths of the grid's columns in twentieths of a point, as far as the document gives them.
  var widths: [Int] = []
  /// Rows that the document marks as headers, from the first on.
  var headerRows = 0
  /// Number of rows.
  var rowCount = 0

  /// A column narrower than 7.2 points holds no text: it is what dragging a border has left.
  private static let sliver = 144

  /// Appends a cell and gives its index.
  mutating func append(_ cell: Table.Cell, nested tables: [(position: Int, table: Table)]) -> Int {
    cells.append(cell)
    if !tables.isEmpty { nested[cells.count - 1] = tables }
    return cells.count - 1
  }

  /// Changes a cell.
  mutating func update(_ index: Int, _ change: (inout Table.Cell) -> Void) { change(&cells[index]) }

  /// Takes rows away that come after the last cell.
  mutating func dropEmptyRowsAtEnd() {
    rowCount = min(rowCount, cells.map { Int($0.row) + 1 }.max() ?? 0)
  }

  /// The finished content: one table, or what a mere frame around other tables holds.
  ///
  /// - Parameter fill: the colour of a cell by its index, its final place and the number of columns.
  func finish(fill: (Int, Table.Cell, Int) -> Colour?) -> [Block] {
    guard !cells.isEmpty else { return [] }
    let boundaries = squeezedBoundaries()
    let columnCount = max(1, boundaries.values.max() ?? 1)
    // A table of one column that holds tables is a border around them.
    if columnCount == 1, !nested.isEmpty { return frameContent() }
    var finished = cells
    for index in finished.indices {
      let last = Int(finished[index].column + finished[index].columnSpan)
      let first = boundaries[Int(finished[index].column)] ?? 0
      finished[index].column = Int32(clamping: first)
      finished[index].columnSpan = Int32(clamping: max(1, (boundaries[last] ?? first + 1) - first))
      let rest = Int32(clamping: rowCount) - finished[index].row
      finished[index].rowSpan = max(1, min(finished[index].rowSpan, rest))
      for (_, table) in nested[index] ?? [] { finished[index].paragraphs += table.cells.flatMap(\.paragraphs) }
      finished[index].fill = fill(index, finished[index], columnCount)
      if finished[index].fill == Colour.white { finished[index].fill = nil }
    }
    return [
      .table(
        Table(
          rowCount: rowCount, columnCount: columnCount, cells: finished, headerRowCount: min(headerRows, rowCount)))
    ]
  }

  private func frameContent() -> [Block] {
    var blocks: [Block] = []
    for (index, cell) in cells.enumerated() {
      var story = ContentStory(.cell)
      story.paragraphs = cell.paragraphs
      story.nested = nested[index] ?? []
      blocks += story.asBlocks
    }
    return blocks
  }

  /// Maps the grid's column boundaries to those that some cell begins or ends at.
  ///
  /// Dragging a border leaves columns of a few points between the rows' different borders; where no cell is only that
  /// wide, the two borders are one.
  private func squeezedBoundaries() -> [Int: Int] {
    var used: Set<Int> = [0]
    for cell in cells {
      used.insert(Int(cell.column))
      used.insert(Int(cell.column + cell.columnSpan))
    }
    let sorted = used.sorted()
    var narrow: Set<Int> = []
    for (first, last) in zip(sorted, sorted.dropFirst()) where last <= widths.count {
      if widths[first..<last].allSatisfy({ $0 >= 0 }), widths[first..<last].reduce(0, +) < Self.sliver {
        narrow.insert(last)
      }
    }
    if !narrow.isEmpty {
      var places: [Int: Int] = [:]
      for (place, boundary) in sorted.enumerated() { places[boundary] = place }
      for cell in cells {
        let first = places[Int(cell.column)] ?? 0
        let last = Int(cell.column + cell.columnSpan)
        if (places[last] ?? 0) - first == 1 { narrow.remove(last) }
      }
    }
    var map: [Int: Int] = [:]
    var number = -1
    var previousWasNarrow = false
    for boundary in sorted {
      // Of two slivers side by side one stays: a cell could be just as wide as both.
      previousWasNarrow = narrow.contains(boundary) && !previousWasNarrow
      if !previousWasNarrow { number += 1 }
      map[boundary] = max(0, number)
    }
    return map
  }
}
