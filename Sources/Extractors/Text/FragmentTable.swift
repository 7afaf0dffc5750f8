// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads an HTML table that an export left in its text, as Markdown converters do with tables that pipes cannot express.
struct FragmentTable {
  private static let maximumColumns = 1024

  private let source: UnsafeBufferPointer<UInt8>
  private var cells: [Table.Cell] = []
  private var row = -1
  private var column = 0
  private var columnCount = 0
  /// For each column, the row up to which a cell from above covers it.
  private var covered: [Int] = []
  private var headerRowCount = 0
  private var rowIsHeader = true
  private var line: Int
  private var counted: Int

  /// Offset of the end of the table that begins at the first word of a line; nil where none begins or it never ends.
  ///
  /// `isUnclosed` remembers that no table ends in the rest of the text, so that nobody looks for it again.
  static func end(_ source: UnsafeBufferPointer<UInt8>, at lineStart: Int, _ isUnclosed: inout Bool) -> Int? {
    var index = lineStart
    while index < source.count, source[index] == Byte.space || source[index] == Byte.tab { index += 1 }
    guard index < source.count, source[index] == Byte.lessThan, !isUnclosed,
      let tag = FragmentTag(source, at: index), tag.kind == .table, !tag.isClosing
    else { return nil }
    var depth = 1
    index = tag.end
    while index < source.count {
      if source[index] == Byte.lessThan, let tag = FragmentTag(source, at: index) {
        if tag.kind == .table { depth += tag.isClosing ? -1 : 1 }
        index = tag.end
        if depth == 0 { return index }
      } else {
        index += 1
      }
    }
    isUnclosed = true
    return nil
  }

  /// Reads the table in a stretch of text that ``end(_:at:_:)`` has measured, and what stands on its last line behind it.
  static func read(_ stretch: TextLine, to output: inout BlockWriter) {
    var reader = FragmentTable(output.source, from: stretch)
    reader.read(stretch.range, to: &output)
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, from stretch: TextLine) {
    self.source = source
    line = stretch.number
    counted = stretch.start
  }

  private mutating func read(_ range: Range<Int>, to output: inout BlockWriter) {
    let firstLine = line
    var depth = 0
    var open: (tag: FragmentTag, column: Int)?
    var textStart = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard source[index] == Byte.lessThan, let tag = FragmentTag(source, at: index), tag.end <= range.upperBound else {
        index += 1
        continue
      }
      let isStructure = isStructural(tag) && depth <= 1 && !(tag.kind == .table && !tag.isClosing && depth == 1)
      if isStructure {
        if let cell = open {
          add(cell.tag, at: cell.column, textStart..<index, &output)
        } else {
          appendOutside(textStart..<index, to: &output)
        }
        open = nil
        textStart = tag.end
        if !tag.isClosing { open = begin(tag) }
      }
      if tag.kind == .table { depth += tag.isClosing ? -1 : 1 }
      index = tag.end
      if depth <= 0, tag.kind == .table { break }
    }
    finish(firstLine: firstLine, to: &output)
    appendOutside(max(textStart, index)..<range.upperBound, to: &output)
  }

  private func isStructural(_ tag: FragmentTag) -> Bool {
    switch tag.kind {
    case .table, .row, .cell, .headerCell: true
    default: false
    }
  }

  /// Begins a row or a cell, and gives the cell.
  private mutating func begin(_ tag: FragmentTag) -> (tag: FragmentTag, column: Int)? {
    switch tag.kind {
    case .row:
      beginRow()
      return nil
    case .cell, .headerCell:
      if row < 0 { beginRow() }
      while column < covered.count, covered[column] >= row { column += 1 }
      if tag.kind == .cell { rowIsHeader = false }
      let start = column
      let columns = min(max(1, tag.number("colspan", in: source) ?? 1), max(1, FragmentTable.maximumColumns - column))
      let rows = min(max(1, tag.number("rowspan", in: source) ?? 1), 10_000)
      while covered.count < start + columns { covered.append(-1) }
      for covering in start..<start + columns { covered[covering] = max(covered[covering], row + rows - 1) }
      column += columns
      columnCount = max(columnCount, column)
      return (tag, start)
    default:
      return nil
    }
  }

  private mutating func beginRow() {
    endRow()
    row += 1
    column = 0
    rowIsHeader = true
  }

  private mutating func endRow() {
    if row >= 0, rowIsHeader, column > 0, headerRowCount == row { headerRowCount += 1 }
  }

  private mutating func add(_ tag: FragmentTag, at column: Int, _ range: Range<Int>, _ output: inout BlockWriter) {
    let line = lineNumber(at: range.lowerBound)
    let paragraphs = output.inline.paragraphs(in: source.part(range), line: line, as: .markupCell)
    let columns = min(max(1, tag.number("colspan", in: source) ?? 1), max(1, FragmentTable.maximumColumns - column))
    cells.append(
      Table.Cell(
        row: row, column: column, rowSpan: min(max(1, tag.number("rowspan", in: source) ?? 1), 10_000),
        columnSpan: columns, paragraphs: paragraphs, location: Location(line: line)))
  }

  /// Captions and stray words stand as paragraphs.
  private mutating func appendOutside(_ range: Range<Int>, to output: inout BlockWriter) {
    guard !range.isEmpty, source[range].contains(where: { !$0.isBlank }) else { return }
    output.append(
      output.inline.paragraphs(in: source.part(range), line: lineNumber(at: range.lowerBound), as: .markupCell))
  }

  private mutating func finish(firstLine: Int, to output: inout BlockWriter) {
    endRow()
    guard row >= 0 else { return }
    let rowCount = row + 1
    for index in cells.indices {
      cells[index].rowSpan = min(cells[index].rowSpan, Int32(clamping: rowCount) - cells[index].row)
    }
    output.append(
      .table(
        Table(
          rowCount: rowCount, columnCount: columnCount, cells: cells,
          headerRowCount: headerRowCount < rowCount ? headerRowCount : 0, location: Location(line: firstLine))))
    output.pipeTableCount += 1
  }

  /// Number of the line at `offset`, which only grows.
  private mutating func lineNumber(at offset: Int) -> Int {
    while counted < offset {
      if source[counted] == Byte.lineFeed
        || source[counted] == Byte.carriageReturn && !source.holds("\n", at: counted + 1)
      {
        line += 1
      }
      counted += 1
    }
    return line
  }
}
