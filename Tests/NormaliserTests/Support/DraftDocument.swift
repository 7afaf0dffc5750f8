// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A document in the making: what random documents are drawn as, and what a failing one is cut down as.
struct DraftDocument: Sendable, CustomStringConvertible {
  struct Text: Sendable {
    var words: String
    var marker = Paragraph.Marker.none
    var isContinuation = false
    var fill: Colour?
  }

  struct Cell: Sendable {
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var texts: [Text]
    var fill: Colour?
  }

  struct Grid: Sendable {
    var rowCount: Int
    var columnCount: Int
    var alignment: Table.Alignment
    var headerRowCount = 0
    var cells: [Cell]
  }

  enum Piece: Sendable {
    case heading(Int, Text)
    case paragraph(Text)
    case furniture(Text)
    case table(Grid)
    case pageBreak
  }

  var pieces: [Piece]

  func document() -> SourceDocument {
    var document = SourceDocument(mediaType: "text/plain", reader: "test/draft")
    func paragraph(_ text: Text) -> Paragraph {
      // Text of nothing but white space gives an empty span: readers hand over none, and none may bring the reading down.
      let span = document.text.append(text.words) ?? TextSpan(start: 0, end: 0)
      return Paragraph(
        span: span, marker: text.marker, style: text.isContinuation ? .continuation : [], fill: text.fill)
    }
    for piece in pieces {
      switch piece {
      case .heading(let level, let text): document.blocks.append(.heading(level: level, paragraph(text)))
      case .paragraph(let text): document.blocks.append(.paragraph(paragraph(text)))
      case .furniture(let text): document.blocks.append(.furniture(.runningHeader, paragraph(text)))
      case .pageBreak: document.blocks.append(.pageBreak)
      case .table(let grid):
        let cells = grid.cells.map { cell in
          Table.Cell(
            row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
            paragraphs: cell.texts.map(paragraph), fill: cell.fill)
        }
        document.blocks.append(
          .table(
            Table(
              rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells, headerRowCount: grid.headerRowCount,
              alignment: grid.alignment)))
      }
    }
    return document
  }

  // MARK: Cutting down

  /// The smallest document that can be cut out of this one so that `fails` still holds.
  func shrunk(while fails: (DraftDocument) -> Bool) -> DraftDocument {
    var best = self
    var tries = 0
    var isSmaller = true
    while isSmaller, tries < 3_000 {
      isSmaller = false
      for candidate in best.smaller() {
        tries += 1
        if fails(candidate) {
          best = candidate
          isSmaller = true
          break
        }
      }
    }
    return best
  }

  private func smaller() -> [DraftDocument] {
    var candidates: [DraftDocument] = []
    for (index, piece) in pieces.enumerated() {
      var without = self
      without.pieces.remove(at: index)
      candidates.append(without)
      guard case .table(let grid) = piece else { continue }
      func add(_ change: (inout Grid) -> Void) {
        var changed = self
        var table = grid
        change(&table)
        changed.pieces[index] = .table(table)
        candidates.append(changed)
      }
      for row in 0..<min(grid.rowCount, 40) {
        add { table in
          table.cells.removeAll { $0.row == row }
          for cell in table.cells.indices where table.cells[cell].row > row { table.cells[cell].row -= 1 }
          table.rowCount -= 1
        }
      }
      for cell in grid.cells.indices {
        add { $0.cells.remove(at: cell) }
        if grid.cells[cell].rowSpan > 1 { add { $0.cells[cell].rowSpan = 1 } }
        if grid.cells[cell].columnSpan > 1 { add { $0.cells[cell].columnSpan = 1 } }
        if grid.cells[cell].texts.count > 1 { add { $0.cells[cell].texts.removeLast() } }
        if grid.cells[cell].fill != nil { add { $0.cells[cell].fill = nil } }
      }
    }
    return candidates
  }

  var description: String {
    func words(_ text: Text) -> String {
      (text.marker == .bullet ? "* " : "") + (text.isContinuation ? "(continued) " : "")
        + (text.fill.map { "{\($0.hexadecimal)} " } ?? "") + text.words
    }
    return pieces.map { piece in
      switch piece {
      case .heading(let level, let text): "h\(level) \(words(text))"
      case .paragraph(let text): "p \(words(text))"
      case .furniture(let text): "furniture \(words(text))"
      case .pageBreak: "---"
      case .table(let grid):
        "table \(grid.rowCount)x\(grid.columnCount) \(grid.alignment) head \(grid.headerRowCount)"
          + grid.cells.map { cell in
            let span = cell.rowSpan > 1 || cell.columnSpan > 1 ? " \(cell.rowSpan)x\(cell.columnSpan)" : ""
            let fill = cell.fill.map { " {\($0.hexadecimal)}" } ?? ""
            return "\n  [\(cell.row),\(cell.column)\(span)\(fill)] " + cell.texts.map(words).joined(separator: " // ")
          }.joined()
      }
    }.joined(separator: "\n")
  }
}
