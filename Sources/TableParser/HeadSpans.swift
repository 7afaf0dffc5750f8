// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension PageText {
  /// Widens the heads that stand over several columns, in the first lines of a grid without rules.
  ///
  /// Two signs tell such a head: a rule below it that runs over several columns and not over the whole table; or, without
  /// rules, words that stand between the heads below them and are aligned with none of them.
  func widenHeads(_ lines: inout [FragmentLine], columns: Int, rules: [Rule]) {
    guard columns > 2, lines.count > 2 else { return }
    if widenAlignedHeads(&lines, columns: columns) { return }
    let centres = columnCentres(lines, columns: columns)
    for position in 0..<min(3, lines.count - 2) {
      let line = lines[position]
      let below = lines[position + 1]
      guard !line.isBand, line.fragments.count < columns else { continue }
      let isDivided = below.fragments.count > line.fragments.count
      var widened = line.fragments
      var changed = false
      for index in widened.indices {
        let fragment = widened[index]
        let taken = { (column: Int) in
          line.fragments.enumerated().contains { other, piece in
            other != index && piece.column <= column && column < piece.column + piece.columnSpan
          }
        }
        var covered: [Int] = []
        let under = rules.first {
          $0.position > fragment.bottom - 3 && $0.position < below.top + 4 && $0.from < fragment.right
            && $0.to > fragment.left
            && $0.to - $0.from < 0.9
              * ((lines.map { $0.fragments.last?.right ?? 0 }.max() ?? 0)
                - (lines.map { $0.fragments.first?.left ?? 0 }.min() ?? 0))
        }
        if let under {
          covered = (0..<columns).filter { centres[$0] > under.from - 2 && centres[$0] < under.to + 2 && !taken($0) }
        } else if isDivided, !isAligned(fragment, with: below) {
          let centre = (fragment.left + fragment.right) / 2
          let before = index > 0 ? (line.fragments[index - 1].right + fragment.left) / 2 : nil
          let after = index + 1 < line.fragments.count ? (fragment.right + line.fragments[index + 1].left) / 2 : nil
          let reach = min(before.map { centre - $0 } ?? .infinity, after.map { $0 - centre } ?? .infinity)
          guard reach.isFinite || line.fragments.count == 1 && fragment.column > 0 else { continue }
          let half = reach.isFinite ? reach : (fragment.right - fragment.left) / 2 + 2 * em
          covered = (0..<columns).filter { abs(centres[$0] - centre) < half && !taken($0) }
        }
        guard let first = covered.first, let last = covered.last, covered.count > 1, last - first + 1 == covered.count,
          below.fragments.filter({ $0.column >= first && $0.column <= last }).count > 1
        else { continue }
        widened[index].column = first
        widened[index].columnSpan = last - first + 1
        changed = true
      }
      if changed {
        widened.sort { $0.column < $1.column }
        lines[position].fragments = widened
      }
    }
  }

  /// Widens the heads of the first line that are aligned with the first of their parts, "Lead" above "Strategic" and
  /// "Operational", and says whether there were any.
  ///
  /// The parts stand further down than the second line of a wrapped head would, and fill all columns that the first line
  /// leaves free.
  private func widenAlignedHeads(_ lines: inout [FragmentLine], columns: Int) -> Bool {
    let head = lines[0]
    let below = lines[1]
    guard !head.isBand, !below.isBand, below.bottom - head.bottom > 1.45 * em,
      below.fragments.count > 1, head.fragments.first?.column == 0,
      !below.fragments.contains(where: { $0.column == 0 || $0.columnSpan > 1 || $0.words.count > 4 }),
      head.fragments.allSatisfy({ $0.columnSpan == 1 })
    else { return false }
    let parts = Set(below.fragments.map(\.column))
    var widened = head.fragments
    for index in widened.indices {
      let column = widened[index].column
      let next = index + 1 < widened.count ? widened[index + 1].column : columns
      if next == column + 1, !parts.contains(column) { continue }
      guard next > column + 1, (column..<next).allSatisfy(parts.contains) else { return false }
      widened[index].columnSpan = next - column
    }
    guard widened.contains(where: { $0.columnSpan > 1 }) else { return false }
    lines[0].fragments = widened
    return true
  }

  /// Marks the titles that stand centred between two rows as lines that run across the table.
  ///
  /// A wrapped line of a cell in the middle begins where its column begins; a title does not.
  func markTitles(_ lines: inout [FragmentLine], edges: [Float]) {
    guard edges.count > 3, let left = edges.first, let right = edges.last else { return }
    for position in lines.indices.dropFirst().dropLast() {
      let line = lines[position]
      guard !line.isBand, line.fragments.count == 1, let title = line.fragments.first,
        isCentred(title.left, title.right, left, right), lines[position + 1].fragments.count > 1,
        !title.words.allSatisfy({ words[$0].isNumeric })
      else { continue }
      let aligned = lines.dropFirst().reduce(0) { count, other in
        other.fragments.count > 1 && other.fragments.contains { abs($0.left - title.left) < 1.5 } ? count + 1 : count
      }
      if aligned < 2 { lines[position].isBand = true }
    }
  }

  /// Whether words stand in the middle between two borders and leave room on both sides.
  private func isCentred(_ left: Float, _ right: Float, _ from: Float, _ to: Float) -> Bool {
    abs((left + right - from - to) / 2) < 1.2 * em && left > from + 2 * em
  }

  /// The lines of a block that stand alone and centred between two lines of three or more cells: titles of groups of rows.
  func titleLines(_ block: TextBlock) -> Set<Int> {
    guard block.lines.count > 4 else { return [] }
    let left = block.lines.map { lines[$0].left }.min() ?? 0
    let right = block.lines.map { lines[$0].right }.max() ?? 0
    var titles = Set<Int>()
    for position in block.lines.indices.dropFirst().dropLast() {
      let line = lines[block.lines[position]]
      if line.segments.count == 1, isCentred(line.left, line.right, left, right),
        lines[block.lines[position - 1]].segments.count > 2, lines[block.lines[position + 1]].segments.count > 2
      {
        titles.insert(block.lines[position])
      }
    }
    return titles.count * 3 <= block.lines.count ? titles : []
  }

  /// Middle of the text of each column below the heads.
  private func columnCentres(_ lines: [FragmentLine], columns: Int) -> [Float] {
    var left = [Float](repeating: .infinity, count: columns)
    var right = [Float](repeating: -.infinity, count: columns)
    for line in lines.dropFirst() where !line.isBand {
      for fragment in line.fragments where fragment.columnSpan == 1 && fragment.column < columns {
        left[fragment.column] = min(left[fragment.column], fragment.left)
        right[fragment.column] = max(right[fragment.column], fragment.right)
      }
    }
    return zip(left, right).map { $0.isFinite && $1.isFinite ? ($0 + $1) / 2 : -.infinity }
  }

  /// Whether a head is aligned with the one below it, as the lines of one head are.
  private func isAligned(_ fragment: Fragment, with below: FragmentLine) -> Bool {
    below.fragments.contains {
      $0.left < fragment.right && $0.right > fragment.left
        && (abs($0.left - fragment.left) < 2 || abs($0.right - fragment.right) < 2
          || abs($0.left + $0.right - fragment.left - fragment.right) < 6)
    }
  }
}
