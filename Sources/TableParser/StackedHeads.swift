// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Divides a row of heads of two lines in which a head stands above its parts, "Lead" above "Strategic" and
  /// "Operational", where nothing is drawn between the two.
  ///
  /// The first part shares its cell with the head; the others stand alone on the second line, which the wrapped line of a
  /// head never does beside heads that begin on the first.
  mutating func splitStackedHeads(_ text: PageText) {
    guard columnCount > 3, rowCount > 1 else { return }
    for row in 0..<min(2, rowCount - 1) {
      let inRow = cells.indices.filter { cells[$0].row <= row && cells[$0].row + cells[$0].rowSpan > row }
      guard inRow.count > 3,
        inRow.allSatisfy({ cells[$0].rowSpan == 1 && cells[$0].columnSpan == 1 && !cells[$0].words.isEmpty })
      else { continue }
      let lines = Set(inRow.flatMap { cells[$0].words.map { text.words[$0].line } }).sorted()
      guard lines.count == 2, let top = lines.first, let bottom = lines.last,
        inRow.allSatisfy({ cells[$0].words.count < 9 })
      else { continue }
      let heads = stackedHeads(inRow, top: top, bottom: bottom, text: text)
      guard !heads.isEmpty else { continue }
      split(row, cells: inRow, heads: heads, top: top, text: text)
      return
    }
  }

  /// How many columns each head that stands above parts covers, by its column; empty where there is none.
  private func stackedHeads(_ inRow: [Int], top: Int, bottom: Int, text: PageText) -> [Int: Int] {
    var heads: [Int: Int] = [:]
    var open: Int?
    var isSingle = false
    for index in inRow {
      let own = Set(cells[index].words.map { text.words[$0].line })
      if own.count == 2 {
        open = cells[index].column
        heads[cells[index].column] = 1
      } else if own.contains(bottom) {
        guard let head = open, let width = heads[head] else { return [:] }
        heads[head] = width + 1
      } else {
        open = nil
        isSingle = true
      }
    }
    // A head of two lines above no parts is a wrapped one: then nothing tells the two apart.
    guard isSingle, !heads.isEmpty, heads.values.allSatisfy({ $0 > 1 }) else { return [:] }
    return heads
  }

  private mutating func split(_ row: Int, cells inRow: [Int], heads: [Int: Int], top: Int, text: PageText) {
    let words = inRow.flatMap { cells[$0].words }.map { text.words[$0] }
    let above = words.filter { $0.line == top }.map(\.bottom).max() ?? rowEdges[row]
    let below = words.filter { $0.line != top }.map(\.top).min() ?? rowEdges[row + 1]
    let border = min(max((above + below) / 2, rowEdges[row] + 0.1), rowEdges[row + 1] - 0.1)
    var result: [Cell] = []
    for (index, var cell) in cells.enumerated() {
      guard inRow.contains(index) else {
        if cell.row > row { cell.row += 1 }
        result.append(cell)
        continue
      }
      let lower = cell.words.filter { text.words[$0].line != top }
      guard !lower.isEmpty else {
        cell.rowSpan = 2
        result.append(cell)
        continue
      }
      var part = cell
      part.row = row + 1
      part.words = lower
      part.box.top = border
      result.append(part)
      guard let width = heads[cell.column] else { continue }
      cell.words.removeAll { lower.contains($0) }
      cell.columnSpan = width
      cell.box.right = columnEdges[cell.column + width]
      cell.box.bottom = border
      result.append(cell)
    }
    rowEdges.insert(border, at: row + 1)
    cells = result.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
