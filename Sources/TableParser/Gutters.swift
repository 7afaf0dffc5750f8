// SPDX-License-Identifier: GPL-3.0-or-later

/// A white strip between two columns.
struct Gutter {
  var left: Float
  var right: Float
  /// Lines that have a wide gap here, with words on both sides.
  var support: Int
  /// Lines whose words cross it.
  var crossings: Int
  /// Whether a line that agrees with at least two other strips has a wide gap here: a row of heads, say.
  var isHeaded = false

  var middle: Float { (left + right) / 2 }
  var width: Float { right - left }
}

/// A run of lines that share white strips: the ground on which a table without rules is looked for.
struct TextBlock {
  /// Indices into ``PageText/lines``, from top to bottom.
  var lines: [Int]
  /// Those of the lines that run across columns: bands, titles inside a table.
  var bands: Set<Int>
  var gutters: [Gutter]
}

extension PageText {
  /// The white between the words of a line, wide and narrow, with the open margins at both ends.
  func gaps(ofLine number: Int, atLeast width: Float) -> [(left: Float, right: Float)] {
    let line = lines[number]
    var gaps: [(left: Float, right: Float)] = [(-.infinity, line.left)]
    var reach = line.left
    for index in line.words {
      if words[index].left - reach >= width { gaps.append((reach, words[index].left)) }
      reach = max(reach, words[index].right)
    }
    gaps.append((line.right, .infinity))
    return gaps
  }

  /// The gaps between the segments of a line.
  func wideGaps(ofLine number: Int) -> [(left: Float, right: Float)] {
    let line = lines[number]
    guard line.segments.count > 1 else { return [] }
    return line.segments.dropFirst().map { (segments[$0 - 1].right, segments[$0].left) }
  }

  /// Runs of lines that share white strips, from top to bottom.
  ///
  /// A run starts at a line with a wide gap and grows while lines leave its strips free. Up to three lines may cross them
  /// (a band between two rows) if lines that respect them follow.
  func textBlocks(among numbers: [Int], tolerances: Tolerances) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var position = 0
    while position < numbers.count {
      guard lines[numbers[position]].segments.count > 1, !opensCaption(numbers[position]) else {
        position += 1
        continue
      }
      var (block, next) = grow(numbers, from: position, tolerances: tolerances)
      if blocks.isEmpty, numbers[0] == 0 {
        block.lines = cutRow(Array(numbers[..<position]), above: block) + block.lines
      }
      if block.lines.count > 1, !block.gutters.isEmpty { blocks.append(block) }
      position = max(position + 1, next)
    }
    return blocks
  }

  /// The lines at the top of a page that end a row which the page before began: each stands in one column of the run below.
  ///
  /// One cell alone went on, so that none of them has a wide gap.
  private func cutRow(_ leading: [Int], above block: TextBlock) -> [Int] {
    guard (1...12).contains(leading.count), block.lines.count > 1 else { return [] }
    let gutters = settledGutters(block)
    guard gutters.count > 1 else { return [] }
    let edges = [-Float.infinity] + gutters.map(\.middle) + [.infinity]
    let starts = columnStarts(block, edges: edges)
    var below = lines[block.lines[0]]
    for number in leading.reversed() {
      let line = lines[number]
      let column = Grid.place(line.left, in: edges)
      guard line.segments.count == 1, line.right < edges[column + 1], abs(line.left - starts[column]) < 1.2 * em,
        below.top - line.bottom < 1.2 * line.em,
        column > 0 || words[line.words.lowerBound].start == .lower
      else { return [] }
      below = line
    }
    return leading
  }

  private func grow(_ numbers: [Int], from start: Int, tolerances: Tolerances) -> (TextBlock, Int) {
    let narrow = tolerances.narrowestGutter * em
    var accepted = [numbers[start]]
    var bands = Set<Int>()
    var gutters = wideGaps(ofLine: numbers[start]).map {
      Gutter(
        left: $0.left, right: $0.right, support: 1, crossings: 0, isHeaded: lines[numbers[start]].segments.count > 3)
    }
    var pending: [Int] = []
    var next = start + 1
    var position = start + 1
    while position < numbers.count {
      let number = numbers[position]
      let line = lines[number]
      let above = lines[pending.last ?? accepted[accepted.count - 1]]
      if line.top - above.bottom > tolerances.tableBreak * max(above.em, em) { break }
      // A line alone after much white is the title of what follows.
      if line.segments.count == 1, line.top - above.bottom > 0.55 * tolerances.tableBreak * max(above.em, em) { break }
      // So is one in larger letters.
      if line.segments.count == 1, line.em > 1.15 * max(above.em, em),
        line.top - above.bottom > 1.2 * em
      {
        break
      }
      // What is named "Table 3" or "Source:" is above or below a table.
      if opensCaption(number) || line.segments.count == 1 && opensNote(number) { break }
      let gaps = gaps(ofLine: number, atLeast: narrow)
      let wide = wideGaps(ofLine: number)
      var shrunk = gutters
      var conflicts = 0
      var matched = 0
      for index in shrunk.indices {
        var best: (left: Float, right: Float)?
        for gap in gaps {
          let left = max(gap.left, shrunk[index].left)
          let right = min(gap.right, shrunk[index].right)
          if right - left >= narrow, right - left > (best.map { $0.right - $0.left } ?? 0) { best = (left, right) }
        }
        guard let best else {
          conflicts += 1
          shrunk[index].crossings += 1
          continue
        }
        shrunk[index].left = best.left
        shrunk[index].right = best.right
        if wide.contains(where: { $0.left <= best.left && $0.right >= best.right }) {
          matched += 1
          shrunk[index].support += 1
        }
      }
      if line.segments.count > 3, matched > 1, conflicts == 0 {
        for index in shrunk.indices where shrunk[index].support > 0 {
          shrunk[index].isHeaded =
            shrunk[index].isHeaded || wide.contains { $0.left <= shrunk[index].left && $0.right >= shrunk[index].right }
        }
      }
      // Wide gaps where the run has no strip yet: a column that the lines above left empty, or another table.
      var added: [Gutter] = []
      var refused = 0
      for gap in wide where !shrunk.contains(where: { $0.left < gap.right && $0.right > gap.left }) {
        var left = gap.left
        var right = gap.right
        var crossings = 0
        for earlier in accepted.suffix(60) where !bands.contains(earlier) {
          let span = freeSpan(ofLine: earlier, within: (left, right), atLeast: narrow)
          if let span { (left, right) = span } else { crossings += 1 }
        }
        if crossings <= max(1, accepted.count / 8), conflicts == 0 || crossings == 0 {
          added.append(
            Gutter(
              left: left, right: right, support: 1, crossings: crossings,
              isHeaded: line.segments.count > 3 && matched > 1 && conflicts == 0))
        } else {
          refused += 1
        }
      }
      if refused > matched, line.segments.count > 2 || matched == 0 {
        next = pending.isEmpty ? position : position - pending.count
        return (TextBlock(lines: accepted, bands: bands, gutters: gutters), max(start + 1, next))
      }
      let isMulti = line.segments.count > 1
      let fits =
        conflicts == 0 && (!isMulti || matched > 0 || !added.isEmpty)
        || isMulti && matched > 0 && conflicts <= max(1, gutters.count / 2)
      if fits, pending.isEmpty || isMulti && (matched * 2 >= min(gutters.count, 3) || matched > 1) {
        for band in pending {
          accepted.append(band)
          bands.insert(band)
        }
        pending = []
        accepted.append(number)
        gutters = shrunk
        for gutter in added { gutters.append(gutter) }
        gutters.sort { $0.left < $1.left }
        next = position + 1
      } else {
        pending.append(number)
        if pending.count > 4 { break }
      }
      position += 1
    }
    return (TextBlock(lines: accepted, bands: bands, gutters: gutters), next)
  }

  /// The widest free part of a stretch of a line.
  private func freeSpan(
    ofLine number: Int, within stretch: (left: Float, right: Float), atLeast width: Float
  ) -> (left: Float, right: Float)? {
    var best: (left: Float, right: Float)?
    var reach = -Float.infinity
    func consider(_ left: Float, _ right: Float) {
      let (left, right) = (max(left, stretch.left), min(right, stretch.right))
      if right - left >= width, right - left > (best.map { $0.right - $0.left } ?? 0) { best = (left, right) }
    }
    for index in lines[number].words {
      if words[index].left - reach >= width { consider(reach, words[index].left) }
      reach = max(reach, words[index].right)
      if reach > stretch.right { break }
    }
    consider(reach, .infinity)
    return best
  }
}
