// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds the tables of a page: builds the candidate grids and keeps the better ones.
struct TableFinder {
  /// What was found.
  struct Result {
    /// Grids with the lines that their words refer to.
    var grids: [(grid: Grid, text: PageText)] = []
    /// Words outside of tables.
    var rest = PageText()
    /// Lines of ``rest`` that stand in no table.
    var prose: [Int] = []
    /// Runs of lines with white strips that are no tables: text in columns.
    var columns: [TextBlock] = []
    var candidates: [(grid: Grid, isChosen: Bool)] = []
  }

  var tolerances: Tolerances

  func tables(_ text: PageText, page: PageContent) -> Result {
    var result = Result()
    result.rest = text
    let rules: [Float] = []
    let numbers = Array(0..<result.rest.levelLines)
    var taken = Set<Int>()
    for block in result.rest.textBlocks(among: numbers, tolerances: tolerances) {
      if let grid = result.rest.textGrid(block, rules: rules, tolerances: tolerances) {
        result.candidates.append((grid, true))
        for cell in grid.cells { for word in cell.words { taken.insert(result.rest.words[word].line) } }
        result.grids.append((grid, result.rest))
      } else {
        result.columns.append(block)
      }
    }
    result.prose = result.rest.lines.indices.filter { !taken.contains($0) }
    return result
  }
}
