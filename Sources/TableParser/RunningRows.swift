// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension Grid {
  /// Joins the cells of rows that are one running text: a title or a remark across a table whose columns only the grounds
  /// of its cells divide.
  ///
  /// Its words pass the borders with no more than a word space between them; the texts of cells keep their distance.
  mutating func joinRunningRows(_ text: PageText) {
    for row in 0..<rowCount {
      let inRow = cells.indices.filter { cells[$0].row == row }
      let filled = inRow.filter { !cells[$0].words.isEmpty }
      guard filled.count > 1, inRow.allSatisfy({ cells[$0].rowSpan == 1 }), let first = filled.first,
        let last = filled.last, isRunning(filled, text: text)
      else { continue }
      var joined = cells[first]
      joined.columnSpan = cells[last].column + cells[last].columnSpan - joined.column
      joined.box.right = cells[last].box.right
      let covered = joined.column..<joined.column + joined.columnSpan
      joined.words = filled.flatMap { cells[$0].words }
        .sorted { (text.words[$0].line, text.words[$0].left, $0) < (text.words[$1].line, text.words[$1].left, $1) }
      cells[first] = joined
      let dropped = Set(inRow.filter { $0 != first && covered.contains(cells[$0].column) })
      cells = cells.indices.filter { !dropped.contains($0) }.map { cells[$0] }
    }
  }

  /// Whether the lines of some cells side by side each run from the first cell on without a gap, one of them through all.
  private func isRunning(_ filled: [Int], text: PageText) -> Bool {
    var lines: [Int: [Int]] = [:]
    for index in filled {
      for word in cells[index].words {
        guard text.words[word].rotation == 0 else { return false }
        lines[text.words[word].line, default: []].append(word)
      }
    }
    guard lines.count < 4, let start = filled.first.map({ cells[$0].box }) else { return false }
    for words in lines.values {
      let sorted = words.sorted { (text.words[$0].left, $0) < (text.words[$1].left, $1) }
      guard let first = sorted.first, text.words[first].midX < start.right else { return false }
      for (one, other) in zip(sorted, sorted.dropFirst()) {
        if text.words[other].left - text.words[one].right > 0.45 * text.words[one].em { return false }
      }
    }
    return true
  }
}
