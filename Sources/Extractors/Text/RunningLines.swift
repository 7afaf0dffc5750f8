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
    markNumbers(in: &output)
  }

  /// Marks lines of nothing but a number that stand beside page breaks and count up with the pages.
  private static func markNumbers(in output: inout BlockWriter) {
    for side in [Side.above, .below] {
      var numbers: [(index: Int, page: Int, number: Int)] = []
      var page = 1
      for index in output.blocks.indices {
        guard case .pageBreak = output.blocks[index] else { continue }
        page += 1
        for place in lines(beside: index, on: side, in: output) {
          guard case .paragraph(let paragraph) = output.blocks[place], paragraph.span.count <= 4,
            let number = Int(output.inline.text.string(paragraph.span))
          else { continue }
          numbers.append((place, page, number))
        }
      }
      let offsets = Dictionary(grouping: numbers) { $0.number - $0.page }
      guard let usual = offsets.values.max(by: { ($0.count, $1[0].index) < ($1.count, $0[0].index) }), usual.count >= 2
      else { continue }
      for found in usual { output.furnish(at: found.index, as: .pageNumber) }
    }
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
    // The title on the first page is the running header of the others.
    if side == .below, let first = output.blocks.lazy.compactMap(firstLine).first {
      counts[key(output.inline.text.bytes[first.range]), default: 0] += 1
    }
    for place in places where counts[place.key, default: 0] >= least { output.furnish(at: place.index, as: kind) }
  }

  private static func firstLine(_ block: Block) -> TextSpan? {
    switch block {
    case .paragraph(let paragraph), .heading(_, let paragraph): paragraph.span
    default: nil
    }
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
