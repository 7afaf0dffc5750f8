// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds the tables of a page: builds the candidate grids and keeps the better ones.
struct TableFinder {
  /// What was found.
  struct Result {
    /// Grids with the lines that their words refer to.
    var grids: [(grid: Grid, text: PageText)] = []
    /// Words outside of ruled tables.
    var rest = PageText()
    /// The page's columns, or the page as a whole.
    var parts: [Part] = []
    var candidates: [(grid: Grid, isChosen: Bool)] = []
    /// Frames that hold next to no words.
    var drawings: [Box] = []
    var rules = PageRules()
  }

  /// A column of a page.
  struct Part {
    /// Its words outside of ruled tables.
    var text: PageText
    /// Where it stands from left to right, in a page of several columns; nil for what runs across.
    var column: Range<Float>?
    /// Lines that stand in no table.
    var prose: [Int] = []
    /// Runs of lines with white strips that are no tables: text in columns.
    var columns: [TextBlock] = []
  }

  var tolerances: Tolerances

  /// The tables of a page.
  func tables(_ text: PageText, page: PageContent, bytes: UnsafeBufferPointer<UInt8>, framed: Set<Int>) -> Result {
    var result = Result()
    result.rules = PageRules(page, em: text.em, tolerances: tolerances)
    var taken = Set<Int>()  // indices in the page's words
    var frames: [RuledFrame] = []
    var openRules: [Rule] = []
    var charted: Part?
    for component in result.rules.components(tolerances: tolerances) {
      if let frame = RuledFrame(component, em: text.em, tolerances: tolerances) { frames.append(frame) }
      // Rules that no table takes are borders of rows where they run across columns of white space.
      openRules.append(contentsOf: component.horizontal)
    }
    // Inner tables first: their words belong to them and not to the cell around them.
    frames.sort {
      ($0.box.width * $0.box.height, $0.box.top, $0.box.left) < ($1.box.width * $1.box.height, $1.box.top, $1.box.left)
    }
    var stacks: [RuledFrame] = []
    var ruled: [Grid] = []
    for (place, frame) in frames.enumerated() {
      if frame.isStrip {
        var others = frames
        others.remove(at: place)
        if frame.goesOn(in: text, besides: others.map(\.box)) || frame.isBar(in: text, besides: others) { continue }
      }
      if frame.columns == 1 {
        if frame.rows > 1 { stacks.append(frame) }
        continue
      }
      guard var grid = ruledGrid(frame, text: text, page: page, taken: taken, into: &result) else { continue }
      // Rows that are ruled are left as they are where white shows the same columns in them.
      var divided = grid
      divided.divideOpenColumns(text)
      if let (better, part) = columnsSplit(
        grid, text: text, page: page, bytes: bytes, rules: result.rules.horizontal),
        better.columnCount > divided.columnCount
      {
        result.candidates[result.candidates.count - 1].isChosen = false
        result.candidates.append((better, true))
        for cell in better.cells { for word in cell.words { taken.insert(part.words[word].index) } }
        result.grids.append((better, part))
        continue
      }
      if divided.columnCount > grid.columnCount {
        grid = divided
        grid.splitStackedHeads(text)
        grid.colour(page.fills, tolerances: tolerances)
        result.candidates[result.candidates.count - 1] = (grid, true)
      }
      for cell in grid.cells { for word in cell.words { taken.insert(text.words[word].index) } }
      ruled.append(grid)
    }
    for grid in completed(ruled, text: text, taken: &taken) { result.grids.append((grid, text)) }
    let charts = ChartFinder(text: text, tolerances: tolerances)
    let drawings = result.drawings + charts.scaled(page, rules: result.rules, bytes: bytes)
    let labels = charts.words(in: charts.boxes(page, rules: result.rules, drawings: drawings))
      .subtracting(taken)
    if !labels.isEmpty {
      var others = Set(text.words.map(\.index)).union(framed)
      others.subtract(labels)
      let part = PageText(page, bytes: bytes, tolerances: tolerances, without: others)
      charted = Part(text: part, prose: Array(part.lines.indices))
      taken.formUnion(labels)
    }
    result.rest =
      taken.isEmpty ? text : PageText(page, bytes: bytes, tolerances: tolerances, without: taken.union(framed))
    if !taken.isEmpty {
      // The page's own measure, not that of what the tables leave.
      result.rest.isCharacterGrid = text.isCharacterGrid
    }
    let boxes = result.grids.map(\.grid.box)
    openRules.removeAll { rule in
      boxes.contains {
        rule.position > $0.top - 1 && rule.position < $0.bottom + 1 && rule.from < $0.right && rule.to > $0.left
      }
    }
    // A page set in columns is read column by column.
    if let columns = result.rest.pageColumns() {
      var outside = taken.union(framed)
      for word in result.rest.words { outside.insert(word.index) }
      let rest = result.rest
      for (number, column) in columns.words.enumerated() where !column.isEmpty {
        var part = PageText(page, bytes: bytes, tolerances: tolerances, without: outside.subtracting(column))
        part.pitch = rest.pitch
        var read = readText(part, page: page, bytes: bytes, rules: openRules, stacks: stacks, result: &result)
        if number > 0 { read.column = columns.edges[number - 1]..<columns.edges[number] }
        result.parts.append(read)
      }
    } else {
      result.parts = [
        readText(result.rest, page: page, bytes: bytes, rules: openRules, stacks: stacks, result: &result)
      ]
    }
    if let charted { result.parts.append(charted) }
    return result
  }

  /// Looks for tables without rules among the words of a page or of a column.
  private func readText(
    _ text: PageText, page: PageContent, bytes: UnsafeBufferPointer<UInt8>, rules: [Rule], stacks: [RuledFrame],
    result: inout Result
  ) -> Part {
    var part = Part(text: text)
    var inTable = Set<Int>()
    func take(_ grid: Grid) {
      result.candidates.append((grid, true))
      for cell in grid.cells { for word in cell.words { inTable.insert(text.words[word].line) } }
      result.grids.append((grid, text))
    }
    for run in runs(Array(0..<text.levelLines), between: result.grids.map(\.grid.box), text: text) {
      if text.isCharacterGrid {
        for var grid in text.layoutGrids(among: run) {
          grid.score = text.score(grid)
          take(grid)
        }
        continue
      }
      for block in text.textBlocks(among: run, tolerances: tolerances) {
        if var grid = text.textGrid(block, rules: rules, tolerances: tolerances) {
          grid.addStatusColumns(page, em: text.em)
          grid.colour(page.fills, tolerances: tolerances)
          grid.score = text.score(grid)
          grid.addTitle(above: block, text: text, page: page, taken: inTable)
          grid.addRemark(
            text, words: { Array(bytes[page.words[text.words[$0].index].span.range(in: bytes)]) },
            taken: inTable)
          take(grid)
        } else {
          var columns = block
          columns.gutters = text.settledGutters(block)
          part.columns.append(columns)
        }
      }
    }
    for frame in stacks { stack(frame, text: text, page: page, inTable: &inTable, result: &result) }
    part.prose = text.lines.indices.filter { !inTable.contains($0) }
    return part
  }

  /// Ruled grids with the heads that stand above them without rules of their own, and parts right below each other joined.
  private func completed(_ grids: [Grid], text: PageText, taken: inout Set<Int>) -> [Grid] {
    var result: [Grid] = []
    for var grid in grids.sorted(by: { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }) {
      if let place = result.lastIndex(where: { $0.joined(with: grid, em: text.em) != nil }),
        let joined = result[place].joined(with: grid, em: text.em)
      {
        result[place] = joined
        continue
      }
      let lines = grid.headLines(text, taken: taken)
      if !lines.isEmpty {
        grid.add(headLines: lines, text: text)
        for cell in grid.cells { for word in cell.words { taken.insert(text.words[word].index) } }
      }
      if let place = result.lastIndex(where: { $0.joined(with: grid, em: text.em) != nil }),
        let joined = result[place].joined(with: grid, em: text.em)
      {
        result[place] = joined
      } else {
        result.append(grid)
      }
    }
    return result
  }

  /// Lines cut into runs where a table stands between them.
  private func runs(_ numbers: [Int], between boxes: [Box], text: PageText) -> [[Int]] {
    var runs: [[Int]] = []
    var current: [Int] = []
    for number in numbers {
      if let last = current.last {
        let isParted = boxes.contains {
          $0.top >= text.lines[last].midY && $0.bottom <= text.lines[number].midY
        }
        if isParted {
          runs.append(current)
          current = []
        }
      }
      current.append(number)
    }
    if !current.isEmpty { runs.append(current) }
    return runs
  }

  /// The grid of a frame with its words, nil where it is no table.
  private func ruledGrid(
    _ frame: RuledFrame, text: PageText, page: PageContent, taken: Set<Int>, into result: inout Result
  ) -> Grid? {
    var frame = frame
    let box = frame.box
    let inside = text.words.indices.filter {
      let word = text.words[$0]
      return word.midX > box.left && word.midX < box.right && word.midY > box.top - 1 && word.midY < box.bottom + 1
        && !taken.contains(word.index)
    }
    guard inside.count > 1 else { return nil }
    let placed = inside.map { text.words[$0] }
    frame.mergeSlivers(placed, em: text.em)
    guard frame.columns > 1 else { return nil }
    frame.closeOpenColumns(placed)
    frame.closeOpenRows(placed, em: text.em)
    let (cells, irregular) = frame.cells()
    var grid = Grid(origin: .rules, columnEdges: frame.xs, rowEdges: frame.ys, cells: cells)
    grid.place(inside, of: text)
    grid.dropSlivers(em: text.em)
    if !frame.hasDrawnColumns { grid.joinRunningRows(text) }
    grid.splitStackedHeads(text)
    grid.openCoveredHeads(text)
    grid.divideOpenRows(text)
    grid.score = score(grid, irregular: irregular, text: text)
    guard grid.columnCount > 1, grid.score >= 0.5, !grid.isDrawing else {
      if grid.isDrawing { result.drawings.append(grid.box) }
      result.candidates.append((grid, false))
      return nil
    }
    if let split = grid.rowsSplit(text, tolerances: tolerances)
      ?? grid.levelRowsSplit(text, tolerances: tolerances)
    {
      result.candidates.append((grid, false))
      grid = split
    }
    grid.colour(page.fills, tolerances: tolerances)
    result.candidates.append((grid, true))
    return grid
  }

  /// The same region read by white space where that shows columns which the rules do not: a table with a rule beside its
  /// first column only, or round it. With the words on lines of their own.
  private func columnsSplit(
    _ grid: Grid, text: PageText, page: PageContent, bytes: UnsafeBufferPointer<UInt8>, rules: [Rule]
  ) -> (Grid, PageText)? {
    var lines = 0
    var gapped = 0
    var inside = Set<Int>()
    for cell in grid.cells {
      var previous: Word?
      var hasGap = false
      for index in cell.words {
        let word = text.words[index]
        inside.insert(word.index)
        if let last = previous, last.line == word.line {
          if word.left - last.right > 1.2 * word.em, !last.isBullet { hasGap = true }
        } else {
          if previous != nil, hasGap { gapped += 1 }
          hasGap = false
          lines += 1
        }
        previous = word
      }
      if hasGap { gapped += 1 }
    }
    guard gapped > 2, gapped * 10 >= lines * 3 else { return nil }
    var others = Set(text.words.map(\.index))
    others.subtract(inside)
    let part = PageText(page, bytes: bytes, tolerances: tolerances, without: others)
    let box = grid.box
    let near = rules.filter { $0.position > box.top - 2 && $0.position < box.bottom + 2 }
    for block in part.textBlocks(among: Array(0..<part.levelLines), tolerances: tolerances)
    where block.lines.count * 10 >= part.levelLines * 8 {
      guard var found = part.textGrid(block, rules: near, tolerances: tolerances),
        found.columnCount > grid.columnCount, found.cells.reduce(0, { $0 + $1.words.count }) == inside.count
      else { continue }
      found.origin = .rowRules
      found.colour(page.fills, tolerances: tolerances)
      return (found, part)
    }
    return nil
  }

  /// How much a ruled grid looks like a table: filled cells, plain shapes, words within walls.
  private func score(_ grid: Grid, irregular: Float, text: PageText) -> Float {
    let filled = grid.cells.filter { !$0.words.isEmpty }
    // One row with one filled cell: what a page break leaves of a row whose other cells had ended.
    if filled.count == 1, grid.rowCount == 1, grid.columnCount < 4, irregular < 0.01 { return 0.55 }
    guard filled.count > 1 else { return 0 }
    var straddling = 0
    var words = 0
    for cell in filled {
      for index in cell.words {
        let word = text.words[index]
        words += 1
        let out = max(cell.box.left - word.left, word.right - cell.box.right)
        if out > 0.3 * max(word.width, 1), out > 2 { straddling += 1 }
      }
    }
    var score: Float = 1
    score -= 2 * Float(straddling) / Float(max(words, 1))
    score -= 1.2 * max(0, irregular - 0.15)
    let share = Float(filled.count) / Float(grid.cells.count)
    if share < 0.12 { score -= 0.4 }
    // One row of boxes is a diagram unless its cells touch and hold text.
    if grid.rowCount == 1, filled.count < 2 || share < 0.6 { score -= 0.4 }
    return max(0, score)
  }
}
