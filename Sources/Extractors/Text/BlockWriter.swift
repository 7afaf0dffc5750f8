// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What the readers of flowing text write to: the blocks so far and the text store behind them.
struct BlockWriter {
  /// The decoded text that is being read.
  let source: UnsafeBufferPointer<UInt8>
  /// Whether the text is Markdown.
  let isMarkdown: Bool
  /// Reads cells and lines, and owns the text store.
  var inline: InlineReader
  /// The blocks so far.
  private(set) var blocks: [Block] = []
  /// Page that is being written, from 1; counts only where the text has form feeds.
  private(set) var page = 1
  /// Number of tab-separated tables so far.
  var tabTableCount = 0
  /// Number of pipe tables so far.
  var pipeTableCount = 0
  /// Number of headings so far.
  var headingCount = 0
  /// Whether a Markdown fence is open.
  var isInFence = false
  /// What a person should know about the reading.
  var notices: [Notice] = []

  init(source: UnsafeBufferPointer<UInt8>, isMarkdown: Bool) {
    self.source = source
    self.isMarkdown = isMarkdown
    inline = InlineReader(isMarkdown: isMarkdown)
  }

  /// The bytes of a line.
  func bytes(_ line: TextLine) -> UnsafeBufferPointer<UInt8> { source.part(line.range) }

  /// Whether the block written last is a table.
  var endsWithTable: Bool {
    if case .table? = blocks.last { true } else { false }
  }

  /// Whether the block written last is the heading of a table of contents, or an entry of one.
  var endsWithContentsHeading: Bool {
    switch blocks.last {
    case .furniture(.contents, _): return true
    case .heading(_, let paragraph), .paragraph(let paragraph):
      guard paragraph.span.count <= 20 else { return false }
      let words = inline.text.string(paragraph.span).lowercased()
      return words.hasPrefix("contents") || words.hasPrefix("table of contents")
    default: return false
    }
  }

  /// Adds a block.
  mutating func append(_ block: Block) { blocks.append(block) }

  /// Adds paragraphs of running text.
  mutating func append(_ paragraphs: [Paragraph]) {
    for paragraph in paragraphs { blocks.append(.paragraph(paragraph)) }
  }

  /// Adds a line that only frames the content, as it stands.
  mutating func appendFurniture(_ kind: Block.FurnitureKind, _ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    guard let span = inline.text.append(utf8: bytes) else { return }
    blocks.append(.furniture(kind, Paragraph(span: span, location: Location(line: line))))
  }

  /// Turns a line that was written as content into one that only frames it.
  mutating func furnish(at index: Int, as kind: Block.FurnitureKind) {
    if case .paragraph(let paragraph) = blocks[index] { blocks[index] = .furniture(kind, paragraph) }
  }

  /// Turns a line that was written as a paragraph into a heading.
  mutating func head(at index: Int, level: Int) {
    if case .paragraph(let paragraph) = blocks[index] { blocks[index] = .heading(level: level, paragraph) }
  }

  /// Begins a page.
  mutating func breakPage() {
    page += 1
    blocks.append(.pageBreak)
  }
}
