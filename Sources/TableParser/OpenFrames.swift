// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension RuledFrame {
  /// Adds the walls between columns that are drawn beside some rows only: a head, or a shaded first column and a status
  /// in colour at the end, round cells without rules.
  ///
  /// Rows that are open to each other and over the same columns are taken together. They are divided at the borders that
  /// other rows show where no word crosses one of them, where more than one column holds words, and where what stands on
  /// both sides of a border is further apart than words are.
  mutating func closeOpenRows(_ words: [Word], em: Float) {
    guard columns > 2, rows > 1 else { return }
    var row = 0
    while row < rows {
      var next = row + 1
      for run in openRuns(in: row) {
        var end = row + 1
        while end < rows, openRuns(in: end).contains(run), run.contains(where: { !horizontalWalls[end * columns + $0] })
        {
          end += 1
        }
        next = max(next, end)
        if isDivided(run, rows: row..<end, words: words, em: em) {
          for border in (run.lowerBound + 1)..<run.upperBound {
            for open in row..<end { verticalWalls[border * rows + open] = true }
          }
        }
      }
      row = row + 1 < next && openRuns(in: row).isEmpty ? next : row + 1
    }
  }

  /// Adds the walls between rows that only the fills of some cells show: a status in colour, shaded labels.
  ///
  /// The other columns are divided at such a height where no word stands across it and all texts below it begin anew, in
  /// the first column or in most.
  mutating func closeOpenColumns(_ words: [Word]) {
    guard columns > 1, rows > 1 else { return }
    for row in 1..<rows where !isDrawn[row] {
      let open = (0..<columns).filter { !horizontalWalls[row * columns + $0] }
      guard !open.isEmpty, open.count < columns else { continue }
      let y = ys[row]
      let edges = xs
      func isInOpen(_ word: Word) -> Bool { open.contains(Grid.place(word.midX, in: edges)) }
      let below = words.filter { $0.midY > y && $0.midY < ys[row + 1] && $0.rotation == 0 }
      var first = [Word?](repeating: nil, count: columns)
      for word in below {
        let column = Grid.place(word.midX, in: xs)
        if first[column].map({ $0.line > word.line }) ?? true { first[column] = word }
      }
      let filled = first.compactMap { $0 }
      let begun = open.compactMap { first[$0] }
      guard !begun.isEmpty, first[0] != nil || filled.count * 2 >= columns,
        begun.allSatisfy({ $0.start != .lower }) || opensLevel(begun, below: words, at: y),
        !words.contains(where: { word in
          let margin = 0.25 * (word.bottom - word.top)
          return word.top + margin < y && word.bottom - margin > y && isInOpen(word)
        }), words.contains(where: { $0.midY < y && $0.midY > ys[row - 1] && isInOpen($0) })
      else { continue }
      for column in open { horizontalWalls[row * columns + column] = true }
    }
  }

  /// Whether the texts below a height begin on one line although one of them begins in small letters, "ongoing", and white
  /// parts them from all text above.
  private func opensLevel(_ begun: [Word], below words: [Word], at y: Float) -> Bool {
    guard begun.count > 2, let first = begun.first, first.start != .lower,
      begun.allSatisfy({ $0.line == first.line }), begun.filter({ $0.start == .lower }).count < 2
    else { return false }
    let above = words.filter { $0.midY < y && $0.rotation == 0 }.map(\.bottom).max() ?? -.infinity
    return first.top - above > 0.6 * first.em
  }

  /// Runs of columns between which a row has no walls.
  private func openRuns(in row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for column in 1...columns where column == columns || verticalWalls[column * rows + row] {
      if column - start > 1 { runs.append(start..<column) }
      start = column
    }
    return runs
  }

  /// Whether the words of some rows keep to the columns of a run.
  private func isDivided(_ run: Range<Int>, rows part: Range<Int>, words: [Word], em: Float) -> Bool {
    let (left, right) = (xs[run.lowerBound], xs[run.upperBound])
    let (top, bottom) = (ys[part.lowerBound], ys[part.upperBound])
    let inner = xs[(run.lowerBound + 1)..<run.upperBound]
    let inside = words.filter {
      $0.midX > left && $0.midX < right && $0.midY > top && $0.midY < bottom && $0.rotation == 0
    }
    guard inside.count > 1 else { return false }
    var starts = [Float](repeating: .infinity, count: run.count)
    for (position, word) in inside.enumerated() {
      guard !inner.contains(where: { $0 > word.left + 1 && $0 < word.right - 1 }) else { return false }
      if position > 0 {
        let before = inside[position - 1]
        if before.line == word.line, inner.contains(where: { $0 > before.midX && $0 < word.midX }),
          word.left - before.right < 0.4 * word.em
        {
          return false
        }
      }
      let column = min(max(Grid.place(word.midX, in: xs), run.lowerBound), run.upperBound - 1) - run.lowerBound
      starts[column] = min(starts[column], word.left)
    }
    let filled = starts.filter(\.isFinite).count
    guard filled > 1, filled * 2 >= run.count else { return false }
    return starts.enumerated().allSatisfy { offset, start in
      let column = run.lowerBound + offset
      return !start.isFinite || start - xs[column] < max(2 * em, 0.3 * (xs[column + 1] - xs[column]))
    }
  }
}
