// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A stretch of content that is read on its own: the body, a cell, a text box, a header, the notes.
struct ContentStory {
  /// Where the content goes.
  enum Kind {
    /// Blocks with headings and tables.
    case body
    /// Paragraphs only; tables wait until the whole outer table is known.
    case cell
  }

  let kind: Kind
  /// Content of a body.
  var blocks: [Block] = []
  /// Content of a cell.
  var paragraphs: [Paragraph] = []
  /// Tables within a cell, each with the number of paragraphs before it.
  var nested: [(position: Int, table: Table)] = []
  /// Text whose paragraph mark a tracked change has deleted: it belongs to the next paragraph.
  var carried: ParagraphBuilder?

  /// A story without content.
  init(_ kind: Kind) { self.kind = kind }

  mutating func append(_ table: Table) {
    switch kind {
    case .body: blocks.append(.table(table))
    case .cell: nested.append((paragraphs.count, table))
    }
  }

  mutating func append(contentsOf other: ContentStory) {
    switch kind {
    case .body: blocks.append(contentsOf: other.asBlocks)
    case .cell:
      let count = paragraphs.count
      paragraphs.append(contentsOf: other.paragraphs)
      nested.append(contentsOf: other.nested.map { (count + $0.position, $0.table) })
    }
  }

  /// The content in reading order.
  var asBlocks: [Block] {
    guard kind == .cell else { return blocks }
    var blocks: [Block] = []
    var position = 0
    for (next, table) in nested {
      blocks.append(contentsOf: paragraphs[position..<next].map { .paragraph($0) })
      blocks.append(.table(table))
      position = next
    }
    blocks.append(contentsOf: paragraphs[position...].map { .paragraph($0) })
    return blocks
  }

  /// All paragraphs of the content, those of tables row by row at the end.
  var flattened: [Paragraph] {
    var found = paragraphs
    for (_, table) in nested { found.append(contentsOf: table.cells.flatMap(\.paragraphs)) }
    for block in blocks {
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph), .furniture(_, let paragraph): found.append(paragraph)
      case .table(let table): found.append(contentsOf: table.cells.flatMap(\.paragraphs))
      case .pageBreak: break
      }
    }
    return found
  }

  /// The content as a header or footer.
  func asFurniture(_ kind: Block.FurnitureKind) -> [Block] {
    blocks.flatMap { block -> [Block] in
      switch block {
      case .furniture: [block]
      case .heading(_, let paragraph), .paragraph(let paragraph): [.furniture(kind, paragraph)]
      case .table(let table): table.cells.flatMap(\.paragraphs).map { .furniture(kind, $0) }
      case .pageBreak: []
      }
    }
  }
}
