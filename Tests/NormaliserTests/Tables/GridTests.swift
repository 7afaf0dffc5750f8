// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Normaliser

/// Which cell covers which place, whatever the table says of its cells.
@Suite struct GridTests {
  private func grid(_ rows: Int, _ columns: Int, _ cells: [(row: Int, column: Int, rowSpan: Int, columnSpan: Int)])
    -> Grid
  {
    var text = TextStore()
    let cells = cells.map { cell in
      Table.Cell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
        paragraphs: [text.append("cell")].compactMap { $0 }.map { Paragraph(span: $0) })
    }
    return Grid(Table(rowCount: rows, columnCount: columns, cells: cells), number: 1)
  }

  @Test func aMergedCellIsSeenByEachRowItCovers() {
    let grid = grid(3, 3, [(0, 0, 2, 2), (0, 2, 1, 1), (2, 0, 1, 3)])
    #expect(grid.entries(1).map(\.isCarried) == [true])
    #expect(grid.entries(1).map(\.columnSpan) == [2])
    #expect(grid.fresh(1).isEmpty)
    #expect(grid.fresh(2).map(\.columnSpan) == [3])
    #expect(grid.cell(1, 1)?.row == 0)
    #expect(grid.cell(1, 2) == nil)
  }

  @Test func cellsOutsideTheGridAndSpansBeyondItDoNoHarm() {
    let grid = grid(2, 2, [(5, 0, 1, 1), (0, 7, 1, 1), (-1, 0, 2, 1), (0, 0, 1_000_000_000, 1_000_000_000)])
    #expect(grid.entries(0).map(\.cell) == [3])
    #expect(grid.entries(0).map(\.columnSpan) == [2])
    #expect(grid.entries(1).map(\.cell) == [3])
    #expect(grid.cell(9, 9) == nil)
    #expect(grid.entries(-1).isEmpty)
    #expect(grid.source(7).row == 8)
  }

  @Test func cellsThatAreOnlyColouredOrGoOnFromAboveAreNotFresh() throws {
    var text = TextStore()
    let span = text.append("cell")
    let words = [Paragraph(span: try #require(span))]
    let colour = Colour(red: 0, green: 128, blue: 0)
    let cells = [
      Table.Cell(row: 0, column: 0, rowSpan: 2, paragraphs: words), Table.Cell(row: 0, column: 1, fill: colour),
      Table.Cell(row: 0, column: 2), Table.Cell(row: 1, column: 1, paragraphs: words, fill: colour),
    ]
    let grid = Grid(Table(rowCount: 2, columnCount: 3, cells: cells), number: 1)
    #expect(grid.entries(0).map(\.column) == [0, 1])
    #expect(grid.entries(0).withText.map(\.column) == [0])
    #expect(grid.entries(1).map(\.column) == [0, 1])
    #expect((0...1).map { row in grid.fresh(row).map(\.column) } == [[0], [1]])
    #expect((0...1).map { grid.freshCount($0) } == [1, 1])
    #expect(grid.lone(1)?.cell == 3)
    #expect(grid.freshCount(-1) == 0 && grid.freshCount(2) == 0)
  }

  @Test func aTableWithoutRowsHasNoEntries() {
    #expect(grid(0, 0, [(0, 0, 1, 1)]).entries(0).isEmpty)
    #expect(grid(0, 4, []).fresh(0).isEmpty)
  }

  @Test func aCellStandsOnceInARowWhateverLiesOverIt() {
    let grid = grid(2, 5, [(0, 2, 2, 1), (1, 0, 1, 5)])
    #expect(Set(grid.entries(1).map(\.cell)).count == grid.entries(1).count)
  }
}
