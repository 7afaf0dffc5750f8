// SPDX-License-Identifier: GPL-3.0-or-later

extension RuledFrame {
  /// Widest strip without words that is taken for the room between a rule and the shading set in from it, in em: word
  /// processors leave 5.4 points on each side of a cell.
  private static let widestColumn: Float = 1.6
  /// The same where nothing is drawn on either side: a wider one may be a column of colours without a rule.
  private static let widestGap: Float = 0.6
  /// The same from the top of a cell to its shading: less than a line of text.
  private static let highestRow: Float = 0.9

  /// Merges strips that hold no word in any row, or in any column, into the strip beside them where only the edge of a
  /// fill parts the two: shading set in from the rules, or fills with white between.
  ///
  /// - Parameters:
  ///   - words: the words inside the frame.
  ///   - em: the usual font size, in points.
  mutating func mergeSlivers(_ words: [Word], em: Float) {
    var index = 0
    while columns > 1, index < columns {
      let (left, right) = (xs[index], xs[index + 1])
      let isRuled = isColumnDrawn[index] || isColumnDrawn[index + 1]
      let widest = isRuled ? RuledFrame.widestColumn : RuledFrame.widestGap
      let isSliver = right - left < widest * em && !words.contains { $0.midX > left && $0.midX < right }
      if isSliver, let border = undrawn(of: index, drawn: isColumnDrawn, last: columns) {
        removeColumnBorder(border, keeping: border == index ? index + 1 : index)
      } else {
        index += 1
      }
    }
    index = 0
    while rows > 1, index < rows {
      let (top, bottom) = (ys[index], ys[index + 1])
      let isSliver =
        bottom - top < RuledFrame.highestRow * em && !words.contains { $0.midY > top && $0.midY < bottom }
      if isSliver, let border = undrawn(of: index, drawn: isDrawn, last: rows) {
        removeRowBorder(border, keeping: border == index ? index + 1 : index)
      } else {
        index += 1
      }
    }
  }

  /// The border of a strip that can go: one that is nothing but the edge of a fill, and rather an inner one.
  private func undrawn(of strip: Int, drawn: [Bool], last: Int) -> Int? {
    let candidates = [strip, strip + 1].filter { !drawn[$0] }
    return candidates.first { $0 > 0 && $0 < last } ?? candidates.first
  }

  /// Takes a border of columns away; what was a wall there is one at the border that is kept.
  private mutating func removeColumnBorder(_ border: Int, keeping kept: Int) {
    let (count, size) = (rows, columns)
    for row in 0..<count where verticalWalls[border * count + row] { verticalWalls[kept * count + row] = true }
    verticalWalls.removeSubrange((border * count)..<((border + 1) * count))
    // The strip between the two borders goes too.
    let strip = min(border, kept)
    horizontalWalls = horizontalWalls.indices.filter { $0 % size != strip }.map { horizontalWalls[$0] }
    xs.remove(at: border)
    isColumnDrawn.remove(at: border)
  }

  /// Takes a border of rows away; what was a wall there is one at the border that is kept.
  private mutating func removeRowBorder(_ border: Int, keeping kept: Int) {
    let (count, size) = (rows, columns)
    for column in 0..<size where horizontalWalls[border * size + column] {
      horizontalWalls[kept * size + column] = true
    }
    horizontalWalls.removeSubrange((border * size)..<((border + 1) * size))
    let strip = min(border, kept)
    verticalWalls = verticalWalls.indices.filter { $0 % count != strip }.map { verticalWalls[$0] }
    ys.remove(at: border)
    isDrawn.remove(at: border)
  }
}
