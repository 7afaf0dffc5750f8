// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Adds the line right above a table without rules as a row across it, where it stands on a ground as wide as the table
  /// and the table has other such rows: the first of several titles between its rows.
  mutating func addTitle(above block: TextBlock, text: PageText, page: PageContent, taken: Set<Int>) {
    guard let first = block.lines.first, first > 0, !taken.contains(first - 1) else { return }
    let line = text.lines[first - 1]
    guard line.segments.count == 1, line.bottom < rowEdges[0] + text.em, rowEdges[0] - line.bottom < 1.5 * text.em,
      let ground = Grid.ground(behind: (line.left, line.midY), of: page),
      ground.box.left < columnEdges[0] + 2 * text.em, ground.box.right > columnEdges[columnCount] - 2 * text.em
    else { return }
    let isRepeated = (1..<rowCount).contains { row in
      guard let word = loneWord(in: row) else { return false }
      let other = Grid.ground(behind: (text.words[word].left, text.words[word].midY), of: page)
      return other?.colour == ground.colour && abs((other?.box.width ?? 0) - ground.box.width) < 2
    }
    guard isRepeated else { return }
    for index in cells.indices { cells[index].row += 1 }
    let top = min(line.top - 1, rowEdges[0] - 0.1)
    let box = Box(left: columnEdges[0], top: top, right: columnEdges[columnCount], bottom: rowEdges[0])
    var title = Cell(row: 0, column: 0, columnSpan: columnCount, box: box, words: Array(line.words))
    title.fill = ground.colour
    cells.insert(title, at: 0)
    rowEdges.insert(top, at: 0)
  }

  /// Adds the line right below a table without rules as its last row, where rows across the table begin with the same
  /// word: "Update: …" under each record.
  mutating func addRemark(_ text: PageText, words bytes: (Int) -> [UInt8], taken: Set<Int>) {
    guard let last = cells.flatMap(\.words).map({ text.words[$0].line }).max(), last + 1 < text.levelLines,
      !taken.contains(last + 1)
    else { return }
    let line = text.lines[last + 1]
    guard line.segments.count == 1, line.top - rowEdges[rowCount] < text.em, line.bottom > rowEdges[rowCount],
      line.left < columnEdges[0] + 2 * text.em, line.right < columnEdges[columnCount] + text.em
    else { return }
    let label = bytes(line.words.lowerBound)
    let alike = (1..<rowCount).filter { row in
      guard let word = loneWord(in: row) else { return false }
      return abs(text.words[word].left - line.left) < 2 && bytes(word) == label
    }
    guard !alike.isEmpty, label.count > 2 else { return }
    let bottom = line.bottom + 1
    let box = Box(left: columnEdges[0], top: rowEdges[rowCount], right: columnEdges[columnCount], bottom: bottom)
    cells.append(Cell(row: rowCount, column: 0, columnSpan: columnCount, box: box, words: Array(line.words)))
    rowEdges.append(bottom)
  }

  /// The first word of the only filled cell of a row.
  private func loneWord(in row: Int) -> Int? {
    let filled = cells.filter { $0.row == row && !$0.words.isEmpty }
    return filled.count == 1 ? filled[0].words.first : nil
  }

  /// The topmost fill at a place that is neither white nor the page's background.
  private static func ground(behind place: (x: Float, y: Float), of page: PageContent) -> PageFill? {
    let fill = page.fills.suffix(2000).last {
      $0.box.left <= place.x && $0.box.right >= place.x && $0.box.top <= place.y && $0.box.bottom >= place.y
    }
    guard let fill, fill.colour != Colour.white, fill.box.height < 0.2 * page.height else {
      return nil
    }
    return fill
  }
}
