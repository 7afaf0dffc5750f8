// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Puts a table together from rows of cells: merges, fills by table style, and a grid without columns that nobody sees.
struct WordTableBuilder {
  /// A cell on its way into the table.
  private struct Entry {
    var cell: Table.Cell
    /// The cell has shading of its own, if only "none".
    var isShaded: Bool
  }

  /// Widths of the grid's columns in twentieths of a point, as far as the document gives them.
  var widths: [Int] = []
  /// The table's style.
  var style: WordTableStyle?
  /// Which of the style's conditions the table asks for.
  var options = WordTableStyle.Options()
  /// Whether the exporting program may have left out the lower cells of merges without a trace.
  var mayLoseMerges = false
  private(set) var rowCount = 0
  private var hasMerges = false
  private var shortestRow = Int.max
  private var entries: [Entry] = []
  private var nested: [Int: [(position: Int, table: Table)]] = [:]
  /// The cell that may grow downwards, by its first column.
  private var open: [Int: Int] = [:]
  private var headerRows = 0

  /// Number of cells so far.
  var cellCount: Int { entries.count }

  /// A cell's place in its row and its content.
  struct RowCell {
    var properties: WordCellProperties
    var story: WordStory
  }

  /// Appends a row.
  ///
  /// - Parameter before: columns of the grid that the row leaves out on the left.
  mutating func appendRow(_ cells: [RowCell], before: Int, isHeader: Bool) {
    let row = rowCount
    rowCount += 1
    if isHeader, headerRows == row { headerRows += 1 }
    var column = before
    var previous: Int?
    for rowCell in cells {
      let properties = rowCell.properties
      let span = properties.span
      defer { column += span }
      if properties.horizontal == .goesOn, let previous {
        entries[previous].cell.columnSpan += Int32(clamping: span)
        entries[previous].cell.paragraphs += rowCell.story.flattened
        continue
      }
      if properties.vertical == .goesOn, let above = open[column],
        case let cell = entries[above].cell, Int(cell.row + cell.rowSpan) == row, Int(cell.columnSpan) == span
      {
        entries[above].cell.rowSpan += 1
        // Word does not show what stands in the lower cells of a merge.
        entries[above].cell.paragraphs += rowCell.story.flattened.map { paragraph in
          var paragraph = paragraph
          paragraph.style.insert(.hidden)
          return paragraph
        }
        previous = above
        continue
      }
      if properties.vertical != .none { hasMerges = true }
      let index = entries.count
      entries.append(
        Entry(
          cell: Table.Cell(
            row: row, column: column, columnSpan: span, paragraphs: rowCell.story.paragraphs,
            fill: properties.fill ?? nil),
          isShaded: properties.fill != nil))
      if !rowCell.story.nested.isEmpty { nested[index] = rowCell.story.nested }
      if properties.vertical == .none { open[column] = nil } else { open[column] = index }
      previous = index
    }
    shortestRow = min(shortestRow, column)
  }

  /// The finished content: one table, or what a mere frame around other tables holds.
  mutating func finish() -> [Block] {
    guard !entries.isEmpty else { return [] }
    let boundaries = squeezedBoundaries()
    let columnCount = boundaries.values.max() ?? 1
    if columnCount == 1, !nested.isEmpty { return frameContent() }
    var cells: [Table.Cell] = []
    cells.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      var cell = entry.cell
      let first = boundaries[Int(cell.column)] ?? 0
      let last = boundaries[Int(cell.column + cell.columnSpan)] ?? first + 1
      cell.column = Int32(clamping: first)
      cell.columnSpan = Int32(clamping: max(1, last - first))
      for (_, table) in nested[index] ?? [] { cell.paragraphs += table.cells.flatMap(\.paragraphs) }
      if !entry.isShaded, let style {
        cell.fill =
          style.look(
            of: .init(
              row: Int(cell.row), column: first, rowEnd: Int(cell.row + cell.rowSpan), columnEnd: last,
              rowCount: rowCount, columnCount: columnCount), options: options
          ).fill
        if cell.fill == Colour(red: 255, green: 255, blue: 255) { cell.fill = nil }
      }
      cells.append(cell)
    }
    var table = Table(
      rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: min(headerRows, rowCount))
    let widest = entries.map { Int($0.cell.column + $0.cell.columnSpan) }.max() ?? 0
    if mayLoseMerges, !hasMerges, shortestRow < widest { table.alignment = .counted }
    return [.table(table)]
  }

  /// A table of one column that holds tables is a border around them.
  private func frameContent() -> [Block] {
    var blocks: [Block] = []
    for (index, entry) in entries.enumerated() {
      var story = WordStory(.cell)
      story.paragraphs = entry.cell.paragraphs
      story.nested = nested[index] ?? []
      blocks += story.asBlocks
    }
    return blocks
  }

  /// Maps the grid's column boundaries to those that some cell begins or ends at.
  ///
  /// Dragging a border in Word leaves columns of a few points between the rows' different borders; where no cell is only
  /// that wide, the two borders are one.
  private func squeezedBoundaries() -> [Int: Int] {
    var used: Set<Int> = [0]
    var narrow: Set<Int> = []
    for entry in entries {
      let first = Int(entry.cell.column)
      let last = first + Int(entry.cell.columnSpan)
      used.insert(first)
      used.insert(last)
    }
    let sorted = used.sorted()
    let widest = 144
    func width(from first: Int, to last: Int) -> Int? {
      guard last <= widths.count else { return nil }
      return widths[first..<last].reduce(0, +)
    }
    for (first, last) in zip(sorted, sorted.dropFirst()) {
      if let width = width(from: first, to: last), width < widest, width >= 0 { narrow.insert(last) }
    }
    if !narrow.isEmpty {
      var places: [Int: Int] = [:]
      for (place, boundary) in sorted.enumerated() { places[boundary] = place }
      for entry in entries {
        let first = places[Int(entry.cell.column)] ?? 0
        let last = Int(entry.cell.column + entry.cell.columnSpan)
        if (places[last] ?? 0) - first == 1 { narrow.remove(last) }
      }
    }
    var map: [Int: Int] = [:]
    var number = -1
    var previousWasNarrow = false
    for boundary in sorted {
      // Two slivers side by side are left alone: a cell could be just as wide as both.
      if narrow.contains(boundary), !previousWasNarrow {
        previousWasNarrow = true
      } else {
        number += 1
        previousWasNarrow = false
      }
      map[boundary] = max(0, number)
    }
    return map
  }
}
