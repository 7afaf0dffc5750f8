// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension WordBodyReader {
  /// Reads `w:tbl`.
  func readTable(_ reader: WordReader, into story: inout ContentStory) throws(ExtractionError) {
    var table = WordTableBuilder()
    table.mayLoseMerges = mayLoseMerges
    let (bold, hidden, contents) = (tableBold, isHidden, isInContents)
    let outer = reader.depth
    reading: while let event = try reader.next() {
      switch event {
      case .text: continue
      case .end:
        if reader.depth == outer { break reading }
        if reader.name == .contentControl { (isHidden, isInContents) = (hidden, contents) }
      case .start:
        switch reader.name {
        case .tableProperties: try readTableProperties(reader, &table)
        case .tableGrid: try readGrid(reader, &table)
        case .row: try readRow(reader, &table)
        case .contentControlProperties: try readControlProperties(reader)
        case .deleted, .movedFrom: try reader.skip()
        default: break
        }
      }
    }
    (tableBold, isHidden, isInContents) = (bold, hidden, contents)
    for block in table.finish() {
      switch (story.kind, block) {
      case (.cell, .table(let table)): story.append(table)
      case (.cell, .paragraph(let paragraph)): story.paragraphs.append(paragraph)
      default: story.blocks.append(block)
      }
    }
  }

  private func readTableProperties(
    _ reader: WordReader, _ table: inout WordTableBuilder
  ) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .tableStyle: table.style = styles.tableStyle(reader.attribute(.value))
      case .tableLook: table.options = WordTableStyle.Options(reader)
      case .tableChange: try reader.skip()
      default: break
      }
    }
  }

  private func readGrid(_ reader: WordReader, _ table: inout WordTableBuilder) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .gridColumn: if table.grid.widths.count < 1024 { table.grid.widths.append(reader.integer(.width) ?? 0) }
      case .tableGridChange: try reader.skip()
      default: break
      }
    }
  }

  /// Columns of a table; Word itself allows 63.
  private static let widest = 2048

  private struct RowProperties {
    var before = 0
    var isHeader = false
    var isDeleted = false
    var isHidden = false
  }

  private func readRow(_ reader: WordReader, _ table: inout WordTableBuilder) throws(ExtractionError) {
    var row = RowProperties()
    var cells: [WordTableBuilder.RowCell] = []
    var column = 0
    // Rows without cells cost as much.
    try countCell(reader)
    let (hidden, contents) = (isHidden, isInContents)
    let outer = reader.depth
    reading: while let event = try reader.next() {
      switch event {
      case .text: continue
      case .end:
        if reader.depth == outer { break reading }
        if reader.name == .contentControl { (isHidden, isInContents) = (hidden || row.isHidden, contents) }
      case .start:
        switch reader.name {
        case .rowProperties:
          row = try readRowProperties(reader)
          column = row.before
          isHidden = hidden || row.isHidden
        case .cell:
          guard !row.isDeleted else {
            try reader.skip()
            continue
          }
          setTableBold(table, column: column)
          let cell = try readCell(reader)
          guard !cell.properties.isDeleted else { continue }
          column += cell.properties.span
          guard column <= Self.widest else {
            throw reader.error(
              .overLimit, "A table has more than \(Self.widest) columns.", advice: "Check where the file comes from.")
          }
          cells.append(cell)
        case .tableExceptions: try reader.skip()
        case .contentControlProperties: try readControlProperties(reader)
        default: break
        }
      }
    }
    (isHidden, isInContents) = (hidden, contents)
    if row.isDeleted {
      revisionCount += 1
    } else {
      table.appendRow(cells, before: row.before, isHeader: row.isHeader)
    }
  }

  private func setTableBold(_ table: WordTableBuilder, column: Int) {
    // The last row and column are not known yet; headings stand in the first ones.
    let row = table.grid.rowCount
    let place = WordTableStyle.Place(
      row: row, column: column, rowEnd: row + 1, columnEnd: column + 1, rowCount: .max, columnCount: .max)
    tableBold = table.style.flatMap { $0.look(of: place, options: table.options).bold }
  }

  private func readRowProperties(_ reader: WordReader) throws(ExtractionError) -> RowProperties {
    var row = RowProperties()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .gridBefore: row.before = min(max(0, reader.integer(.value) ?? 0), 1024)
      case .tableHeader: row.isHeader = reader.toggle
      case .hiddenRow: row.isHidden = reader.toggle
      case .deleted: row.isDeleted = true
      case .inserted: revisionCount += 1
      case .annotation:
        if reader.attribute(.type, is: "Word.Deletion") { row.isDeleted = true }
      case .rowChange: try reader.skip()
      default: break
      }
    }
    return row
  }

  private func countCell(_ reader: WordReader) throws(ExtractionError) {
    cellCount += 1
    guard cellCount <= limits.cells else {
      throw reader.error(
        .overLimit, "The document has more than \(limits.cells) table cells.", advice: "Split the document.")
    }
  }

  private func readCell(_ reader: WordReader) throws(ExtractionError) -> WordTableBuilder.RowCell {
    try countCell(reader)
    var story = ContentStory(.cell)
    let depth = fields.depth
    let (hidden, contents, bold, outerCell) = (isHidden, isInContents, tableBold, cell)
    cell = WordCellProperties()
    try readBlocks(reader, into: &story, until: reader.depth)
    let properties = cell
    (isHidden, isInContents, tableBold, cell) = (hidden, contents, bold, outerCell)
    fields.cut(to: depth)
    return WordTableBuilder.RowCell(properties: properties, story: story)
  }

  /// Reads `w:tcPr`.
  func readCellProperties(_ reader: WordReader) throws(ExtractionError) -> WordCellProperties {
    var cell = WordCellProperties()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .gridSpan: cell.span = min(max(1, reader.integer(.value) ?? 1), 1024)
      case .verticalMerge, .verticalMerge2003:
        cell.vertical = reader.attribute(.value, is: "restart") ? .begin : .goesOn
      case .horizontalMerge, .horizontalMerge2003:
        cell.horizontal = reader.attribute(.value, is: "restart") ? .begin : .goesOn
      case .cellMerged:
        revisionCount += 1
        cell.vertical = reader.attribute(.verticalMerge, is: "cont") ? .goesOn : .begin
      case .cellDeleted:
        revisionCount += 1
        cell.isDeleted = true
      case .shading: cell.fill = .some(properties.fill(reader))
      case .cellChange: try reader.skip()
      default: break
      }
    }
    return cell
  }
}
