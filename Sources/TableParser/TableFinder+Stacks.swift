// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension TableFinder {
  /// Reads boxes on top of each other that are no rows of a table with columns: a table of a single column.
  func stack(
    _ frame: RuledFrame, text: PageText, page: PageContent, inTable: inout Set<Int>, result: inout Result
  ) {
    let box = frame.box
    let numbers = (0..<text.levelLines).filter {
      let line = text.lines[$0]
      return line.midY > box.top && line.midY < box.bottom && line.left > box.left - 2 && line.right < box.right + 2
        && !inTable.contains($0)
    }
    guard numbers.count > 1 else { return }
    let (cells, _) = frame.cells()
    var grid = Grid(origin: .rules, columnEdges: frame.xs, rowEdges: frame.ys, cells: cells)
    let words = numbers.flatMap { Array(text.lines[$0].words) }
    grid.place(words, of: text)
    grid.dropSlivers(em: text.em)
    grid.colour(page.fills, tolerances: tolerances)
    let filled = grid.cells.filter { !$0.words.isEmpty }
    let coloured = filled.filter { $0.fill != nil }
    // Boxes of prose are no table; a key of colours is.
    let isTable =
      filled.count > 1 && !grid.runsOn(text) && filled.count * 10 >= grid.cells.count * 7
      && (Set(coloured.map { $0.fill }).count > 1 || filled.count > 2 && words.count < 14 * filled.count)
    result.candidates.append((grid, isTable))
    guard isTable else { return }
    for number in numbers { inTable.insert(number) }
    result.grids.append((grid, text))
  }
}
