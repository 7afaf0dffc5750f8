// SPDX-License-Identifier: GPL-3.0-or-later

extension PageText {
  /// Runs of lines of layout text that may be a table each, from top to bottom.
  ///
  /// A run begins at a line with a gap of two blanks. It ends before much white, before a row of heads that stand elsewhere
  /// than its own cells, before the same heads again, and before a title whose table has other columns.
  func layoutBlocks(among numbers: [Int]) -> [[Int]] {
    var blocks: [[Int]] = []
    var current: [Int] = []
    var passed: [Int] = []
    // A card that the end of the page has cut to its first line.
    var isCard = false
    func close() {
      dropTail(&current)
      let gapped = current.count { cellStarts(ofLine: $0).count > 1 }
      if gapped > 1 || gapped == 1 && isCard { blocks.append(current) }
      isCard = !current.isEmpty && current.allSatisfy { cellStarts(ofLine: $0).count < 3 }
      current = []
    }
    for (position, number) in numbers.enumerated() {
      if let last = current.last {
        if lines[number].top - lines[last].bottom > 66 {
          close()
        } else if opensTable(position, of: numbers, below: current) {
          let heads = headsAbove(number, in: current)
          current.removeLast(heads.count)
          dropTitles(&current)
          close()
          current = heads
        }
      }
      if !current.isEmpty {
        current.append(number)
      } else if cellStarts(ofLine: number).count > 1 {
        // Cells that begin above the first line with a gap: the middle of a row, or its second line.
        current = headsAbove(number, in: passed) + [number]
        passed = []
      } else {
        passed.append(number)
      }
    }
    close()
    return blocks
  }

  /// The lines at the end of some that belong to what a line begins: right above it and further in.
  private func headsAbove(_ number: Int, in passed: [Int]) -> [Int] {
    var heads: [Int] = []
    for before in passed.reversed() {
      guard cellStarts(ofLine: before).count == 1, lines[heads.first ?? number].top - lines[before].bottom < 6,
        lines[before].left > lines[number].left + 36
      else { break }
      heads.insert(before, at: 0)
    }
    return heads
  }

  /// Takes off the end of a run what stands below it: lines without a gap from the first that begins anew below white at
  /// its left edge, and what much white parts from it.
  private func dropTail(_ block: inout [Int]) {
    guard let end = block.lastIndex(where: { cellStarts(ofLine: $0).count > 1 }) else { return }
    let left = (block.map { lines[$0].left }.min() ?? 0) + 9
    for position in block.indices where position > end {
      let line = lines[block[position]]
      let white = line.top - lines[block[position - 1]].bottom
      if white > 18 || white > 6 && line.left < left && words[line.words.lowerBound].start != .lower {
        block.removeSubrange(position...)
        return
      }
    }
  }

  /// Takes the titles off the end of a run: lines alone at its left edge that begin anew.
  private func dropTitles(_ block: inout [Int]) {
    dropTail(&block)
    let left = (block.first.map { lines[$0].left } ?? 0) + 15
    while block.count > 1, let last = block.last, cellStarts(ofLine: last).count == 1, lines[last].left < left,
      words[lines[last].words.lowerBound].start != .lower, lines[last].words.count < 20
    {
      block.removeLast()
      // One line, or what white parts from the table.
      guard let above = block.last, lines[last].top - lines[above].bottom > 6 else { break }
    }
  }

  /// Whether a table of its own begins with a line.
  private func opensTable(_ position: Int, of numbers: [Int], below block: [Int]) -> Bool {
    guard block.count > 1, let last = block.last else { return false }
    let number = numbers[position]
    let left = block.map { lines[$0].left }.min() ?? 0
    let starts = cellStarts(ofLine: number)
    // The first column may have no head.
    guard lines[number].left < left + (starts.count > 2 ? 66 : 9) else { return false }
    let isBelowWhite = lines[number].top - lines[last].bottom > 6
    func strangers(_ starts: [Int], within distance: Int) -> Int {
      let known = Set(block.suffix(60).flatMap { cellStarts(ofLine: $0) })
      return starts.count { start in !(start - distance...start + distance).contains(where: known.contains) }
    }
    if starts.count == 1 {
      guard isBelowWhite, words[lines[number].words.lowerBound].start != .lower,
        let next = numbers[(position + 1)...].prefix(3).first(where: { cellStarts(ofLine: $0).count > 1 })
      else { return false }
      // The next of several cards has the labels of the ones before.
      if cellStarts(ofLine: next).count == 2, block.contains(where: { isAlike($0, next) }) { return true }
      // A line across two columns ends a card.
      let value = block.compactMap { cellStarts(ofLine: $0).dropFirst().first }.min() ?? 0
      if block.allSatisfy({ cellStarts(ofLine: $0).count < 3 }), cell(lines[number].right) > value + 2 { return true }
      return strangers(cellStarts(ofLine: next), within: 3) > 0
    }
    if let first = block.first, lines[number].top - lines[last].bottom > 18, isAlike(first, number) { return true }
    guard isBelowWhite || cellStarts(ofLine: last).count == 1 && lines[last].left < left + 9, isHead(number) else {
      return false
    }
    if block.prefix(3).contains(where: { repeats($0, number) }) { return true }
    let count = strangers(starts, within: 2)
    // Below a single line that has a gap: the first row of a card, if its value stands where this line has one.
    if block.count(where: { cellStarts(ofLine: $0).count > 1 }) < 2 { return count * 2 > starts.count }
    return count > 0 && count * 4 >= starts.count
  }

  /// Whether a line may be a row of heads: three short texts or more that begin anew, none of them a number.
  private func isHead(_ number: Int) -> Bool {
    let line = lines[number]
    guard cellStarts(ofLine: number).count > 2, !words[line.words.lowerBound].layout.contains(.isKey) else {
      return false
    }
    return line.segments.allSatisfy {
      let start = words[segments[$0].words.lowerBound].start
      return segments[$0].words.count < 7 && (start == .upper || start == .digit)
        && (segments[$0].words.count == 1 || !words[segments[$0].words.upperBound - 1].layout.contains(.endsInStop))
    }
  }

  /// Whether two lines begin with the same word, as far as widths tell.
  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (words[lines[one].words.lowerBound], words[lines[other].words.lowerBound])
    return first.left == second.left && first.width == second.width && first.start == .upper && second.start == .upper
  }

  /// Whether two lines have the same words at the same places, as far as widths tell.
  private func repeats(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (lines[one].words, lines[other].words)
    return first.count == second.count
      && zip(first, second).allSatisfy {
        words[$0].width == words[$1].width && words[$0].start == words[$1].start
      }
  }
}
