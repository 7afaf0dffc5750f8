// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

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
    if let half = middleStrip(left: left, right: right) { return [half] }
    guard found.count > 1 else { return [] }
    let thirds = [left + width / 3, left + 2 * width / 3].compactMap { third in
      found.min { abs($0.middle - third) < abs($1.middle - third) }.flatMap {
        abs($0.middle - third) < 0.08 * width ? $0 : nil
      }
    }
    return thirds.count == 2 && thirds[0].middle < thirds[1].middle ? thirds : []
  }

  /// The white strip down the middle of a page whose two columns do not share their lines.
  private func middleStrip(left: Float, right: Float) -> Gutter? {
    let width = right - left
    let (low, high) = (left + 0.4 * width, left + 0.6 * width)
    let step: Float = 0.5
    let count = Int(saturating: (high - low) / step) + 1
    guard count > 4, count < 4000 else { return nil }
    var cover = [Int](repeating: 0, count: count + 1)
    var sides = (left: 0, right: 0)
    for line in lines[..<levelLines] {
      for index in line.words where words[index].right > low && words[index].left < high {
        let from = max(0, Int(saturating: (words[index].left - low) / step))
        let to = min(count, Int(saturating: ((words[index].right - low) / step).rounded(.up)))
        guard from < to else { continue }
        cover[from] += 1
        cover[to] -= 1
      }
      if line.left < low { sides.left += 1 }
      if line.right > high { sides.right += 1 }
    }
    guard sides.left > 9, sides.right > 9 else { return nil }
    for bin in 1...count { cover[bin] += cover[bin - 1] }
    let limit = levelLines / 8
    var best: Range<Int>?
    var bin = 0
    while bin < count {
      guard cover[bin] <= limit else {
        bin += 1
        continue
      }
      var end = bin
      while end < count, cover[end] <= limit { end += 1 }
      if end - bin > best?.count ?? 0 { best = bin..<end }
      bin = end
    }
    guard let best, Float(best.count) * step > 0.5 * em else { return nil }
    return Gutter(
      left: low + Float(best.lowerBound) * step, right: low + Float(best.upperBound) * step, support: levelLines,
      crossings: limit)
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
    guard pieces.count > 9, pieces.count * 20 >= levelLines * 7 else { return false }
    let start = lefts.sorted()[lefts.count / 2]
    let column = max(reach - start, 1)
    let full = pieces.filter { $0.right - $0.left > 0.72 * column }.count
    let lower = pieces.filter { $0.start == .lower && $0.count > 2 }.count
    return column > 12 * em && full * 100 >= pieces.count * 50 && lower * 100 >= pieces.count * 38
  }
}
