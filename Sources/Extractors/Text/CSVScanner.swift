// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts comma-separated values into records and fields, after RFC 4180.
///
/// A quoted field may hold delimiters, line breaks and doubled quotes. A quote that nothing closes is text, and so are
/// all quotes after it: the scan stays linear, and no line vanishes in an endless field.
struct CSVScanner {
  /// One field.
  struct Field {
    /// Its bytes, quotes excluded.
    var range: Range<Int>
    /// Whether it stood in quotes.
    var isQuoted: Bool
    /// Whether quotes in it are doubled.
    var hasDoubledQuotes: Bool
    /// Line on which it begins, from 1.
    var line: Int
  }

  /// One record.
  struct Record {
    /// Its fields.
    var fields: [Field]
    /// Line on which it begins, from 1.
    var line: Int
    /// Whether it is a line without words and delimiters.
    var isBlank: Bool
  }

  private let source: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position = 0
  private var line = 1
  /// Line of a quote that nothing closes.
  private(set) var unclosedQuoteLine: Int?

  init(_ source: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.source = source
    self.delimiter = delimiter
  }

  /// The next record, nil at the end.
  mutating func next() -> Record? {
    guard position < source.count else { return nil }
    var record = Record(fields: [], line: line, isBlank: true)
    while true {
      let field = nextField()
      record.fields.append(field)
      if !field.range.isEmpty, field.isQuoted || source[field.range].contains(where: { !$0.isBlank }) {
        record.isBlank = false
      }
      guard position < source.count else { break }
      let byte = source[position]
      position += 1
      if byte == delimiter { continue }
      if byte == Byte.carriageReturn, position < source.count, source[position] == Byte.lineFeed { position += 1 }
      line += 1
      break
    }
    if record.fields.count > 1 { record.isBlank = false }
    return record
  }

  private mutating func nextField() -> Field {
    let begin = position
    let fieldLine = line
    if source.count > begin, source[begin] == Byte.quote, unclosedQuoteLine == nil {
      if let field = quotedField(from: begin + 1) { return field }
      unclosedQuoteLine = line
    }
    while position < source.count, source[position] != delimiter, !isLineEnd(source[position]) { position += 1 }
    return Field(range: begin..<position, isQuoted: false, hasDoubledQuotes: false, line: fieldLine)
  }

  private mutating func quotedField(from start: Int) -> Field? {
    var hasDoubledQuotes = false
    var lines = 0
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte == Byte.quote {
        let next = index + 1 < source.count ? source[index + 1] : Byte.lineFeed
        if next == delimiter || isLineEnd(next) {
          position = index + 1
          defer { line += lines }
          return Field(range: start..<index, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes, line: line)
        }
        if next == Byte.quote {
          hasDoubledQuotes = true
          index += 1
        }
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn && !source.holds("\n", at: index + 1) {
        lines += 1
      }
      index += 1
    }
    return nil
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }
}
