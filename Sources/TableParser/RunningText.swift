// SPDX-License-Identifier: GPL-3.0-or-later

/// What tells running text from the cells of a table.
extension Grid {
  /// Whether the cells of a single column are the lines of one running text: every second one goes on in the middle of a
  /// sentence.
  func runsOn(_ text: PageText) -> Bool {
    let filled = cells.filter { !$0.words.isEmpty }
    guard filled.count > 3 else { return false }
    var open = 0
    for (before, after) in zip(filled, filled.dropFirst()) {
      guard let last = before.words.last, let first = after.words.first else { continue }
      if text.words[first].start == .lower && !text.words[last].endsSentence { open += 1 }
    }
    return open * 5 >= (filled.count - 1) * 2
  }
}

extension PageText {
  /// Whether all columns of some dealt lines are running text set side by side, however their lines fall: long lines most
  /// of which go on in the middle of a sentence, and next to no line on which the columns begin anew together.
  func isSideBySide(_ dealt: [FragmentLine], columns: Int) -> Bool {
    let body = dealt.filter { !$0.isBand }
    guard columns < 4, body.count > 5, !isCharacterGrid else { return false }
    for column in 0..<columns {
      let own = body.compactMap { line in line.fragments.first { $0.column == column && $0.columnSpan == 1 } }
      guard own.count > 3 else { return false }
      let long = own.filter { $0.words.count > 3 }
      let open = zip(own, own.dropFirst()).filter { before, after in
        words[after.words.lowerBound].start == .lower && !words[before.words.upperBound - 1].endsSentence
      }
      guard long.count * 10 >= own.count * 6, open.count * 5 >= own.count * 2 else { return false }
    }
    // Rows of a table begin level, in all columns, below white or a finished text.
    let level = body.indices.dropFirst().filter { position in
      let line = body[position]
      guard line.fragments.count == columns else { return false }
      return line.fragments.allSatisfy { fragment in
        guard words[fragment.words.lowerBound].start != .lower,
          let before = body[..<position].last(where: { $0.fragments.contains { $0.column == fragment.column } }),
          let above = before.fragments.first(where: { $0.column == fragment.column })
        else { return false }
        return fragment.bottom - above.bottom > 1.2 * pitch || words[above.words.upperBound - 1].endsSentence
          || above.right < fragment.right - 3 * em
      }
    }
    return level.count * 8 < body.count
  }
}
