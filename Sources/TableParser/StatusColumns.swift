// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Adds the columns at the right of a table without rules that hold nothing but colours: one ground in nearly every row,
  /// all equally wide.
  mutating func addStatusColumns(_ page: PageContent, em: Float) {
    let full = (0..<rowCount).filter { row in cells.filter { $0.row == row && !$0.words.isEmpty }.count > 2 }
    guard full.count > 1, let last = columnEdges.last, let first = columnEdges.first else { return }
    let width = last - first
    let white = Colour.white
    let narrow = page.fills.suffix(2000).map { (box: $0.box, colour: $0.colour) }.filter {
      $0.colour != white && $0.box.left > last - 0.5 * em && $0.box.left < last + 0.4 * width
        && $0.box.width < 0.2 * width && $0.box.width > em && $0.box.height > 0.7 * em
        && $0.box.bottom > box.top && $0.box.top < box.bottom
    }.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
    var start = 0
    var reach = last
    while start < narrow.count {
      let stack = narrow[start...].prefix {
        $0.box.left - narrow[start].box.left < 1 && abs($0.box.right - narrow[start].box.right) < 1
      }
      start += stack.count
      guard let ground = stack.first?.box, ground.left > reach - 0.5 * em, ground.left - reach < 20 * em else {
        continue
      }
      let filled = full.filter { row in
        stack.contains { part in
          let shared = min(part.box.bottom, rowEdges[row + 1]) - max(part.box.top, rowEdges[row])
          return shared > 0.5 * (rowEdges[row + 1] - rowEdges[row]) && part.box.height < 3 * shared
        }
      }
      guard filled.count * 10 >= full.count * 7, filled.count > 1 else { continue }
      addColumn(from: ground.left, to: ground.right)
      reach = ground.right
    }
  }

  private mutating func addColumn(from left: Float, to right: Float) {
    let column = columnCount
    for row in 0..<rowCount {
      let box = Box(left: left, top: rowEdges[row], right: right, bottom: rowEdges[row + 1])
      cells.append(Cell(row: row, column: column, box: box))
    }
    columnEdges.append(max(right, (columnEdges.last ?? 0) + 0.1))
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
