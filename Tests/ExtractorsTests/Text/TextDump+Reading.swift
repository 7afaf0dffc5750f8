// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

extension TextDump {
  /// The dump of what the extractor makes of a text.
  static func read(_ text: String) throws -> [String] {
    lines(try TextExtractor().extract(Array(text.utf8)))
  }

  /// The paragraphs of the second cell of a tab-separated row: what a cell's text becomes.
  static func cell(_ text: String) throws -> [String] {
    let document = try TextExtractor().extract(Array("x\t\(text)\ty\nx\t\ty".utf8))
    guard case .table(let table)? = document.blocks.first else { return ["no table"] }
    return table.cells.first { $0.column == 1 }?.paragraphs.map { line($0, document.text) } ?? []
  }

  /// The spans of all paragraphs and words, in the order of the blocks.
  static func spans(_ document: SourceDocument) -> [TextSpan] {
    document.blocks.flatMap { block -> [TextSpan] in
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph), .furniture(_, let paragraph): [paragraph.span]
      case .pageBreak: []
      case .table(let table): table.cells.flatMap { $0.paragraphs.map(\.span) }
      }
    } + document.pages.flatMap { $0.words.map(\.span) }
  }
}
