// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A table as found on one page: a grid with words in its cells, before anything is joined over pages.
struct Grid {
  /// One cell with the words that stand in it.
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var box: Box
    /// Indices into ``PageText/words``, in reading order.
    var words: [Int] = []
    var fill: Colour?
  }

  /// Where its borders come from.
  var origin: PageAnalysis.Origin
  /// Borders of the columns, from left to right; one more than there are columns.
  var columnEdges: [Float]
  /// Borders of the rows, from top to bottom; one more than there are rows.
  var rowEdges: [Float]
  /// Cells by row, then by column; cells without words are there too.
  var cells: [Cell]
  /// How well it fits the words, from 0 to 1.
  var score: Float = 0

  var columnCount: Int { columnEdges.count - 1 }
  var rowCount: Int { rowEdges.count - 1 }

  var box: Box {
    Box(
      left: columnEdges.first ?? 0, top: rowEdges.first ?? 0, right: columnEdges.last ?? 0, bottom: rowEdges.last ?? 0)
  }
}
