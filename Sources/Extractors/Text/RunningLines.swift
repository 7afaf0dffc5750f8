// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds the running headers and footers of a text that has kept its page breaks: the same line at several of them.
enum RunningLines {
  /// Longest line that is taken for one, in bytes.
  private static let longest = 100
  /// A line with this many words, numbers left out, is the same although its number is another: a page number.
  private static let wordsBesideNumber = 5

  private enum Side { case above, below }

  /// Marks the lines in what was read.
  static func mark(in output: inout BlockWriter) {
    guard output.page > 2 else { return }
    mark(.above, atLeast: 2, as: .runningFooter, in: &output)
    // What begins pages may also be a heading that several pages share: more of them have to agree.
    mark(.below, atLeast: 3, as: .runningHeader, in: &output)
  }

  private static func mark(
    _ side: Side, atLeast least: Int, as kind: Block.FurnitureKind, in output: inout BlockWriter
  ) {
    var places: [(index: Int, key: [UInt8])] = []
    var counts: [[UInt8]: Int] = [:]
    for index in output.blocks.indices {
      guard case .pageBreak = output.blocks[index] else { continue }
      for place in lines(beside: index, on: side, in: output) {
        guard case .paragraph(let paragraph) = output.blocks[place] else { continue }
        let key = key(output.inline.text.bytes[paragraph.span.range])
        places.append((place, key))
        counts[key, default: 0] += 1
      }
    }
    for place in places where counts[place.key, default: 0] >= least { output.furnish(at: place.index, as: kind) }
  }

  /// Up to two short lines on one side of a page break, page numbers skipped.
  private static func lines(beside index: Int, on side: Side, in output: BlockWriter) -> [Int] {
    var found: [Int] = []
    var place = index
    while found.count < 2 {
      place += side == .above ? -1 : 1
      guard output.blocks.indices.contains(place) else { break }
      if case .furniture = output.blocks[place] { continue }
      guard case .paragraph(let paragraph) = output.blocks[place], paragraph.marker == .none,
        paragraph.span.count <= longest
      else { break }
      found.append(place)
    }
    return found
  }

  /// The line's bytes; in a line of several words each number as one mark.
  private static func key(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let words = bytes.split(separator: Byte.space)
    let plain = words.count { !$0.contains(where: \.isDigit) }
    guard plain >= wordsBesideNumber else { return Array(bytes) }
    return Array(words.map { $0.allSatisfy(\.isDigit) ? [Byte.numberSign] : Array($0) }.joined(separator: [Byte.space]))
  }
}
