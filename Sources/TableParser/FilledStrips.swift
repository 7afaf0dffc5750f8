// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension RuledFrame {
  /// Whether the frame is a few rows on a ground of their own, without anything drawn between their columns: a head, the
  /// titles between rows, every second row.
  var isStrip: Bool { rows < 5 && columns > 1 && !hasDrawnColumns }

  /// Whether a strip is one of several bars behind the rows of one table of which some are divided by white alone: a bar as
  /// wide stands next to it, a line or two further on, and the lines of one of both fall apart within a place of its frame.
  ///
  /// - Parameters:
  ///   - text: the words of the page.
  ///   - others: the other frames.
  func isBar(in text: PageText, besides others: [RuledFrame]) -> Bool {
    let near = others.filter { other in
      let distance = max(other.ys[0] - ys[rows], ys[0] - other.ys[other.rows])
      return other.rows < 5 && !other.hasDrawnColumns && abs(other.xs[0] - xs[0]) < 2
        && abs(other.xs[other.columns] - xs[columns]) < 2
        && distance > 0.5 * text.em && distance < 3.5 * text.em
    }
    return !near.isEmpty && (isOpen(in: text) || near.contains { $0.isOpen(in: text) })
  }

  /// Whether a line of the strip falls apart into three pieces or more within one of its places.
  private func isOpen(in text: PageText) -> Bool {
    (0..<text.levelLines).contains { number in
      let line = text.lines[number]
      guard line.midY > ys[0], line.midY < ys[rows], line.segments.count > 3 else { return false }
      var held = [Int](repeating: 0, count: columns)
      for segment in line.segments {
        held[Grid.place((text.segments[segment].left + text.segments[segment].right) / 2, in: xs)] += 1
      }
      return held.contains { $0 > 2 }
    }
  }

  /// Whether the lines right below or right above a strip are rows of the same table that have no ground: they have words
  /// in several of its columns and cross none of its borders.
  ///
  /// - Parameters:
  ///   - text: the words of the page.
  ///   - others: the boxes of the other frames, whose lines belong to them.
  func goesOn(in text: PageText, besides others: [Box]) -> Bool {
    // Text that is centred in its cells begins on one line in one column, and further down in the others.
    func isRow(_ numbers: [Int]) -> Bool {
      var filled = Set<Int>()
      var previous: Line?
      for number in numbers {
        let line = text.lines[number]
        if let previous, abs(line.midY - previous.midY) > 1.5 * line.em { return false }
        previous = line
        guard line.left > xs[0] - 2, line.right < xs[columns] + 2,
          !others.contains(where: {
            $0.top < line.midY && $0.bottom > line.midY && $0.left < line.right && $0.right > line.left
          })
        else { return false }
        for index in line.words {
          let word = text.words[index]
          if xs.contains(where: { $0 > word.left + 1 && $0 < word.right - 1 }) { return false }
          filled.insert(Grid.place(word.midX, in: xs))
        }
        if filled.count > 1, line.segments.count > 1 { return true }
      }
      return false
    }
    let (top, bottom) = (ys[0], ys[rows])
    let beside = (0..<text.levelLines).filter { text.lines[$0].right > xs[0] && text.lines[$0].left < xs[columns] }
    let below = beside.filter { text.lines[$0].midY > bottom }.prefix(4)
    if let first = below.first, text.lines[first].top - bottom < 1.5 * text.lines[first].em, isRow(Array(below)) {
      return true
    }
    let above = beside.filter { text.lines[$0].midY < top }.suffix(4)
    guard rows < 3, let last = above.last, top - text.lines[last].bottom < 1.5 * text.lines[last].em else {
      return false
    }
    return isRow(above.reversed())
  }
}
