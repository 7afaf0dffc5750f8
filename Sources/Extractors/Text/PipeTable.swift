// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads Markdown's pipe tables, and rows of pipes that lack the line of dashes.
enum PipeTable {
  /// Whether a line is the line of dashes under a table's heading: `| --- | :-: |`, at least one pipe.
  static func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var dashes = 0
    var pipes = 0
    for byte in line {
      switch byte {
      case Byte.hyphen: dashes += 1
      case Byte.pipe: pipes += 1
      case Byte.colon, Byte.space, Byte.tab: break
      default: return false
      }
    }
    return pipes > 0 && dashes > 0
  }

  /// Whether a line can be a row: it has a pipe, and where it does not begin with one the caller has seen the dashes.
  static func isRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool { line.contains(Byte.pipe) }

  /// Whether two lines below one another are rows: as many pipes in both, two or more, and words between them.
  static func areRows(_ line: UnsafeBufferPointer<UInt8>, _ next: UnsafeBufferPointer<UInt8>) -> Bool {
    let pipes = line.count { $0 == Byte.pipe }
    return pipes >= 2 && pipes == next.count { $0 == Byte.pipe } && line.contains(where: \.isLetter)
      && next.contains(where: \.isLetter)
  }

  /// Whether a line is a row without any other evidence: a pipe at both ends.
  static func isClosedRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let row = line.trimmed
    return row.count > 2 && row[0] == Byte.pipe && row[row.count - 1] == Byte.pipe
  }

  /// Reads the rows, which are lines of pipes in a row, delimiter rows included.
  static func read(_ lines: ArraySlice<TextLine>, to output: inout BlockWriter) {
    var rows: [(line: Int, cells: PipeSpans.Row)] = []
    var headerRowCount = 0
    for line in lines {
      let bytes = output.bytes(line)
      if isDelimiterRow(bytes) {
        if headerRowCount == 0 { headerRowCount = rows.count }
        continue
      }
      rows.append((line.number, cells(bytes.trimmed).map(\.trimmed)))
    }
    let spans = PipeSpans(rows.prefix(4).map(\.cells), marked: headerRowCount)
    if let header = spans.header { headerRowCount = header.upperBound }
    var builder = TableBuilder()
    var isEven = true
    for (index, row) in rows.enumerated() {
      builder.beginRow(line: row.line)
      let places = spans.places(of: row.cells, at: index)
      for (column, cell) in row.cells.enumerated() {
        switch places?[column] {
        case .covered: continue
        case .cell(let rows, let columns):
          builder.add(paragraphs(cell, line: row.line, &output), at: column, rowSpan: rows, columnSpan: columns)
        case nil: builder.add(paragraphs(cell, line: row.line, &output))
        }
      }
      builder.endRow()
      if row.cells.count != rows[0].cells.count { isEven = false }
    }
    let header = builder.rows > headerRowCount ? headerRowCount : 0
    guard let table = builder.table(headerRowCount: header, alignment: isEven ? .exact : .counted) else { return }
    output.append(.table(table))
    output.pipeTableCount += 1
  }

  /// The cells of a row. A pipe behind a backslash belongs to its cell.
  private static func cells(_ row: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    var result: [UnsafeBufferPointer<UInt8>] = []
    var start = row.count > 0 && row[0] == Byte.pipe ? 1 : 0
    var index = start
    while index < row.count {
      if row[index] == Byte.backslash {
        index += 2
        continue
      }
      if row[index] == Byte.pipe {
        result.append(row.part(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < row.count || result.isEmpty { result.append(row.part(start..<row.count)) }
    return result
  }

  /// A line end within a cell is a space, since pipes and nothing else divide cells; but the items of a list are lines.
  private static func paragraphs(
    _ cell: UnsafeBufferPointer<UInt8>, line: Int, _ output: inout BlockWriter
  ) -> [Paragraph] {
    guard cell.firstIndex(of: Byte.lineFeed, from: 0) < cell.count else {
      return output.inline.paragraphs(in: cell, line: line, as: .cell)
    }
    var text = Array(cell)
    for index in text.indices where text[index] == Byte.lineFeed || text[index] == Byte.carriageReturn {
      let leadsItem = BulletGlyphs.leadingMarkLength(in: cell.part(index + 1..<cell.count).nextLine) > 0
      if !leadsItem { text[index] = Byte.space }
    }
    return text.withUnsafeBufferPointer { output.inline.paragraphs(in: $0, line: line, as: .cell) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes up to the first line end behind the white space that they begin with.
  fileprivate var nextLine: UnsafeBufferPointer<UInt8> {
    var index = 0
    while index < count, self[index].isBlank { index += 1 }
    while index < count, self[index] != Byte.lineFeed { index += 1 }
    return part(0..<index)
  }
}
