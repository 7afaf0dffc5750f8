// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds the headings of a text that marks none, such as a web page that was copied: short lines behind an empty line that
/// come again and lead to a list or to longer text ("What we will do"), and the lines right above them, which they
/// divide.
///
/// A line that is merely short is left alone: it may be a cell of a table that became text.
enum PlainHeadings {
  /// Longest heading, in bytes.
  private static let longest = 100
  /// Fewest bytes of a text that a heading leads to.
  private static let leastText = 60
  /// Level of headings that come again, and of those that stand once above them.
  private static let levels = (again: 3, once: 2)

  /// Marks the headings in what was read.
  static func mark(in output: inout BlockWriter) {
    guard output.headingCount == 0 else { return }
    let indices = output.blocks.indices.filter { index in
      if case .paragraph = output.blocks[index] { true } else { false }
    }
    var places: [[UInt8]: [Int]] = [:]
    for (position, index) in indices.enumerated() {
      guard let key = key(index, output) else { continue }
      places[key, default: []].append(position)
    }
    var again: Set<Int> = []
    for (_, positions) in places where positions.count >= 2 {
      let leading = positions.count { leads($0, indices, output) }
      guard leading >= 2, leading * 3 >= positions.count * 2 else { continue }
      again.formUnion(positions.filter { leads($0, indices, output) })
    }
    for position in again.sorted() {
      output.head(at: indices[position], level: levels.again)
      let above = position - 1
      if above >= 0, !again.contains(above), key(indices[above], output) != nil,
        indices[above] + 1 == indices[position]
      {
        output.head(at: indices[above], level: levels.once)
      }
    }
  }

  /// The words of a line that may be a heading, in small letters; nil for any other.
  private static func key(_ index: Int, _ output: BlockWriter) -> [UInt8]? {
    guard case .paragraph(let paragraph) = output.blocks[index], paragraph.marker == .none,
      paragraph.style.contains(.afterGap), (3...longest).contains(paragraph.span.count)
    else { return nil }
    let bytes = output.inline.text.bytes[paragraph.span.range]
    guard let first = bytes.first, first.isUppercase || first.isDigit || first >= 0xC3, let last = bytes.last,
      last != Byte.dot, last != Byte.comma, last != Byte.semicolon, last != Byte.colon,
      bytes.contains(where: \.isLowercase)
    else { return nil }
    return bytes.map { $0.isUppercase ? $0 | 0x20 : $0 }
  }

  /// Whether a list or a longer text follows a line.
  private static func leads(_ position: Int, _ indices: [Int], _ output: BlockWriter) -> Bool {
    guard position + 1 < indices.count, indices[position + 1] == indices[position] + 1,
      case .paragraph(let next) = output.blocks[indices[position + 1]]
    else { return false }
    // Right below a line of heads the rows of a table begin.
    return next.marker == .bullet || next.span.count >= leastText && next.style.contains(.afterGap)
  }
}
