// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// The level lines right above the grid that are its head: lines that no border of a column crosses, in most columns,
  /// with the titles between them and the grid. Empty where there is none.
  ///
  /// Some table styles fill the rows of the body only and draw their head between two rules.
  func headLines(_ text: PageText, taken: Set<Int>) -> [(words: [Int], isBand: Bool)] {
    guard columnCount > 2 else { return [] }
    let (left, right) = (columnEdges[0] - 2, columnEdges[columnCount] + 2)
    let inner = columnEdges.dropFirst().dropLast()
    var found: [(words: [Int], isBand: Bool)] = []
    var columns = Set<Int>()
    var top = rowEdges[0]
    for number in (0..<text.levelLines).reversed() where text.lines[number].midY < rowEdges[0] {
      let line = text.lines[number]
      guard found.count < 6, top - line.bottom < 1.6 * line.em, line.em < 1.2 * text.em else { break }
      guard line.left > left, line.right < right, !line.words.contains(where: { taken.contains(text.words[$0].index) })
      else { break }
      let crosses = line.words.contains { index in
        inner.contains { $0 > text.words[index].left + 1 && $0 < text.words[index].right - 1 }
      }
      let isBand = crosses || line.segments.count == 1 && line.right - line.left > columnEdges[1] - columnEdges[0]
      if isBand, !columns.isEmpty { break }
      found.append((Array(line.words), isBand))
      if !isBand { for index in line.words { columns.insert(Grid.place(text.words[index].midX, in: columnEdges)) } }
      top = line.top
    }
    guard columns.count > 2, columns.count * 10 >= columnCount * 6 else { return [] }
    return found.reversed()
  }

  /// Adds lines above the first row: a row for the head, and one for each title below it.
  mutating func add(headLines: [(words: [Int], isBand: Bool)], text: PageText) {
    var rows: [(words: [Int], isBand: Bool)] = []
    for line in headLines {
      if !line.isBand, let last = rows.last, !last.isBand {
        rows[rows.count - 1].words += line.words
      } else {
        rows.append(line)
      }
    }
    var edges: [Float] = []
    for row in rows {
      let top = row.words.map { text.words[$0].top }.min() ?? rowEdges[0]
      edges.append(max(top - 1, (edges.last ?? -.infinity) + 0.1))
    }
    guard let last = edges.last, last < rowEdges[0] else { return }
    for index in cells.indices { cells[index].row += rows.count }
    rowEdges = edges + rowEdges
    var added: [Cell] = []
    for (number, row) in rows.enumerated() {
      let columns = row.isBand ? [0..<columnCount] : (0..<columnCount).map { $0..<($0 + 1) }
      for span in columns {
        let words = row.words.filter {
          row.isBand || Grid.place(text.words[$0].midX, in: columnEdges) == span.lowerBound
        }
        added.append(
          Cell(
            row: number, column: span.lowerBound, columnSpan: span.count,
            box: Box(
              left: columnEdges[span.lowerBound], top: rowEdges[number], right: columnEdges[span.upperBound],
              bottom: rowEdges[number + 1]), words: words))
      }
    }
    cells = added + cells
  }

  /// The grid with another one right below it that has the same columns; nil where it is another table.
  func joined(with next: Grid, em: Float) -> Grid? {
    guard columnCount == next.columnCount, columnCount > 2, abs(next.box.top - box.bottom) < 0.8 * em,
      zip(columnEdges, next.columnEdges).allSatisfy({ abs($0 - $1) < 3 })
    else { return nil }
    var result = self
    result.rowEdges = rowEdges.dropLast() + [max((box.bottom + next.box.top) / 2, rowEdges[rowCount - 1] + 0.1)]
    result.rowEdges += next.rowEdges.dropFirst()
    for var cell in next.cells {
      cell.row += rowCount
      result.cells.append(cell)
    }
    return zip(result.rowEdges, result.rowEdges.dropFirst()).allSatisfy(<) ? result : nil
  }
}
