// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of layout text whose cells stand in the middle of their row, not at its top.
extension RowFinder {
  /// Where the cells of a row stand.
  private enum Hang { case top, middle }

  /// A choice of rows and what speaks against it.
  private struct Choice {
    var starts: [Int]
    var cost: Float
  }

  /// What the weighing of lines needs to know of them, found out once for all ways to cut them.
  private struct Layout {
    var lines: [FragmentLine]
    /// For each line and column, one line after the other: the position of the line's cell there, -1 for none.
    var places: [Int]
    /// Columns with a head: they are expected to be filled, the first one in any case.
    var isUsual: [Bool]
    /// Whether the first column holds nothing but numbers, one a row.
    var isKeyed: Bool
    var limits: [(left: Float, right: Float)]

    func cell(_ line: Int, _ column: Int) -> Fragment? {
      let place = places[line * isUsual.count + column]
      return place < 0 ? nil : lines[line].fragments[place]
    }
  }

  /// The most lines of a row that are looked at.
  private static let mostLines = 24

  /// The lines that begin a row, where the cells of rows of several lines plainly stand in the middle; nil elsewhere.
  ///
  /// The votes of the columns go by where cells begin, which here says nothing: a date stands beside the second of three
  /// lines. All ways to cut the lines into rows are weighed, once for cells in the middle and once for cells at the top.
  func centredStarts(_ lines: [FragmentLine]) -> [Int]? {
    guard text.isCharacterGrid, lines.count > 4, lines.count <= 300, edges.count > 2, mayBeCentred(lines) else {
      return nil
    }
    let layout = layout(lines)
    let middle = cheapest(layout, hang: .middle)
    guard isCentred(layout, starts: middle.starts) else { return nil }
    let top = cheapest(layout, hang: .top)
    // Rows that put up with much are none: a table with rows within its rows, say.
    guard middle.cost < 1.5 * Float(middle.starts.count) else { return nil }
    return middle.cost + 2 < top.cost ? middle.starts : nil
  }

  /// Whether cells begin on lines right above lines of the first column: a cheap look before the weighing.
  private func mayBeCentred(_ lines: [FragmentLine]) -> Bool {
    var count = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBand && !next.isBand {
      guard line.fragments.first.map({ $0.column > 0 }) ?? false, next.fragments.first?.column == 0 else { continue }
      if line.fragments.contains(where: { text.words[$0.words.lowerBound].start != .lower }) { count += 1 }
    }
    return count > 0
  }

  private func layout(_ lines: [FragmentLine]) -> Layout {
    let columns = edges.count - 1
    var places = [Int](repeating: -1, count: lines.count * columns)
    for (number, line) in lines.enumerated() {
      for (place, fragment) in line.fragments.enumerated() where fragment.column < columns {
        let index = number * columns + fragment.column
        if places[index] < 0 { places[index] = place }
      }
    }
    var isUsual = [Bool](repeating: false, count: columns)
    for fragment in lines[0].fragments + lines[1].fragments where fragment.column < columns {
      isUsual[fragment.column] = true
    }
    let keys = lines.dropFirst().compactMap { line in line.fragments.first { $0.column == 0 && !line.isBand } }
    let isKeyed =
      keys.count > 1
      && keys.allSatisfy { $0.words.count == 1 && text.words[$0.words.lowerBound].start == .digit }
    return Layout(
      lines: lines, places: places, isUsual: isUsual, isKeyed: isKeyed, limits: columnLimits(lines, columns: columns))
  }

  private func cheapest(_ layout: Layout, hang: Hang) -> Choice {
    let lines = layout.lines
    var best = [Float](repeating: .infinity, count: lines.count + 1)
    var from = [Int](repeating: 0, count: lines.count + 1)
    best[0] = 0
    for end in 1...lines.count {
      if lines[end - 1].isBand {
        best[end] = best[end - 1]
        from[end] = end - 1
        continue
      }
      if isTitle(lines[end - 1]), best[end - 1] + 0.8 < best[end] {
        best[end] = best[end - 1] + 0.8
        from[end] = end - 1
      }
      var start = end - 1
      while start >= 0, end - start <= RowFinder.mostLines, !lines[start].isBand {
        if best[start].isFinite {
          let cost = best[start] + cost(layout, start..<end, hang: hang)
          if cost < best[end] {
            best[end] = cost
            from[end] = start
          }
        }
        start -= 1
      }
    }
    var starts: [Int] = []
    var end = lines.count
    while end > 0 {
      starts.append(from[end])
      end = from[end]
    }
    return Choice(starts: starts.reversed(), cost: best[lines.count])
  }

  /// What speaks against some lines being one row.
  private func cost(_ layout: Layout, _ range: Range<Int>, hang: Hang) -> Float {
    guard let first = range.first, let last = range.last else { return 0 }
    let (top, bottom) = (layout.lines[first].top, layout.lines[last].bottom)
    var cost: Float = 0.4
    for line in range.dropFirst() where layout.lines[line].top - layout.lines[line - 1].bottom > 6 { cost += 1 }
    for column in layout.isUsual.indices {
      var cell: (first: Fragment, last: Fragment, lines: Int)?
      for line in range {
        guard let fragment = layout.cell(line, column) else { continue }
        guard let before = cell?.last, let begun = cell?.first, let count = cell?.lines else {
          cell = (fragment, fragment, 1)
          if text.words[fragment.words.lowerBound].start == .lower { cost += 2.5 }
          continue
        }
        let word = text.words[fragment.words.lowerBound]
        if fragment.top - before.bottom > (hang == .middle ? 13 : 1) { cost += 1.5 }
        if word.start != .lower, !word.isBullet {
          cost += !isFull(before, then: word, limits: layout.limits) ? 0.5 : column == 0 ? 0.6 : 0
        }
        if layout.isKeyed, column == 0 { cost += 3 }
        cell = (begun, fragment, count + 1)
      }
      guard let cell else {
        if column == 0 { cost += 2 } else if layout.isUsual[column] { cost += 0.5 }
        continue
      }
      let above = (cell.first.top - top) / 12
      let below = (bottom - cell.last.bottom) / 12
      switch hang {
      case .middle:
        // Half a line is rounded up or down.
        let off = abs(above - below)
        cost += off < 1.5 ? 0.4 * off : off - 0.6
      case .top: cost += 1.2 * min(above, 3)
      }
    }
    return cost
  }

  /// Whether the short cells of rows of three lines or more stand in the middle and hardly ever at the top.
  private func isCentred(_ layout: Layout, starts: [Int]) -> Bool {
    let lines = layout.lines
    var centred = 0
    var atTop = 0
    for (row, start) in starts.enumerated() {
      let part = start..<(row + 1 < starts.count ? starts[row + 1] : lines.count)
      guard part.count > 2 else { continue }
      let (first, last) = (lines[start], lines[part.upperBound - 1])
      for column in 0..<edges.count - 1 {
        let cell = part.compactMap { layout.cell($0, column) }
        guard let top = cell.first?.top, let bottom = cell.last?.bottom, last.bottom - bottom > 6 else { continue }
        if top - first.top > 6 {
          centred += 1
        } else if last.bottom - bottom > 18 {
          atTop += 1
        }
      }
    }
    return centred > 0 && centred > 2 * atTop
  }

  /// Whether a line is one run of words over the first columns: a title between two rows, however it was dealt out.
  private func isTitle(_ line: FragmentLine) -> Bool {
    text.lines[line.number].segments.count == 1 && line.fragments.count > 1 && line.fragments[0].column == 0
  }
}
