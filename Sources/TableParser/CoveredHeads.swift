// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Opens a row that is one cell across the table where one of its lines keeps to the columns of the rows below: heads
  /// between which nothing is drawn, with a title over them or behind their ground.
  ///
  /// The lines that run across become a row of their own above the heads; no word is lost, and each stands where it reads.
  mutating func openCoveredHeads(_ text: PageText) {
    guard columnCount > 2 else { return }
    var row = 0
    while row < rowCount {
      let inRow = cells.indices.filter { cells[$0].row <= row && row < cells[$0].row + cells[$0].rowSpan }
      if inRow.count == 1, let place = inRow.first, cells[place].columnSpan == columnCount, cells[place].rowSpan == 1,
        let parts = headsAndTitle(cells[place].words, text: text)
      {
        open(place, heads: parts.heads, title: parts.title, text: text)
        row += 1
      }
      row += 1
    }
  }

  /// The words of a cell across the table that stand in columns, with their columns, and those that run across; nil where
  /// the cell holds nothing of the one or of the other.
  private func headsAndTitle(_ words: [Int], text: PageText) -> (heads: [(word: Int, column: Int)], title: [Int])? {
    var lines: [Int: [Int]] = [:]
    for word in words {
      guard text.words[word].rotation == 0 else { return nil }
      lines[text.words[word].line, default: []].append(word)
    }
    guard lines.count > 1, lines.count < 6 else { return nil }
    var heads: [(word: Int, column: Int)] = []
    var title: [Int] = []
    let inner = columnEdges.dropFirst().dropLast()
    for number in lines.keys.sorted() {
      let line = (lines[number] ?? []).sorted { text.words[$0].left < text.words[$1].left }
      let isCut = line.contains { word in
        inner.contains { $0 > text.words[word].left + 1 && $0 < text.words[word].right - 1 }
      }
      let places = line.map { Grid.place(text.words[$0].midX, in: columnEdges) }
      // Words of one text stand a word space apart; those of two heads do not.
      let runsOver = zip(line.indices.dropFirst(), line.indices).contains { next, before in
        places[next] != places[before]
          && text.words[line[next]].left - text.words[line[before]].right < 0.6 * text.words[line[next]].em
      }
      if isCut || runsOver {
        title += line
      } else {
        heads += zip(line, places).map { (word: $0, column: $1) }
      }
    }
    guard !title.isEmpty, Set(heads.map(\.column)).count * 10 >= columnCount * 6, heads.count > 2 else { return nil }
    return (heads, title)
  }

  /// Puts two rows in the place of a cell across the table: its title, and its heads in their columns.
  private mutating func open(_ place: Int, heads: [(word: Int, column: Int)], title: [Int], text: PageText) {
    let cell = cells[place]
    let middle = (cell.box.top + cell.box.bottom) / 2
    for index in cells.indices where cells[index].row > cell.row { cells[index].row += 1 }
    var band = cell
    band.words = title
    band.box.bottom = middle
    var opened: [Cell] = []
    for column in 0..<columnCount {
      let box = Box(
        left: columnEdges[column], top: middle, right: columnEdges[column + 1], bottom: cell.box.bottom)
      let words = heads.filter { $0.column == column }.map(\.word)
      opened.append(Cell(row: cell.row + 1, column: column, box: box, words: words, fill: cell.fill))
    }
    cells.replaceSubrange(place...place, with: [band] + opened)
    rowEdges.insert(middle, at: cell.row + 1)
  }
}
