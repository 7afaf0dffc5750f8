// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension PageText {
  /// The grid of a run of lines that share white strips; nil where they are no table.
  func textGrid(_ block: TextBlock, rules: [Rule], tolerances: Tolerances) -> Grid? {
    measured(by: block.lines).measuredGrid(block, rules: rules, tolerances: tolerances)
  }

  private func measuredGrid(_ block: TextBlock, rules: [Rule], tolerances: Tolerances) -> Grid? {
    var block = block
    let heights = clip(&block, to: rules)
    block.gutters = settledGutters(block)
    trim(&block)
    guard block.lines.count > 1, !block.gutters.isEmpty else { return nil }
    let left = block.lines.map { lines[$0].left }.min() ?? 0
    let right = block.lines.map { lines[$0].right }.max() ?? 0
    let edges = [left - 1] + block.gutters.map(\.middle) + [right + 1]
    let starts = columnStarts(block, edges: edges)
    var dealt = fragments(
      ofLines: block.lines, edges: edges, gutters: block.gutters, bands: block.bands, starts: starts)
    widenHeads(&dealt, columns: edges.count - 1, rules: rules)
    markTitles(&dealt, edges: edges)
    var finder = RowFinder(text: self, tolerances: tolerances, edges: edges, rules: heights)
    if let head = dealt.first, head.fragments.count > 2, head.fragments.count * 4 >= (edges.count - 1) * 3,
      head.fragments.allSatisfy({ $0.words.count < 5 })
    {
      finder.headLine = head.number
    }
    finder.isStriped = isStriped(block, dealt, columns: edges.count - 1, rules: rules)
    let rowStarts = finder.rowStarts(dealt)
    guard isTable(dealt, rowStarts: rowStarts, columns: edges.count - 1, gutters: block.gutters) else { return nil }
    return grid(dealt, rowStarts: rowStarts, edges: edges, origin: .text)
  }

  /// Takes off lines above the first and below the last of the rules that run across the block, where there are three or
  /// more (above the heads, below them, at the end), and gives the heights of those in between.
  private func clip(_ block: inout TextBlock, to rules: [Rule]) -> [Float] {
    guard let first = block.lines.first, let last = block.lines.last, !rules.isEmpty else { return [] }
    let left = block.lines.map { lines[$0].left }.min() ?? 0
    let right = block.lines.map { lines[$0].right }.max() ?? 0
    let across = rules.filter {
      min($0.to, right) - max($0.from, left) > 0.6 * (right - left) && $0.position > lines[first].top - 2 * em
        && $0.position < lines[last].bottom + 2 * em
    }
    // Edges of fills part rows, but the first and last row may have no fill.
    let drawn = across.filter { !$0.isEdge }.map(\.position)
    if drawn.count > 2, let top = drawn.first, let bottom = drawn.last {
      let heads = headsAbove(top, of: block)
      let keepsEnd = lines[block.lines.first { lines[$0].midY > bottom } ?? last].segments.count > 2
      block.lines.removeAll {
        lines[$0].midY < top && !heads.contains($0) || lines[$0].midY > bottom && !keepsEnd
      }
    }
    return across.map(\.position) + stackedEdges(rules, of: block, left: left, right: right)
  }

  /// The borders between grounds that stand upon each other in one narrow column, from the first rows of the block to its
  /// end: a status in colour in each row says where the rows begin.
  private func stackedEdges(_ rules: [Rule], of block: TextBlock, left: Float, right: Float) -> [Float] {
    guard let first = block.lines.first, let last = block.lines.last else { return [] }
    let narrow = rules.filter {
      $0.isEdge && $0.length < 0.2 * (right - left) && $0.from > left && $0.from < right + 20 * em
        && $0.position > lines[first].top - em && $0.position < lines[last].bottom + 2 * em
    }
    var best: [Float] = []
    var start = 0
    let sorted = narrow.sorted { ($0.from, $0.position) < ($1.from, $1.position) }
    while start < sorted.count {
      let stack = sorted[start...].prefix { $0.from - sorted[start].from < 1 && abs($0.to - sorted[start].to) < 1 }
      start += stack.count
      var borders: [Float] = []
      for position in stack.map(\.position).sorted() where position - (borders.last ?? -.infinity) > em {
        borders.append(position)
      }
      guard borders.count > 2, borders.count > best.count, let end = borders.last, end > lines[last].midY else {
        continue
      }
      let heights = zip(borders, borders.dropFirst()).map { $1 - $0 }.sorted()
      if let most = heights.last, most < 5 * heights[heights.count / 2] { best = borders }
    }
    return best
  }

  /// Whether every second row of a block has a ground of its own: edges of fills, about as far from each other as rows of
  /// one table are, from its first line to its last, and two full rows below each other at least. Heads and titles may have
  /// grounds without that their rows have any.
  private func isStriped(_ block: TextBlock, _ dealt: [FragmentLine], columns: Int, rules: [Rule]) -> Bool {
    guard let first = block.lines.first, let last = block.lines.last else { return false }
    let left = block.lines.map { lines[$0].left }.min() ?? 0
    let right = block.lines.map { lines[$0].right }.max() ?? 0
    let across = rules.filter {
      min($0.to, right) - max($0.from, left) > 0.8 * (right - left) && $0.position > lines[first].top - 2 * em
        && $0.position < lines[last].bottom + 2 * em
    }
    guard across.count > 3, across.allSatisfy(\.isEdge) else { return false }
    var borders = [across[0].position]
    for edge in across where edge.position - borders[borders.count - 1] > em { borders.append(edge.position) }
    let isOpen = lines[last].midY > borders[borders.count - 1]
    // The last row may have no ground, nor the head.
    if isOpen { borders.append(lines[last].bottom) }
    if lines[first].midY < borders[0] { borders.insert(lines[first].top, at: 0) }
    let heights = zip(borders, borders.dropFirst()).map { $1 - $0 }
    guard heights.count > 3, let least = (isOpen ? heights.dropLast() : heights[...]).min(), let most = heights.max(),
      most < 4 * least
    else { return false }
    let isFull = zip(borders, borders.dropFirst()).dropFirst().map { top, bottom in
      var filled = Set<Int>()
      for line in dealt where (line.top + line.bottom) / 2 > top && (line.top + line.bottom) / 2 < bottom {
        for fragment in line.fragments { filled.insert(fragment.column) }
      }
      return filled.count * 10 >= columns * 6
    }
    return zip(isFull, isFull.dropFirst()).contains { $0 && $1 }
  }

  /// The lines of heads that stand above the first rule: some tables draw their first rule below the heads.
  private func headsAbove(_ rule: Float, of block: TextBlock) -> Set<Int> {
    var heads: Set<Int> = []
    var waiting: [Int] = []
    for number in block.lines.reversed() where lines[number].midY < rule {
      // A head of two lines may leave its second line to one column; four lines above the rule are no heads.
      guard rule - lines[number].bottom < 4 * em, waiting.count < 3 else { break }
      waiting.append(number)
      if lines[number].segments.count > 2 || lines[number].segments.count > 1 && rule - lines[number].bottom < em {
        heads.formUnion(waiting)
        waiting = []
      }
    }
    return heads
  }

  /// The gutters of a run of lines once all its lines have voted.
  func settledGutters(_ block: TextBlock) -> [Gutter] {
    var block = block
    block.bands.formUnion(titleLines(block))
    block.gutters = votedGutters(block)
    return usefulGutters(block)
  }

  /// The gutters with evidence enough, without those that only part a bullet from its text.
  private func usefulGutters(_ block: TextBlock) -> [Gutter] {
    let body = block.lines.count - block.bands.count
    var kept = block.gutters.filter {
      $0.support >= 2 && $0.crossings <= max(1, body / 6)
        || $0.support == 1 && body <= 3 && $0.crossings == 0 && $0.width > 1.5 * em
        || $0.isHeaded && $0.crossings == 0
    }
    dropThinColumns(&kept, block: block)
    dropWordSpaces(&kept, block: block)
    var index = 0
    while index < kept.count {
      let left = index == 0 ? -Float.infinity : kept[index - 1].middle
      let right = kept[index].middle
      let next = index + 1 < kept.count ? kept[index + 1].middle : Float.infinity
      var bullets = 0
      var others = 0
      var isMoney = false
      var filled = 0
      for number in block.lines where !block.bands.contains(number) {
        var hasText = false
        for word in lines[number].words where words[word].midX > left && words[word].midX < right {
          if words[word].isCurrency, !isMoney {
            // Heads above the first sign may reach over its column.
            isMoney = true
            others = 0
          }
          if words[word].isBullet || words[word].isCurrency { bullets += 1 } else { others += 1 }
          hasText = true
        }
        let follows = lines[number].words.contains { words[$0].midX > right && words[$0].midX < next }
        if hasText, follows { filled += 1 }
      }
      if bullets > 0, others * 4 <= bullets || others == 0 {
        kept.remove(at: index)
      } else {
        index += 1
      }
    }
    return kept
  }

  /// Removes gutters that are word spaces which happen to stand above each other: the text on the right never stands
  /// alone, and where both sides have text there is no more than a word space between.
  private func dropWordSpaces(_ gutters: inout [Gutter], block: TextBlock) {
    var index = 0
    while index < gutters.count {
      let left = index == 0 ? -Float.infinity : gutters[index - 1].middle
      let middle = gutters[index].middle
      let right = index + 1 < gutters.count ? gutters[index + 1].middle : Float.infinity
      var both = 0
      var wide = 0
      var alone = 0
      var widest: Float = 0
      var crossing = 0
      for number in block.lines where !block.bands.contains(number) {
        let inLeft = lines[number].words.contains { words[$0].midX > left && words[$0].midX < middle }
        let inRight = lines[number].words.contains { words[$0].midX > middle && words[$0].midX < right }
        if lines[number].words.contains(where: { words[$0].left < middle - 0.1 && words[$0].right > middle + 0.1 }) {
          crossing += 1
        }
        guard inRight else { continue }
        if !inLeft {
          alone += 1
        } else {
          both += 1
          let before = lines[number].words.last { words[$0].midX < middle }
          let after = lines[number].words.first { words[$0].midX > middle }
          if let before, let after { widest = max(widest, words[after].left - words[before].right) }
          if wideGaps(ofLine: number).contains(where: { $0.left < middle && $0.right > middle }) { wide += 1 }
        }
      }
      if wide * 4 < both, alone * 2 < both,
        both < 4 || crossing * 4 > both || widest < 0.6 * em
      {
        gutters.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Removes the weaker gutter of columns that hold next to nothing: a gap that one shifted line has made.
  private func dropThinColumns(_ gutters: inout [Gutter], block: TextBlock) {
    let body = block.lines.count - block.bands.count
    var index = 0
    while index + 1 < gutters.count {
      let (left, right) = (gutters[index].middle, gutters[index + 1].middle)
      var filled = 0
      var isHeaded = false
      for number in block.lines where !block.bands.contains(number) {
        if lines[number].words.contains(where: { words[$0].midX > left && words[$0].midX < right }) {
          filled += 1
          // The row of heads names this column.
          if lines[number].segments.count > 3, gutters[index].isHeaded, gutters[index + 1].isHeaded { isHeaded = true }
        }
      }
      if filled * 20 < body || filled < 2 && !isHeaded {
        if isHeaded {
          index += 1
          continue
        }
        let (one, other) = (gutters[index], gutters[index + 1])
        let isWeaker =
          one.crossings != other.crossings
          ? one.crossings > other.crossings : (one.support, one.width) < (other.support, other.width)
        gutters.remove(at: isWeaker ? index : index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Takes lines off the end that stand in the first column only and do not go on from the line above.
  private func trim(_ block: inout TextBlock) {
    guard let first = block.gutters.first else { return }
    while let number = block.lines.last, block.lines.count > 1 {
      let line = lines[number]
      let above = lines[block.lines[block.lines.count - 2]]
      if line.segments.count == 1,
        block.gutters.contains(where: { $0.left > line.left && $0.right < line.right })
      {
        // Running text below the table that crosses its columns.
        block.lines.removeLast()
        continue
      }
      guard line.segments.count == 1, line.right < first.left + 0.5 else { break }
      let aboveIsOpen =
        above.segments.count >= 1 && segments[above.segments.lowerBound].right <= first.right
        && segments[above.segments.lowerBound].left < first.left
      let near = line.bottom - above.bottom < 1.35 * pitch
      let continues = words[line.words.lowerBound].start == .lower
      if near, aboveIsOpen, continues || above.segments.count > 1 { break }
      block.lines.removeLast()
    }
  }

  /// Where the text of each column usually begins.
  func columnStarts(_ block: TextBlock, edges: [Float]) -> [Float] {
    var lefts = [[Float]](repeating: [], count: edges.count - 1)
    for number in block.lines where !block.bands.contains(number) {
      for index in lines[number].segments {
        let segment = segments[index]
        for column in lefts.indices where segment.left >= edges[column] && segment.left < edges[column + 1] {
          lefts[column].append(segment.left)
        }
      }
    }
    return lefts.enumerated().map { column, values in
      guard !values.isEmpty else { return edges[column] }
      return values.sorted()[values.count / 2]
    }
  }

  /// Whether dealt lines look like rows and columns rather than running text in columns or a list.
  func isTable(_ dealt: [FragmentLine], rowStarts: [Int], columns: Int, gutters: [Gutter]) -> Bool {
    guard columns > 1, rowStarts.count > 1 else { return false }
    var filled = [Int](repeating: 0, count: columns)
    var shared = 0
    for line in dealt where !line.isBand {
      for fragment in line.fragments where fragment.column < columns { filled[fragment.column] += 1 }
      if line.fragments.count > 1 { shared += 1 }
    }
    guard filled.filter({ $0 > 0 }).count > 1, shared > 1, !isSideBySide(dealt, columns: columns) else { return false }
    // Running text in columns: nearly every line is full in every column, goes on in small letters, and rows are rare.
    let body = dealt.filter { !$0.isBand }
    if body.count > 5, rowStarts.count * 4 <= body.count + 3, filled.allSatisfy({ $0 * 100 >= body.count * 82 }) {
      var lower = 0
      var all = 0
      for line in body {
        for fragment in line.fragments where fragment.words.count > 2 {
          all += 1
          if words[fragment.words.lowerBound].start == .lower { lower += 1 }
        }
      }
      if lower * 10 > all * 4 { return false }
    }
    if columns == 2 {
      // Running text in two columns: nearly all lines are full on both sides and rows are rare.
      if dealt.count > 7, rowStarts.count * 4 < dealt.count, filled[0] * 10 > dealt.count * 8,
        filled[1] * 10 > dealt.count * 8
      {
        return false
      }
      // A numbered list.
      let numbered = dealt.filter { line in
        guard let fragment = line.fragments.first, fragment.column == 0 else { return false }
        return fragment.words.count == 1 && fragment.right - fragment.left < 3 * em
      }
      if numbered.count == filled[0], gutters[0].width < 3 * em { return false }
      if isList(dealt, labels: numbered.count, of: filled[0]), gutters[0].width < 3 * em { return false }
    }
    if columns == 3, dealt.count > 10, rowStarts.count * 5 < dealt.count,
      filled.allSatisfy({ $0 * 10 > dealt.count * 8 })
    {
      return false
    }
    return true
  }

  /// Whether lines in two columns are a list with labels of several kinds, "(a)", "2.", a bullet, and long items.
  private func isList(_ dealt: [FragmentLine], labels: Int, of filled: Int) -> Bool {
    guard !isCharacterGrid, labels > 1, labels * 10 >= filled * 6 else { return false }
    let items = dealt.compactMap { line in line.fragments.first { $0.column == 1 } }
    let count = items.reduce(0) { $0 + $1.words.count }
    return count > 5 * items.count
  }

  /// Builds the grid of dealt lines.
  func grid(_ dealt: [FragmentLine], rowStarts: [Int], edges: [Float], origin: PageAnalysis.Origin) -> Grid {
    let columns = edges.count - 1
    var rowEdges: [Float] = []
    for (row, start) in rowStarts.enumerated() {
      if row == 0 {
        rowEdges.append(dealt[start].top - 1)
      } else {
        let above = dealt[rowStarts[row - 1]..<start].map(\.bottom).max() ?? dealt[start].top
        rowEdges.append(max((above + dealt[start].top) / 2, (rowEdges.last ?? 0) + 0.1))
      }
    }
    rowEdges.append(max((dealt.map(\.bottom).max() ?? 0) + 1, (rowEdges.last ?? 0) + 0.1))
    var grid = Grid(origin: origin, columnEdges: edges, rowEdges: rowEdges, cells: [])
    for row in rowStarts.indices {
      let end = row + 1 < rowStarts.count ? rowStarts[row + 1] : dealt.count
      var owner = [Int](repeating: -1, count: columns)
      var cells: [Grid.Cell] = []
      let isBand = dealt[rowStarts[row]].isBand && dealt[rowStarts[row]].fragments.count == 1
      for line in dealt[rowStarts[row]..<end] {
        for fragment in line.fragments {
          var from = min(fragment.column, columns - 1)
          var to = min(columns, fragment.column + fragment.columnSpan)
          if isBand {
            from = 0
            to = columns
          }
          if let index = (from..<to).lazy.map({ owner[$0] }).first(where: { $0 >= 0 }) {
            // A line that spans more than the lines before it widens the cell where its neighbours are free.
            cells[index].words.append(contentsOf: fragment.words)
            for column in from..<to where owner[column] < 0 {
              owner[column] = index
              cells[index].columnSpan = max(cells[index].columnSpan, column - cells[index].column + 1)
            }
            continue
          }
          var box = words[fragment.words.lowerBound].box
          box.left = edges[from]
          box.right = edges[to]
          box.top = rowEdges[row]
          box.bottom = rowEdges[row + 1]
          for column in from..<to { owner[column] = cells.count }
          cells.append(
            Grid.Cell(row: row, column: from, columnSpan: to - from, box: box, words: Array(fragment.words)))
        }
      }
      for column in 0..<columns where owner[column] < 0 {
        cells.append(
          Grid.Cell(
            row: row, column: column,
            box: Box(left: edges[column], top: rowEdges[row], right: edges[column + 1], bottom: rowEdges[row + 1])))
      }
      cells.sort { $0.column < $1.column }
      // Cells widened over a neighbour: keep the grid free of overlaps.
      var reach = 0
      for index in cells.indices {
        let next = index + 1 < cells.count ? cells[index + 1].column : columns
        cells[index].columnSpan = max(1, min(cells[index].columnSpan, next - cells[index].column))
        cells[index].box.right = edges[min(columns, cells[index].column + cells[index].columnSpan)]
        reach = max(reach, cells[index].column + cells[index].columnSpan)
      }
      grid.cells.append(contentsOf: cells)
    }
    return grid
  }

  /// How well a grid of white space fits: the share of its cells that hold words, half of it for rows with a first cell.
  func score(_ grid: Grid) -> Float {
    let filled = grid.cells.filter { !$0.words.isEmpty }
    let keyed = filled.filter { $0.column == 0 }.count
    return 0.5 * Float(filled.count) / Float(max(grid.cells.count, 1)) + 0.5 * Float(keyed)
      / Float(max(grid.rowCount, 1))
  }
}
