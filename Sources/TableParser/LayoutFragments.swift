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
      let isBand = bands.contains(number) || isTitle(position, of: numbers, columns: columns, column: column)
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
        // Words without a gap from the first column over two borders are a band wherever they end: a row would have to fill
        // two cells to the last letter.
        let runsAcross = first == 0 && columns > 3
        if isBand
          || line.segments.count == 1 && last - first > 1
            && (runsAcross || !matchesStart(segment, starts, near: position))
        {
          pieces.append(piece(segment.words, line: number, column: first, span: last - first + 1))
          continue
        }
        if standsOverHeads(segment, position: position, numbers: numbers) {
          pieces.append(piece(segment.words, line: number, column: first, span: last - first + 1))
          continue
        }
        // The column on the left has its text: all of the segment belongs to the one on the right.
        if taken == first + 1, last == first + 1, following > last {
          pieces.append(piece(segment.words, line: number, column: last, span: 1))
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

  /// Whether a line is a title between two rows that happens to reach over one border only: one run of words from the left
  /// edge, below white and, in a table of more than two columns, above a line of several cells that all begin anew.
  private func isTitle(_ position: Int, of numbers: [Int], columns: Int, column: (Float) -> Int) -> Bool {
    guard position > 0, position + 1 < numbers.count else { return false }
    let line = lines[numbers[position]]
    let below = lines[numbers[position + 1]]
    guard line.segments.count == 1, words[line.words.lowerBound].start == .upper, column(line.left + 1) == 0,
      column(line.right - 1) > 0, line.top - lines[numbers[position - 1]].bottom > 0.5 * em
    else { return false }
    // Labels are set off from what they label.
    if columns == 2 { return true }
    return below.segments.count > 2
      && below.segments.allSatisfy {
        let start = words[segments[$0].words.lowerBound].start
        return start == .upper || start == .digit
      }
  }

  /// Whether a segment of the first lines is a head over several: the line right below leaves the first column to the head
  /// above it, has short heads only, one of which begins below the segment's first word and one behind that.
  private func standsOverHeads(_ segment: Segment, position: Int, numbers: [Int]) -> Bool {
    guard position < 2, position + 2 < numbers.count else { return false }
    let line = lines[numbers[position]]
    let below = lines[numbers[position + 1]]
    guard below.top - line.bottom < 0.5 * em, below.segments.count > 1, below.left > line.left + 6 * em,
      below.segments.allSatisfy({ segments[$0].words.count < 3 && words[segments[$0].words.lowerBound].start != .lower }
      )
    else { return false }
    let under = below.segments.filter {
      segments[$0].left > segment.left - 13 && segments[$0].left < segment.right + 13
    }
    guard let first = under.first, under.count > 1 else { return false }
    return abs(segments[first].left - segment.left) < 13
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
      var crossings = 0
      var places: [Float: Int] = [:]
      for number in body where number != head {
        let first = lines[number].segments.lowerBound
        let begins = lines[number].segments.contains {
          // A line without a first cell begins at the second column.
          abs(segments[$0].left - gap.right) <= ($0 == first ? 7 : PageText.wander)
        }
        if begins {
          support += 1
          let near = lines[number].segments.dropFirst().map { segments[$0].left }.min {
            abs($0 - gap.right) < abs($1 - gap.right)
          }
          if let near, abs(near - gap.right) <= PageText.wander { places[near, default: 0] += 1 }
        }
        if lines[number].segments.contains(where: {
          segments[$0].left < gap.right - 7 && segments[$0].right > gap.right + 1
        }) {
          crossings += 1
        }
      }
      // A column that is named and has stayed empty.
      let isEmptyColumn = support == 0 && crossings == 0 && lines[head].segments.count > 3 && gap.right - gap.left > 17
      guard support >= max(2, body.count / 8) || isEmptyColumn else { continue }
      // The cells may all begin some letters before or after the head.
      let usual = places.sorted { $0.key < $1.key }.max {
        ($0.value, -abs($0.key - gap.right)) < ($1.value, -abs($1.key - gap.right))
      }
      let place =
        usual.map { $0.value > 1 && $0.key < gap.right && $0.key > gap.left ? $0.key : gap.right } ?? gap.right
      gutters.append(Gutter(left: place - 6, right: place, support: support + 1, crossings: 0, isHeaded: true))
    }
    gutters.sort { $0.left < $1.left }
    return gutters
  }

  /// Removes the border between a column that the row of heads does not name and its right neighbour where no line has
  /// text in both: a cell that began some letters before its column.
  func dropShadowColumns(_ gutters: inout [Gutter], block: TextBlock) {
    let body = block.lines.filter { !block.bands.contains($0) }
    guard isCharacterGrid, let head = body.prefix(3).max(by: { lines[$0].segments.count < lines[$1].segments.count }),
      lines[head].segments.count > 3
    else { return }
    var index = 0
    while index + 1 < gutters.count {
      let (left, middle) = (gutters[index].middle, gutters[index + 1].middle)
      let right = index + 2 < gutters.count ? gutters[index + 2].middle : Float.infinity
      var shadow = 0
      var both = 0
      var filled = 0
      var isNamed = false
      for number in body {
        let begins = lines[number].segments.map { segments[$0].left }
        let here = begins.contains { $0 > left && $0 < middle }
        let next = begins.contains { $0 >= middle && $0 < right }
        if number == head, here { isNamed = true }
        if here { shadow += 1 }
        if next { filled += 1 }
        if here, next { both += 1 }
      }
      if !isNamed, both == 0, shadow > 0, shadow * 2 < filled, middle - left <= PageText.wander {
        gutters.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }
}
