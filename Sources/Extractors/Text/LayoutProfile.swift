// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Tells text whose columns are aligned by white space (`pdftotext -layout`) from running text.
enum LayoutProfile {
  /// Whether enough lines have a column that begins where a column of a line just above begins.
  ///
  /// Two spaces after a full stop do not line up with the line above; columns do. Form feeds are how pages end in layout
  /// text, so fewer lines will do where there are any.
  static func matches(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = LineScanner(sample)
    var lines = 0
    var aligned = 0
    var pages = 0
    var recent: [[Int]] = []
    while let line = scanner.next() {
      pages += line.pageBreaks
      guard !line.isBlank else { continue }
      lines += 1
      let columns = columnStarts(sample.part(line.range))
      if columns.contains(where: { column in recent.contains { $0.contains(column) } }) { aligned += 1 }
      recent.append(columns)
      if recent.count > 4 { recent.removeFirst() }
    }
    return pages > 0 ? aligned >= 2 && aligned * 33 >= lines : aligned >= 3 && aligned * 12 >= lines
  }

  /// Character columns at which words begin behind a gap of two spaces or more, the line's first word apart.
  ///
  /// At most 32 of them, so that a strange line costs no more than its length.
  static func columnStarts(_ line: UnsafeBufferPointer<UInt8>) -> [Int] {
    // Lines of a Markdown table are padded too.
    guard var first = line.firstIndex(where: { !$0.isBlank }), line[first] != Byte.pipe else { return [] }
    // The gap behind a list mark is no column.
    let mark = max(BulletGlyphs.leadingMarkLength(in: line), ListNumber.length(in: line))
    if mark > 0 {
      first = mark
      while first < line.count, line[first].isBlank { first += 1 }
    }
    var result: [Int] = []
    var column = 0
    var gap = 0
    for index in line.indices {
      let byte = line[index]
      if byte & 0xC0 == 0x80 { continue }
      if byte == Byte.space {
        gap += 1
      } else {
        if index > first, gap >= 2, result.count < 32 { result.append(column) }
        gap = 0
      }
      column += 1
    }
    return result
  }
}
