// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds running headers, footers and page numbers: lines at the edges of pages that repeat on neighbouring pages.
struct FurnitureFinder {
  /// A line at the top or bottom of a page.
  struct EdgeLine {
    /// Its letters with runs of digits masked.
    var mask: UInt64
    /// Its letters with their digits.
    var exact: UInt64
    /// Distance from the edge of the page, in points.
    var distance: Float
    /// The numbers in it, in order; of a long line the first few.
    var numbers: [Int] = []
    /// The number that may be the page's: the one after the word "page", or the first.
    var number: Int?
    /// Letters other than digits.
    var letters: Int
    var saysPage: Bool
    var segments: Int
    /// White to the next line towards the middle of the page, in points.
    var gap: Float
    /// Whether it stands within the margins of the page.
    var isInMargin: Bool
    /// Whether it stands so near the edge of the page that text seldom does.
    var isOutermost = false
    /// Whether it is set in another size than the page's text.
    var isOfOtherSize = false
    /// Whether rules or fills make it look like a row of a table.
    var isFramed: Bool
    var em: Float
    /// Whether its pieces stand where those of the lines further in do: a head above its columns.
    var isHead = false
    /// Indices in the page's words.
    var words: [Int]
    var top: Float
  }

  /// Edge lines of one page, from the edge inwards.
  struct Edges {
    var page: Int
    var top: [EdgeLine] = []
    var bottom: [EdgeLine] = []
    var pitch: Float = 12
    var isCharacterGrid = false
  }

  var tolerances: Tolerances

  /// The edge lines of one page.
  func edges(_ text: PageText, page: PageContent, bytes: UnsafeBufferPointer<UInt8>) -> Edges {
    var edges = Edges(page: page.number, pitch: text.pitch, isCharacterGrid: text.isCharacterGrid)
    let count = text.levelLines
    guard count > 0 else { return edges }
    // Lines are sorted by baseline, raised marks aside; four from each end are enough.
    for offset in 0..<min(4, count) {
      let gap = offset + 1 < count ? text.lines[offset + 1].top - text.lines[offset].bottom : .infinity
      edges.top.append(edgeLine(text, offset, gap: gap, page: page, bytes: bytes, isTop: true))
      let last = count - 1 - offset
      let gapAbove = last > 0 ? text.lines[last].top - text.lines[last - 1].bottom : .infinity
      edges.bottom.append(edgeLine(text, last, gap: gapAbove, page: page, bytes: bytes, isTop: false))
    }
    return edges
  }

  private func edgeLine(
    _ text: PageText, _ number: Int, gap: Float, page: PageContent, bytes: UnsafeBufferPointer<UInt8>, isTop: Bool
  ) -> EdgeLine {
    let line = text.lines[number]
    let height = page.height.isFinite && page.height > 0 ? page.height : 842
    var result = EdgeLine(
      mask: 0xCBF2_9CE4_8422_2325, exact: 0xCBF2_9CE4_8422_2325, distance: isTop ? line.midY : height - line.midY,
      number: nil, letters: 0, saysPage: false, segments: line.segments.count, gap: gap, isInMargin: false,
      isFramed: false, em: line.em, words: [], top: line.top)
    result.isInMargin =
      text.isCharacterGrid
      || (isTop ? line.bottom < tolerances.marginShare * height : line.top > (1 - tolerances.marginShare) * height)
    result.isOutermost =
      !text.isCharacterGrid
      && (isTop ? line.bottom < tolerances.edgeShare * height : line.top > (1 - tolerances.edgeShare) * height)
    result.isOfOtherSize = !text.isCharacterGrid && abs(line.em - text.em) > tolerances.sameSize * text.em
    read(line, of: text, page: page, bytes: bytes, into: &result)
    result.isFramed = isFramed(line, of: text, page: page)
    result.isHead = isTop && isHead(number, of: text)
    return result
  }

  /// Whether most pieces of a line, and three at least, begin or end where pieces of the next few lines do.
  private func isHead(_ number: Int, of text: PageText) -> Bool {
    let pieces = text.lines[number].segments
    guard pieces.count > 2 else { return false }
    let below = (number + 1)..<min(number + 6, text.levelLines)
    var met = Set<Int>()
    var rows = 0
    for line in below {
      let level = pieces.filter { index in
        text.lines[line].segments.contains {
          abs(text.segments[$0].left - text.segments[index].left) < 2
            || abs(text.segments[$0].right - text.segments[index].right) < 2
        }
      }
      met.formUnion(level)
      if level.count > 1 { rows += 1 }
    }
    // One line alone may be the second of a running head.
    return rows > 1 && met.count > 2 && met.count * 10 >= pieces.count * 6
  }

  /// Reads the letters and numbers of a line.
  private func read(
    _ line: Line, of text: PageText, page: PageContent, bytes: UnsafeBufferPointer<UInt8>, into result: inout EdgeLine
  ) {
    for index in line.words {
      let word = text.words[index]
      result.words.append(word.index)
      let range = page.words[word.index].span.range(in: bytes)
      var digits: Int?
      func end() {
        guard let number = digits else { return }
        if result.number == nil { result.number = number }
        if result.numbers.count < 8 { result.numbers.append(number) }
        digits = nil
      }
      for position in range {
        let byte = bytes[position]
        result.exact = (result.exact ^ UInt64(byte)) &* 0x100_0000_01B3
        if Letters.isDigit(byte) {
          if digits == nil { result.mask = (result.mask ^ 0x23) &* 0x100_0000_01B3 }
          digits = min((digits ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
        } else {
          end()
          result.letters += 1
          result.mask = (result.mask ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      }
      end()
      if range.count == 4, bytes[range.lowerBound] | 0x20 == 0x70, bytes[range.lowerBound + 1] | 0x20 == 0x61,
        bytes[range.lowerBound + 2] | 0x20 == 0x67, bytes[range.lowerBound + 3] | 0x20 == 0x65
      {
        result.saysPage = true
        // In "Action plan 2019 ... Page 3 of 23" the number that counts follows the word.
        result.number = nil
      }
    }
  }

  /// Whether rules or fills make a line look like a row of a table.
  private func isFramed(_ line: Line, of text: PageText, page: PageContent) -> Bool {
    let reach = 2.5 * line.em
    var above = false
    var below = false
    for rule in page.rulingLines where rule.box.left < line.right && rule.box.right > line.left {
      if rule.isHorizontal {
        if rule.box.bottom > line.top - reach, rule.box.top < line.midY { above = true }
        if rule.box.top < line.bottom + reach, rule.box.bottom > line.midY { below = true }
      } else if rule.box.top < line.midY, rule.box.bottom > line.midY {
        above = true
        below = true
      }
    }
    for fill in page.fills where fill.box.top < line.midY && fill.box.bottom > line.midY {
      // Shading that goes no further than a text itself is the text's, not a cell's.
      let isOwn = line.segments.contains {
        fill.box.left > text.segments[$0].left - 1.5 && fill.box.right < text.segments[$0].right + 1.5
      }
      if isOwn { continue }
      // A band that runs off the page on both sides is part of the page's design.
      if fill.box.left < line.right, fill.box.right > line.left, fill.colour != Colour.white,
        fill.box.height < 0.5 * page.height, fill.box.left > 1 || fill.box.right < page.width - 1
      {
        above = true
        below = true
      }
    }
    return above && below
  }

  /// For each page the indices of its furniture words, by kind, in reading order.
  func furniture(_ pages: [Edges]) -> [[(kind: Block.FurnitureKind, words: [Int], top: Float)]] {
    var result: [[(kind: Block.FurnitureKind, words: [Int], top: Float)]] = []
    result.reserveCapacity(pages.count)
    for (position, page) in pages.enumerated() {
      var found: [(kind: Block.FurnitureKind, words: [Int], top: Float)] = []
      for isTop in [true, false] {
        let lines = isTop ? page.top : page.bottom
        for (rank, line) in lines.enumerated() {
          guard !line.isFramed, !line.isHead else { break }
          let kind = kind(of: line, rank: rank, isTop: isTop, at: position, pages: pages)
          guard let kind else {
            // A page number may stand outside of a running header that changes; anything else ends the search.
            break
          }
          if found.contains(where: { $0.words == line.words }) { break }
          found.append((kind, line.words, line.top))
        }
      }
      result.append(found)
    }
    return result
  }

  private func kind(of line: EdgeLine, rank: Int, isTop: Bool, at position: Int, pages: [Edges]) -> Block.FurnitureKind?
  {
    let page = pages[position]
    let seen = repeats(of: line, rank: rank, isTop: isTop, at: position, pages: pages)
    let isolated = line.gap > 0.75 * page.pitch
    // Short pages let a footer rise; elsewhere it stands in the margin.
    guard line.isInMargin || rank == 0 && isolated && seen.inMargin > 1 else { return nil }
    let isPageNumber = line.letters <= 8 && line.number != nil && (line.saysPage || line.letters <= 3)
    if isPageNumber, seen.counted > 0 || (line.saysPage && isolated && line.number == page.page) {
      return seen.counted > 0 || pages.count == 1 || line.saysPage ? .pageNumber : nil
    }
    let kind: Block.FurnitureKind = isTop ? .runningHeader : .runningFooter
    // The only page, or a footer that its pages do not share: far below the text, with the number of this page.
    if !isTop, rank == 0, line.saysPage, line.number == page.page, line.gap > 2.5 * page.pitch, line.words.count < 20 {
      return kind
    }
    let standsOff = isolated || line.segments < 3 && (line.isOutermost || line.isInMargin && line.isOfOtherSize)
    if seen.same > 0 {
      // Without white below it, a line that repeats is as likely the head of a table.
      return standsOff || line.segments < 3 && seen.same == seen.near && seen.near > 1 ? kind : nil
    }
    // "Priority 1" and "Priority 2" at the top of two pages are headings; nothing of the kind stands at the foot.
    let isSaid = !isTop || line.saysPage || line.letters > 24 || line.letters <= 3 || line.segments > 1
    return seen.counted > 0 && standsOff && isSaid ? kind : nil
  }

  /// How often a line comes again on the pages around: as it is, with numbers that step with the page, on how many pages
  /// there may be one, and how often in the margin.
  private func repeats(
    of line: EdgeLine, rank: Int, isTop: Bool, at position: Int, pages: [Edges]
  ) -> (same: Int, counted: Int, near: Int, inMargin: Int) {
    let page = pages[position]
    var seen = (same: 0, counted: 0, near: 0, inMargin: 0)
    for offset in [-2, -1, 1, 2] where pages.indices.contains(position + offset) {
      seen.near += 1
      let other = pages[position + offset]
      let match = (isTop ? other.top : other.bottom).enumerated().first { otherRank, candidate in
        guard candidate.mask == line.mask else { return false }
        if page.isCharacterGrid { return otherRank == rank }
        return abs(candidate.distance - line.distance) <= tolerances.sameHeight
          || rank == 0 && otherRank == 0 && line.letters > 7
      }
      guard let match = match?.element else { continue }
      if match.exact == line.exact {
        seen.same += 1
      } else if steps(line.numbers, to: match.numbers, from: page.page, by: other.page - page.page) {
        seen.counted += 1
      } else {
        continue
      }
      if match.isInMargin { seen.inMargin += 1 }
    }
    return seen
  }

  /// Whether the numbers of two lines are the same but for those that step with the page. A year is a date, not a page.
  private func steps(_ numbers: [Int], to others: [Int], from page: Int, by pages: Int) -> Bool {
    guard numbers.count == others.count else { return false }
    var isCounted = false
    for (number, other) in zip(numbers, others) where number != other {
      guard other - number == pages, !(1990...2100).contains(number) || number == page else { return false }
      isCounted = true
    }
    return isCounted
  }
}
