// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A document from a compact notation, without any reader of files.
///
/// Blank lines separate chunks. A chunk is a table where a line of it holds `|` or a tab, or where it begins with
/// `[exact]`, `[counted]` or `[inferred]` (`[exact head=1]` marks header rows, `pages=1,2` the pages of rows); each line is
/// then a row, counted where nothing else is said. In a row `^` goes on with the cell above, `<` with the cell to the
/// left, `//` separates paragraphs. Lines of other chunks are paragraphs; `#` to `######` make headings, `---` a page break,
/// `~page-number 3` furniture. `* ` makes a list item, `{green}` or `{#00B050}` gives a fill.
struct DocumentNotation {
  private(set) var document = SourceDocument(mediaType: "text/plain", reader: "test/notation")

  init(_ notation: String) {
    var chunk: [(line: Int, text: Substring)] = []
    for (index, line) in notation.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy(\.isWhitespace) {
        append(chunk)
        chunk = []
      } else {
        chunk.append((index + 1, line))
      }
    }
    append(chunk)
  }

  private mutating func append(_ chunk: [(line: Int, text: Substring)]) {
    guard let first = chunk.first else { return }
    if first.text.hasPrefix("[exact") || first.text.hasPrefix("[counted") || first.text.hasPrefix("[inferred") {
      appendTable(Array(chunk.dropFirst()), directive: first.text)
    } else if chunk.contains(where: { $0.text.contains("|") || $0.text.contains("\t") }) {
      appendTable(chunk, directive: "[counted]")
    } else {
      let first = document.blocks.count
      for (line, text) in chunk { appendLine(text, line: line) }
      if first < document.blocks.count, case .paragraph(var paragraph) = document.blocks[first] {
        paragraph.style.insert(.afterGap)
        document.blocks[first] = .paragraph(paragraph)
      }
    }
  }

  private mutating func appendLine(_ text: Substring, line: Int) {
    let location = Location(line: line)
    if text == "---" {
      document.blocks.append(.pageBreak)
    } else if text.hasPrefix("~"), let space = text.firstIndex(of: " "),
      let kind = Block.FurnitureKind(rawValue: String(text[..<space].dropFirst()))
    {
      if let paragraph = paragraph(text[space...], at: location) { document.blocks.append(.furniture(kind, paragraph)) }
    } else if text.hasPrefix("#"), let body = text.firstIndex(where: { $0 != "#" }), text[body] == " " {
      let level = text.distance(from: text.startIndex, to: body)
      if let paragraph = paragraph(text[body...], at: location) {
        document.blocks.append(.heading(level: level, paragraph))
      }
    } else if let paragraph = paragraph(text, at: location) {
      document.blocks.append(.paragraph(paragraph))
    }
  }

  private mutating func paragraph(_ text: Substring, at location: Location) -> Paragraph? {
    var text = trimmed(text)
    let fill = takeFill(&text)
    let isItem = text.hasPrefix("* ")
    if isItem { text = text.dropFirst(2) }
    guard let span = document.text.append(text) else { return nil }
    return Paragraph(span: span, marker: isItem ? .bullet : .none, fill: fill, location: location)
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace ?? false { text = text.dropLast() }
    return text
  }

  private static let colours = [
    "green": "00B050", "amber": "FFC000", "red": "FF0000", "blue": "0070C0", "grey": "BFBFBF", "purple": "7030A0",
  ]

  private func takeFill(_ text: inout Substring) -> Colour? {
    guard text.hasPrefix("{"), let end = text.firstIndex(of: "}") else { return nil }
    let name = String(text[text.index(after: text.startIndex)..<end])
    guard let colour = Colour(hexadecimal: DocumentNotation.colours[name] ?? name) else { return nil }
    text = trimmed(text[text.index(after: end)...])
    return colour
  }

  private mutating func appendTable(_ lines: [(line: Int, text: Substring)], directive: Substring) {
    let rows = lines.map { line in
      line.text.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "\t" }.map(trimmed)
    }
    var cells: [Table.Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where text != "<" && text != "^" && !text.isEmpty {
        cells.append(
          cell(text, row: row, column: column, rows: rows, location: Location(line: lines[row].line)))
      }
    }
    var table = Table(rowCount: rows.count, columnCount: rows.map(\.count).max() ?? 0, cells: cells)
    table.alignment = directive.hasPrefix("[exact") ? .exact : directive.hasPrefix("[inferred") ? .inferred : .counted
    for word in directive.split(whereSeparator: { " []".contains($0) }) {
      if word.hasPrefix("head=") { table.headerRowCount = Int(word.dropFirst(5)) ?? 0 }
      if word.hasPrefix("pages=") { table.rowPages = word.dropFirst(6).split(separator: ",").compactMap { Int32($0) } }
    }
    document.blocks.append(.table(table))
  }

  private mutating func cell(
    _ text: Substring, row: Int, column: Int, rows: [[Substring]], location: Location
  ) -> Table.Cell {
    var text = text
    let fill = takeFill(&text)
    var cell = Table.Cell(row: row, column: column, fill: fill, location: location)
    while column + Int(cell.columnSpan) < rows[row].count, rows[row][column + Int(cell.columnSpan)] == "<" {
      cell.columnSpan += 1
    }
    while row + Int(cell.rowSpan) < rows.count, column < rows[row + Int(cell.rowSpan)].count,
      rows[row + Int(cell.rowSpan)][column] == "^"
    {
      cell.rowSpan += 1
    }
    var rest = text
    while let mark = rest.firstRange(of: "//") {
      if let paragraph = paragraph(rest[..<mark.lowerBound], at: location) { cell.paragraphs.append(paragraph) }
      rest = rest[mark.upperBound...]
    }
    if let paragraph = paragraph(rest, at: location) { cell.paragraphs.append(paragraph) }
    return cell
  }
}

extension Substring {
  fileprivate func firstRange(of mark: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(mark) { return index..<self.index(index, offsetBy: mark.count) }
      formIndex(after: &index)
    }
    return nil
  }
}
