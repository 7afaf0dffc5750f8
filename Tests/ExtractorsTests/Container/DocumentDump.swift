// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A document as readable lines, for comparing in tests.
///
/// `# ` number of a heading's level; `*`/`1` marker and level of a list item; `[row,column RxC #fill]` a cell.
func dump(_ document: SourceDocument) -> [String] {
  func line(_ paragraph: Paragraph) -> String {
    var text = ""
    switch paragraph.marker {
    case .bullet: text += "*\(paragraph.level) "
    case .number: text += "1\(paragraph.level) "
    case .none: break
    }
    if paragraph.style.contains(.bold) { text += "(b)" }
    if paragraph.style.contains(.italic) { text += "(i)" }
    if paragraph.style.contains(.hidden) { text += "(hidden)" }
    if paragraph.style.contains(.struckThrough) { text += "(struck)" }
    if let fill = paragraph.fill { text += "(\(fill.hexadecimal))" }
    return text + document.text.string(paragraph.span)
  }
  return document.blocks.flatMap { block -> [String] in
    switch block {
    case .heading(let level, let paragraph): ["H\(level) \(line(paragraph))"]
    case .paragraph(let paragraph): [line(paragraph)]
    case .furniture(let kind, let paragraph): ["<\(kind.rawValue)> \(line(paragraph))"]
    case .pageBreak: ["---"]
    case .table(let table):
      ["table \(table.rowCount)x\(table.columnCount) head \(table.headerRowCount)"]
        + table.cells.map { cell in
          let fill = cell.fill.map { " " + $0.hexadecimal } ?? ""
          let spans = cell.rowSpan > 1 || cell.columnSpan > 1 ? " \(cell.rowSpan)x\(cell.columnSpan)" : ""
          return "[\(cell.row),\(cell.column)\(spans)\(fill)] " + cell.paragraphs.map(line).joined(separator: " | ")
        }
    }
  }
}

/// The reason for which an extractor refuses some bytes; nil where it reads them.
func refusal(_ extractor: some Extractor, _ bytes: [UInt8]) -> ExtractionError? {
  do {
    _ = try extractor.extract(bytes)
    return nil
  } catch { return error }
}

/// Whether every span of a document lies in its text, and no two overlap: the ledger's precondition.
func hasSoundSpans(_ document: SourceDocument) -> Bool {
  let paragraphs = document.blocks.flatMap { block -> [Paragraph] in
    switch block {
    case .heading(_, let paragraph), .paragraph(let paragraph), .furniture(_, let paragraph): [paragraph]
    case .table(let table): table.cells.flatMap(\.paragraphs)
    case .pageBreak: []
    }
  }
  let ranges = paragraphs.map(\.span.range).sorted { $0.lowerBound < $1.lowerBound }
  guard ranges.allSatisfy({ !$0.isEmpty && $0.upperBound <= document.text.bytes.count }) else { return false }
  return zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
}
