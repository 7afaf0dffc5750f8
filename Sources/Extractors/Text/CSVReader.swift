// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads comma-separated values: a table for each run of records, paragraphs for lines of one field outside them.
enum CSVReader {
  static func read(_ source: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> BlockWriter {
    var output = BlockWriter(source: source, isMarkdown: false)
    output.inline.text.reserve(source.count + source.count / 16)
    var scanner = CSVScanner(source, delimiter: delimiter)
    var builder = TableBuilder()
    func endTable() {
      // Each record states its cells: an empty one is empty, and what a short one does not have is absent.
      if let table = builder.table(alignment: .exact) { output.append(.table(table)) }
      builder = TableBuilder()
    }
    while let record = scanner.next() {
      if record.isBlank {
        endTable()
      } else if record.fields.count == 1, builder.rows == 0 {
        output.append(paragraphs(record.fields[0], &output, as: .line))
      } else {
        builder.beginRow(line: record.line)
        for field in record.fields { builder.add(paragraphs(field, &output, as: .cell)) }
        builder.endRow()
      }
    }
    endTable()
    if let line = scanner.unclosedQuoteLine {
      output.notices.append(
        Notice(
          id: "csv-quote-unclosed", severity: .warning,
          message: "A quote opens on line \(line) and never closes; from there on quotes were read as text.",
          location: Location(line: line)))
    }
    return output
  }

  private static func paragraphs(
    _ field: CSVScanner.Field, _ output: inout BlockWriter, as context: InlineReader.Context
  ) -> [Paragraph] {
    let bytes = output.source.part(field.range)
    guard field.hasDoubledQuotes else { return output.inline.paragraphs(in: bytes, line: field.line, as: context) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      text.append(bytes[index])
      index += bytes[index] == Byte.quote && bytes.holds("\"", at: index + 1) ? 2 : 1
    }
    return text.withUnsafeBufferPointer { output.inline.paragraphs(in: $0, line: field.line, as: context) }
  }
}
