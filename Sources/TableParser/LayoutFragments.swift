// SPDX-License-Identifier: GPL-3.0-or-later

extension PageText {
  /// How far, in points, a column of layout text may wander between rows: eight letters.
  private static let wander: Float = 48

  /// Deals the words of layout text out to columns.
  ///
  /// A program that writes layout text gives each word the next free cell near its place, so that a tight column pushes
  /// what follows aside and the columns wander from row to row. Where a segment runs over a gutter it is cut at the word
  /// that begins where the neighbouring lines begin their cell.
  func layoutFragments(
    ofLines numbers: [Int], edges: [Float], gutters: [Gutter], bands: Set<Int>, column: (Float) -> Int
  ) -> [FragmentLine] {
    let starts = localStarts(numbers, gutters: gutters)
    let columns = edges.count - 1
    var result: [FragmentLine] = []
    for (position, number) in numbers.enumerated() {
      let line = lines[number]
      var pieces: [Fragment] = []
      let isBand = bands.contains(number)
      for segmentIndex in line.segments {
        let segment = segments[segmentIndex]
        let following =
          segmentIndex + 1 < line.segments.upperBound ? column(segments[segmentIndex + 1].left + 1) : columns
        let taken = pieces.last.map { $0.column + $0.columnSpan } ?? 0
        let first = column(segment.left + 1)
        let last = column(segment.right - 1)
        if first == last {
          let isPushed = taken > first && first + 1 < min(following, columns)
          pieces.append(piece(segment.words, line: number, column: isPushed ? first + 1 : first, span: 1))
          continue
        }
        if isBand || line.segments.count == 1 && last - first > 1 && !matchesStart(segment, starts, near: position) {
          pieces.append(piece(segment.words, line: number, column: first, span: last - first + 1))
          continue
        }
        var parts = cut(segment, line: number, position: position, gutters: gutters, starts: starts, column: column)
        if parts.count == 1, parts[0].columnSpan == 2, taken > first, following > last {
          parts[0].column = last
          parts[0].columnSpan = 1
        }
        pieces.append(contentsOf: parts)
      }
      var merged: [Fragment] = []
      for next in pieces {
        if let last = merged.last, next.column < last.column + last.columnSpan {
          let end = max(last.column + last.columnSpan, next.column + next.columnSpan)
          merged[merged.count - 1] = piece(
            last.words.lowerBound..<next.words.upperBound, line: number, column: last.column, span: end - last.column)
        } else {
          merged.append(next)
        }
      }
      result.append(
        FragmentLine(number: number, fragments: merged, top: line.top, bottom: line.bottom, isBand: isBand))
    }
    return result
  }

  /// For each line and gutter: where the line begins a cell after a wide gap near the gutter.
  private func localStarts(_ numbers: [Int], gutters: [Gutter]) -> [[Float?]] {
    numbers.map { number in
      gutters.map { gutter in
        var best: Float?
        for index in lines[number].segments.dropFirst() {
          let left = segments[index].left
          guard left > gutter.left - PageText.wander, left < gutter.right + PageText.wander else { continue }
          let distance = max(0, max(gutter.left - left, left - gutter.right))
          if distance < best.map({ max(0, max(gutter.left - $0, $0 - gutter.right)) }) ?? .infinity { best = left }
        }
        return best
      }
    }
  }

  /// Whether a word of a segment begins where a near line begins a cell.
  private func matchesStart(_ segment: Segment, _ starts: [[Float?]], near position: Int) -> Bool {
    for other in max(0, position - 2)...min(starts.count - 1, position + 2) {
      for start in starts[other] {
        guard let start else { continue }
        if segment.words.dropFirst().contains(where: { abs(words[$0].left - start) < 1 }) { return true }
      }
    }
    return false
  }

  private func cut(
    _ segment: Segment, line: Int, position: Int, gutters: [Gutter], starts: [[Float?]], column: (Float) -> Int
  ) -> [Fragment] {
    var pieces: [Fragment] = []
    var start = segment.words.lowerBound
    let firstColumn = column(segment.left + 1)
    var startColumn = firstColumn
    let lastColumn = column(segment.right - 1)
    for number in gutters.indices where number >= firstColumn && number < max(lastColumn, firstColumn + 1) {
      let gutter = gutters[number]
      var best: (index: Int, cost: Float)?
      for index in segment.words.dropFirst() where index > start {
        let left = words[index].left
        guard left > gutter.left - PageText.wander, left < gutter.right + PageText.wander else { continue }
        var cost = 2 + max(0, max(gutter.left - left, left - gutter.right)) / 6
        // A cell seldom begins in small letters.
        if words[index].start == .lower { cost += 3.5 }
        for distance in 1...5 {
          for other in [position - distance, position + distance] where starts.indices.contains(other) {
            if let start = starts[other][number], abs(start - left) < 1 { cost = min(cost, 0.2 * Float(distance)) }
          }
        }
        if cost < best?.cost ?? 6.5 { best = (index, cost) }
      }
      if let best {
        pieces.append(
          piece(start..<best.index, line: line, column: startColumn, span: max(1, number - startColumn + 1)))
        start = best.index
        startColumn = number + 1
      }
    }
    let span = max(1, lastColumn - startColumn + 1)
    pieces.append(piece(start..<segment.words.upperBound, line: line, column: startColumn, span: span))
    return pieces
  }

  /// Gutters at the gaps of a row of heads that the vote has missed because the column wanders.
  func headGutters(_ block: TextBlock, known: [Gutter]) -> [Gutter] {
    let body = block.lines.filter { !block.bands.contains($0) }
    guard isCharacterGrid, let head = body.prefix(3).max(by: { lines[$0].segments.count < lines[$1].segments.count }),
      lines[head].segments.count > 2
    else { return known }
    var gutters = known
    for index in lines[head].segments.dropFirst() {
      let gap = (left: segments[index - 1].right, right: segments[index].left)
      if gutters.contains(where: { $0.middle > gap.left - 7 && $0.middle < gap.right + 7 }) { continue }
      var support = 0
      for number in body where number != head {
        let begins = lines[number].segments.dropFirst().contains {
          abs(segments[$0].left - gap.right) <= PageText.wander
        }
        if begins { support += 1 }
      }
      guard support >= max(2, body.count / 8) else { continue }
      gutters.append(Gutter(left: gap.right - 6, right: gap.right, support: support + 1, crossings: 0, isHeaded: true))
    }
    gutters.sort { $0.left < $1.left }
    return gutters
  }
}
