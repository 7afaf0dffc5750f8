// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads text whose layout is kept by white space: each word gets the box of its character cells.
///
/// A character cell is 6 points wide and 12 points high; a form feed begins a page; a tab goes to the next multiple of
/// eight columns.
struct LayoutReader {
  /// Width of a character cell, in points.
  static let cellWidth: Float = 6
  /// Height of a character cell, in points.
  static let cellHeight: Float = 12

  private let source: UnsafeBufferPointer<UInt8>
  private var text = TextStore()
  private var pages: [PageContent] = []
  private var words: [PlacedWord] = []
  private var row = 0
  private var width = 0

  private init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    text.reserve(source.count)
  }

  /// The pages of a text, and the store that holds their words.
  static func read(_ source: UnsafeBufferPointer<UInt8>) -> (pages: [PageContent], text: TextStore) {
    var reader = LayoutReader(source)
    var scanner = LineScanner(source)
    while let line = scanner.next() {
      for _ in 0..<line.pageBreaks { reader.endPage() }
      if !line.isBlank { reader.readLine(line.range) }
      reader.row += 1
    }
    reader.endPage()
    return (reader.pages, reader.text)
  }

  private mutating func endPage() {
    pages.append(
      PageContent(
        number: pages.count + 1, width: Float(width) * LayoutReader.cellWidth,
        height: Float(row) * LayoutReader.cellHeight, words: words))
    words = []
    row = 0
    width = 0
  }

  private mutating func readLine(_ range: Range<Int>) {
    var index = range.lowerBound
    var column = 0
    while index < range.upperBound {
      let length = blankLength(at: index)
      if length > 0 {
        column = source[index] == Byte.tab ? (column / 8 + 1) * 8 : column + 1
        index += length
        continue
      }
      let start = index
      let left = column
      while index < range.upperBound, blankLength(at: index) == 0 {
        if source[index] & 0xC0 != 0x80 { column += 1 }
        index += 1
      }
      append(start..<index, left: left, right: column)
    }
    width = max(width, column)
  }

  /// Length of the white space at `index`, 0 for anything else. No-break spaces separate words too.
  private func blankLength(at index: Int) -> Int {
    let byte = source[index]
    if byte.isBlank { return 1 }
    return byte == 0xC2 && index + 1 < source.count && source[index + 1] == 0xA0 ? 2 : 0
  }

  private mutating func append(_ range: Range<Int>, left: Int, right: Int) {
    guard let span = text.append(utf8: source.part(range)) else { return }
    let box = Box(
      left: Float(left) * LayoutReader.cellWidth, top: Float(row) * LayoutReader.cellHeight,
      right: Float(right) * LayoutReader.cellWidth, bottom: Float(row + 1) * LayoutReader.cellHeight)
    words.append(PlacedWord(span: span, box: box))
  }
}
