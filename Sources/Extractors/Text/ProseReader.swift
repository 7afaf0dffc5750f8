// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a run of consecutive lines without cells: paragraphs, list items, Markdown headings and pipe tables.
struct ProseReader {
  private let run: [TextLine]
  /// Length of the longest line that wrapping could have made, in bytes.
  private let wrapWidth: Int
  private var index = 0
  /// Up to here no grid table begins.
  private var noGridBefore = 0
  /// Indentations of the list items above, outermost first.
  private var indentations: [Int] = []

  /// The longest line that a program would have made by wrapping, in bytes; longer ones are paragraphs as they are.
  private static let widestWrap = 220

  static func read(_ run: [TextLine], to output: inout BlockWriter) {
    var reader = ProseReader(run)
    while reader.index < run.count { reader.readNext(to: &output) }
  }

  private init(_ run: [TextLine]) {
    self.run = run
    wrapWidth = run.reduce(0) { max($0, $1.end - $1.start) }
  }

  private mutating func readNext(to output: inout BlockWriter) {
    let line = run[index]
    let bytes = output.bytes(line)
    let next = index + 1 < run.count ? output.bytes(run[index + 1]) : nil
    if output.isInFence || MarkdownLine.isFence(bytes) {
      readFence(bytes, line: line.number, to: &output)
    } else if let level = MarkdownLine.headingLevel(bytes) {
      appendHeading(MarkdownLine.headingText(bytes, level: level), level: level, line: line.number, to: &output)
    } else if GridTable.isBorder(bytes), readGrid(to: &output) {
      indentations = []
    } else if isTable(bytes, next) {
      readTable(to: &output)
    } else if SeparatorLine.matches(bytes) {
      output.appendFurniture(.separator, bytes, line: line.number)
      index += 1
    } else if let kind = FrameLine.kind(of: bytes) {
      output.appendFurniture(kind, bytes, line: line.number)
      index += 1
    } else if let next, let level = setextLevel(bytes, next, output.isMarkdown) {
      appendHeading(bytes, level: level, line: line.number, to: &output)
      index += 1
    } else {
      readParagraph(to: &output)
    }
  }

  private func isTable(_ bytes: UnsafeBufferPointer<UInt8>, _ next: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard PipeTable.isRow(bytes) else { return false }
    if let next, PipeTable.isDelimiterRow(next) || PipeTable.areRows(bytes, next) { return true }
    return PipeTable.isClosedRow(bytes)
  }

  private mutating func readTable(to output: inout BlockWriter) {
    let start = index
    while index < run.count, PipeTable.isRow(output.bytes(run[index])) { index += 1 }
    PipeTable.read(run[start..<index], to: &output)
  }

  private mutating func readGrid(to output: inout BlockWriter) -> Bool {
    // One look at a stretch of rows is enough, however many borders are in it.
    guard index >= noGridBefore else { return false }
    var end = index
    var afterBorder = index
    while end < run.count, GridTable.isRow(output.bytes(run[end])) {
      if GridTable.isBorder(output.bytes(run[end])) { afterBorder = end + 1 }
      end += 1
    }
    guard GridTable.read(run[index..<afterBorder], to: &output) else {
      noGridBefore = end
      return false
    }
    index = afterBorder
    return true
  }

  /// Outside Markdown a line of dashes may be a mere rule; it makes a heading only of a short line that stands alone.
  private func setextLevel(
    _ bytes: UnsafeBufferPointer<UInt8>, _ next: UnsafeBufferPointer<UInt8>, _ isMarkdown: Bool
  ) -> Int? {
    guard let level = SeparatorLine.setextLevel(next), index == 0 || isMarkdown, bytes.count <= 200,
      BulletGlyphs.leadingMarkLength(in: bytes) == 0
    else { return nil }
    return level
  }

  private mutating func appendHeading(
    _ words: UnsafeBufferPointer<UInt8>, level: Int, line: Int, to output: inout BlockWriter
  ) {
    index += 1
    indentations = []
    for paragraph in output.inline.paragraphs(in: words, line: line, as: .heading) {
      output.append(.heading(level: level, paragraph))
    }
    output.headingCount += 1
  }

  private mutating func readFence(_ bytes: UnsafeBufferPointer<UInt8>, line: Int, to output: inout BlockWriter) {
    index += 1
    if MarkdownLine.isFence(bytes) {
      output.isInFence.toggle()
      // The fence may name a language: no text of the plan, but no word is dropped in silence either.
      output.appendFurniture(.separator, bytes, line: line)
      return
    }
    guard let span = output.inline.text.append(utf8: bytes) else { return }
    output.append([Paragraph(span: span, location: Location(line: line))])
  }

  /// One line, and those that a program has wrapped it into.
  private mutating func readParagraph(to output: inout BlockWriter) {
    let start = index
    index += 1
    while index < run.count, continues(output.source) { index += 1 }
    var words = output.source.part(run[start].start..<run[index - 1].end)
    let indentation = words.prefix { $0.isBlank }.reduce(0) { $0 + ($1 == Byte.tab ? 4 : 1) }
    if output.isMarkdown {
      let cut = max(MarkdownLine.quotationLength(words), MarkdownLine.footnoteLength(words))
      words = words.part(cut..<words.count)
    }
    for var paragraph in output.inline.paragraphs(in: words, line: run[start].number, as: .line) {
      if paragraph.marker == .none {
        if indentation == 0 { indentations = [] }
      } else {
        paragraph.level = level(of: indentation)
      }
      // Runs end at empty lines.
      if start == 0 { paragraph.style.insert(.afterGap) }
      output.append([paragraph])
    }
  }

  /// Depth of an item by its indentation among the items above it.
  private mutating func level(of indentation: Int) -> UInt8 {
    while let last = indentations.last, last > indentation { indentations.removeLast() }
    if indentations.last ?? -1 < indentation { indentations.append(indentation) }
    return UInt8(clamping: indentations.count - 1)
  }

  /// Whether the line at `index` goes on with the sentence of the line before it: that line was full, and broke off.
  private func continues(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    let whole = source.part(run[index - 1].range)
    let previous = whole.trimmed
    let line = source.part(run[index].range).trimmed
    guard wrapWidth <= ProseReader.widestWrap, previous.count > 60, let first = line.first, first.isLowercase,
      let last = previous.last, last.isWordByte || last == Byte.comma || last == Byte.hyphen || last == Byte.apostrophe,
      BulletGlyphs.leadingMarkLength(in: line) == 0, ListNumber.length(in: line) == 0
    else { return false }
    let word = line.firstIndex { $0.isBlank } ?? line.count
    // Markup and wide letters make lines of one width differ in bytes.
    return whole.count + 1 + word >= wrapWidth - wrapWidth / 8
  }
}
