// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A cell of a tab-separated line in quotes, as spreadsheets write cells that hold a line break or a quote.
///
/// A cell that merely begins with a quoted word is not quoted: the first quote that is not doubled must end the cell.
struct QuotedCell {
  /// Offset after the opening quote.
  private var start: Int
  /// Offset of the closing quote.
  private var close: Int
  /// Offset after the closing quote.
  var end: Int { close + 1 }

  /// How far a closing quote may be from the opening one, in bytes.
  private static let reach = 65_536

  /// The quoted cell at `start`; nil where the cell is a plain one, and where its quotes hold nothing that needs them:
  /// then they are the document's own.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard let close = QuotedCell.closingQuote(bytes, at: start, limit: bytes.count) else { return nil }
    let inner = bytes.part(start + 1..<close)
    guard
      inner.contains(where: { $0 == Byte.quote || $0 == Byte.lineFeed || $0 == Byte.carriageReturn || $0 == Byte.tab })
    else { return nil }
    self.start = start + 1
    self.close = close
  }

  /// The cell's text, with doubled quotes made single. Line breaks within stay; a tab becomes a space.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(close - start)
    var index = start
    while index < close {
      result.append(bytes[index] == Byte.tab ? Byte.space : bytes[index])
      index += bytes[index] == Byte.quote ? 2 : 1
    }
    return result
  }

  /// Offset of the quote that closes a cell beyond the end of its line; nil where all quotes close on the line.
  static func endOfOpenQuote(_ source: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> Int? {
    let quote = source.part(0..<line.upperBound).firstIndex(of: Byte.quote, from: line.lowerBound)
    guard quote < line.upperBound else { return nil }
    var last: Int?
    var start = line.lowerBound
    var end = line.upperBound
    while start < end {
      if source[start] == Byte.quote, let close = closingQuote(source, at: start, limit: source.count) {
        if close > end {
          last = close
          end = close + 1
          while end < source.count, !isLineEnd(source[end]) { end += 1 }
        }
        start = close
      }
      start = source.part(0..<end).firstIndex(of: Byte.tab, from: start) + 1
    }
    return last
  }

  /// Offset of the quote that ends the cell that begins at `start`, nil where it is no quoted cell.
  private static func closingQuote(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    guard start < bytes.count, bytes[start] == Byte.quote else { return nil }
    var index = start + 1
    let stop = min(limit, start + reach)
    while index < stop {
      if bytes[index] == Byte.quote {
        guard index + 1 < limit, bytes[index + 1] == Byte.quote else {
          return index + 1 >= limit || bytes[index + 1] == Byte.tab || isLineEnd(bytes[index + 1]) ? index : nil
        }
        index += 1
      } else if bytes[index] == Byte.formFeed {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn || byte == Byte.formFeed
  }
}
