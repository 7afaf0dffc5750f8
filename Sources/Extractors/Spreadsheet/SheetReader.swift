// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a worksheet's part into a ``SheetContent``.
struct SheetReader {
  /// More cells that only have a fill than these are a painted background.
  private static let maximumFillCells = 400_000
  /// More merged areas than these are not kept.
  private static let maximumMerges = 200_000

  private let reader: XMLPullReader<SheetName>
  private let styles: SheetStyles
  private let strings: SharedStrings
  private var content = SheetContent()
  private var row: Int32 = -1
  private var column: Int32 = -1
  private var fillCells = 0
  private var isSorted = true
  private var cellLimit: Int
  /// Bytes of text that the cells may still show.
  private var textLeft: Int
  private var hidesRows = false

  /// Reads a sheet.
  ///
  /// - Parameters:
  ///   - cellLimit: how many cells it may have.
  ///   - textLimit: how many bytes of text its cells may show; a shared string counts each time a cell shows it.
  static func read(
    part: String, source: any ByteSource, names: XMLNameTable<SheetName>, styles: SheetStyles, strings: SharedStrings,
    cellLimit: Int, textLimit: Int
  ) throws(ExtractionError) -> SheetContent {
    var sheet = SheetReader(
      reader: try XMLPullReader(part: part, source: source, names: names), styles: styles, strings: strings,
      cellLimit: cellLimit, textLimit: textLimit)
    try sheet.read()
    if !sheet.isSorted {
      sheet.content.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    }
    return sheet.content
  }

  private init(
    reader: XMLPullReader<SheetName>, styles: SheetStyles, strings: SharedStrings, cellLimit: Int, textLimit: Int
  ) {
    self.reader = reader
    self.styles = styles
    self.strings = strings
    self.cellLimit = cellLimit
    textLeft = textLimit
  }

  private mutating func read() throws(ExtractionError) {
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case .row: startRow()
      case .cell: try readCell()
      case .formatProperties: hidesRows = reader.isOn(.zeroHeight)
      case .column: readColumn()
      case .mergeCell:
        if content.merges.count < Self.maximumMerges, let area = reader.attribute(.area).flatMap(CellArea.init) {
          content.merges.append(area)
        }
      case .autoFilter: content.autoFilter = reader.attribute(.area).flatMap(CellArea.init)
      case .conditionalFormatting: content.conditionalFormats += 1
      case .oddHeader: content.header = try reader.textContent()
      case .oddFooter: content.footer = try reader.textContent()
      default: break
      }
    }
  }

  private mutating func startRow() {
    let number = reader.integer(.reference).map { Int32(clamping: $0 - 1) } ?? row + 1
    if number >= 0, number < CellReference.maximumRow { row = number } else { row += 1 }
    column = -1
    let isHidden = reader.hasAttribute(.hidden) ? reader.isOn(.hidden) : hidesRows
    if isHidden { content.hiddenRows.insert(row) }
  }

  private mutating func readColumn() {
    guard reader.isOn(.hidden), let first = reader.integer(.min), let last = reader.integer(.max) else { return }
    let (low, high) = (Int32(clamping: first - 1), Int32(clamping: last - 1))
    guard low >= 0, low <= high, content.hiddenColumns.count < 1000 else { return }
    content.hiddenColumns.append(low...high)
  }

  private mutating func readCell() throws(ExtractionError) {
    place()
    let format = reader.integer(.style).flatMap { styles.formats.indices.contains($0) ? $0 : nil } ?? 0
    var kind = kindOfValue()
    var cell = SheetContent.Cell(row: row, column: column, format: Int32(clamping: format), kind: .empty)
    let isShared = kind == .shared
    let start = content.bytes.count
    var hasFormula = false
    var hasValue = false
    let outer = reader.depth
    var isValue = false
    loop: while let event = try reader.next() {
      switch event {
      case .start:
        switch reader.name {
        case .value: isValue = true
        case .formula: hasFormula = true
        case .inlineString:
          cell.style = try reader.appendRichText(to: &content.bytes)
          kind = .text
          hasValue = true
        default: break
        }
      case .text:
        guard isValue else { continue }
        reader.withText { content.bytes.append(contentsOf: $0) }
        hasValue = true
      case .end:
        if reader.name == .value { isValue = false }
        if reader.depth == outer { break loop }
      }
    }
    if kind == .text, !isShared, content.bytes[start...].contains(0x5F) {
      SheetText.resolveEscapes(in: &content.bytes, from: start)
    }
    if hasFormula, !hasValue { content.formulasWithoutValue += 1 }
    try keep(&cell, kind, start, hasValue: hasValue)
  }

  private mutating func keep(
    _ cell: inout SheetContent.Cell, _ kind: SheetContent.Kind, _ start: Int, hasValue: Bool
  ) throws(ExtractionError) {
    let value = content.bytes[start...]
    if hasValue, value.contains(where: { $0 > 0x20 }) {
      cell.kind = kind
      (cell.start, cell.end) = (UInt32(clamping: start), UInt32(clamping: content.bytes.count))
      if kind == .shared {
        let number = Int(String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self)) ?? -1
        content.bytes.removeSubrange(start...)
        guard let text = strings.bytes(of: number) else {
          throw reader.error(
            .damaged, "A cell refers to the shared string \(number), which is not there.",
            advice: "Open the workbook in its program and save it again.")
        }
        guard text.contains(where: { $0 > 0x20 }) else { return keepFill(cell) }
        (cell.start, cell.end) = (UInt32(clamping: number), 0)
        cell.style = strings.styles[number]
        textLeft -= text.count
      } else {
        textLeft -= content.bytes.count - start
      }
      // A small file may show one long string in many cells: it is refused before its text is written out.
      guard textLeft >= 0 else {
        throw reader.error(
          .overLimit, "The workbook shows more text than is read.", advice: "Save the sheet with the plan on its own.")
      }
      try append(cell)
    } else {
      content.bytes.removeSubrange(start...)
      keepFill(cell)
    }
  }

  private mutating func keepFill(_ cell: SheetContent.Cell) {
    guard styles.formats[Int(cell.format)].fill != nil, fillCells < Self.maximumFillCells else { return }
    fillCells += 1
    var cell = cell
    cell.kind = .empty
    insert(cell)
  }

  private mutating func append(_ cell: SheetContent.Cell) throws(ExtractionError) {
    guard content.cells.count - fillCells < cellLimit else {
      throw reader.error(
        .overLimit, "The workbook has more cells than are read.", advice: "Save the sheet with the plan on its own.")
    }
    insert(cell)
  }

  private mutating func insert(_ cell: SheetContent.Cell) {
    if let last = content.cells.last, (last.row, last.column) >= (cell.row, cell.column) { isSorted = false }
    content.cells.append(cell)
  }

  /// Finds the place of the cell that begins; one without a reference follows the one before.
  private mutating func place() {
    let reference = reader.withAttribute(.reference) { CellReference($0) } ?? nil
    if let reference {
      (row, column) = (reference.row, reference.column)
    } else {
      column = min(column + 1, CellReference.maximumColumn - 1)
      row = max(0, row)
    }
  }

  private func kindOfValue() -> SheetContent.Kind {
    reader.withAttribute(.type) { bytes in
      switch bytes.first {
      case 0x73: bytes.count == 1 ? .shared : .text  // s, str
      case 0x69, 0x65: .text  // inlineStr, e
      case 0x62: .boolean
      case 0x64: .date
      default: .number
      }
    } ?? .number
  }
}
