// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Deals the words of layout text out to columns.
///
/// A program that writes layout text gives each word the next free cell near its place, so that a tight column pushes
/// what follows aside, columns wander by some letters from row to row, and the white between two of them may be a single
/// blank. What speaks against a set of columns is summed up over all lines: cells that begin beside their column, blanks
/// within a cell, words cut at a word space, cells that run over the next column. The set with the least against it wins.
///
/// All places and widths are in character cells.
struct LayoutColumns {
  /// A run of words of one line that stand in one column.
  struct Piece {
    var column: Int
    /// Indices into ``PageText/words``.
    var words: Range<Int>
  }

  /// The words of one line in their columns.
  struct Dealt {
    var pieces: [Piece]
    /// Whether the line runs across the columns.
    var isBand: Bool
  }

  /// A word at which a piece may begin.
  private struct Break {
    /// Index into ``PageText/words``.
    var word: Int
    var start: Int
    /// What speaks against a border before it, and against none.
    var cut: Float
    var uncut: Float
    /// Whether but a word space stands before it and no near line begins a cell there.
    var isTight: Bool
    /// Where the word before it ends.
    var endBefore: Int
  }

  private struct Row {
    var breaks: [Break]
    var words: Range<Int>
    var end: Int
    /// What the line costs as one that runs across, nil where it has gaps.
    var bandCost: Float?
  }

  /// What one more column must save.
  private static let columnCost: Float = 4
  /// What a line across the columns costs, by the sides on which white sets it off.
  private static let bandCost: [Float] = [1.8, 1, 0.6]
  /// The most lines that columns are fitted to.
  private static let mostLines = 80

  /// Where the columns begin, from left to right.
  private(set) var starts: [Int]
  /// The lines in their columns, in the order in which they were given.
  private(set) var lines: [Dealt]

  /// - Parameters:
  ///   - text: words on lines.
  ///   - numbers: indices of the lines, from top to bottom; the first has two segments or more.
  init(_ text: PageText, lines numbers: [Int]) {
    var support: [Int: Int] = [:]
    for number in numbers {
      for start in text.cellStarts(ofLine: number) { support[start, default: 0] += 1 }
    }
    func weight(_ start: Int) -> Int {
      support[start, default: 0] + support[start - 1, default: 0] + support[start + 1, default: 0]
    }
    let head = numbers.prefix(3).max { text.cellStarts(ofLine: $0).count < text.cellStarts(ofLine: $1).count }
    var first = head.map { text.cellStarts(ofLine: $0) } ?? []
    let left = numbers.map { text.cell(text.lines[$0].left) }.min() ?? 0
    if !first.contains(where: { abs($0 - left) < 4 }) { first.insert(left, at: 0) }
    // A column may have nothing but a head.
    let heads = Set(numbers.prefix(3).flatMap { text.cellStarts(ofLine: $0) })
    let candidates = support.keys.filter { weight($0) > 1 || heads.contains($0) }.sorted {
      (-weight($0), $0) < (-weight($1), $1)
    }
    let usual = candidates.prefix(24) + first
    let rows = numbers.indices.map { LayoutColumns.row(text, numbers: numbers, at: $0, usual: usual) }
    let sample = rows.count > LayoutColumns.mostLines ? Array(rows.prefix(LayoutColumns.mostLines)) : rows
    var best = LayoutColumns.settled(first, rows: sample)
    for _ in 0..<12 {
      var next: (starts: [Int], cost: Float)?
      func consider(_ starts: [Int]) {
        let cost = LayoutColumns.cost(starts, rows: sample, limit: next?.cost ?? best.cost - 0.01)
        if cost < next?.cost ?? (best.cost - 0.01) { next = (starts, cost) }
      }
      for start in candidates.prefix(24) where !best.starts.contains(where: { abs($0 - start) < 3 }) {
        consider((best.starts + [start]).sorted())
      }
      if best.starts.count > 1 {
        for start in best.starts { consider(best.starts.filter { $0 != start }) }
      }
      guard let next else { break }
      best = LayoutColumns.settled(next.starts, rows: sample)
    }
    starts = best.starts
    lines = rows.map { LayoutColumns.deal($0, to: best.starts) }
  }

  /// What of a line matters for its columns.
  private static func row(_ text: PageText, numbers: [Int], at position: Int, usual: some Collection<Int>) -> Row {
    let line = text.lines[numbers[position]]
    let near = neighbours(text, numbers: numbers, of: position)
    let starts = text.cellStarts(ofLine: numbers[position])
    let isSingle = starts.count == 1
    let isHead =
      position == 0
      || position < 3 && starts.count > 2
        && line.segments.allSatisfy {
          text.segments[$0].words.count < 4 && text.words[text.segments[$0].words.lowerBound].start != .lower
        }
    func isApart(_ one: Int, _ other: Int) -> Bool {
      numbers.indices.contains(one) && numbers.indices.contains(other)
        && text.lines[numbers[other]].top - text.lines[numbers[one]].bottom > 6
    }
    let isBelowWhite = isApart(position - 1, position)
    let bandCost = bandCost[(isBelowWhite ? 1 : 0) + (isApart(position, position + 1) ? 1 : 0)]
    var breaks: [Break] = []
    for index in line.words {
      let word = text.words[index]
      let start = text.cell(word.left)
      guard index > line.words.lowerBound else {
        breaks.append(Break(word: index, start: start, cut: 0, uncut: 0, isTight: false, endBefore: start))
        continue
      }
      let before = text.words[index - 1]
      let gap = text.gap(before: index)
      let areDates = before.layout.contains(.isDate) && word.layout.contains(.isDate)
      var cut: Float = gap > 2 ? 0 : 0.3
      if gap < 2 {
        // A cell seldom begins in small letters.
        cut = word.start == .lower ? 4 : isHead ? 1.2 : 2
        if let other = near.first(where: { $0.start == start }), other.isClose || word.start != .lower {
          cut = 0.3 * Float(other.distance)
        }
        // A title is not cut where a word happens to stand above a cell.
        if isSingle { cut += isBelowWhite ? 1 : 0.5 }
        if areDates { cut = 0.3 }
        // A month keeps its year.
        if before.layout.contains(.isPeriod), word.isNumeric { cut += 3 }
        if cut > 1, word.layout.contains(.isPeriod), index + 1 < line.words.upperBound, text.words[index + 1].isNumeric,
          !before.layout.contains(.goesWithPeriod)
        {
          cut = 1
        }
        // A head over several columns.
        if isSingle, position < 2, !isBelowWhite { continue }
        guard cut < 2 || word.start != .lower && usual.contains(where: { abs($0 - start) < 4 }) else { continue }
      }
      var uncut: Float = gap < 2 ? (areDates ? 2.5 : 0) : gap == 2 ? 1.5 : gap == 3 ? 3 : 5
      // Rows of heads show the columns better than other lines.
      if isHead { uncut *= 2 }
      breaks.append(
        Break(
          word: index, start: start, cut: cut, uncut: uncut, isTight: cut == 2 || cut == 1.2,
          endBefore: text.cell(before.right)))
    }
    return Row(
      breaks: breaks, words: line.words, end: text.cell(line.right),
      bandCost: isSingle && position > 0 ? bandCost : nil)
  }

  /// Where near lines begin a cell behind white, with their distance in lines, and whether there is no blank line between:
  /// the lines of one cell begin alike.
  private static func neighbours(
    _ text: PageText, numbers: [Int], of position: Int
  ) -> [(start: Int, distance: Int, isClose: Bool)] {
    var result: [(start: Int, distance: Int, isClose: Bool)] = []
    for distance in 1...5 {
      for other in [position - distance, position + distance] where numbers.indices.contains(other) {
        let rows = abs(text.lines[numbers[other]].top - text.lines[numbers[position]].top) / 12
        guard rows < Float(distance) + 1.5 else { continue }
        for start in text.cellStarts(ofLine: numbers[other]).dropFirst()
        where !result.contains(where: { $0.start == start }) {
          result.append((start, distance, rows < Float(distance) + 0.5))
        }
      }
    }
    return result
  }

  /// Columns moved to where most of their cells begin, as long as that helps.
  private static func settled(_ starts: [Int], rows: [Row]) -> (starts: [Int], cost: Float) {
    var best = (starts: starts, cost: cost(starts, rows: rows, limit: .infinity))
    for _ in 0..<3 {
      var places = [[Int: Int]](repeating: [:], count: best.starts.count)
      for row in rows {
        let dealt = deal(row, to: best.starts)
        if dealt.isBand { continue }
        for piece in dealt.pieces {
          guard let at = row.breaks.first(where: { $0.word == piece.words.lowerBound }) else { continue }
          places[piece.column][at.start, default: 0] += 1
        }
      }
      var moved: [Int] = []
      for (start, place) in zip(best.starts, places) {
        let most = place.min { (-$0.value, $0.key) < (-$1.value, $1.key) }
        let to = most?.key ?? start
        if moved.last.map({ $0 < to }) ?? true { moved.append(to) }
      }
      if moved == best.starts { break }
      let cost = cost(moved, rows: rows, limit: best.cost)
      if cost >= best.cost { break }
      best = (moved, cost)
    }
    return best
  }

  /// What speaks against a set of columns; any number above `limit` once it is passed.
  private static func cost(_ starts: [Int], rows: [Row], limit: Float) -> Float {
    var cost = columnCost * Float(starts.count)
    for row in rows {
      if cost > limit { break }
      cost += route(of: row, through: starts).cost
    }
    return cost
  }

  /// The words of a line, dealt to columns in the best way.
  private static func deal(_ row: Row, to starts: [Int]) -> Dealt {
    let route = route(of: row, through: starts)
    if route.isBand { return Dealt(pieces: [Piece(column: 0, words: row.words)], isBand: true) }
    var pieces: [Piece] = []
    var end = row.words.upperBound
    var last = route.last
    while last >= 0 {
      let word = row.breaks[last / starts.count].word
      pieces.append(Piece(column: last % starts.count, words: word..<end))
      end = word
      last = route.from[last]
    }
    return Dealt(pieces: pieces.reversed(), isBand: false)
  }

  /// The best way through the breaks of a line and the columns, and what speaks against it. Each step is numbered by its
  /// break, times the number of columns, and its column.
  private struct Route {
    var cost: Float
    var isBand: Bool
    /// The last step, and for each step the one before it, -1 for none.
    var last: Int
    var from: [Int]
  }

  private static func route(of row: Row, through starts: [Int]) -> Route {
    let breaks = row.breaks
    let columns = starts.count
    var best = [Float](repeating: .infinity, count: breaks.count * columns)
    var from = [Int](repeating: -1, count: breaks.count * columns)
    func offset(_ index: Int, _ column: Int) -> Float {
      let distance = Float(abs(breaks[index].start - starts[column]))
      return distance <= 10 ? 0.25 * distance : 2.5 + 0.5 * (distance - 10)
    }
    for column in 0..<columns { best[column] = offset(0, column) }
    var least = Float.infinity
    var last = -1
    for index in breaks.indices {
      for column in 0..<columns {
        var cost = best[index * columns + column]
        guard cost < least else { continue }
        for next in index + 1...breaks.count {
          let end = next < breaks.count ? breaks[next].endBefore : row.end
          let over = overrun(end, column: column, starts: starts)
          if next == breaks.count {
            if cost + over < least {
              least = cost + over
              last = index * columns + column
            }
            break
          }
          for other in column + 1..<max(columns, column + 1) {
            // A cell that pushes the next one aside is paid for by how far that is.
            var total = cost + (other == column + 1 ? 0 : over) + breaks[next].cut + offset(next, other)
            // A tight column begins where it should.
            if breaks[next].isTight, breaks[next].start == starts[other] { total -= 0.8 }
            if total < best[next * columns + other] {
              best[next * columns + other] = total
              from[next * columns + other] = index * columns + column
            }
          }
          cost += breaks[next].uncut
        }
      }
    }
    if let bandCost = row.bandCost, least > bandCost, breaks[0].start <= starts[0] + 2 {
      return Route(cost: bandCost, isBand: true, last: last, from: from)
    }
    return Route(cost: least, isBand: false, last: last, from: from)
  }

  /// What speaks against a cell that ends at a place: it runs over the columns on its right.
  private static func overrun(_ end: Int, column: Int, starts: [Int]) -> Float {
    guard column + 1 < starts.count, end > starts[column + 1] else { return 0 }
    let over = Float(end - starts[column + 1])
    var cost = over < 4 ? 0.5 * over : min(5, 2 + 0.15 * (over - 4))
    for next in starts.dropFirst(column + 2) where end > next + 3 { cost += 1 }
    return cost
  }
}

extension PageText {
  /// The character cell at a place, from 0.
  func cell(_ place: Float) -> Int { Int(saturating: (place / 6).rounded()) }

  /// The blanks before a word that is not the first of its line; a bullet stands as close to its text as any word.
  func gap(before index: Int) -> Int {
    let gap = cell(words[index].left) - cell(words[index - 1].right)
    return words[index - 1].isBullet && gap < 5 ? 1 : gap
  }

  /// Where the line begins, and where it goes on behind two blanks or more, in character cells.
  func cellStarts(ofLine number: Int) -> [Int] {
    lines[number].segments.compactMap { segment in
      let first = segments[segment].words.lowerBound
      if first > lines[number].words.lowerBound, gap(before: first) < 2 { return nil }
      return cell(words[first].left)
    }
  }
}
