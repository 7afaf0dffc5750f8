// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Turns the text of one cell or one line into paragraphs: HTML fragments, Markdown emphasis, bullets and footnote marks
/// become structure, everything else is text.
///
/// Owns the text store while a document is read. Text without any markup, the usual case, goes straight into the store.
struct InlineReader {
  /// Where a text stands, which decides what counts as a list.
  enum Context {
    /// A cell: it may hold a whole list, run together.
    case cell
    /// A cell of an HTML table: as a cell, but its line breaks mean nothing.
    case markupCell
    /// A line of prose: at most one item.
    case line
    /// A heading: marks at its start belong to it.
    case heading

    /// Whether it is a cell.
    var isCell: Bool { self == .cell || self == .markupCell }
  }

  /// The document's text so far.
  var text = TextStore()

  private let isMarkdown: Bool
  private var emphasis: Emphasis
  /// Text of the paragraph that is being put together, markup removed.
  private var scratch: [UInt8] = []
  /// Parts of `scratch` that are struck through.
  private var struck: [Range<Int>] = []
  /// Where the text begins that is being stored, so that a part of it knows its place.
  private var origin: UnsafePointer<UInt8>?
  /// The paragraphs of a text with markup so far.
  private var collected: [Paragraph] = []
  private var state = State()

  /// What is open while a text with markup is read.
  private struct State {
    var context = Context.line
    var line = 1
    var marker = Paragraph.Marker.none
    /// Depth of open lists.
    var listDepth = 0
    /// Whether a list item has been opened by a tag.
    var inItem = false
    /// Open elements and emphasis, counted.
    var bold = 0
    var italic = 0
    var struck = 0
    /// Looks that all text of the paragraph so far has.
    var commonStyle: Paragraph.Style = [.bold, .italic, .struckThrough]
    var superscriptStart: Int?
    /// Closing marks of open emphasis, innermost last.
    var closings: [(at: Int, mark: UInt8, length: Int)] = []
    /// Where the text of an open Markdown link ends, and where reading goes on.
    var linkEnd: (at: Int, resume: Int)?
  }

  /// A reader for a document, which is Markdown or not.
  init(isMarkdown: Bool) {
    self.isMarkdown = isMarkdown
    emphasis = Emphasis(isMarkdown: isMarkdown)
  }

  /// The paragraphs of one text, the first of which stands on `line`.
  mutating func paragraphs(
    in source: UnsafeBufferPointer<UInt8>, line: Int, as context: Context
  ) -> [Paragraph] {
    if !InlineReader.needsCare(source, in: context) {
      guard let span = text.append(utf8: source) else { return [] }
      let marker = context == .heading ? .none : ListNumber.marker(of: source)
      return [Paragraph(span: span, marker: marker, location: Location(line: line))]
    }
    state = State()
    state.context = context
    state.line = line
    scratch.removeAll(keepingCapacity: true)
    collected.removeAll(keepingCapacity: true)
    emphasis.reset()
    read(source)
    flush()
    // A list of its own, as long as need be: the one that it was collected in serves the next text.
    return collected.withUnsafeBufferPointer { Array($0) }
  }

  /// Whether there may be anything in a text besides words.
  private static func needsCare(_ source: UnsafeBufferPointer<UInt8>, in context: Context) -> Bool {
    // `- ` and `o ` are marks at the start only.
    if let first = source.first(where: { !$0.isBlank }),
      first == Byte.hyphen || first == Byte.plus || first == 0x6F || first == 0xE2
    {
      return true
    }
    var index = nextSpecial(source, from: 0)
    while index < source.count {
      if isMarkup(source, at: index) { return true }
      index = nextSpecial(source, from: index + 1)
    }
    return false
  }

  /// Offset of the first byte at or after `start` that markup can begin with, the text's end where there is none.
  private static func nextSpecial(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = nextCandidate(source, from: start)
    while index < source.count, !isSpecial(source[index]) {
      index += 1
      // Bytes beyond ASCII come in groups, and are looked at one by one.
      if index < source.count, source[index] < 0x80 { index = nextCandidate(source, from: index) }
    }
    return index
  }

  /// The same, rare bytes beside the special ones included: ranges are found faster than single bytes.
  @inline(__always)
  private static func nextCandidate(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    source.firstIndex(from: start) { block in
      var picks = block.has(Byte.lessThan)
      picks .|= block.has(Byte.ampersand)
      picks .|= block.has(Byte.asterisk)
      picks .|= block.has(Byte.exclamationMark)
      picks .|= block.isIn(Byte.leftBracket...Byte.backtick)
      picks .|= block.isBelow(Byte.space)
      picks .|= block.isAbove(Byte.tilde - 1)
      return picks
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.lessThan, Byte.ampersand, Byte.backslash, Byte.asterisk, Byte.underscore, Byte.tilde,
      Byte.exclamationMark, Byte.leftBracket, Byte.backtick, Byte.lineFeed, Byte.carriageReturn, 0xC2, 0xE2, 0xEF:
      true
    default: false
    }
  }

  /// Whether a special byte can be markup in its place: typographic quotes and dashes share their first byte with bullets.
  private static func isMarkup(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let next = index + 1 < source.count ? source[index + 1] : 0
    return switch source[index] {
    case 0xC2: next == 0xB2 || next == 0xB3 || next == 0xB7 || next == 0xB9
    case 0xE2: !(next == 0x80 && index + 2 < source.count && source[index + 2] < 0xA0)
    case 0xEF: next >= 0x80 && next <= 0x83
    case Byte.exclamationMark: next == Byte.leftBracket
    case Byte.ampersand: next.isLetter || next == Byte.numberSign
    case Byte.lessThan: next.isLetter || next == Byte.slash || next == Byte.exclamationMark
    default: true
    }
  }

  private mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var special = InlineReader.nextSpecial(source, from: 0)
    while index < source.count {
      if let link = state.linkEnd, index >= link.at {
        state.linkEnd = nil
        index = link.resume
        continue
      }
      if special < index { special = InlineReader.nextSpecial(source, from: index) }
      if special == index {
        if let next = readMarkup(source, at: index) {
          index = next
          continue
        }
        special = InlineReader.nextSpecial(source, from: index + 1)
      }
      let end = min(special, state.linkEnd?.at ?? source.count)
      emit(source.part(index..<end))
      index = end
    }
  }

  /// Reads what stands at `index` as markup and gives the offset after it; nil where it is text.
  private mutating func readMarkup(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch source[index] {
    case Byte.lessThan:
      guard let tag = FragmentTag(source, at: index) else { return endOfComment(source, at: index) }
      handle(tag)
      return tag.end
    case Byte.ampersand:
      guard let entity = HTMLEntity(source, at: index) else { return nil }
      emit(entity.scalar)
      return entity.end
    case Byte.backslash:
      guard index + 1 < source.count, isEscapable(source[index + 1]) else { return nil }
      emit(source.part(index + 1..<index + 2))
      return index + 2
    case Byte.asterisk, Byte.underscore, Byte.tilde: return readEmphasis(source, at: index)
    case Byte.leftBracket: return readLink(source, at: index)
    case Byte.exclamationMark: return readImage(source, at: index)
    case Byte.backtick: return isMarkdown ? index + Emphasis.runLength(source, at: index) : nil
    case Byte.lineFeed:
      breakLine()
      return index + 1
    case Byte.carriageReturn:
      if !source.holds("\n", at: index + 1) { breakLine() }
      return index + 1
    default:
      let (scalar, length) = TextStore.decode(source, at: index)
      guard scalar != "\u{FFFD}" else { return nil }
      return readGlyph(scalar, source, after: index + length)
    }
  }

  private func endOfComment(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard source.holds("<!--", at: index) else { return nil }
    var end = index + 4
    while end < source.count, source[end] != Byte.lessThan {
      if source.holds("-->", at: end) { return end + 3 }
      end += 1
    }
    return nil
  }

  /// Whether a backslash before the byte is an escape: before punctuation, but not in `\\server\share`.
  private func isEscapable(_ byte: UInt8) -> Bool {
    byte.isPunctuation && (isMarkdown || byte != Byte.backslash)
  }

  private mutating func readEmphasis(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let length = Emphasis.runLength(source, at: index)
    if let open = state.closings.last, open.at == index {
      state.closings.removeLast()
      turn(open.mark, open.length, by: -1)
      return index + length
    }
    if let opening = emphasis.opening(source, at: index, length: length),
      opening.close < state.closings.last?.at ?? Int.max
    {
      state.closings.append((opening.close, source[index], length))
      turn(source[index], length, by: 1)
      return index + length
    }
    emit(source.part(index..<index + length))
    return index + length
  }

  private mutating func turn(_ mark: UInt8, _ length: Int, by step: Int) {
    if mark == Byte.tilde {
      state.struck += step
      return
    }
    if length != 2 { state.italic += step }
    if length >= 2 { state.bold += step }
  }

  /// `[words](address)` is its words, `[^1]` a footnote mark.
  private mutating func readLink(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard state.linkEnd == nil, let link = MarkdownLink(source, at: index) else { return nil }
    if link.isFootnoteMark { return isMarkdown ? link.end : nil }
    state.linkEnd = (link.textEnd, link.end)
    return index + 1
  }

  /// `![words](address)` is the words that describe the picture.
  private mutating func readImage(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard source.holds("![", at: index), state.linkEnd == nil,
      let image = MarkdownLink(source, at: index + 1, isImage: true)
    else { return nil }
    state.linkEnd = (image.textEnd, image.end)
    return index + 2
  }

  /// A bullet within a text begins an item; a superscript digit is a footnote mark.
  private mutating func readGlyph(
    _ scalar: Unicode.Scalar, _ source: UnsafeBufferPointer<UInt8>, after end: Int
  ) -> Int? {
    if Superscript.isDigit(scalar) {
      return Superscript.isUnit(scalar, after: scratch) ? nil : end
    }
    guard state.context != .heading, case .anywhere? = BulletGlyphs.kind(of: scalar) else { return nil }
    var next = end
    while next < source.count, source[next].isBlank { next += 1 }
    guard next < source.count, !state.inItem || state.marker == .none || hasText else { return nil }
    if state.context == .line, hasText { return nil }
    flush()
    state.marker = .bullet
    return end
  }

  private var hasText: Bool { scratch.contains { !$0.isBlank } }
}

// MARK: - Putting paragraphs together

extension InlineReader {
  /// A line break in a cell ends a paragraph; in prose it is where a program has wrapped it, perhaps within a compound.
  private mutating func breakLine() {
    if state.context == .cell {
      flush()
    } else {
      while let last = scratch.last, last.isBlank { scratch.removeLast() }
      let count = scratch.count
      let isCompound = count > 1 && scratch[count - 1] == Byte.hyphen && scratch[count - 2].isLetter
      if !isCompound { scratch.append(Byte.space) }
    }
    state.line += 1
  }

  private mutating func emit(_ bytes: UnsafeBufferPointer<UInt8>) {
    scratch.append(contentsOf: bytes)
    if state.struck > 0 { struck.append((scratch.count - bytes.count)..<scratch.count) }
    if !state.commonStyle.isEmpty, bytes.contains(where: { !$0.isBlank }) {
      if state.bold == 0 { state.commonStyle.remove(.bold) }
      if state.italic == 0 { state.commonStyle.remove(.italic) }
      if state.struck == 0 { state.commonStyle.remove(.struckThrough) }
    }
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    if Superscript.isDigit(scalar), !Superscript.isUnit(scalar, after: scratch) { return }
    if state.context.isCell, case .anywhere? = BulletGlyphs.kind(of: scalar) {
      flush()
      state.marker = .bullet
      return
    }
    var utf8 = Array(String(scalar).utf8)
    utf8.withUnsafeMutableBufferPointer { emit(UnsafeBufferPointer($0)) }
  }

  private mutating func handle(_ tag: FragmentTag) {
    let step = tag.isClosing ? -1 : 1
    switch tag.kind {
    case .block, .table, .row, .cell, .headerCell:
      // An export that never closes its lists begins a paragraph behind them; <li><p> is one item.
      if state.listDepth > 0, !state.inItem, !tag.isClosing {
        flush()
        state.listDepth = 0
      } else {
        flush(keepingMarker: state.inItem)
      }
    case .lineBreak: flush()
    case .list:
      flush()
      state.listDepth = max(0, state.listDepth + step)
      state.inItem = tag.isClosing && state.listDepth > 0
      state.marker = .none
    case .listItem:
      flush()
      state.inItem = !tag.isClosing
      state.marker = tag.isClosing ? .none : .bullet
    case .bold: state.bold = max(0, state.bold + step)
    case .italic: state.italic = max(0, state.italic + step)
    case .strike: state.struck = max(0, state.struck + step)
    case .superscript:
      if tag.isClosing, let start = state.superscriptStart, start <= scratch.count {
        if start > 0, scratch[start...].allSatisfy({ $0.isDigit || $0 == Byte.comma }) {
          scratch.removeSubrange(start...)
        }
        state.superscriptStart = nil
      } else if !tag.isClosing {
        state.superscriptStart = scratch.count
      }
    case .inline: break
    }
  }

  /// Ends the paragraph. In an item that a tag has opened, the marker may wait for the item's first words.
  private mutating func flush(keepingMarker: Bool = false) {
    defer {
      if !scratch.isEmpty { scratch.removeAll(keepingCapacity: true) }
      if !struck.isEmpty { struck.removeAll() }
      state.commonStyle = [.bold, .italic, .struckThrough]
      state.superscriptStart = nil
    }
    guard hasText else {
      if !keepingMarker { state.marker = .none }
      return
    }
    // Taken out while it is read, so that clearing it afterwards makes no copy.
    var bytes: [UInt8] = []
    swap(&bytes, &scratch)
    bytes.withUnsafeBufferPointer { whole in
      origin = whole.baseAddress
      append(whole.trimmed)
      origin = nil
    }
    swap(&bytes, &scratch)
    state.marker = .none
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard state.context != .heading else { return store(bytes, .none) }
    let isLoose = state.listDepth > 0 && !state.inItem && state.marker == .none
    let mark = BulletGlyphs.leadingMarkLength(in: bytes)
    if mark > 0 {
      let body = bytes.part(mark..<bytes.count)
      guard state.context.isCell else { return store(body, .bullet) }
      let isStarred = bytes[0] == Byte.asterisk
      let items =
        isStarred ? ListItems.splitAtStars(body) : ListItems.splitAtDashes(body, isHyphened: bytes[0] == Byte.hyphen)
      for range in items { store(body.part(range), .bullet) }
    } else if isLoose {
      for range in ListItems.splitAtSentences(bytes) { store(bytes.part(range), .bullet) }
    } else {
      store(bytes, state.marker == .none ? ListNumber.marker(of: bytes) : state.marker)
    }
  }

  private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>, _ marker: Paragraph.Marker) {
    var parts: [Range<Int>] = []
    if !struck.isEmpty, let origin, let start = bytes.baseAddress {
      let before = start - origin
      parts = struck.map { max(0, $0.lowerBound - before)..<max(0, $0.upperBound - before) }
    }
    guard let span = text.append(utf8: bytes, struck: parts) else { return }
    let level = marker == .bullet ? UInt8(clamping: max(0, state.listDepth - 1)) : 0
    collected.append(
      Paragraph(
        span: span, marker: marker, level: level, style: state.commonStyle, location: Location(line: state.line)))
  }
}
