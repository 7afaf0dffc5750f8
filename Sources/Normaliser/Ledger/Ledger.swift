// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Keeps account of the document's words: each is placed exactly once.
///
/// There is one mark for each byte of the text store. Placing a phrase marks its bytes; what bears no mark at the end is
/// swept up. A word that is placed a second time is counted as doubled: an error of the normaliser, which tests look for.
struct Ledger: Sendable {
  /// Where a word went.
  enum Place: UInt8, Sendable {
    /// Nowhere yet.
    case none
    /// A field of a section, an action, an indicator, a group, the glossary or the plan.
    case field
    /// Narrative.
    case narrative
    /// Furniture.
    case furniture
    /// Unplaced.
    case unplaced
  }

  private var marks: [UInt8]
  /// Number of bytes that were placed more than once.
  private(set) var doubledBytes = 0

  init(text: TextStore) {
    marks = [UInt8](repeating: Place.none.rawValue, count: text.bytes.count)
  }

  /// Marks the words of a phrase. Bytes that already bear a mark keep it and count as doubled.
  mutating func place(_ phrase: Phrase, as place: Place) {
    if phrase.isEmpty { return }
    mark(phrase.first, place)
    for span in phrase.rest { mark(span, place) }
  }

  private mutating func mark(_ span: TextSpan, _ place: Place) {
    let range = span.range.clamped(to: 0..<marks.count)
    var doubled = 0
    marks.withUnsafeMutableBufferPointer { marks in
      var index = range.lowerBound
      while index < range.upperBound {
        if index + ByteEight.count <= range.upperBound, ByteEight(UnsafeBufferPointer(marks), at: index) == .zero {
          ByteEight(repeating: place.rawValue).store(in: marks, at: index)
          index += ByteEight.count
          continue
        }
        if marks[index] == Place.none.rawValue { marks[index] = place.rawValue } else { doubled += 1 }
        index += 1
      }
    }
    doubledBytes += doubled
  }

  /// Whether any byte of the span bears a mark.
  func isTouched(_ span: TextSpan) -> Bool {
    marks[span.range.clamped(to: 0..<marks.count)].contains { $0 != Place.none.rawValue }
  }

  /// The stretches of a span that bear no mark, in order.
  func remainder(of span: TextSpan) -> [TextSpan] {
    var stretches: [TextSpan] = []
    var start: Int?
    let range = span.range.clamped(to: 0..<marks.count)
    marks.withUnsafeBufferPointer { marks in
      // Most spans are placed to their last byte.
      for index in Ledger.firstUnmarked(in: range, of: marks)..<range.upperBound {
        if marks[index] == Place.none.rawValue {
          if start == nil { start = index }
        } else if let begin = start {
          stretches.append(TextSpan(begin..<index))
          start = nil
        }
      }
    }
    if let start { stretches.append(TextSpan(start..<range.upperBound)) }
    return stretches
  }

  /// Places the stretches of a span that bear no mark and hold no letter or digit as furniture: the marks and spaces between
  /// values.
  mutating func setAsideMarks(in span: TextSpan, of text: TextStore) {
    let range = span.range.clamped(to: 0..<min(marks.count, text.bytes.count))
    text.bytes.withUnsafeBufferPointer { bytes in
      marks.withUnsafeMutableBufferPointer { marks in
        var index = range.lowerBound
        while index < range.upperBound {
          guard marks[index] == Place.none.rawValue else {
            index += 1
            continue
          }
          let start = index
          var holdsWord = false
          while index < range.upperBound, marks[index] == Place.none.rawValue {
            holdsWord = holdsWord || bytes[index].isWordByte
            index += 1
          }
          if !holdsWord { for place in start..<index { marks[place] = Place.furniture.rawValue } }
        }
      }
    }
  }

  /// Whether all bytes of a span bear a mark.
  static func areMarked(_ span: TextSpan, in marks: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = span.range.clamped(to: marks.indices)
    return firstUnmarked(in: range, of: marks) == range.upperBound
  }

  /// The first byte of a range that bears no mark, its end where all do.
  private static func firstUnmarked(in range: Range<Int>, of marks: UnsafeBufferPointer<UInt8>) -> Int {
    var index = range.lowerBound
    while index + ByteEight.count <= range.upperBound, !ByteEight(marks, at: index).hasZero { index += ByteEight.count }
    while index < range.upperBound, marks[index] != Place.none.rawValue { index += 1 }
    return index
  }

  /// Where each byte went, as ``Place`` numbers it.
  func withMarks<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    marks.withUnsafeBufferPointer(body)
  }
}
