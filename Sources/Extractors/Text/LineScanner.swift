// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// One line of a text, without its terminator.
struct TextLine {
  /// Offset of its first byte.
  var start: Int
  /// Offset after its last byte, terminator excluded.
  var end: Int
  /// Line number, from 1. A form feed ends a line but does not count as one.
  var number: Int
  /// Whether there is nothing but ASCII white space in it.
  var isBlank: Bool
  /// Whether there is a tab in it.
  var hasTab: Bool
  /// Number of form feeds that stand before it.
  var pageBreaks: Int

  /// Its bytes as a range.
  var range: Range<Int> { start..<end }
}

/// Cuts a text into lines at LF, CR, CRLF, CRCRLF and form feeds, one at a time.
struct LineScanner {
  private let source: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var number = 1

  /// A scanner over the whole of a text, or from `position` on.
  init(_ source: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.source = source
    self.position = position
  }

  /// The next line, nil at the end of the text.
  mutating func next() -> TextLine? {
    var pageBreaks = 0
    while position < source.count, source[position] == Byte.formFeed {
      pageBreaks += 1
      position += 1
    }
    guard position < source.count else { return nil }
    let end = source.firstIndex(from: position) { block in
      var ends = block.has(Byte.lineFeed)
      ends .|= block.has(Byte.carriageReturn)
      ends .|= block.has(Byte.formFeed)
      return ends
    }
    let bytes = source.part(position..<end)
    let line = TextLine(
      start: position, end: end, number: number,
      isBlank: bytes.firstIndex(from: 0) { $0.isAbove(Byte.space) } == bytes.count,
      hasTab: bytes.firstIndex(of: Byte.tab, from: 0) < bytes.count, pageBreaks: pageBreaks)
    position = end
    guard end < source.count, source[end] != Byte.formFeed else { return line }
    number += 1
    position = end + 1
    if source[end] == Byte.carriageReturn {
      // CR CR LF is one line end that was converted twice.
      if source.holds("\n", at: position) {
        position += 1
      } else if source.holds("\r\n", at: position) {
        position += 2
      }
    }
    return line
  }

  /// Makes `line`, the line that was given last, run on to the end of the line that `offset` lies in.
  mutating func extend(_ line: inout TextLine, past offset: Int) {
    while line.end <= offset, let next = next() {
      line.end = next.end
      line.hasTab = line.hasTab || next.hasTab
    }
  }
}

extension LineScanner {
  /// Number of the line that `offset` lies in, from 1.
  static func lineNumber(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var scanner = LineScanner(text)
    var number = 1
    while let line = scanner.next(), line.start <= offset { number = line.number }
    return number
  }
}
