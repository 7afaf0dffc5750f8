// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
public import Documents
import JSON

/// Writes a document's tables as they were found, before any plan is read out of them.
public struct TablesEmitter: Sendable {
  /// The formats.
  public enum Format: String, CaseIterable, Sendable {
    /// `{"tables":[{"page":1,"rows":[["…"]],"cells":[…],"rowPages":[…]}]}`: pages from 1, rows and columns from 0, boxes
    /// in points from the page's top left.
    case json
    /// The rows of all tables, with an empty line between two tables. Spans and fills are lost.
    case csv
    /// A page that shows spans and fills.
    case html
  }

  /// The format.
  public var format: Format

  /// An emitter.
  public init(format: Format = .json) { self.format = format }

  /// The document's tables, with a final newline.
  public func emit(_ document: SourceDocument) -> [UInt8] {
    let tables = document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return switch format {
    case .json: json(tables, document.text)
    case .csv: csv(tables, document.text)
    case .html: html(tables, document.text)
    }
  }

  private func json(_ tables: [Table], _ text: TextStore) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.key("tables")
    writer.beginArray()
    for table in tables {
      writer.beginObject()
      if let page = table.location.page ?? table.rowPages.first.map(Int.init) { writer.member("page", page) }
      if let sheet = table.sheet { writer.member("sheet", sheet) }
      if let line = table.location.line { writer.member("line", line) }
      writer.key("rows")
      writer.beginArray()
      for row in TablesEmitter.rows(of: table, text) { writer.value(texts: row) }
      writer.endArray()
      writer.key("cells")
      writer.beginArray()
      for cell in table.cells { TablesEmitter.write(cell, text, &writer) }
      writer.endArray()
      if !table.rowPages.isEmpty {
        writer.key("rowPages")
        writer.value(hundredths: table.rowPages.map(Double.init))
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private static func write(_ cell: Table.Cell, _ text: TextStore, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("row", Int(cell.row))
    writer.member("col", Int(cell.column))
    writer.member("rowSpan", Int(cell.rowSpan))
    writer.member("colSpan", Int(cell.columnSpan))
    writer.member("text", words(of: cell, text))
    if let box = cell.location.box {
      writer.key("box")
      writer.value(hundredths: [box.left, box.top, box.right, box.bottom].map(Double.init))
    }
    if let fill = cell.fill { writer.member("fill", fill.hexadecimal) }
    writer.endObject()
  }

  private func csv(_ tables: [Table], _ text: TextStore) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, table) in tables.enumerated() {
      if index > 0 { bytes.append(contentsOf: [0x0D, 0x0A]) }
      for row in TablesEmitter.rows(of: table, text) { CSVRecord.append(row, to: &bytes) }
    }
    return bytes
  }

  private func html(_ tables: [Table], _ text: TextStore) -> [UInt8] {
    var page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Tables</title>
      <style>table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #888;padding:.2em .4em;\
      vertical-align:top;white-space:pre-line}</style></head><body>

      """
    for table in tables {
      page += "<table>\n"
      var next = 0
      for row in 0..<table.rowCount {
        page += "<tr>"
        while next < table.cells.count, table.cells[next].row <= row {
          page += TablesEmitter.html(table.cells[next], isHeader: row < table.headerRowCount, text)
          next += 1
        }
        page += "</tr>\n"
      }
      page += "</table>\n"
    }
    return Array((page + "</body></html>\n").utf8)
  }

  private static func html(_ cell: Table.Cell, isHeader: Bool, _ text: TextStore) -> String {
    let tag = isHeader ? "th" : "td"
    var attributes = ""
    if cell.rowSpan > 1 { attributes += " rowspan=\"\(cell.rowSpan)\"" }
    if cell.columnSpan > 1 { attributes += " colspan=\"\(cell.columnSpan)\"" }
    if let fill = cell.fill { attributes += " style=\"background:\(fill.hexadecimal)\"" }
    var escaped: [UInt8] = []
    for byte in words(of: cell, text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
      default: escaped.append(byte)
      }
    }
    return "<\(tag)\(attributes)>\(String(decoding: escaped, as: UTF8.self))</\(tag)>"
  }

  /// The grid of a table's texts; a cell that spans speaks once, at its top left place.
  static func rows(of table: Table, _ text: TextStore) -> [[String]] {
    var rows = [[String]](
      repeating: [String](repeating: "", count: max(0, table.columnCount)), count: max(0, table.rowCount))
    for cell in table.cells {
      let (row, column) = (Int(cell.row), Int(cell.column))
      guard rows.indices.contains(row), rows[row].indices.contains(column) else { continue }
      rows[row][column] = words(of: cell, text)
    }
    return rows
  }

  /// A cell's words, a paragraph a line.
  static func words(of cell: Table.Cell, _ text: TextStore) -> String {
    var words = ""
    for paragraph in cell.paragraphs {
      if !words.isEmpty { words += paragraph.style.contains(.continuation) ? " " : "\n" }
      words += text.string(paragraph.span)
    }
    return words
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  fileprivate mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }
}
