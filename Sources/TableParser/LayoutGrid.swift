// SPDX-License-Identifier: GPL-3.0-or-later

extension PageText {
  /// The tables of layout text.
  ///
  /// - Parameter numbers: indices of the lines that they are looked for in, from top to bottom.
  func layoutGrids(among numbers: [Int]) -> [Grid] {
    let tables = layoutBlocks(among: numbers).flatMap { layoutTables($0) }
    // Whether cells stand at the top of their rows or in the middle is a habit of the document.
    let top = tables.reduce(Float(0)) { $0 + $1.rows.top.cost }
    let middle = tables.reduce(Float(0)) { $0 + $1.rows.middle.cost }
    let isCentred = middle + 1 < top
    return tables.compactMap { grid($0, rowStarts: isCentred ? $0.rows.middle.starts : $0.rows.top.starts) }
  }

  /// Lines dealt out to columns, with the two ways to cut them into rows.
  private struct LayoutTable {
    var lines: [FragmentLine]
    var edges: [Float]
    var gutters: [Gutter]
    var rows: LayoutRows
  }

  /// The tables of a run of lines: lines across the columns are titles between two rows; several of them together are
  /// running text, which ends a table.
  private func layoutTables(_ numbers: [Int]) -> [LayoutTable] {
    var tables: [LayoutTable] = []
    var waiting = [numbers]
    while let run = waiting.popLast() {
      let columns = LayoutColumns(self, lines: run)
      guard columns.starts.count > 1 else { continue }
      let bands = columns.lines.map(\.isBand)
      var end = run.count
      while end > 1, bands[end - 1] { end -= 1 }
      if let prose = runningText(bands[..<end]) {
        let rest = run[prose.upperBound...].drop { cellStarts(ofLine: $0).count < 2 }
        waiting.append(Array(rest))
        waiting.append(Array(run[..<prose.lowerBound]))
      } else if end < run.count {
        waiting.append(Array(run[..<end]))
      } else {
        tables.append(layoutTable(run, columns: columns))
      }
    }
    return tables
  }

  /// The first three lines or more in a row that run across a table.
  private func runningText(_ bands: ArraySlice<Bool>) -> Range<Int>? {
    var start = 0
    while start < bands.count {
      guard bands[start] else {
        start += 1
        continue
      }
      let end = bands[start...].firstIndex(of: false) ?? bands.count
      if end - start > 2 { return start..<end }
      start = end
    }
    return nil
  }

  private func layoutTable(_ numbers: [Int], columns: LayoutColumns) -> LayoutTable {
    let count = columns.starts.count
    var dealt: [FragmentLine] = []
    for (number, line) in zip(numbers, columns.lines) {
      let fragments = line.pieces.map {
        piece($0.words, line: number, column: $0.column, span: line.isBand ? count : 1)
      }
      dealt.append(
        FragmentLine(
          number: number, fragments: fragments, top: lines[number].top, bottom: lines[number].bottom,
          isBand: line.isBand))
    }
    let left = numbers.map { lines[$0].left }.min() ?? 0
    let right = numbers.map { lines[$0].right }.max() ?? 0
    let edges = [left - 1] + columns.starts.dropFirst().map { Float($0) * 6 - 3 } + [right + 1]
    let gutters = zip(columns.starts, columns.starts.dropFirst()).map { start, next in
      Gutter(left: Float(start) * 6, right: Float(next) * 6, support: 1, crossings: 0)
    }
    let parts = widenLayoutHeads(&dealt, columns: count)
    return LayoutTable(
      lines: dealt, edges: edges, gutters: gutters,
      rows: LayoutRows(self, lines: dealt, columns: count, partsOfHead: parts))
  }

  private func grid(_ table: LayoutTable, rowStarts: [Int]) -> Grid? {
    let columns = table.edges.count - 1
    // One row may be all that a page break has left of a table.
    let isRest = rowStarts.count == 1 && (columns > 2 ? table.lines[0].fragments.count > 2 : table.lines.count < 3)
    guard isRest || isTable(table.lines, rowStarts: rowStarts, columns: columns, gutters: table.gutters) else {
      return nil
    }
    return grid(table.lines, rowStarts: rowStarts, edges: table.edges, origin: .text)
  }

  /// Widens the heads that stand over several columns and gives the position of the line with the heads below them: short
  /// texts that fill the columns which the heads above leave free, and none that is no part of a head.
  private func widenLayoutHeads(_ dealt: inout [FragmentLine], columns: Int) -> Int? {
    for position in 1..<max(1, min(4, dealt.count - 1)) {
      let line = dealt[position]
      guard !line.isBand, line.fragments.count > 1,
        line.fragments.allSatisfy({ $0.words.count < 4 && words[$0.words.lowerBound].start != .lower }),
        dealt[..<position].allSatisfy({ !$0.isBand })
      else { continue }
      let parts = Set(line.fragments.map(\.column))
      let heads = Set(dealt[..<position].flatMap { $0.fragments.map(\.column) })
      var covered = Set<Int>()
      var spans: [Int: Range<Int>] = [:]
      for head in heads.sorted() where parts.contains(head) {
        var span = head..<head + 1
        while parts.contains(span.upperBound), !heads.contains(span.upperBound) {
          span = span.lowerBound..<span.upperBound + 1
        }
        // A head in the middle of its parts.
        while parts.contains(span.lowerBound - 1), !heads.contains(span.lowerBound - 1),
          !covered.contains(span.lowerBound - 1)
        {
          span = span.lowerBound - 1..<span.upperBound
        }
        guard span.count > 1 else { continue }
        spans[head] = span
        covered.formUnion(span)
      }
      guard !spans.isEmpty, parts.isSubset(of: covered) else { continue }
      for above in 0..<position {
        for index in dealt[above].fragments.indices {
          guard let span = spans[dealt[above].fragments[index].column] else { continue }
          dealt[above].fragments[index].column = span.lowerBound
          dealt[above].fragments[index].columnSpan = span.count
        }
      }
      return position
    }
    return nil
  }
}
