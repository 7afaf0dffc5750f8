// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import TableParser

/// Sets words on pages the way a typesetter would, with letters half an em wide.
struct PageBuilder {
  var document = SourceDocument(mediaType: "application/pdf", reader: "test")
  var size: Float = 10

  mutating func page(width: Float = 600, height: Float = 800) {
    document.pages.append(PageContent(number: document.pages.count + 1, width: width, height: height))
  }

  private var last: Int { document.pages.count - 1 }

  /// Sets one line of words; `y` is the top of the letters.
  mutating func line(
    _ text: String, x: Float, y: Float, size: Float? = nil, style: Paragraph.Style = [], rotation: UInt8 = 0
  ) {
    let size = size ?? self.size
    var position = x
    for word in text.split(separator: " ") {
      let width = Float(word.unicodeScalars.count) * size / 2
      if let span = document.text.append(String(word)) {
        let box =
          rotation == 0
          ? Box(left: position, top: y, right: position + width, bottom: y + 1.1 * size)
          : Box(left: x, top: y - (position - x) - width, right: x + 1.1 * size, bottom: y - (position - x))
        document.pages[last].words.append(
          PlacedWord(span: span, box: box, fontSize: size, rotation: rotation, style: style))
      }
      position += width + size / 4
    }
  }

  /// Sets a paragraph, wrapped to a width; gives the height after it.
  @discardableResult
  mutating func wrapped(_ text: String, x: Float, y: Float, width: Float, size: Float? = nil) -> Float {
    let size = size ?? self.size
    var y = y
    var words: [Substring] = []
    func length(_ words: [Substring]) -> Float {
      words.reduce(0) { $0 + Float($1.unicodeScalars.count) * size / 2 } + Float(max(0, words.count - 1)) * size / 4
    }
    for word in text.split(separator: " ") {
      if !words.isEmpty, length(words + [word]) > width {
        line(words.joined(separator: " "), x: x, y: y, size: size)
        y += 1.2 * size
        words = []
      }
      words.append(word)
    }
    line(words.joined(separator: " "), x: x, y: y, size: size)
    return y + 1.2 * size
  }

  mutating func horizontal(_ y: Float, from: Float, to: Float) {
    document.pages[last].rulingLines.append(
      RulingLine(box: Box(left: from, top: y - 0.25, right: to, bottom: y + 0.25), isHorizontal: true))
  }

  mutating func vertical(_ x: Float, from: Float, to: Float) {
    document.pages[last].rulingLines.append(
      RulingLine(box: Box(left: x - 0.25, top: from, right: x + 0.25, bottom: to), isHorizontal: false))
  }

  mutating func fill(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float, _ colour: String) {
    guard let colour = Colour(hexadecimal: colour) else { return }
    document.pages[last].fills.append(
      PageFill(box: Box(left: left, top: top, right: right, bottom: bottom), colour: colour))
  }

  /// Sets rows of cells, each wrapped in its column; gives the borders of the rows. The caller draws what rules it wants.
  mutating func rows(_ rows: [[String]], columns: [Float], y: Float, padding: Float = 4) -> [Float] {
    var edges = [y]
    var y = y
    for row in rows {
      var bottom = y + 1.2 * size
      for (column, text) in row.enumerated() where !text.isEmpty {
        let width = columns[column + 1] - columns[column] - 2 * padding
        bottom = max(bottom, wrapped(text, x: columns[column] + padding, y: y + padding, width: width) - padding)
      }
      y = bottom + 2 * padding
      edges.append(y)
    }
    return edges
  }

  /// Draws all borders of a grid.
  mutating func rule(columns: [Float], rows: [Float]) {
    for y in rows { horizontal(y, from: columns[0], to: columns[columns.count - 1]) }
    for x in columns { vertical(x, from: rows[0], to: rows[rows.count - 1]) }
  }

  /// A page of layout text: each letter on a cell of 6 by 12 points.
  mutating func layout(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    page(width: Float(lines.map(\.count).max() ?? 0) * 6, height: Float(lines.count) * 12)
    for (row, line) in lines.enumerated() {
      var column = 0
      for part in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !part.isEmpty, let span = document.text.append(String(part)) {
          let box = Box(
            left: Float(column) * 6, top: Float(row) * 12, right: Float(column + part.count) * 6,
            bottom: Float(row + 1) * 12)
          document.pages[last].words.append(PlacedWord(span: span, box: box, fontSize: 12))
        }
        column += part.count + 1
      }
    }
  }

  func parsed() -> Parsed { Parsed(TableParser().parse(document)) }
}

/// A parsed document in a form that tests can compare.
struct Parsed {
  var document: SourceDocument

  init(_ document: SourceDocument) { self.document = document }

  var tables: [Table] {
    document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Paragraphs, headings and furniture in order, with a mark of their kind.
  var texts: [String] {
    document.blocks.compactMap { block in
      switch block {
      case .paragraph(let paragraph): (paragraph.marker == .bullet ? "* " : "") + string(paragraph)
      case .heading(let level, let paragraph): "h\(level) " + string(paragraph)
      case .furniture(let kind, let paragraph): "[\(kind.rawValue)] " + string(paragraph)
      default: nil
      }
    }
  }

  func string(_ paragraph: Paragraph) -> String { document.text.string(paragraph.span) }

  /// Rows of a table as texts; cells that span repeat nothing, paragraphs are parted by " / ".
  func rows(_ table: Table) -> [[String]] {
    var rows = [[String]](repeating: [String](repeating: "", count: table.columnCount), count: table.rowCount)
    for cell in table.cells {
      rows[Int(cell.row)][Int(cell.column)] = cell.paragraphs.map(string).joined(separator: " / ")
    }
    return rows
  }

  /// All words in the order of the blocks.
  var words: [String] {
    var words: [String] = []
    func add(_ paragraph: Paragraph) { words += string(paragraph).split(separator: " ").map(String.init) }
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph), .heading(_, let paragraph), .furniture(_, let paragraph): add(paragraph)
      case .table(let table): for cell in table.cells { cell.paragraphs.forEach(add) }
      case .pageBreak: break
      }
    }
    return words
  }
}
