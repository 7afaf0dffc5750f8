// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Writes a sheet's titles and tables into the document.
struct SheetWriter {
  let content: SheetContent
  let grid: SheetGrid
  let styles: SheetStyles
  let strings: SharedStrings
  let uses1904: Bool
  /// Name of the sheet.
  let name: String
  /// Number of the sheet, from 1.
  let number: Int
  let isHidden: Bool
  /// Rows that the workbook itself marks as heads of tables.
  let headRows: Set<Int32>

  /// Cells whose date or number cannot be shown in their format.
  private(set) var impossible = 0
  private var hasHeading = false

  init(
    content: SheetContent, styles: SheetStyles, strings: SharedStrings, uses1904: Bool, name: String, number: Int,
    isHidden: Bool, headRows: Set<Int32>
  ) {
    self.content = content
    grid = SheetGrid(content)
    self.styles = styles
    self.strings = strings
    self.uses1904 = uses1904
    self.name = name
    self.number = number
    self.isHidden = isHidden
    self.headRows = headRows
  }

  /// Appends the sheet's blocks.
  mutating func write(into document: inout SourceDocument) {
    for region in SheetLayout.regions(of: grid, look: look(of:)) {
      switch region {
      case .lines(let rows): for row in rows { writeLine(row, into: &document) }
      case .table(let rows, let columns): writeTable(rows, columns, into: &document)
      }
    }
  }

  /// The first row with text, from 0; nil for an empty sheet.
  var firstRow: Int32? { grid.rows.first?.number }

  private func look(of place: SheetGrid.Place) -> SheetLayout.Look {
    let cell = content.cells[place.cell]
    let format = styles.formats[Int(cell.format)]
    let isText = cell.kind == .shared || cell.kind == .text
    return SheetLayout.Look(
      isText: isText && place.hasText, bytes: bytes(of: cell),
      isBold: format.style.contains(.bold) || cell.style.contains(.bold), hasFill: format.fill != nil,
      format: cell.format)
  }

  // MARK: Lines

  private mutating func writeLine(_ row: SheetGrid.Row, into document: inout SourceDocument) {
    for place in grid.texts(in: row) {
      let paragraphs = paragraphs(of: place, in: &document)
      guard let first = paragraphs.first else { continue }
      let format = styles.formats[Int(content.cells[place.cell].format)]
      let isSetOff =
        first.style.contains(.bold) || format.fontSize > styles.bodySize || format.fill != nil || place.columnSpan > 1
      var rest = paragraphs[...]
      if isSetOff, first.span.count <= 150, first.marker == .none {
        document.blocks.append(.heading(level: hasHeading ? 2 : 1, first))
        hasHeading = true
        rest = rest.dropFirst()
      }
      for paragraph in rest { document.blocks.append(.paragraph(paragraph)) }
    }
  }

  // MARK: Tables

  private mutating func writeTable(
    _ rows: [SheetGrid.Row], _ columns: ClosedRange<Int32>, into document: inout SourceDocument
  ) {
    let places = rows.map { row in grid.places[row.places].filter { columns.contains($0.column) } }
    // Columns in which nothing begins are gaps.
    var begins = [Bool](repeating: false, count: columns.count)
    for row in places { for place in row { begins[Int(place.column - columns.lowerBound)] = true } }
    var newColumn = [0]
    for isUsed in begins { newColumn.append((newColumn.last ?? 0) + (isUsed ? 1 : 0)) }
    let numbers = rows.map(\.number)
    var table = Table(
      rowCount: rows.count, columnCount: newColumn.last ?? 0, cells: [], sheet: name,
      location: Location(page: number, line: numbers.first.map { Int($0) + 1 }))
    var endOfRow = 0
    for (index, row) in places.enumerated() {
      for place in row {
        let start = newColumn[Int(place.column - columns.lowerBound)]
        let edge = min(Int(place.column - columns.lowerBound) + Int(place.columnSpan), begins.count)
        endOfRow = index + 1
        if place.rowSpan > 1 {
          while endOfRow < numbers.count, numbers[endOfRow] < place.row + place.rowSpan { endOfRow += 1 }
        }
        let format = styles.formats[Int(content.cells[place.cell].format)]
        let cell = Table.Cell(
          row: index, column: start, rowSpan: endOfRow - index, columnSpan: newColumn[edge] - start,
          paragraphs: place.hasText ? paragraphs(of: place, in: &document) : [], fill: format.fill,
          location: Location(page: number, line: Int(place.row) + 1))
        // A damaged sheet may give one place twice: both texts stand in one cell.
        if let last = table.cells.last, last.row == cell.row, last.column == cell.column {
          table.cells[table.cells.count - 1].paragraphs += cell.paragraphs
        } else {
          table.cells.append(cell)
        }
      }
    }
    for index in 0..<min(3, numbers.count - 1) where headRows.contains(numbers[index]) {
      table.headerRowCount = index + 1
    }
    document.blocks.append(.table(table))
  }

  // MARK: Values

  /// The bytes of a value, as the file has them.
  private func bytes(of cell: SheetContent.Cell) -> ArraySlice<UInt8> {
    switch cell.kind {
    case .empty: []
    case .shared: strings.bytes(of: Int(cell.start)) ?? []
    default: content.bytes[Int(cell.start)..<Int(cell.end)]
    }
  }

  private mutating func paragraphs(of place: SheetGrid.Place, in document: inout SourceDocument) -> [Paragraph] {
    let cell = content.cells[place.cell]
    let format = styles.formats[Int(cell.format)]
    var style = format.style.union(cell.style)
    if isHidden || content.isHidden(place) { style.insert(.hidden) }
    var text: [UInt8]
    let raw = bytes(of: cell)
    switch shown(cell.kind, raw, format.number) {
    case nil: text = Array(raw)
    case .text(let shown)?: text = Array(shown.utf8)
    case .nothing?:
      text = Array(raw)
      style.insert(.hidden)
    case .impossible?:
      text = Array(raw)
      impossible += 1
    }
    var template = Paragraph(
      span: TextSpan(0..<0), style: style, fontSize: format.fontSize,
      location: Location(page: number, line: Int(cell.row) + 1))
    var paragraphs: [Paragraph] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var line = Array(line)
      template.marker = .none
      if let length = BulletMark.length(in: line) {
        line.removeFirst(length)
        template.marker = .bullet
      }
      guard let span = line.withUnsafeBufferPointer({ document.text.append(utf8: $0) }) else { continue }
      template.span = span
      paragraphs.append(template)
    }
    return paragraphs
  }

  /// What a value is shown as; nil where its own bytes are the text.
  private func shown(
    _ kind: SheetContent.Kind, _ raw: ArraySlice<UInt8>, _ format: SheetNumberFormat
  ) -> SheetNumberFormat.Shown? {
    switch kind {
    case .empty: return nil
    case .shared, .text:
      guard format.changesTexts else { return nil }
      return format.show(text: String(decoding: raw, as: UTF8.self))
    case .boolean: return .text(raw.first == 0x31 || raw.first == 0x74 ? "TRUE" : "FALSE")
    case .number: return DecimalText(raw).map { format.show(number: $0, uses1904: uses1904) }
    case .date:
      guard let serial = SheetDate.serial(iso: raw), let number = DecimalText("\(serial)".utf8) else { return nil }
      // The serial is of the 1900 system, whatever the workbook counts by.
      return (format.isDate ? format : SheetNumberFormat.isoDate).show(number: number, uses1904: false)
    }
  }
}
