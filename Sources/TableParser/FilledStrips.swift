// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension RuledFrame {
  /// Whether the frame is a few rows on a ground of their own, without anything drawn between their columns: a head, the
  /// titles between rows, every second row.
  var isStrip: Bool { rows < 5 && columns > 1 && !hasDrawnColumns }

  /// Whether the lines right below or right above a strip are rows of the same table that have no ground: they have words
  /// in several of its columns and cross none of its borders.
  ///
  /// - Parameters:
  ///   - text: the words of the page.
  ///   - others: the boxes of the other frames, whose lines belong to them.
  func goesOn(in text: PageText, besides others: [Box]) -> Bool {
    func isRow(_ number: Int) -> Bool {
      let line = text.lines[number]
      guard line.segments.count > 1, line.left > xs[0] - 2, line.right < xs[columns] + 2,
        !others.contains(where: {
          $0.top < line.midY && $0.bottom > line.midY && $0.left < line.right && $0.right > line.left
        })
      else { return false }
      var filled = Set<Int>()
      for index in line.words {
        let word = text.words[index]
        if xs.contains(where: { $0 > word.left + 1 && $0 < word.right - 1 }) { return false }
        filled.insert(Grid.place(word.midX, in: xs))
      }
      return filled.count > 1
    }
    let (top, bottom) = (ys[0], ys[rows])
    let below = (0..<text.levelLines).first {
      text.lines[$0].midY > bottom && text.lines[$0].right > xs[0] && text.lines[$0].left < xs[columns]
    }
    if let below, text.lines[below].top - bottom < 1.5 * text.lines[below].em, isRow(below) { return true }
    let above = (0..<text.levelLines).last {
      text.lines[$0].midY < top && text.lines[$0].right > xs[0] && text.lines[$0].left < xs[columns]
    }
    if rows < 3, let above, top - text.lines[above].bottom < 1.5 * text.lines[above].em, isRow(above) { return true }
    return false
  }
}
