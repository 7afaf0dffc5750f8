// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension TableDraft {
  /// Turns a grid's words into paragraphs.
  init(_ grid: Grid, text: PageText, page: PageContent, maker: ParagraphMaker) {
    origin = grid.origin
    columnEdges = grid.columnEdges
    rowCount = grid.rowCount
    rowPages = [Int32](repeating: Int32(clamping: page.number), count: grid.rowCount)
    rowTops = Array(grid.rowEdges.dropLast())
    box = grid.box
    self.page = page.number
    lastPage = page.number
    pageWidth = page.width
    pageHeight = page.height
    isCharacterGrid = text.isCharacterGrid
    cells = []
    cells.reserveCapacity(grid.cells.count)
    // How far the text of each column reaches tells which of its lines are full.
    var reach = [Float](repeating: -.infinity, count: max(grid.columnCount, 1))
    var starts = [Float](repeating: .infinity, count: max(grid.columnCount, 1))
    for cell in grid.cells {
      for index in cell.words where text.words[index].rotation == 0 {
        let word = text.words[index]
        if cell.columnSpan == 1 { reach[cell.column] = max(reach[cell.column], word.right) }
        starts[cell.column] = min(starts[cell.column], word.left)
      }
    }
    if grid.origin == .text { columnStarts = starts }
    for cell in grid.cells {
      longestSpan = max(longestSpan, cell.rowSpan)
      var right = cell.box.right
      if grid.origin == .rules || grid.origin == .columnRules {
        // Padding on the right is taken to be as wide as on the left.
        let start = cell.words.map { text.words[$0].left }.min() ?? cell.box.left
        let padding = min(max(min(start, starts[cell.column]) - cell.box.left, 1), 8)
        right -= padding
      } else {
        let last = cell.column + cell.columnSpan - 1
        if reach[last].isFinite { right = min(right, reach[last]) }
        right = max(right, cell.words.map { text.words[$0].right }.max() ?? right)
      }
      cells.append(
        Cell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
          paragraphs: maker.paragraphs(ofWords: cell.words, left: cell.box.left, right: right), fill: cell.fill,
          location: Location(page: page.number, box: cell.box)))
    }
  }
}
