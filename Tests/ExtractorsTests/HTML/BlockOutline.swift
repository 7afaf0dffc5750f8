// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A readable outline of a document's blocks, one line a block or a cell, for comparing in tests.
func outline(_ document: SourceDocument) -> [String] {
  func words(_ paragraph: Paragraph) -> String {
    var text = document.text.string(paragraph.span)
    if paragraph.marker == .bullet { text = "*\(paragraph.level) " + text }
    if paragraph.marker == .number { text = "#\(paragraph.level) " + text }
    if paragraph.style.contains(.hidden) { text = "(hidden) " + text }
    return text
  }
  var lines: [String] = []
  for block in document.blocks {
    switch block {
    case .heading(let level, let paragraph): lines.append("h\(level) \(words(paragraph))")
    case .paragraph(let paragraph): lines.append("p \(words(paragraph))")
    case .furniture(let kind, let paragraph): lines.append("\(kind.rawValue) \(words(paragraph))")
    case .pageBreak: lines.append("page")
    case .table(let table):
      lines.append(
        "table \(table.rowCount)x\(table.columnCount)"
          + (table.headerRowCount > 0 ? " head \(table.headerRowCount)" : "")
          + (table.sheet.map { " of \($0)" } ?? ""))
      for cell in table.cells {
        var line = "\(cell.row),\(cell.column)"
        if cell.rowSpan > 1 || cell.columnSpan > 1 { line += " \(cell.rowSpan)x\(cell.columnSpan)" }
        if let fill = cell.fill { line += " \(fill.hexadecimal)" }
        lines.append(line + ": " + cell.paragraphs.map(words).joined(separator: " | "))
      }
    }
  }
  return lines
}
