// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

@testable import Normaliser

/// A document as text recognition exports it, written as text: lines with tabs are rows of a table, other lines are
/// paragraphs, an empty line ends a table.
enum RecognisedDocument {
  static func document(_ text: String) -> SourceDocument {
    var document = SourceDocument(mediaType: "text/plain", reader: "test")
    var rows: [[Substring]] = []
    func paragraph(_ words: Substring, line: Int) -> Paragraph? {
      guard let span = document.text.append(words), !span.isEmpty else { return nil }
      return Paragraph(span: span)
    }
    func endTable() {
      guard !rows.isEmpty else { return }
      var cells: [Table.Cell] = []
      for (number, row) in rows.enumerated() {
        for (column, words) in row.enumerated() {
          let paragraphs = paragraph(words, line: number).map { [$0] } ?? []
          cells.append(Table.Cell(row: number, column: column, paragraphs: paragraphs))
        }
      }
      let width = rows.map(\.count).max() ?? 0
      document.blocks.append(
        .table(Table(rowCount: rows.count, columnCount: width, cells: cells, headerRowCount: 1, alignment: .counted)))
      rows = []
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.contains("\t") {
        rows.append(line.split(separator: "\t", omittingEmptySubsequences: false))
        continue
      }
      endTable()
      if let paragraph = paragraph(line, line: number) { document.blocks.append(.paragraph(paragraph)) }
    }
    endTable()
    return document
  }

  static func read(_ text: String) -> Normalisation {
    Normaliser().normalise(
      document(text),
      info: DocumentInfo(
        file: "plan.txt", mediaType: "text/plain", sha256: "", pages: nil, reader: "test", readerVersion: "1", ocr: true))
  }

  /// Every word placed once, none lost, none twice.
  static func isSound(_ result: Normalisation) -> Bool { result.ledger.lost == 0 && result.ledger.doubledBytes == 0 }
}
