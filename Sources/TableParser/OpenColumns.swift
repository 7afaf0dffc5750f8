// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Divides columns of which nothing is drawn between two halves but white: shaded labels and a status in colour at the
  /// end, with rules between the rows only.
  ///
  /// The right half must begin at the same place in rows enough, away from what is on its left, and no text of most rows may
  /// cross that place; rows whose text does are cells over both halves.
  mutating func divideOpenColumns(_ text: PageText) {
    var column = 0
    // Two rows are enough where they share several such places: known once a column was looked at, for its halves too.
    var fewest = [Int?](repeating: nil, count: columnCount)
    while column < columnCount {
      let found = begins(in: column, text: text)
      let rows = fewest[column] ?? (found.isRich ? 2 : 3)
      fewest[column] = rows
      if let place = whitePlace(in: found.own, begins: found.places, fewest: rows, text: text) {
        divide(column, at: place, text: text)
        fewest.insert(rows, at: column + 1)
      } else {
        column += 1
      }
    }
  }

  /// What part of a cell's words stand to the right of a place; nil where one crosses it or hardly more than a word space
  /// is left there.
  private func words(of cell: Cell, rightOf place: Float, text: PageText) -> [Int]? {
    var right: [Int] = []
    var previous: Word?
    for index in cell.words {
      let word = text.words[index]
      guard word.rotation == 0, word.left >= place - 0.5 || word.right <= place else { return nil }
      if word.left >= place - 0.5 {
        if let previous, previous.line == word.line, previous.left < place - 0.5,
          word.left - previous.right < 0.45 * word.em
        {
          return nil
        }
        right.append(index)
      }
      previous = word
    }
    return right
  }

  /// The cells of a column, where words begin in them behind white, and whether at least two cells share three such
  /// places.
  private func begins(
    in column: Int, text: PageText
  ) -> (own: [Cell], places: [(left: Float, cell: Int, isLabelled: Bool)], isRich: Bool) {
    let own = cells.filter { $0.column == column && $0.columnSpan == 1 && !$0.words.isEmpty }
    guard own.count > 1 else { return (own, [], false) }
    // Where words begin behind white, in how many cells.
    var begins: [(left: Float, cell: Int, isLabelled: Bool)] = []
    for (number, cell) in own.enumerated() {
      for (one, other) in zip(cell.words, cell.words.dropFirst()) {
        let (before, after) = (text.words[one], text.words[other])
        guard before.line == after.line, !before.isBullet, after.left - before.right > 1.2 * after.em else { continue }
        begins.append((after.left, number, before.endsSentence))
      }
      // Of cells whose texts are centred in their height hardly two lines stand on one.
      for (position, index) in cell.words.enumerated() {
        let word = text.words[index]
        let isFirst = position == 0 || text.words[cell.words[position - 1]].line != word.line
        if isFirst, word.left - cell.box.left > 4 * word.em { begins.append((word.left, number, false)) }
      }
    }
    begins.sort { ($0.left, $0.cell) < ($1.left, $1.cell) }
    var shared = 0
    var position = 0
    while position < begins.count {
      let same = begins[position...].prefix { $0.left - begins[position].left < 1 }
      if Set(same.map(\.cell)).count > 1, !same.contains(where: \.isLabelled) { shared += 1 }
      position += same.count
    }
    return (own, begins, shared > 2)
  }

  /// Where the right half of a column begins; nil where it is one.
  private func whitePlace(
    in own: [Cell], begins: [(left: Float, cell: Int, isLabelled: Bool)], fewest: Int, text: PageText
  ) -> Float? {
    guard own.count >= fewest else { return nil }
    var best: (place: Float, cells: Int)?
    for (position, begin) in begins.enumerated() {
      let same = begins[position...].prefix { $0.left - begin.left < 1 }
      // Values behind labels with a colon belong to their labels.
      guard same.filter(\.isLabelled).count * 2 < same.count else { continue }
      let count = Set(same.map(\.cell)).count
      if count > (best?.cells ?? fewest - 1) { best = (begin.left, count) }
    }
    guard let best else { return nil }
    var apart = 0
    var crossed = 0
    for cell in own {
      guard let right = words(of: cell, rightOf: best.place, text: text) else {
        crossed += 1
        continue
      }
      guard !right.isEmpty, right.count < cell.words.count else { continue }
      // Its lines begin below each other.
      let left = right.map { text.words[$0].left }.min() ?? 0
      if left - best.place < 1 { apart += 1 }
    }
    // Numbers of paragraphs are no column.
    let labels = own.flatMap { $0.words }.filter { text.words[$0].right <= best.place }
    guard labels.contains(where: { text.words[$0].start == .lower || text.words[$0].width > 3 * text.em }) else {
      return nil
    }
    return apart >= fewest && apart * 10 >= own.count * 6 && crossed * 4 <= own.count ? best.place : nil
  }

  private mutating func divide(_ column: Int, at place: Float, text: PageText) {
    let border = place - 0.3 * text.em
    var divided: [Cell] = []
    for var cell in cells {
      if cell.column > column {
        cell.column += 1
      } else if cell.column == column, cell.columnSpan == 1, !cell.words.isEmpty,
        let right = words(of: cell, rightOf: place, text: text)
      {
        var part = cell
        part.column += 1
        part.words = right
        part.box.left = border
        cell.words.removeAll { right.contains($0) }
        cell.box.right = border
        cell.fill = nil
        part.fill = nil
        divided.append(part)
      } else if cell.column + cell.columnSpan > column {
        cell.columnSpan += 1
      }
      divided.append(cell)
    }
    columnEdges.insert(border, at: column + 1)
    cells = divided.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
