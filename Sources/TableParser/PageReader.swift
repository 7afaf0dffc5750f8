// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads one page into drafts, in reading order.
struct PageReader {
  var tolerances: Tolerances
  var vocabulary: Vocabulary
  var sizes: HeadingSizes

  /// The page's pieces.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - text: its words on lines.
  ///   - furniture: words that frame the page, by kind.
  func read(
    _ page: PageContent, furniture: [(kind: Block.FurnitureKind, words: [Int], top: Float)],
    bytes: UnsafeBufferPointer<UInt8>
  ) -> [DraftBlock] {
    var framed = Set<Int>()
    for piece in furniture { framed.formUnion(piece.words) }
    let text = PageText(page, bytes: bytes, tolerances: tolerances, without: framed)
    var elements: [PageElement] = []
    let found = TableFinder(tolerances: tolerances).tables(text, page: page, bytes: bytes, framed: framed)
    for (grid, source) in found.grids {
      let maker = ParagraphMaker(
        text: source, page: page, bytes: bytes, vocabulary: vocabulary, tolerances: tolerances)
      let draft = TableDraft(grid, text: source, page: page, maker: maker)
      elements.append(PageElement(box: draft.box, blocks: [.table(draft)]))
    }
    let boxes = found.grids.map(\.grid.box)
    for part in found.parts {
      let maker = ParagraphMaker(
        text: part.text, page: page, bytes: bytes, vocabulary: vocabulary, tolerances: tolerances)
      elements.append(contentsOf: ProseReader(maker: maker, sizes: sizes).elements(part, tables: boxes))
    }
    var blocks: [DraftBlock] = []
    let whole = ParagraphMaker(text: text, page: page, bytes: bytes, vocabulary: vocabulary, tolerances: tolerances)
    let body = rejoined(
      PageElement.inReadingOrder(elements, columns: found.parts.compactMap(\.column)).flatMap(\.blocks))
    let middle = (page.height.isFinite ? page.height : 842) / 2
    for piece in furniture where piece.kind == .runningHeader || piece.kind == .pageNumber && piece.top < middle {
      if let draft = framePiece(piece.words, page: page, bytes: bytes) { blocks.append(.furniture(piece.kind, draft)) }
    }
    blocks.append(contentsOf: withMargins(body, page: page, em: text.em))
    for index in whole.text.loose where !framed.contains(index) {
      if let draft = framePiece([index], page: page, bytes: bytes) { blocks.append(.loose(draft)) }
    }
    for piece in furniture.reversed()
    where !(piece.kind == .runningHeader || piece.kind == .pageNumber && piece.top < middle) {
      if let draft = framePiece(piece.words, page: page, bytes: bytes) { blocks.append(.furniture(piece.kind, draft)) }
    }
    return blocks
  }

  /// Blocks with those tables of layout text joined that follow each other without a line between, on the same columns:
  /// one cell that overran its column has parted them.
  private func rejoined(_ blocks: [DraftBlock]) -> [DraftBlock] {
    var result: [DraftBlock] = []
    for block in blocks {
      if case .table(let next) = block, next.isCharacterGrid, case .table(var table)? = result.last,
        table.columnCount == next.columnCount, next.box.top - table.box.bottom < 14, !table.repeats(next),
        table.append(next, vocabulary: vocabulary) != nil
      {
        table.box = table.box.union(next.box)
        result[result.count - 1] = .table(table)
      } else {
        result.append(block)
      }
    }
    return result
  }

  /// The body of a page with what stands in the margin above its first table and below its last one told apart, and with
  /// these two marked as what opens and closes the page.
  private func withMargins(_ body: [DraftBlock], page: PageContent, em: Float) -> [DraftBlock] {
    var blocks = body
    let height = page.height.isFinite && page.height > 0 ? page.height : 842
    func isMarginal(_ block: DraftBlock, isTop: Bool) -> Bool {
      guard case .paragraph(let draft) = block, draft.lineCount < 3, let box = draft.location.box,
        draft.fontSize <= (1 + tolerances.sameSize) * em
      else { return false }
      return isTop
        ? box.bottom < tolerances.marginShare * height : box.top > (1 - tolerances.marginShare) * height
    }
    let isTable = blocks.map { if case .table = $0 { true } else { false } }
    guard let first = isTable.firstIndex(of: true), let last = isTable.lastIndex(of: true) else { return blocks }
    let most = PageReader.mostMarginal
    if first <= most, blocks[..<first].allSatisfy({ isMarginal($0, isTop: true) || $0.saysContinued }) {
      for place in 0..<first { blocks[place].moveToMargin(.runningHeader) }
      if case .table(var table) = blocks[first] {
        table.opensPage = true
        blocks[first] = .table(table)
      }
    }
    if blocks.count - 1 - last <= most, blocks[(last + 1)...].allSatisfy({ isMarginal($0, isTop: false) }) {
      for place in (last + 1)..<blocks.count { blocks[place].moveToMargin(.runningFooter) }
      if case .table(var table) = blocks[last] {
        table.closesPage = true
        blocks[last] = .table(table)
      }
    }
    return blocks
  }

  /// More paragraphs than this between a table and the edge of the page are text of their own.
  private static let mostMarginal = 3

  /// A paragraph of words in the given order, whatever their places.
  private func framePiece(_ words: [Int], page: PageContent, bytes: UnsafeBufferPointer<UInt8>) -> Draft? {
    var draft = Draft()
    var box: Box?
    draft.style = page.isRecognised ? .recognised : []
    for index in words {
      let word = page.words[index]
      let range = word.span.range(in: bytes)
      if range.isEmpty { continue }
      if !draft.text.isEmpty { draft.text.append(0x20) }
      draft.text.append(contentsOf: bytes[range])
      draft.confidence = min(draft.confidence, word.confidence)
      if word.style.contains(.hidden) { draft.style.insert(.hidden) }
      let limit = tolerances.largestCoordinate
      let corners = [word.box.left, word.box.top, word.box.right, word.box.bottom]
      if corners.allSatisfy({ abs($0) <= limit }) { box = box?.union(word.box) ?? word.box }
    }
    guard !draft.text.isEmpty else { return nil }
    draft.location = Location(page: page.number, box: box)
    return draft
  }
}

/// Something with a place on the page that is read as a whole.
struct PageElement {
  var box: Box
  var blocks: [DraftBlock]

  /// Elements of a page of several columns: between the elements that run across, each column to its end.
  static func inReadingOrder(_ elements: [PageElement], columns: [Range<Float>]) -> [PageElement] {
    guard columns.count > 1 else { return inReadingOrder(elements) }
    var sides = [[PageElement]](repeating: [], count: columns.count)
    var across: [PageElement] = []
    for element in elements {
      let side = columns.firstIndex { $0.lowerBound - 6 <= element.box.left && element.box.right <= $0.upperBound + 6 }
      if let side { sides[side].append(element) } else { across.append(element) }
    }
    across = inReadingOrder(across)
    for side in sides.indices { sides[side] = inReadingOrder(sides[side]) }
    var result: [PageElement] = []
    var taken = [Int](repeating: 0, count: sides.count)
    for limit in across.map({ ($0.box.top + $0.box.bottom) / 2 }) + [.infinity] {
      for side in sides.indices {
        while taken[side] < sides[side].count, sides[side][taken[side]].box.top < limit || limit == .infinity {
          result.append(sides[side][taken[side]])
          taken[side] += 1
        }
      }
      if limit != .infinity, let next = across.first {
        result.append(next)
        across.removeFirst()
      }
    }
    return result
  }

  /// Elements from top to bottom; what stands side by side is read from left to right, each side to its end.
  static func inReadingOrder(_ elements: [PageElement]) -> [PageElement] {
    let sorted = elements.enumerated().sorted {
      ($0.element.box.top, $0.element.box.left, $0.offset) < ($1.element.box.top, $1.element.box.left, $1.offset)
    }.map(\.element)
    var result: [PageElement] = []
    var index = 0
    while index < sorted.count {
      // A band of elements that overlap in height.
      var band = [sorted[index]]
      var bottom = sorted[index].box.bottom
      var next = index + 1
      while next < sorted.count, sorted[next].box.top < bottom - 2 {
        band.append(sorted[next])
        bottom = max(bottom, sorted[next].box.bottom)
        next += 1
      }
      result.append(
        contentsOf: band.count > 2
          ? byColumns(band)
          : band.sorted { $0.box.left < $1.box.left || $0.box.left == $1.box.left && $0.box.top < $1.box.top })
      index = next
    }
    return result
  }

  /// A band of elements cut at white strips from top to bottom, each part in its own order.
  private static func byColumns(_ band: [PageElement]) -> [PageElement] {
    let sorted = band.enumerated().sorted { ($0.element.box.left, $0.offset) < ($1.element.box.left, $1.offset) }.map(
      \.element)
    var parts: [[PageElement]] = []
    var reach = -Float.infinity
    for element in sorted {
      if element.box.left > reach - 1 || parts.isEmpty { parts.append([]) }
      parts[parts.count - 1].append(element)
      reach = max(reach, element.box.right)
    }
    return parts.flatMap { part in
      part.count > 1 && parts.count > 1
        ? inReadingOrder(part)
        : part.enumerated().sorted { ($0.element.box.top, $0.offset) < ($1.element.box.top, $1.offset) }.map(\.element)
    }
  }
}
