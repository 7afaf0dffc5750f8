// SPDX-License-Identifier: GPL-3.0-or-later

/// A Markdown link, `[words](address)`, or a footnote mark, `[^1]`.
struct MarkdownLink {
  /// Offset of the bracket that ends the words.
  var textEnd: Int
  /// Offset after the whole of it.
  var end: Int
  /// Whether it is a footnote mark.
  var isFootnoteMark: Bool

  /// The link whose opening bracket stands at `start`, nil where there is none.
  init?(_ source: UnsafeBufferPointer<UInt8>, at start: Int, isImage: Bool = false) {
    var index = start + 1
    // A further bracket ends the search, which keeps it linear over a text full of them.
    while index < source.count, source[index] != Byte.rightBracket {
      if source[index] == Byte.leftBracket || source[index] == Byte.lineFeed { return nil }
      index += 1
    }
    guard index < source.count, isImage || index > start + 1 else { return nil }
    textEnd = index
    isFootnoteMark = !isImage && source[start + 1] == 0x5E
    if isFootnoteMark {
      end = index + 1
      return
    }
    guard index + 1 < source.count, source[index + 1] == Byte.leftParenthesis else { return nil }
    index += 2
    let address = index
    while index < source.count, source[index] != Byte.rightParenthesis {
      if source[index].isBlank || source[index] == Byte.leftBracket || source[index] == Byte.leftParenthesis {
        return nil
      }
      index += 1
    }
    guard index < source.count, index > address, isImage || MarkdownLink.isAddress(source.part(address..<index))
    else { return nil }
    end = index + 1
  }

  private static func isAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains(Byte.slash) || text.contains(Byte.numberSign) || text.holds("mailto:", at: 0)
      || text.holds("www.", at: 0)
  }
}
