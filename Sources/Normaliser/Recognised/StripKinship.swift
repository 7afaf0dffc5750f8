// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// How much a strip's rows have in common with the records that they may belong to: a later report of progress speaks
/// of the same things as the earlier one.
struct StripKinship {
  private let rows: [Set<[UInt8]>]
  private let records: [Int: Set<[UInt8]>]
  private let rarity: [[UInt8]: Double]

  init(rows: [ColumnStrip.Row], records: Range<Int>, plan: RawPlan, reading: Reading) {
    self.rows = rows.map { row in StripKinship.words(row.rest + row.cells.flatMap(\.paragraphs), reading: reading) }
    var sets: [Int: Set<[UInt8]>] = [:]
    var counts: [[UInt8]: Int] = [:]
    for index in records {
      let action = plan.actions[index]
      let set = StripKinship.words(action.text + action.values.flatMap(\.paragraphs), reading: reading)
      sets[index] = set
      for word in set { counts[word, default: 0] += 1 }
    }
    self.records = sets
    // A word that one record alone has says most; one that every second record has, nothing.
    rarity = counts.mapValues { $0 * 2 > max(3, records.count) ? 0 : 2 / Double($0) }
  }

  /// The rarity of the words that a row and a record share; a few shared words say as much as many.
  func shared(_ row: Int, _ record: Int) -> Double {
    guard let set = records[record] else { return 0 }
    // Sorted, so that the sum does not depend on the set's order.
    let values = rows[row].compactMap { set.contains($0) ? rarity[$0] : nil }.sorted()
    return min(5, values.reduce(0, +))
  }

  /// The longer words of paragraphs, in small letters, without a plural's s.
  private static func words(_ paragraphs: [Paragraph], reading: Reading) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for paragraph in paragraphs {
      for token in Token.scan(reading.string(paragraph)) where token.kind == .word && (token.range.count >= 4 || token.capitals >= 2) {
        var word = RunText.folded(reading.text.bytes[Int(paragraph.span.start) + token.start..<Int(paragraph.span.start) + token.end])
        if word.count > 4, word.last == UInt8(ascii: "s") { word.removeLast() }
        words.insert(word)
      }
    }
    return words
  }
}
