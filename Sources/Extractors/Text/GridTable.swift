// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads Markdown's grid tables, whose borders are drawn with `+`, `-`, `=` and `|`; cells may span rows and columns and
/// hold several paragraphs.
struct GridTable {
  /// A line, cut into characters.
  private struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Offset of each character, and of the end.
    let offsets: [Int]
    let number: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) {
      self.bytes = bytes
      self.number = number
      offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    }

    /// The byte of an ASCII character at a column, 0 for any other and beyond the end.
    subscript(column: Int) -> UInt8 { column < offsets.count - 1 ? bytes[offsets[column]] : 0 }

    /// The characters of some columns.
    func part(_ columns: Range<Int>) -> UnsafeBufferPointer<UInt8> {
      let last = offsets.count - 1
      return bytes.part(offsets[min(columns.lowerBound, last)]..<offsets[min(columns.upperBound, last)])
    }
  }

  private let lines: [Line]
  /// Columns of characters at which vertical borders stand.
  private var borders: [Int] = []
  /// Lines on which horizontal borders stand.
  private var rules: [Int] = []

  /// Whether a line is the upper border of a grid table.
  static func isBorder(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = line.trimmed
    return words.count >= 4 && words[0] == Byte.plus && words[words.count - 1] == Byte.plus
      && words.allSatisfy { $0 == Byte.plus || $0 == Byte.hyphen || $0 == Byte.equals || $0 == Byte.colon }
  }

  /// Whether a line can stand within one.
  static func isRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = line.trimmed
    return words.count > 1 && (words[0] == Byte.plus || words[0] == Byte.pipe)
  }

  /// Reads the lines of one table; false, and nothing written, where they are none.
  static func read(_ run: ArraySlice<TextLine>, to output: inout BlockWriter) -> Bool {
    let lines = run.map { Line(output.bytes($0), number: $0.number) }
    guard let grid = GridTable(lines) else { return false }
    return grid.write(to: &output)
  }

  private init?(_ lines: [Line]) {
    self.lines = lines
    guard let first = lines.first, let last = lines.last, lines.count >= 3, lines.count <= 100_000,
      GridTable.isBorder(last.bytes)
    else { return nil }
    var columns: Set<Int> = []
    for (index, line) in lines.enumerated() {
      let isRule = GridTable.hasRule(line)
      guard isRule else { continue }
      rules.append(index)
      for column in 0..<line.offsets.count - 1 where line[column] == Byte.plus { columns.insert(column) }
    }
    borders = columns.sorted()
    guard let left = borders.first, let right = borders.last, borders.count >= 2, borders.count <= 256,
      first[left] == Byte.plus, lines.allSatisfy({ isBorder($0[left]) && isBorder($0[right]) }),
      lines.allSatisfy({ $0.bytes.trimmed.count > 0 && $0.part(right + 1..<Int.max).trimmed.isEmpty })
    else { return nil }
  }

  private func isBorder(_ byte: UInt8) -> Bool { byte == Byte.plus || byte == Byte.pipe }

  /// Whether a stretch of a line, from `+` to `+`, is drawn with dashes.
  private static func hasRule(_ line: Line) -> Bool {
    var start: Int?
    for column in 0..<line.offsets.count - 1 {
      switch line[column] {
      case Byte.plus:
        if let start, column - start > 2 { return true }
        start = column
      case Byte.hyphen, Byte.equals, Byte.colon: break
      default: start = nil
      }
    }
    return false
  }

  private func write(to output: inout BlockWriter) -> Bool {
    let rowCount = rules.count - 1
    let columnCount = borders.count - 1
    guard rowCount > 0, columnCount > 0 else { return false }
    var taken = Array(repeating: false, count: rowCount * columnCount)
    var cells: [Table.Cell] = []
    for row in 0..<rowCount {
      for column in 0..<columnCount where !taken[row * columnCount + column] {
        var columns = 1
        while column + columns < columnCount, !hasBorder(right: column + columns, row: row) { columns += 1 }
        var rows = 1
        while row + rows < rowCount, !hasRule(under: row + rows - 1, column: column) { rows += 1 }
        for coveredRow in row..<row + rows {
          for covered in column..<column + columns { taken[coveredRow * columnCount + covered] = true }
        }
        let text = text(rows: row..<row + rows, columns: column..<column + columns)
        let line = lines[rules[row]].number + 1
        cells.append(
          Table.Cell(
            row: row, column: column, rowSpan: rows, columnSpan: columns,
            paragraphs: text.withUnsafeBufferPointer { output.inline.paragraphs(in: $0, line: line, as: .cell) },
            location: Location(line: line)))
      }
    }
    let header = rules.firstIndex { lines[$0].bytes.contains(Byte.equals) } ?? 0
    output.append(
      .table(
        Table(
          rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: header < rowCount ? header : 0,
          location: Location(line: lines[0].number))))
    output.pipeTableCount += 1
    return true
  }

  /// Whether the border at `index` runs down the whole of a row.
  private func hasBorder(right index: Int, row: Int) -> Bool {
    (rules[row] + 1..<rules[row + 1]).allSatisfy { isBorder(lines[$0][borders[index]]) }
  }

  /// Whether a cell of `column` ends under `row`.
  private func hasRule(under row: Int, column: Int) -> Bool {
    let byte = lines[rules[row + 1]][borders[column] + 1]
    return byte == Byte.hyphen || byte == Byte.equals || byte == Byte.colon
  }

  /// A cell's text: lines joined, a line break before each paragraph and each item.
  private func text(rows: Range<Int>, columns: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var breaks = false
    for index in rules[rows.lowerBound] + 1..<rules[rows.upperBound] {
      let words = lines[index].part(borders[columns.lowerBound] + 1..<borders[columns.upperBound]).trimmed
      if words.isEmpty {
        breaks = true
        continue
      }
      let isItem = BulletGlyphs.leadingMarkLength(in: words) > 0 || ListNumber.length(in: words) > 0
      if !result.isEmpty { result.append(breaks || isItem ? Byte.lineFeed : Byte.space) }
      result.append(contentsOf: words)
      breaks = false
    }
    return result
  }
}
