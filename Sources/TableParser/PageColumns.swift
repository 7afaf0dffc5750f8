// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension PageText {
  /// The words of a page set in two or more columns of running text, column by column, by their indices in the page's
  /// words; the first set holds the words of lines that run across. With the
  /// borders of the columns. Nil for pages of one column.
  ///
  /// A table may stand in one of the columns: only looked for there does it not mix with the text beside it.
  func pageColumns() -> (words: [Set<Int>], edges: [Float])? {
    guard !isCharacterGrid, levelLines > 11 else { return nil }
    let block = TextBlock(lines: Array(0..<levelLines), bands: [], gutters: [])
    let left = lines[..<levelLines].map(\.left).min() ?? 0
    let right = lines[..<levelLines].map(\.right).max() ?? 0
    let width = right - left
    let candidates = columnGutters(block, left: left, right: right)
    guard !candidates.isEmpty, width > 20 * em else { return nil }
    let edges = [left - 1] + candidates.map(\.middle) + [right + 1]
    var proseColumns = 0
    for column in 0..<(edges.count - 1) {
      if isRunningText(from: edges[column], to: edges[column + 1], gutters: candidates) { proseColumns += 1 }
    }
    guard proseColumns > 0, proseColumns * 2 >= edges.count - 1 else { return nil }
    var sets = [Set<Int>](repeating: [], count: edges.count)
    for line in lines {
      let crosses = candidates.contains { gutter in
        line.rotation == 0
          && line.words.contains { words[$0].left < gutter.middle - 0.5 && words[$0].right > gutter.middle + 0.5 }
      }
      for index in line.words {
        let column = crosses ? 0 : Grid.place(words[index].midX, in: edges) + 1
        sets[column].insert(words[index].index)
      }
    }
    return sets.filter { !$0.isEmpty }.count > 1 ? (sets, edges) : nil
  }

  /// Gutters that part the page into columns of about the same width.
  private func columnGutters(_ block: TextBlock, left: Float, right: Float) -> [Gutter] {
    let width = right - left
    let found = votedGutters(block).filter {
      $0.support >= max(5, levelLines / 10) && $0.crossings * 4 <= levelLines && $0.width > 0.5 * em
        && $0.middle > left + 0.2 * width && $0.middle < right - 0.2 * width
    }
    let middle = (left + right) / 2
    if let half = found.min(by: { abs($0.middle - middle) < abs($1.middle - middle) }),
      abs(half.middle - middle) < 0.12 * width
    {
      return [half]
    }
    guard found.count > 1 else { return [] }
    let thirds = [left + width / 3, left + 2 * width / 3].compactMap { third in
      found.min { abs($0.middle - third) < abs($1.middle - third) }.flatMap {
        abs($0.middle - third) < 0.08 * width ? $0 : nil
      }
    }
    return thirds.count == 2 && thirds[0].middle < thirds[1].middle ? thirds : []
  }

  /// Whether most lines of a column are full and go on in small letters.
  private func isRunningText(from left: Float, to right: Float, gutters: [Gutter]) -> Bool {
    var reach: Float = left
    var lefts: [Float] = []
    var pieces: [(start: Word.Start, left: Float, right: Float, count: Int)] = []
    var gapped = 0
    for line in lines[..<levelLines] {
      var first: Word?
      var last: Float = left
      var count = 0
      var hasGap = false
      for index in line.words where words[index].midX > left && words[index].midX < right {
        if words[index].left < left - 0.5 || words[index].right > right + 0.5 { count = -1000 }
        if first != nil, words[index].left - last > em { hasGap = true }
        if first == nil { first = words[index] }
        last = max(last, words[index].right)
        count += 1
      }
      guard let first, count > 0 else { continue }
      if hasGap { gapped += 1 }
      pieces.append((first.start, first.left, last, count))
      lefts.append(first.left)
      reach = max(reach, last)
    }
    // Cells side by side: half of a table.
    guard gapped * 4 < pieces.count else { return false }
    guard pieces.count > 9, pieces.count * 10 >= levelLines * 5 else { return false }
    let start = lefts.sorted()[lefts.count / 2]
    let column = max(reach - start, 1)
    let full = pieces.filter { $0.right - $0.left > 0.72 * column }.count
    let lower = pieces.filter { $0.start == .lower && $0.count > 2 }.count
    return column > 12 * em && full * 100 >= pieces.count * 50 && lower * 100 >= pieces.count * 38
  }
}
