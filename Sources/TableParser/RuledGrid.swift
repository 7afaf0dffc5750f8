// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The frame that a group of rules makes: borders, and which of them are walls between two places of the grid.
struct RuledFrame {
  var xs: [Float]
  var ys: [Float]
  /// Whether a wall stands at `xs[column]` beside row `row`: index `column * rows + row`.
  var verticalWalls: [Bool]
  /// Whether a wall stands at `ys[row]` above column `column`: index `row * columns + column`.
  var horizontalWalls: [Bool]
  /// Whether something is drawn at `ys[row]`, so that a gap in it is meant; edges of fills alone mean nothing where there
  /// is no fill.
  var isDrawn: [Bool]
  /// Whether something is drawn at `xs[column]`, or its place is inferred from where the rules end.
  var isColumnDrawn: [Bool]
  /// Whether something is drawn between two of its columns.
  var hasDrawnColumns: Bool

  var columns: Int { xs.count - 1 }
  var rows: Int { ys.count - 1 }
  var box: Box { Box(left: xs[0], top: ys[0], right: xs[xs.count - 1], bottom: ys[ys.count - 1]) }

  /// More places than this make a drawing or graph paper, not a table.
  private static let mostPlaces = 40_000

  /// The frame of a group of rules that touch each other; nil where it encloses nothing.
  init?(_ rules: PageRules, em: Float, tolerances: Tolerances) {
    guard rules.horizontal.count + rules.vertical.count > 1 else { return nil }
    var xs = RuledFrame.clusters(rules.vertical.map(\.position), within: tolerances.sameRule)
    var ys = RuledFrame.clusters(rules.horizontal.map(\.position), within: tolerances.sameRule)
    // Missing outer borders: the inner rules run on to where the border would be.
    var virtual: (left: Bool, right: Bool, top: Bool, bottom: Bool) = (false, false, false, false)
    if rules.horizontal.count > 1 {
      let left = RuledFrame.common(rules.horizontal.map(\.from), lowest: true)
      if let left, xs.isEmpty || left < xs[0] - max(tolerances.ruleReach, 0.8 * em) {
        xs.insert(left, at: 0)
        virtual.left = true
      }
      let right = RuledFrame.common(rules.horizontal.map(\.to), lowest: false)
      if let right, xs.isEmpty || right > xs[xs.count - 1] + max(tolerances.ruleReach, 0.8 * em) {
        xs.append(right)
        virtual.right = true
      }
    }
    if rules.vertical.count > 1 {
      let top = RuledFrame.common(rules.vertical.map(\.from), lowest: true)
      if let top, ys.isEmpty || top < ys[0] - max(tolerances.ruleReach, 0.5 * em) {
        ys.insert(top, at: 0)
        virtual.top = true
      }
      let bottom = RuledFrame.common(rules.vertical.map(\.to), lowest: false)
      if let bottom, ys.isEmpty || bottom > ys[ys.count - 1] + max(tolerances.ruleReach, 0.5 * em) {
        ys.append(bottom)
        virtual.bottom = true
      }
    }
    guard xs.count > 1, ys.count > 1, (xs.count - 1) * (ys.count - 1) <= RuledFrame.mostPlaces else { return nil }
    self.xs = xs
    self.ys = ys
    hasDrawnColumns = rules.vertical.contains { !$0.isEdge }
    let columns = xs.count - 1
    let rows = ys.count - 1
    verticalWalls = [Bool](repeating: false, count: xs.count * rows)
    horizontalWalls = [Bool](repeating: false, count: ys.count * columns)
    isDrawn = [Bool](repeating: false, count: ys.count)
    isColumnDrawn = [Bool](repeating: false, count: xs.count)
    var covered = [Float](repeating: 0, count: xs.count * rows)
    for rule in rules.vertical {
      let column = RuledFrame.nearest(xs, rule.position)
      if !rule.isEdge { isColumnDrawn[column] = true }
      for row in 0..<rows {
        let part = min(rule.to, ys[row + 1]) - max(rule.from, ys[row])
        if part > 0 { covered[column * rows + row] += part }
      }
    }
    for column in xs.indices {
      for row in 0..<rows {
        let share = covered[column * rows + row] / max(ys[row + 1] - ys[row], 0.1)
        verticalWalls[column * rows + row] =
          share >= tolerances.wallShare || column == 0 && virtual.left || column == columns && virtual.right
      }
    }
    if virtual.left { isColumnDrawn[0] = true }
    if virtual.right { isColumnDrawn[columns] = true }
    covered = [Float](repeating: 0, count: ys.count * columns)
    for rule in rules.horizontal {
      let row = RuledFrame.nearest(ys, rule.position)
      if !rule.isEdge { isDrawn[row] = true }
      for column in 0..<columns {
        let part = min(rule.to, xs[column + 1]) - max(rule.from, xs[column])
        if part > 0 { covered[row * columns + column] += part }
      }
    }
    for row in ys.indices {
      for column in 0..<columns {
        let share = covered[row * columns + column] / max(xs[column + 1] - xs[column], 0.1)
        horizontalWalls[row * columns + column] =
          share >= tolerances.wallShare || row == 0 && virtual.top || row == rows && virtual.bottom
      }
    }
  }

  /// Middles of groups of positions that lie within `distance` of each other.
  static func clusters(_ positions: [Float], within distance: Float) -> [Float] {
    let sorted = positions.sorted()
    var result: [Float] = []
    var first: Float = 0
    var last: Float = 0
    for (index, position) in sorted.enumerated() {
      if index > 0, position - last <= distance, position - first <= 2 * distance {
        last = position
        result[result.count - 1] = (first + last) / 2
      } else {
        first = position
        last = position
        result.append(position)
      }
    }
    return result
  }

  /// The outermost end that at least two rules, and a third of all, share within 3 points.
  private static func common(_ ends: [Float], lowest: Bool) -> Float? {
    let sorted = lowest ? ends.sorted() : ends.sorted(by: >)
    var index = 0
    while index < sorted.count {
      let same = sorted[index...].prefix { abs($0 - sorted[index]) <= 3 }.count
      if same > 1, same * 3 >= sorted.count { return sorted[index] }
      index += same
    }
    return nil
  }

  private static func nearest(_ positions: [Float], _ position: Float) -> Int {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    if low == positions.count { return low - 1 }
    if low > 0, position - positions[low - 1] < positions[low] - position { return low - 1 }
    return low
  }

  /// The cells: places without walls between them, as rectangles, and the share of the area whose shape was none.
  func cells() -> (cells: [Grid.Cell], irregular: Float) {
    var owner = [Int](repeating: -1, count: rows * columns)
    var cells: [Grid.Cell] = []
    var irregularArea: Float = 0
    for row in 0..<rows {
      for column in 0..<columns where owner[row * columns + column] < 0 {
        // Everything that can be reached without crossing a wall.
        var region = [(row, column)]
        var inRegion: Set<Int> = [row * columns + column]
        var next = 0
        var (top, bottom, left, right) = (row, row, column, column)
        while next < region.count {
          let (r, c) = region[next]
          next += 1
          top = min(top, r)
          bottom = max(bottom, r)
          left = min(left, c)
          right = max(right, c)
          func visit(_ r: Int, _ c: Int) {
            guard owner[r * columns + c] < 0, inRegion.insert(r * columns + c).inserted else { return }
            region.append((r, c))
          }
          if c + 1 < columns, !verticalWalls[(c + 1) * rows + r] { visit(r, c + 1) }
          if c > 0, !verticalWalls[c * rows + r] { visit(r, c - 1) }
          if r + 1 < rows, !horizontalWalls[(r + 1) * columns + c] { visit(r + 1, c) }
          if r > 0, !horizontalWalls[r * columns + c] { visit(r - 1, c) }
        }
        if region.count == (bottom - top + 1) * (right - left + 1) {
          for (r, c) in region { owner[r * columns + c] = cells.count }
          cells.append(cell(row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1))
          continue
        }
        // No rectangle: rows of it become cells of their own, joined downwards where they are equally wide.
        for (r, c) in region {
          irregularArea += (xs[c + 1] - xs[c]) * (ys[r + 1] - ys[r])
        }
        var above: [Int: Int] = [:]
        for r in top...bottom {
          var c = left
          var here: [Int: Int] = [:]
          while c <= right {
            guard inRegion.contains(r * columns + c) else {
              c += 1
              continue
            }
            var end = c + 1
            while end <= right, inRegion.contains(r * columns + end), !verticalWalls[end * rows + r] { end += 1 }
            let key = c * (columns + 1) + end
            let isOpen = (c..<end).allSatisfy { !horizontalWalls[r * columns + $0] }
            if isOpen, let index = above[key] {
              cells[index].rowSpan += 1
              cells[index].box.bottom = ys[r + 1]
              here[key] = index
            } else {
              here[key] = cells.count
              cells.append(cell(row: r, column: c, rowSpan: 1, columnSpan: end - c))
            }
            for place in c..<end { owner[r * columns + place] = here[key] ?? 0 }
            c = end
          }
          above = here
        }
      }
    }
    let area = max(box.width * box.height, 1)
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return (cells, irregularArea / area)
  }

  private func cell(row: Int, column: Int, rowSpan: Int, columnSpan: Int) -> Grid.Cell {
    Grid.Cell(
      row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan,
      box: Box(left: xs[column], top: ys[row], right: xs[column + columnSpan], bottom: ys[row + rowSpan]))
  }
}

extension Grid {
  /// Deals words out to the cells by their centres; words outside are left.
  mutating func place(_ indices: [Int], of text: PageText) {
    var owner = [Int](repeating: -1, count: rowCount * columnCount)
    for (index, cell) in cells.enumerated() {
      for row in cell.row..<min(rowCount, cell.row + cell.rowSpan) {
        for column in cell.column..<min(columnCount, cell.column + cell.columnSpan) {
          owner[row * columnCount + column] = index
        }
      }
    }
    for index in indices {
      let word = text.words[index]
      let column = Grid.place(word.midX, in: columnEdges)
      let row = Grid.place(word.midY, in: rowEdges)
      let cell = owner[row * columnCount + column]
      if cell >= 0 { cells[cell].words.append(index) }
    }
  }

  /// The strip between two borders in which a position lies; the outermost for positions outside.
  static func place(_ position: Float, in edges: [Float]) -> Int {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return min(max(low - 1, 0), edges.count - 2)
  }

  /// Whether few cells hold words and no row is anywhere near full: the scale of a chart, a map, graph paper. An empty
  /// form has a row of heads at least.
  var isDrawing: Bool {
    let filled = cells.filter { !$0.words.isEmpty }
    guard cells.count > 5, filled.count * 10 < cells.count * 3 else { return false }
    var inRow = [(filled: Int, width: Int)](repeating: (0, 0), count: rowCount)
    for cell in filled where cell.row < rowCount {
      inRow[cell.row].filled += 1
      inRow[cell.row].width += cell.columnSpan
    }
    return !inRow.contains { $0.filled > 1 && $0.width * 10 >= columnCount * 6 }
  }

  /// Removes rows and columns in which no cell begins with words and that are too small for any: what doubled borders
  /// and padding leave behind.
  mutating func dropSlivers(em: Float) {
    for isRow in [true, false] {
      var position = 0
      while true {
        let edges = isRow ? rowEdges : columnEdges
        guard edges.count > 2, position < edges.count - 1 else { break }
        let size = edges[position + 1] - edges[position]
        let hasWords = cells.contains {
          (isRow ? $0.row == position && $0.rowSpan == 1 : $0.column == position && $0.columnSpan == 1)
            && !$0.words.isEmpty
        }
        // A strip that holds nothing and has no room for a line of text.
        guard size < 0.55 * em, !hasWords else {
          position += 1
          continue
        }
        removeStrip(position, isRow: isRow)
      }
    }
  }

  private mutating func removeStrip(_ position: Int, isRow: Bool) {
    var kept: [Cell] = []
    for var cell in cells {
      let start = isRow ? cell.row : cell.column
      let span = isRow ? cell.rowSpan : cell.columnSpan
      if start == position, span == 1 { continue }
      if start > position {
        if isRow { cell.row -= 1 } else { cell.column -= 1 }
      } else if start + span > position {
        if isRow { cell.rowSpan -= 1 } else { cell.columnSpan -= 1 }
      }
      kept.append(cell)
    }
    cells = kept
    if isRow {
      rowEdges.remove(at: position == 0 ? 0 : position + (position + 2 < rowEdges.count ? 1 : 0))
    } else {
      columnEdges.remove(at: position == 0 ? 0 : position + (position + 2 < columnEdges.count ? 1 : 0))
    }
  }

  /// Gives each cell the colour that covers most of it; later fills lie above earlier ones.
  mutating func colour(_ fills: [PageFill], tolerances: Tolerances) {
    guard !fills.isEmpty else { return }
    let area = box
    let near = fills.filter {
      $0.box.left < area.right && $0.box.right > area.left && $0.box.top < area.bottom && $0.box.bottom > area.top
        && $0.box.height > tolerances.thinFill && $0.box.width > tolerances.thinFill
    }.suffix(6000)
    let white = Colour.white
    var budget = 4_000_000
    for index in cells.indices {
      let cell = cells[index].box
      let size = max(cell.width * cell.height, 0.01)
      budget -= near.count
      guard budget > 0 else { return }
      for fill in near.reversed() {
        guard let part = fill.box.intersection(cell), part.width * part.height > 0.5 * size else { continue }
        cells[index].fill = fill.colour == white ? nil : fill.colour
        break
      }
    }
  }
}
