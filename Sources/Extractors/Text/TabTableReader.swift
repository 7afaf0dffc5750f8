// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a run of consecutive lines with tabs.
///
/// Usually that is a table. It may also be a list whose marks are followed by tabs, as word processors export it, or a
/// table of contents.
enum TabTableReader {
  /// The most columns a table may have; what follows is one cell, tabs read as spaces.
  static let maximumColumns = 1024

  static func read(_ run: [TextLine], to output: inout BlockWriter) {
    if run.allSatisfy({ isListItem(output.bytes($0), afterTable: output.endsWithTable) }) {
      for line in run { readListItem(line, to: &output) }
      return
    }
    if output.endsWithContentsHeading, run.allSatisfy({ FrameLine.isContentsEntry(output.bytes($0)) }) {
      for line in run { output.appendFurniture(.contents, output.bytes(line), line: line.number) }
      return
    }
    var builder = TableBuilder()
    var separators: [TextLine] = []
    var separatorsAfterFirstRow = 0
    for line in run {
      let bytes = output.bytes(line)
      if SeparatorLine.matches(bytes) {
        if builder.rows == 1 { separatorsAfterFirstRow = 1 }
        separators.append(line)
        continue
      }
      readRow(bytes, line: line.number, into: &builder, &output)
    }
    // A row of dashes under the first row underlines a heading, if anything follows it.
    let headerRowCount = builder.rows > 1 ? separatorsAfterFirstRow : 0
    if let table = builder.table(headerRowCount: headerRowCount, alignment: .counted) {
      output.append(.table(table))
      output.tabTableCount += 1
    }
    for line in separators { output.appendFurniture(.separator, output.bytes(line), line: line.number) }
  }

  private static func readRow(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, into builder: inout TableBuilder, _ output: inout BlockWriter
  ) {
    builder.beginRow(line: line)
    var column = 0
    var start = 0
    var cellLine = line
    repeat {
      if let quoted = QuotedCell(bytes, at: start) {
        let text = quoted.text(bytes)
        builder.add(text.withUnsafeBufferPointer { output.inline.paragraphs(in: $0, line: cellLine, as: .cell) })
        cellLine += text.count { $0 == Byte.lineFeed }
        start = quoted.end
      } else {
        let isLast = column == maximumColumns - 1
        let end = isLast ? bytes.count : bytes.firstIndex(of: Byte.tab, from: start)
        if end == start {
          builder.add([])
        } else {
          builder.add(output.inline.paragraphs(in: bytes.part(start..<end), line: cellLine, as: .cell))
        }
        start = end
      }
      column += 1
      guard start < bytes.count else { break }
      start += 1
    } while true
    builder.endRow()
  }

  /// Whether a line is `mark TAB words` with no further tab, or tabs of indentation before an item.
  ///
  /// Tabs before an item are empty cells where a table stands right above, and tabs behind it always are.
  private static func isListItem(_ bytes: UnsafeBufferPointer<UInt8>, afterTable: Bool) -> Bool {
    guard bytes.last != Byte.tab, !(afterTable && bytes.first == Byte.tab) else { return false }
    let item = bytes.trimmed
    let mark = max(BulletGlyphs.leadingMarkLength(in: item), ListNumber.length(in: item))
    guard mark > 0 else { return false }
    var body = mark
    while body < item.count, item[body].isBlank { body += 1 }
    return !item.part(body..<item.count).contains(Byte.tab)
  }

  private static func readListItem(_ line: TextLine, to output: inout BlockWriter) {
    let bytes = output.bytes(line)
    let indentation = bytes.prefix { $0.isBlank }.reduce(0) { $0 + ($1 == Byte.tab ? 1 : 0) }
    for var paragraph in output.inline.paragraphs(in: bytes.trimmed, line: line.number, as: .line) {
      paragraph.level = UInt8(clamping: indentation)
      output.append(.paragraph(paragraph))
    }
  }
}
