// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Whether a row is the last one and its cells but the first hold a figure on each of several lines: the body of a table
  /// whose head is as high.
  private func holdsFigures(_ row: Int, text: PageText) -> Bool {
    guard row == rowCount - 1 else { return false }
    let inRow = cells.filter { $0.row == row && $0.column > 0 && !$0.words.isEmpty }
    return inRow.count > 1
      && inRow.allSatisfy { cell in
        let figures = cell.words.filter { text.words[$0].isNumeric }
        return figures.count * 10 >= cell.words.count * 7
          && Set(figures.map { text.words[$0].line }).count > 1
      }
  }

  /// The grid with rows found by baselines where only its columns are ruled; nil where the rules are enough.
  func rowsSplit(_ text: PageText, tolerances: Tolerances) -> Grid? {
    if let whole = wholeSplit(text, tolerances: tolerances) ?? keyedSplit(text, tolerances: tolerances) { return whole }
    // A table whose only row rules are those of the titles between its parts: each part is one ruled row.
    var bands = Set<Int>()
    var bodies: [Int] = []
    for row in 1..<max(1, rowCount) {
      let inRow = cells.filter { $0.row <= row && $0.row + $0.rowSpan > row }
      let filled = inRow.filter { !$0.words.isEmpty }
      if filled.count == 1, filled[0].column == 0, inRow.allSatisfy({ $0.rowSpan == 1 }) {
        bands.insert(row)
      } else if filled.count > 1, inRow.allSatisfy({ $0.rowSpan == 1 && $0.columnSpan == 1 }) {
        bodies.append(row)
      } else {
        return nil
      }
    }
    guard bands.count > 1, bodies.count > 1, bodies.count <= bands.count,
      bodies.allSatisfy({ bands.contains($0 - 1) })
    else { return nil }
    var result: Grid?
    for row in bodies.reversed() {
      if let next = (result ?? self).split(row, text: text, tolerances: tolerances, fewest: 2) { result = next }
    }
    return result
  }

  /// The grid with those rows divided whose first cell holds one reference below the other, "1.1" above "1.2", where the
  /// lines beside them begin as many rows; nil where there are none.
  private func keyedSplit(_ text: PageText, tolerances: Tolerances) -> Grid? {
    guard columnCount > 3 else { return nil }
    var result: Grid?
    for cell in cells.reversed() where cell.column == 0 && cell.rowSpan == 1 && cell.columnSpan == 1 {
      let keys = cell.words.map { text.words[$0] }
      guard keys.count > 1, Set(keys.map(\.line)).count == keys.count,
        keys.allSatisfy({ $0.start == .digit || $0.start == .upper && $0.width < 3 * $0.em && !$0.isNumeric }),
        keys.filter({ $0.start == .digit }).count * 2 > keys.count,
        let next = (result ?? self).split(cell.row, text: text, tolerances: tolerances, fewest: 2, isKeyed: true),
        next.rowCount == (result ?? self).rowCount + keys.count - 1
      else { continue }
      result = next
    }
    return result
  }

  /// The grid with those rows divided of which each cell has its lines level with those of all others, further apart than
  /// wrapped lines are; nil where there are none.
  ///
  /// Cards draw their first and last row and leave it to white to divide the rest.
  func levelRowsSplit(_ text: PageText, tolerances: Tolerances) -> Grid? {
    var result: Grid?
    for row in (0..<rowCount).reversed() {
      let filled = cells.filter { $0.row == row && $0.rowSpan == 1 && $0.columnSpan == 1 && !$0.words.isEmpty }
      guard filled.count > 2, let first = filled.first else { continue }
      let lines = Set(first.words.map { text.words[$0].line })
      guard lines.count > 1, lines.count < 4, filled.allSatisfy({ Set($0.words.map { text.words[$0].line }) == lines }),
        let next = (result ?? self).split(row, text: text, tolerances: tolerances, fewest: .max),
        next.rowCount == (result ?? self).rowCount + lines.count - 1
      else { continue }
      result = next
    }
    return result
  }

  private func wholeSplit(_ text: PageText, tolerances: Tolerances) -> Grid? {
    guard columnCount > 1 else { return nil }
    var linesInRow = [Set<Int>](repeating: [], count: rowCount)
    for cell in cells {
      guard cell.row < rowCount else { return nil }
      for word in cell.words where text.words[word].rotation == 0 {
        linesInRow[Grid.place(text.words[word].midY, in: rowEdges)].insert(text.words[word].line)
      }
    }
    let total = linesInRow.reduce(0) { $0 + $1.count }
    guard let row = linesInRow.indices.max(by: { linesInRow[$0].count < linesInRow[$1].count }) else { return nil }
    let filledRows = linesInRow.filter { !$0.isEmpty }.count
    guard linesInRow[row].count > 1, filledRows < 5,
      linesInRow[row].count * 10 >= total * 6 || holdsFigures(row, text: text)
    else { return nil }
    return split(row, text: text, tolerances: tolerances, fewest: 3)
  }

  /// The grid with one of its rows divided by baselines; nil where fewer than `fewest` rows were found and none is set
  /// apart.
  ///
  /// - Parameter isKeyed: whether each line with a first cell begins a row.
  private func split(
    _ row: Int, text: PageText, tolerances: Tolerances, fewest: Int, isKeyed: Bool = false
  ) -> Grid? {
    let inRow = cells.indices.filter { cells[$0].row <= row && cells[$0].row + cells[$0].rowSpan > row }
    guard inRow.allSatisfy({ cells[$0].rowSpan == 1 && cells[$0].columnSpan == 1 }),
      inRow.filter({ !cells[$0].words.isEmpty }).count > 1
    else { return nil }
    // The row's words by line, dealt to its columns.
    var byLine: [Int: [Fragment]] = [:]
    for index in inRow {
      var run: [Int] = []
      func flush() {
        guard let first = run.first, let last = run.last else { return }
        byLine[text.words[first].line, default: []].append(
          text.piece(first..<(last + 1), line: text.words[first].line, column: cells[index].column, span: 1))
        run = []
      }
      for word in cells[index].words where text.words[word].rotation == 0 {
        if let last = run.last, text.words[last].line != text.words[word].line { flush() }
        run.append(word)
      }
      flush()
    }
    let dealt = byLine.keys.sorted().map { number in
      let fragments = (byLine[number] ?? []).sorted { $0.column < $1.column }
      return FragmentLine(
        number: number, fragments: fragments, top: fragments.map(\.top).min() ?? 0,
        bottom: fragments.map(\.bottom).max() ?? 0, isBand: false)
    }
    let text = text.measured(by: byLine.keys.sorted())
    let finder = RowFinder(text: text, tolerances: tolerances, edges: columnEdges)
    var starts = dealt.count > 3 ? finder.rowStarts(dealt) : []
    let filled = starts.reduce(0) { $0 + dealt[$1].fragments.count }
    let keyed = starts.filter { dealt[$0].fragments.contains { $0.column == 0 } }.count
    if starts.count < fewest || filled * 100 < starts.count * columnCount * 55 || keyed * 10 < starts.count * 6 {
      starts = []
    }
    // Rows of the same table that are set apart: most cells begin anew on one line, further down than lines are apart.
    let apart = dealt.indices.filter { position in
      guard position > 0 else { return true }
      let fragments = dealt[position].fragments
      // A list that finishes the sentence of its head has small letters in one column.
      let opening = fragments.filter { piece in
        let start = text.words[piece.words.lowerBound].start
        return start == .upper || start == .digit
      }
      return opening.count + 1 >= fragments.count
        && dealt[position].bottom - dealt[position - 1].bottom > 1.45 * text.em
        && fragments.count * 10 >= columnCount * 6 && (fragments.count > 3 || fragments.first?.column == 0)
        && fragments.count > 2
    }
    if apart.count > starts.count { starts = apart }
    if isKeyed {
      starts = dealt.indices.filter { dealt[$0].fragments.contains { $0.column == 0 } }
      // The records beside the references are level with them.
      guard starts.first == 0, starts.allSatisfy({ dealt[$0].fragments.count * 2 > columnCount }) else { return nil }
    }
    guard starts.count > 1 else { return nil }
    let part = text.grid(dealt, rowStarts: starts, edges: columnEdges, origin: .columnRules)
    var result = self
    result.origin = .columnRules
    let added = starts.count - 1
    result.rowEdges = Array(rowEdges[...row]) + part.rowEdges.dropFirst().dropLast() + Array(rowEdges[(row + 1)...])
    var moved: [Cell] = []
    for (index, var cell) in cells.enumerated() where !inRow.contains(index) {
      if cell.row > row { cell.row += added }
      moved.append(cell)
    }
    for var cell in part.cells {
      cell.row += row
      cell.box.top = result.rowEdges[cell.row]
      cell.box.bottom = result.rowEdges[cell.row + 1]
      moved.append(cell)
    }
    moved.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    result.cells = moved
    return result
  }
}
