// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A document as short lines that a test can compare: one line a block, a cell, a page's word row.
enum TextDump {
  static func lines(_ document: SourceDocument) -> [String] {
    document.blocks.flatMap { lines($0, document.text) }
  }

  static func lines(_ block: Block, _ text: TextStore) -> [String] {
    switch block {
    case .heading(let level, let paragraph): ["h\(level) " + line(paragraph, text)]
    case .paragraph(let paragraph): [line(paragraph, text)]
    case .furniture(let kind, let paragraph): ["\(kind.rawValue): " + text.string(paragraph.span)]
    case .pageBreak: ["page"]
    case .table(let table):
      [
        "table \(table.rowCount)x\(table.columnCount)"
          + (table.headerRowCount > 0 ? " head \(table.headerRowCount)" : "")
      ]
        + table.cells.map { cell in
          " \(cell.row),\(cell.column): " + cell.paragraphs.map { line($0, text) }.joined(separator: " | ")
        }
    }
  }

  static func line(_ paragraph: Paragraph, _ text: TextStore) -> String {
    var result = ""
    if paragraph.marker == .bullet { result += "•" + (paragraph.level > 0 ? "\(paragraph.level)" : "") + " " }
    if paragraph.marker == .number { result += "# " }
    if paragraph.style.contains(.bold) { result += "[b] " }
    if paragraph.style.contains(.italic) { result += "[i] " }
    if paragraph.style.contains(.struckThrough) { result += "[s] " }
    return result + text.string(paragraph.span)
  }
}
