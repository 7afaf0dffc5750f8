// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension OpenDocumentBodyReader {
  private struct Column {
    var cellStyle: String?
    var isHidden: Bool
  }

  private struct TableState {
    var grid = TableAssembler()
    var columns: [Column] = []
    var isInHeader = false
    /// Rows of the file so far, repeated ones counted.
    var sourceRow = 0
    /// The table's own background.
    var fill: Colour?
  }

  /// Columns of a spreadsheet that are looked at; its empty ones are not stored.
  private static let widest = 16_384

  /// Reads `table:table`.
  func readTable(_ reader: OpenDocumentReader, into story: inout ContentStory) throws(ExtractionError) {
    var table = TableState()
    table.fill = styles.resolved("table", reader.attribute(.tableStyleName)).cellFill ?? nil
    let name = reader.attribute(.tableName)
    let (hidden, lists) = (isHidden, openLists)
    openLists = []
    if story.kind == .body { sheetCount += 1 }
    if isSpreadsheet, styles.resolved("table", reader.attribute(.tableStyleName)).hidden == true { isHidden = true }
    let outer = reader.depth
    reading: while let event = try reader.next() {
      switch event {
      case .text: continue
      case .end:
        if reader.depth == outer { break reading }
        if reader.name == .headerRows { table.isInHeader = false }
      case .start:
        switch reader.name {
        case .column: readColumn(reader, &table)
        case .headerRows: table.isInHeader = true
        case .row: try readRow(reader, &table)
        case .shapes, .forms: try reader.skip()
        case .annotation: try reader.skip()
        default: break
        }
      }
    }
    (isHidden, openLists) = (hidden, lists)
    if isSpreadsheet { table.grid.dropEmptyRowsAtEnd() }
    for block in table.grid.finish(fill: { _, cell, _ in cell.fill ?? table.fill }) {
      switch (story.kind, block) {
      case (.cell, .table(let table)): story.append(table)
      case (.cell, .paragraph(let paragraph)): story.paragraphs.append(paragraph)
      case (.body, .table(var table)):
        if isSpreadsheet { table.sheet = name }
        story.blocks.append(.table(table))
      default: story.blocks.append(block)
      }
    }
  }

  private func readColumn(_ reader: OpenDocumentReader, _ table: inout TableState) {
    let count = min(max(1, reader.integer(.columnsRepeated) ?? 1), Self.widest)
    let width = styles.resolved("table-column", reader.attribute(.tableStyleName)).width ?? -1
    let column = Column(cellStyle: reader.attribute(.defaultCellStyle), isHidden: Self.isCollapsed(reader))
    guard table.columns.count + count <= Self.widest else { return }
    table.columns += Array(repeating: column, count: count)
    table.grid.widths += Array(repeating: width, count: count)
  }

  private static func isCollapsed(_ reader: OpenDocumentReader) -> Bool {
    reader.attribute(.visibility, is: "collapse") || reader.attribute(.visibility, is: "filter")
  }

  private struct RowCell {
    var cell: Table.Cell
    var nested: [(position: Int, table: Table)]
  }

  private func readRow(_ reader: OpenDocumentReader, _ table: inout TableState) throws(ExtractionError) {
    let repeats = min(max(1, reader.integer(.rowsRepeated) ?? 1), 1 << 24)
    // Rows without cells cost as much.
    try countCells(1, reader)
    let rowStyle = reader.attribute(.defaultCellStyle)
    let rowFill = styles.resolved("table-row", reader.attribute(.tableStyleName)).cellFill ?? nil
    let hidden = isHidden
    isHidden = hidden || Self.isCollapsed(reader)
    let row = table.grid.rowCount
    table.sourceRow += repeats
    let location = isSpreadsheet ? Location(page: sheetCount, line: table.sourceRow - repeats + 1) : Location()
    var cells: [RowCell] = []
    var column = 0
    var hasContent = false
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .cell, .coveredCell:
        let count = min(max(1, reader.integer(.columnsRepeated) ?? 1), Self.widest)
        let isCovered = reader.name == .coveredCell
        let (columnSpan, rowSpan) = (reader.integer(.columnsSpanned) ?? 1, reader.integer(.rowsSpanned) ?? 1)
        let columnStyle = table.columns.indices.contains(column) ? table.columns[column].cellStyle : nil
        let name = reader.attribute(.tableStyleName) ?? rowStyle ?? columnStyle
        let fill = styles.resolved("table-cell", name).cellFill ?? rowFill
        let isHiddenColumn = table.columns.indices.contains(column) && table.columns[column].isHidden
        let story = try readCell(reader, isHidden: isHidden || isHiddenColumn || isCovered)
        let isEmpty = story.paragraphs.isEmpty && story.nested.isEmpty
        if isCovered {
          // Text under a merged cell: kept with the cell before it.
          if !isEmpty, let last = cells.indices.last { cells[last].cell.paragraphs += story.flattened }
        } else if !isEmpty || !isSpreadsheet || (fill ?? nil) != nil && count <= 256 {
          hasContent = hasContent || !isEmpty || !isSpreadsheet
          try countCells(min(count, Self.widest - column), reader)
          for offset in 0..<min(count, Self.widest - column) {
            let cell = Table.Cell(
              row: row, column: column + offset, rowSpan: min(max(1, rowSpan), 1 << 20),
              columnSpan: min(max(1, columnSpan), Self.widest), paragraphs: story.paragraphs, fill: fill ?? nil,
              location: location)
            cells.append(
              try offset == 0 ? RowCell(cell: cell, nested: story.nested) : repeated(cell, story.nested, reader))
          }
        }
        column = min(column + count, Self.widest)
      default: break
      }
    }
    isHidden = hidden
    try append(cells, hasContent: hasContent, repeats: repeats, reader, &table)
  }

  private func append(
    _ cells: [RowCell], hasContent: Bool, repeats: Int, _ reader: OpenDocumentReader, _ table: inout TableState
  ) throws(ExtractionError) {
    // A spreadsheet ends in a million rows that hold nothing; a gap within it says no more than a hundred do.
    let count = min(repeats, hasContent ? 10_000 : 100)
    guard hasContent else {
      table.grid.rowCount = min(table.grid.rowCount + count, 1 << 20)
      return
    }
    if count > 1 { try countCells((count - 1) * cells.count, reader) }
    for repetition in 0..<count {
      let row = table.grid.rowCount
      table.grid.rowCount += 1
      if table.isInHeader, table.grid.headerRows == row { table.grid.headerRows += 1 }
      for entry in cells {
        var entry = try repetition == 0 ? entry : repeated(entry.cell, entry.nested, reader)
        entry.cell.row = Int32(clamping: row)
        _ = table.grid.append(entry.cell, nested: entry.nested)
      }
    }
  }

  /// A cell that the file states once for several places: its words get an identity of their own at each.
  private func repeated(
    _ cell: Table.Cell, _ nested: [(position: Int, table: Table)], _ reader: OpenDocumentReader
  ) throws(ExtractionError) -> RowCell {
    try checkTextSize(reader)
    func again(_ paragraph: Paragraph) -> Paragraph {
      var paragraph = paragraph
      if let span = document.text.append(document.text.string(paragraph.span)) { paragraph.span = span }
      return paragraph
    }
    var cell = cell
    cell.paragraphs = cell.paragraphs.map(again)
    cell.paragraphs += nested.flatMap(\.table.cells).flatMap(\.paragraphs).map(again)
    return RowCell(cell: cell, nested: [])
  }

  private func readCell(_ reader: OpenDocumentReader, isHidden hides: Bool) throws(ExtractionError) -> ContentStory {
    var story = ContentStory(.cell)
    let hidden = isHidden
    isHidden = hides
    try readBlocks(reader, into: &story, until: reader.depth)
    isHidden = hidden
    return story
  }
}
