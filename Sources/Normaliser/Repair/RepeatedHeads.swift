// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Knows the heads of a flattened table where they stand again: on the next page, or under the next section, perhaps in
/// another order or on other lines.
struct RepeatedHeads {
  /// The words of each head.
  private let heads: [[String]]

  init(_ head: FlattenedHead, lead: FlattenedText) {
    heads = head.columns.map { HeadingVocabulary.words(lead.string($0.words)) }.sorted { $0.count > $1.count }
  }

  /// The first block behind the heads that stand again at a block; the block itself where none do.
  func end(_ blocks: [Block], from index: Int, reading: Reading) -> Int {
    var end = index
    var found = 0
    while end < blocks.count, end - index <= FlattenedHead.mostLines {
      if case .paragraph(let paragraph) = blocks[end], paragraph.span.count <= FlattenedHead.longestLine {
        let count = count(HeadingVocabulary.words(reading.string(paragraph)))
        guard count > 0 else { break }
        found += count
      } else if end == index {
        return index
      } else if case .furniture = blocks[end] {
        // What frames the page stands between.
      } else if case .pageBreak = blocks[end] {
      } else {
        break
      }
      end += 1
    }
    // One head alone may be a cell.
    return found >= 2 && found * 3 >= heads.count ? end : index
  }

  /// How many heads a line is made of, 0 where it holds anything else.
  private func count(_ words: [String]) -> Int {
    var rest = words[...]
    var count = 0
    while !rest.isEmpty {
      guard let head = heads.first(where: { !$0.isEmpty && rest.starts(with: $0) }) else { return 0 }
      rest = rest.dropFirst(head.count)
      count += 1
    }
    return count
  }
}
