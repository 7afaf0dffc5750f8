// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Documents
import Testing

@Suite struct TablesEmitterTests {
  /// A head cell over two columns, a coloured cell over two rows, a cell of two paragraphs.
  private var document: SourceDocument {
    var document = SourceDocument(mediaType: "text/x-made-up", reader: "made-up")
    func paragraphs(_ texts: String...) -> [Paragraph] {
      texts.compactMap { document.text.append($0).map { Paragraph(span: $0) } }
    }
    let cells = [
      Table.Cell(row: 0, column: 0, columnSpan: 2, paragraphs: paragraphs("Tick & \"tock\"")),
      Table.Cell(
        row: 1, column: 0, rowSpan: 2, paragraphs: paragraphs("a<b"), fill: Colour(red: 0, green: 176, blue: 80),
        location: Location(page: 4, box: Box(left: 1.5, top: 2, right: 30.25, bottom: 4))),
      Table.Cell(row: 1, column: 1, paragraphs: paragraphs("one", "two")),
      Table.Cell(row: 2, column: 1),
    ]
    document.blocks = [
      .table(Table(rowCount: 3, columnCount: 2, cells: cells, headerRowCount: 1, rowPages: [4, 4, 5])),
      .table(Table(rowCount: 1, columnCount: 1, cells: [Table.Cell(row: 0, column: 0, paragraphs: paragraphs("x"))])),
    ]
    return document
  }

  private func emit(_ format: TablesEmitter.Format) -> String {
    String(decoding: TablesEmitter(format: format).emit(document), as: UTF8.self)
  }

  @Test func jsonHasRowsAndCells() {
    #expect(
      emit(.json).hasPrefix(
        #"""
        {
          "tables": [
            {
              "page": 4,
              "rows": [
                ["Tick & \"tock\"", ""],
                ["a<b", "one\ntwo"],
                ["", ""]
              ],
              "cells": [
                {
                  "row": 0,
                  "col": 0,
                  "rowSpan": 1,
                  "colSpan": 2,
                  "text": "Tick & \"tock\""
                },
                {
                  "row": 1,
                  "col": 0,
                  "rowSpan": 2,
                  "colSpan": 1,
                  "text": "a<b",
                  "box": [1.5, 2, 30.25, 4],
                  "fill": "#00B050"
                },
        """#))
    #expect(emit(.json).contains(#""rowPages": [4, 4, 5]"#))
  }

  @Test func csvKeepsTablesApart() {
    #expect(emit(.csv) == "\"Tick & \"\"tock\"\"\",\r\na<b,\"one\ntwo\"\r\n,\r\n\r\nx\r\n")
  }

  @Test func htmlShowsSpansFillsAndHeads() {
    let page = emit(.html)
    #expect(page.contains("<tr><th colspan=\"2\">Tick &amp; \"tock\"</th></tr>"))
    #expect(page.contains("<tr><td rowspan=\"2\" style=\"background:#00B050\">a&lt;b</td><td>one\ntwo</td></tr>"))
    #expect(page.contains("<tr><td></td></tr>"))
    #expect(page.hasSuffix("</body></html>\n"))
  }
}
