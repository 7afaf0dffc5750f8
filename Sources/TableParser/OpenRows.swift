// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Deals out the words of rows that no border divides although the rows above and below are divided.
  ///
  /// A table whose every second row is filled, cell by cell, has borders in these rows only. A cell over several columns is
  /// taken apart where no word of it crosses a border and every column's words begin where the column begins; the title
  /// between two rows crosses borders or stands in one column.
  mutating func divideOpenRows(_ text: PageText) {
    var divided: [Cell] = []
    for cell in cells {
      guard cell.columnSpan > 1, cell.rowSpan == 1, let parts = parts(of: cell, text: text) else {
        divided.append(cell)
        continue
      }
      divided.append(contentsOf: parts)
    }
    cells = divided.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  private func parts(of cell: Cell, text: PageText) -> [Cell]? {
    let columns = cell.column..<min(columnCount, cell.column + cell.columnSpan)
    let inner = columnEdges[(columns.lowerBound + 1)..<columns.upperBound]
    var byColumn = [[Int]](repeating: [], count: columns.count)
    for index in cell.words {
      let word = text.words[index]
      guard word.rotation == 0, !inner.contains(where: { $0 > word.left + 1 && $0 < word.right - 1 }) else {
        return nil
      }
      let column = columns.last { columnEdges[$0] < word.midX } ?? columns.lowerBound
      byColumn[column - columns.lowerBound].append(index)
    }
    let filled = byColumn.filter { !$0.isEmpty }.count
    guard filled > 1, filled * 2 > columns.count else { return nil }
    for (offset, words) in byColumn.enumerated() where !words.isEmpty {
      let left = words.map { text.words[$0].left }.min() ?? 0
      let column = columns.lowerBound + offset
      let width = columnEdges[column + 1] - columnEdges[column]
      guard left - columnEdges[column] < max(2 * text.em, 0.3 * width) || filled > 3 else { return nil }
    }
    // Words of a title may miss all borders by chance: between cells there is more than a word space.
    for (one, other) in zip(cell.words, cell.words.dropFirst()) {
      let (before, after) = (text.words[one], text.words[other])
      guard before.line == after.line, inner.contains(where: { $0 > before.midX && $0 < after.midX }) else { continue }
      if after.left - before.right < 0.4 * after.em { return nil }
    }
    return byColumn.enumerated().map { offset, words in
      var part = cell
      part.column = columns.lowerBound + offset
      part.columnSpan = 1
      part.words = words
      part.box.left = columnEdges[part.column]
      part.box.right = columnEdges[part.column + 1]
      return part
    }
  }
}
