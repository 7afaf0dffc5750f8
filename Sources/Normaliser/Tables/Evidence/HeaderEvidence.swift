// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What speaks for a table's first row being its head, whatever the words are: how it looks, and how unlike the cells
/// below it is.
struct HeaderEvidence {
  let reading: Reading

  /// What a first row must come to.
  static let least = 3.0
  /// Longest text of a cell that may be a head, in bytes.
  private static let longest = 90

  /// What all pieces together say.
  func sum(_ grid: Grid, row: Int) -> Double {
    let entries = grid.fresh(row)
    guard entries.count >= 2, row + 1 < grid.rowCount,
      entries.allSatisfy({ grid.paragraphs($0).byteCount <= HeaderEvidence.longest })
    else { return 0 }
    let below = (row + 1..<min(grid.rowCount, row + 40)).first { grid.freshCount($0) >= 2 }
    guard let below else { return 0 }
    let words = entries.map { reading.string(grid.paragraphs($0)) }
    return pieces(grid, row: row, below: below, entries: entries, words: words).reduce(0) { $0 + $1.value }
  }

  private func pieces(
    _ grid: Grid, row: Int, below: Int, entries: Grid.Entries, words: [String]
  ) -> [EvidencePiece] {
    let count = Double(words.count)
    func share(_ isTrue: (Grid.Entry) -> Bool) -> Double { Double(entries.count(where: isTrue)) / count }
    let under = grid.fresh(below)
    let isBold = share { grid.paragraphs($0).allSatisfy { $0.style.contains(.bold) } }
    let underBold =
      Double(under.count { grid.paragraphs($0).allSatisfy { $0.style.contains(.bold) } }) / Double(under.count)
    let filled = share { entry in
      guard let fill = grid.fill(entry) else { return false }
      return !under.contains { $0.column == entry.column && grid.fill($0) == fill }
    }
    return [
      EvidencePiece(name: "marked", value: row < grid.table.headerRowCount ? 2 : 0),
      EvidencePiece(name: "bold", value: isBold == 1 && underBold < 0.5 ? 1.6 : 0),
      EvidencePiece(name: "ground", value: filled > 0.8 ? 0.8 : 0),
      EvidencePiece(name: "heads", value: 3 * words.reduce(0) { $0 + named($1) } / count),
      EvidencePiece(name: "unlike", value: contrast(grid, row: row, entries: entries, words: words)),
      EvidencePiece(name: "values", value: -2 * words.reduce(0) { $0 + (isValue($1) ? 1 : 0) }),
    ]
  }

  /// How much a text names a column.
  private func named(_ words: String) -> Double {
    let vote = reading.headings.best(words)?.weight ?? 0
    return max(vote, 0.7 * (HeadStems.leanings(HeadingVocabulary.words(words)).values.max() ?? 0))
  }

  /// Whether a text is a value or a sentence, which no head is.
  private func isValue(_ words: String) -> Bool {
    words.utf8.last == UInt8(ascii: ".") || words.utf8.count == 1 && words.utf8.allSatisfy(\.isWordByte)
      || CellReference.parse(words) != nil || SectionHeading.parse(words).isExplicit
      || RatingReader.score(words) > 0.8 && named(words) < 0.6
  }

  /// Columns of dates, references, statuses and parties under something that is none.
  private func contrast(_ grid: Grid, row: Int, entries: Grid.Entries, words: [String]) -> Double {
    let profiles = ColumnProfile.profiles(grid, rows: row + 1..<grid.rowCount, reading: reading)
    var value = 0.0
    for (entry, head) in zip(entries, words) {
      let profile = profiles[entry.column]
      guard profile.filled > 1 else { continue }
      if DateReader.score(head) > 0.8, named(head) < 0.6 {
        // A date over dates is one of them; over anything else it heads a period.
        value += profile.dates < 0.3 ? 0.9 : -2
        continue
      }
      if profile.dates > 0.6 || profile.references > 0.6 || profile.ratings > 0.6 { value += 1 }
      if profile.parties > 0.7, PartyReader.score(head) < 0.3 || named(head) > 0.6 { value += 0.7 }
      if profile.length > 40, head.utf8.count < 30 { value += 0.5 }
    }
    return min(3, value)
  }
}
