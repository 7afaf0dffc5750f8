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
    /// Height, in points.
    var y: Float
    /// The number in it, if it has exactly one or two ("3", "3 of 23"): the first.
    var number: Int?
    /// Letters other than digits.
    var letters: Int
    var saysPage: Bool
    var segments: Int
    /// White to the next line towards the middle of the page, in points.
    var gap: Float
    /// Whether it stands within the margins of the page.
    var isInMargin: Bool
    /// Whether rules or fills make it look like a row of a table.
    var isFramed: Bool
    var em: Float
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
    var result = EdgeLine(
      mask: 0xCBF2_9CE4_8422_2325, exact: 0xCBF2_9CE4_8422_2325, y: line.midY, number: nil, letters: 0,
      saysPage: false, segments: line.segments.count, gap: gap, isInMargin: false, isFramed: false, em: line.em,
      words: [],
      top: line.top)
    let height = page.height.isFinite && page.height > 0 ? page.height : 842
    result.isInMargin =
      text.isCharacterGrid
      || (isTop ? line.bottom < tolerances.marginShare * height : line.top > (1 - tolerances.marginShare) * height)
    var numbers = 0
    for index in line.words {
      let word = text.words[index]
      result.words.append(word.index)
      let range = page.words[word.index].span.range(in: bytes)
      var digits: Int?
      for position in range {
        let byte = bytes[position]
        result.exact = (result.exact ^ UInt64(byte)) &* 0x100_0000_01B3
        if Letters.isDigit(byte) {
          if digits == nil { result.mask = (result.mask ^ 0x23) &* 0x100_0000_01B3 }
          digits = min((digits ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
        } else {
          if let digits, numbers == 0 { result.number = digits }
          if digits != nil { numbers += 1 }
          digits = nil
          result.letters += 1
          result.mask = (result.mask ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      }
      if let digits, numbers == 0 { result.number = digits }
      if digits != nil { numbers += 1 }
      if range.count == 4, bytes[range.lowerBound] | 0x20 == 0x70, bytes[range.lowerBound + 1] | 0x20 == 0x61,
        bytes[range.lowerBound + 2] | 0x20 == 0x67, bytes[range.lowerBound + 3] | 0x20 == 0x65
      {
        result.saysPage = true
        // In "Action plan 2019 ... Page 3 of 23" the number that counts follows the word.
        numbers = 0
        result.number = nil
      }
    }
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
      if fill.box.left < line.right, fill.box.right > line.left, fill.colour != Colour.white,
        fill.box.height < 0.5 * height
      {
        above = true
        below = true
      }
    }
    result.isFramed = above && below
    return result
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
          guard !line.isFramed else { break }
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
    var same = 0
    var counted = 0
    var near = 0
    for offset in [-2, -1, 1, 2] where pages.indices.contains(position + offset) {
      near += 1
      let other = pages[position + offset]
      let candidates = isTop ? other.top : other.bottom
      let match = candidates.enumerated().first { otherRank, candidate in
        candidate.mask == line.mask
          && (page.isCharacterGrid ? otherRank == rank : abs(candidate.y - line.y) <= tolerances.sameHeight)
      }
      guard let match else { continue }
      if match.element.exact == line.exact {
        same += 1
      } else if let number = line.number, let otherNumber = match.element.number,
        otherNumber - number == other.page - page.page
      {
        counted += 1
      }
    }
    let isolated = line.gap > 0.75 * page.pitch
    let isPageNumber = line.letters <= 8 && line.number != nil && (line.saysPage || line.letters <= 3)
    guard line.isInMargin else { return nil }
    if isPageNumber, counted > 0 || (line.saysPage && isolated && line.number == page.page) {
      return counted > 0 || pages.count == 1 || line.saysPage ? .pageNumber : nil
    }
    let kind: Block.FurnitureKind = isTop ? .runningHeader : .runningFooter
    // The only page, or a footer that its pages do not share: far below the text, with the number of this page.
    if !isTop, rank == 0, line.saysPage, line.number == page.page, line.gap > 2.5 * page.pitch, line.words.count < 20 {
      return kind
    }
    if same > 0 {
      // Without white below it, a line that repeats is as likely the head of a table.
      if isolated || line.segments < 3 && same == near && near > 1 { return kind }
      return nil
    }
    if counted > 0, isolated, line.saysPage || line.letters > 24 || line.letters <= 3 || line.segments > 1 {
      return kind
    }
    return nil
  }
}
