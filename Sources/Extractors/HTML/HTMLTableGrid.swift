// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Puts the cells of a table onto a grid, as "forming a table" of the HTML standard says, with bounds.
enum HTMLTableGrid {
  /// No cell spans beyond this column.
  static let maximumColumns = 4096
  /// Spans count no more once cells cover this many places.
  static let maximumPlaces = 20_000_000

  /// The grid with empty cells; each cell's `location.line` is its position in its row's list, plus one.
  static func place(_ rows: [HTMLReader.RowSource], in tree: HTMLTree) -> Table {
    var groupEnd = [Int](repeating: rows.count, count: rows.count)
    for index in rows.indices.reversed().dropFirst() {
      groupEnd[index] = rows[index].group == rows[index + 1].group ? groupEnd[index + 1] : index + 1
    }
    // Row up to which (excluded) each column is covered from above.
    var coveredUntil: [Int] = []
    var cells: [Table.Cell] = []
    var places = 0
    var isOverrun = false
    for (rowIndex, row) in rows.enumerated() {
      var column = 0
      if places > maximumPlaces, !isOverrun {
        coveredUntil = [Int](repeating: 0, count: coveredUntil.count)
        isOverrun = true
      }
      for (position, node) in row.cells.enumerated() {
        while column < coveredUntil.count, coveredUntil[column] > rowIndex {
          column += 1
          places += 1
        }
        var width = span(.colspan, of: node, in: tree, zero: 1, limit: 1000)
        var height = span(.rowspan, of: node, in: tree, zero: rows.count, limit: 65_534)
        height = min(height, groupEnd[rowIndex] - rowIndex)
        width = max(1, min(width, maximumColumns - column))
        if places > maximumPlaces { (width, height) = (1, 1) }
        // A cell never covers what one from above covers.
        var free = 1
        while free < width, column + free >= coveredUntil.count || coveredUntil[column + free] <= rowIndex { free += 1 }
        width = free
        if coveredUntil.count < column + width {
          coveredUntil += [Int](repeating: 0, count: column + width - coveredUntil.count)
        }
        for covered in column..<(column + width) { coveredUntil[covered] = rowIndex + height }
        places += width
        cells.append(
          Table.Cell(
            row: rowIndex, column: column, rowSpan: height, columnSpan: width, location: Location(line: position + 1)))
        column += width
      }
    }
    let columnCount = withoutPhantomColumns(&cells, width: coveredUntil.count)
    return Table(rowCount: rows.count, columnCount: columnCount, cells: cells)
  }

  /// Takes out columns in which no cell begins: they exist only through too wide spans.
  private static func withoutPhantomColumns(_ cells: inout [Table.Cell], width: Int) -> Int {
    var begins = [Bool](repeating: false, count: width)
    for cell in cells { begins[Int(cell.column)] = true }
    var newColumn = [Int32](repeating: 0, count: width + 1)
    for column in 0..<width { newColumn[column + 1] = newColumn[column] + (begins[column] ? 1 : 0) }
    for index in cells.indices {
      let start = newColumn[Int(cells[index].column)]
      let end = newColumn[Int(cells[index].column + cells[index].columnSpan)]
      cells[index].column = start
      cells[index].columnSpan = max(1, end - start)
    }
    return Int(newColumn[width])
  }

  private static func span(
    _ name: HTMLAttributeName, of node: Int32, in tree: HTMLTree, zero: Int, limit: Int
  ) -> Int {
    guard tree[node].attributeCount > 0, let text = tree.attribute(name, of: node) else { return 1 }
    let digits = text.utf8.drop { $0 <= 0x20 }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty else { return 1 }
    // More digits than an Int holds are as absurd as the limit.
    let value = Int(String(decoding: digits, as: UTF8.self)) ?? limit
    return value == 0 ? zero : min(value, limit)
  }
}
