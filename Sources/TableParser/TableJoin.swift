// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension TableDraft {
  /// Adds the part of the table that stands on the next page; nil, and no change, where it is another table.
  ///
  /// - Returns: the header rows that were repeated, as furniture.
  mutating func append(_ part: TableDraft, vocabulary: Vocabulary) -> [DraftBlock]? {
    var next = part
    let repeated = repeatedRows(in: next)
    guard next.page <= lastPage + 1, align(&next, hasSameHead: repeated > 0) else { return nil }
    if repeated == 0, next.opensWithHead(unlike: self) { return nil }
    let headers = next.removeLeadingRows(repeated)
    guard next.rowCount > 0 else {
      lastPage = next.lastPage
      return headers
    }
    addRows(next, vocabulary: vocabulary)
    lastPage = next.lastPage
    closesPage = next.closesPage
    return headers
  }

  // MARK: columns

  /// Whether the columns of both parts are the same; where one part lacks borders that no cell of it needs, its cells are
  /// put on the other's columns.
  private mutating func align(_ next: inout TableDraft, hasSameHead: Bool) -> Bool {
    if isCharacterGrid {
      guard next.isCharacterGrid, columnCount == next.columnCount else { return false }
      return hasSameHead || Self.proportions(columnEdges, next.columnEdges)
    }
    // Left and right pages may have different margins.
    let shift = (columnEdges.first ?? 0) - (next.columnEdges.first ?? 0)
    let tolerance: Float = origin == .rules && next.origin == .rules ? 4 : 12
    func match(_ edges: [Float], _ other: [Float], by shift: Float) -> [Int]? {
      var places: [Int] = []
      var position = 0
      for edge in edges {
        while position < other.count, other[position] < edge + shift - tolerance { position += 1 }
        guard position < other.count, abs(other[position] - edge - shift) <= tolerance else { return nil }
        places.append(position)
        position += 1
      }
      return places
    }
    if columnCount == next.columnCount {
      if match(next.columnEdges, columnEdges, by: shift) != nil || beginsLike(next) { return true }
      return hasSameHead && (origin != .rules || next.origin != .rules)
    }
    // A box of one column is no part of a grid.
    guard columnCount > 1, next.columnCount > 1 else { return false }
    // Fewer borders on one page: a last row that needs no more of them, or another table of the same width.
    guard hasSameHead || goesOnInSentence(next) else { return false }
    if next.columnCount < columnCount, let places = match(next.columnEdges, columnEdges, by: shift),
      places.first == 0, places.last == columnCount
    {
      next.spread(to: places, edges: columnEdges)
      return true
    }
    if next.columnCount > columnCount, let places = match(columnEdges, next.columnEdges, by: -shift),
      places.first == 0, places.last == next.columnCount
    {
      spread(to: places, edges: next.columnEdges)
      return true
    }
    return false
  }

  /// Whether the texts of both parts begin at the same places, column by column.
  ///
  /// The middle of the white between two columns moves with the longest lines of a page; where their texts begin does not.
  private func beginsLike(_ next: TableDraft) -> Bool {
    let pairs = zip(columnStarts, next.columnStarts).filter { $0.isFinite && $1.isFinite }
    guard let first = pairs.first, pairs.count > 1, pairs.count * 2 > columnCount else { return false }
    let shift = first.0 - first.1
    return pairs.allSatisfy { abs($0 - $1 - shift) < 3 }
  }

  /// Whether the first row of the next part begins in the middle of a sentence.
  private func goesOnInSentence(_ next: TableDraft) -> Bool {
    let last = reachingEnd().map { cells[$0] }.filter { !$0.isEmpty }
    let isOpen = last.contains { cell in cell.paragraphs.last.map { !$0.endsSentence || $0.text.last == 0x3A } ?? false
    }
    let first = next.cells.filter { $0.row == 0 && !$0.isEmpty }
    return isOpen && first.contains { $0.paragraphs.first.map { $0.start == .lower || $0.marker == .bullet } ?? false }
  }

  private static func proportions(_ first: [Float], _ second: [Float]) -> Bool {
    let (a, b) = ((first.last ?? 0) - first[0], (second.last ?? 0) - second[0])
    guard a > 0, b > 0 else { return false }
    return zip(first, second).allSatisfy { abs(($0 - first[0]) / a - ($1 - second[0]) / b) < 0.09 }
  }

  /// Puts the cells on finer columns: border number `n` is border number `places[n]` of the new ones.
  private mutating func spread(to places: [Int], edges: [Float]) {
    for index in cells.indices {
      let end = cells[index].column + cells[index].columnSpan
      guard places.indices.contains(cells[index].column), places.indices.contains(end) else { continue }
      let start = places[cells[index].column]
      cells[index].columnSpan = places[end] - start
      cells[index].column = start
    }
    columnEdges = edges
  }

  // MARK: headers

  /// Index of the first cell of a row or of what follows it; cells are in order of their rows.
  private func firstIndex(ofRow row: Int) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Indices of the cells that reach down to the last row, found from the end: a table may go on over thousands of pages.
  private func reachingEnd() -> [Int] {
    var found: [Int] = []
    var index = cells.count - 1
    while index >= 0, cells[index].row + longestSpan >= rowCount {
      if cells[index].row + cells[index].rowSpan >= rowCount { found.append(index) }
      index -= 1
    }
    return found
  }

  private func rowText(_ row: Int) -> [UInt8] {
    var text: [UInt8] = []
    for cell in cells[firstIndex(ofRow: row)...].prefix(while: { $0.row == row }) {
      for paragraph in cell.paragraphs {
        text.append(contentsOf: paragraph.text.filter { $0 != 0x20 })
        text.append(0x0A)
      }
    }
    return text
  }

  /// Whether the next part begins with a head of this table.
  func repeats(_ next: TableDraft) -> Bool { repeatedRows(in: next) > 0 }

  /// Whether a paragraph says what a band of this table says: the band is repeated above the part on the next page.
  func repeatsBand(_ draft: Draft) -> Bool {
    let text = draft.text.filter { $0 != 0x20 }
    return cells.suffix(600).contains { cell in
      cell.paragraphs.contains { $0.text.count == draft.text.count && $0.text.filter { $0 != 0x20 } == text }
        && !cells.suffix(700).contains { $0.row == cell.row && $0.column != cell.column && !$0.isEmpty }
    }
  }

  /// Number of leading rows of the next part that repeat rows near the top of this table.
  private func repeatedRows(in next: TableDraft) -> Int {
    let first = next.rowText(0)
    guard !first.isEmpty else { return 0 }
    // Near the top, or, in a table with heads between its rows, the last of them.
    let later = isCharacterGrid ? (4..<max(4, rowCount)).suffix(60).reversed() : []
    for start in Array(0..<min(4, rowCount)) + later where rowText(start) == first {
      var count = 1
      while count < 4, count < next.rowCount, start + count < rowCount, !next.rowText(count).isEmpty,
        rowText(start + count) == next.rowText(count)
      {
        count += 1
      }
      // A span that reaches below the rows that repeat belongs to the head too ("RAG" beside two header rows).
      for cell in next.cells where cell.row < count { count = max(count, min(cell.row + cell.rowSpan, 4)) }
      // All rows alike: not a head but a table that says the same twice.
      return count < next.rowCount || next.rowCount == 1 && rowCount > 1 ? min(count, next.rowCount) : 0
    }
    return 0
  }

  /// Whether the part begins with a head of its own: a row in bold or on a colour where the rows below are not, as the other
  /// table begins, but with other words.
  private func opensWithHead(unlike table: TableDraft) -> Bool {
    func isHead(_ draft: TableDraft) -> Bool {
      guard draft.rowCount > 1 else { return false }
      let head = draft.cells.prefix(200).filter { $0.row == 0 && !$0.isEmpty }
      let body = draft.cells.prefix(200).filter { $0.row > 0 && !$0.isEmpty }
      guard head.count > 1, !body.isEmpty else { return false }
      let isBold = head.allSatisfy { $0.paragraphs.allSatisfy { $0.style.contains(.bold) } }
      let bodyBold = body.filter { $0.paragraphs.allSatisfy { $0.style.contains(.bold) } }.count
      let isFilled = head.allSatisfy { $0.fill != nil && $0.fill == head[0].fill }
      let bodyFilled = body.filter { $0.fill == head[0].fill }.count
      return isBold && bodyBold * 3 < body.count || isFilled && bodyFilled * 3 < body.count
    }
    return isHead(self) && isHead(table)
  }

  /// Takes off leading rows and gives their text as furniture.
  private mutating func removeLeadingRows(_ count: Int) -> [DraftBlock] {
    guard count > 0 else { return [] }
    var furniture: [DraftBlock] = []
    for row in 0..<count {
      var line = Draft()
      for cell in cells where cell.row == row {
        for paragraph in cell.paragraphs {
          if line.text.isEmpty {
            line = paragraph
          } else {
            line.text.append(0x20); line.text.append(contentsOf: paragraph.text)
          }
        }
      }
      line.marker = .none
      if !line.text.isEmpty { furniture.append(.furniture(.runningHeader, line)) }
    }
    cells.removeAll { $0.row < count }
    for index in cells.indices { cells[index].row -= count }
    rowCount -= count
    rowPages.removeFirst(count)
    rowTops.removeFirst(min(count, rowTops.count))
    return furniture
  }

  // MARK: rows

  private mutating func addRows(_ next: TableDraft, vocabulary: Vocabulary) {
    var ends = [Int](repeating: -1, count: columnCount)
    for index in reachingEnd() {
      let cell = cells[index]
      for column in cell.column..<min(columnCount, cell.column + cell.columnSpan) { ends[column] = index }
    }
    let firsts = next.cells.indices.filter { next.cells[$0].row == 0 }
    func above(_ index: Int) -> Int? {
      let cell = next.cells[index]
      guard cell.column < columnCount, ends[cell.column] >= 0 else { return nil }
      let end = cells[ends[cell.column]]
      return end.column == cell.column && end.columnSpan == cell.columnSpan ? ends[cell.column] : nil
    }
    let cut = isCut(next, firsts: firsts, above: above)
    let longest = firsts.map { next.cells[$0].rowSpan }.max() ?? 1
    // Cells of the first row that go on from the page before, and whether the row as a whole does.
    var goesOn = Set<Int>()
    var isWholeRow = cut
    let firstFilled = firsts.first { !next.cells[$0].isEmpty }.map { next.cells[$0].column } ?? columnCount
    for index in firsts {
      guard let end = above(index) else {
        if !next.cells[index].isEmpty { isWholeRow = false }
        continue
      }
      let cell = next.cells[index]
      if cut {
        if cell.isEmpty || cell.rowSpan == longest && longest > 1 || !startsAnew(cell, after: cells[end])
          || longest == 1
        {
          goesOn.insert(index)
        } else {
          isWholeRow = false
        }
      } else if cell.isEmpty, cell.column < firstFilled, !cells[end].isEmpty, cells[end].rowSpan > 1 || cell.rowSpan > 1
      {
        goesOn.insert(index)
      }
    }
    if isWholeRow, goesOn.count < firsts.count {
      isWholeRow = firsts.allSatisfy { goesOn.contains($0) || next.cells[$0].isEmpty }
    }
    let offset = isWholeRow ? rowCount - 1 : rowCount
    for (index, var cell) in next.cells.enumerated() {
      if goesOn.contains(index), let end = above(index) {
        cells[end].rowSpan += isWholeRow ? cell.rowSpan - 1 : cell.rowSpan
        longestSpan = max(longestSpan, cells[end].rowSpan)
        cells[end].append(cell.paragraphs, vocabulary: vocabulary)
        if cells[end].fill == nil { cells[end].fill = cell.fill }
        continue
      }
      if isWholeRow, cell.row == 0, cell.isEmpty { continue }
      cell.row += offset
      cells.append(cell)
    }
    longestSpan = max(longestSpan, next.longestSpan)
    rowCount = offset + next.rowCount
    rowPages += next.rowPages.dropFirst(isWholeRow ? 1 : 0)
    rowTops += next.rowTops.dropFirst(isWholeRow ? 1 : 0)
  }

  /// Whether the break has cut a row in two: texts that go on in the middle of a sentence, and no new first cell.
  private func isCut(_ next: TableDraft, firsts: [Int], above: (Int) -> Int?) -> Bool {
    var score: Float = 0
    for index in firsts {
      guard let end = above(index) else { continue }
      let (cell, before) = (next.cells[index], cells[end])
      let isKey = cell.column == 0
      if cell.isEmpty {
        if isKey, !before.isEmpty { score += 0.5 }
        continue
      }
      guard let first = cell.paragraphs.first else { continue }
      guard let last = before.paragraphs.last else {
        score -= 0.8
        continue
      }
      if last.text.last == 0x3A {
        score += 1.2
      } else if first.marker == .bullet {
        score += last.marker == .bullet ? 0.4 : 0
      } else if first.start == .lower {
        score += last.endsSentence ? 0.8 : 2
      } else if first.text.first == 0x28, !isKey {
        score += 0.5
      } else if isKey {
        score -= 2.5
      } else if last.endsSentence {
        score -= 0.8
      } else {
        score += last.isFull && last.lineCount > 1 ? 0.4 : -0.6
      }
    }
    return score > 0.6
  }

  /// Whether a cell's text begins a new sentence after another cell's.
  private func startsAnew(_ cell: Cell, after before: Cell) -> Bool {
    guard let first = cell.paragraphs.first, let last = before.paragraphs.last else { return true }
    if first.start == .lower || first.text.first == 0x28 { return false }
    return last.endsSentence || !last.isFull
  }
}

extension TableDraft.Cell {
  /// Adds the paragraphs that follow after a page break; the first goes on from the last where the sentence does.
  mutating func append(_ more: [Draft], vocabulary: Vocabulary) {
    guard let first = more.first else { return }
    guard !paragraphs.isEmpty else {
      paragraphs = more
      return
    }
    let last = paragraphs[paragraphs.count - 1]
    let runsOn =
      first.marker == .none && (first.start == .lower || first.text.first == 0x28 || !last.endsSentence && last.isFull)
    if runsOn {
      paragraphs[paragraphs.count - 1].append(first, vocabulary: vocabulary)
      paragraphs.append(contentsOf: more.dropFirst())
    } else {
      paragraphs.append(contentsOf: more)
    }
  }
}
