// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Writes drafts into a new document, in reading order.
struct DocumentWriter {
  var text = TextStore()
  var blocks: [Block] = []
  /// Pages that were turned for reading, by number: places are told as the page is shown.
  var turns: [Int: PageTurn] = [:]

  private func shown(_ location: Location) -> Location {
    guard !turns.isEmpty, let page = location.page, let turn = turns[page], let box = location.box else {
      return location
    }
    var result = location
    result.box = turn.shown(box)
    return result
  }

  mutating func write(_ drafts: [DraftBlock]) {
    for draft in drafts {
      switch draft {
      case .paragraph(let draft), .marginal(_, let draft), .loose(let draft):
        if let paragraph = paragraph(draft) { blocks.append(.paragraph(paragraph)) }
      case .heading(let draft):
        if var paragraph = paragraph(draft) {
          paragraph.level = 0
          blocks.append(.heading(level: Int(draft.level), paragraph))
        }
      case .furniture(let kind, let draft):
        if let paragraph = paragraph(draft) { blocks.append(.furniture(kind, paragraph)) }
      case .pageBreak: blocks.append(.pageBreak)
      case .table(let table): blocks.append(.table(write(table)))
      }
    }
  }

  private mutating func paragraph(_ draft: Draft) -> Paragraph? {
    guard let span = draft.text.withUnsafeBufferPointer({ text.append(utf8: $0) }) else { return nil }
    return Paragraph(
      span: span, marker: draft.marker, level: draft.level, style: draft.style, confidence: draft.confidence,
      fontSize: draft.fontSize, fill: draft.fill, location: shown(draft.location))
  }

  private mutating func write(_ draft: TableDraft) -> Table {
    var cells: [Table.Cell] = []
    cells.reserveCapacity(draft.cells.count)
    for cell in draft.cells {
      var paragraphs: [Paragraph] = []
      for draft in cell.paragraphs {
        if let paragraph = paragraph(draft) { paragraphs.append(paragraph) }
      }
      cells.append(
        Table.Cell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
          paragraphs: paragraphs,
          fill: cell.fill, location: shown(cell.location)))
    }
    return Table(
      rowCount: draft.rowCount, columnCount: draft.columnCount, cells: cells,
      alignment: draft.origin == .rules ? .exact : .inferred, rowPages: draft.rowPages,
      location: shown(Location(page: draft.page, box: draft.box)))
  }
}
