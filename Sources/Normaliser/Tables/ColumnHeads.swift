// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads what heads a table's columns, also where an export left a head over the wrong one of two.
struct ColumnHeads {
  let reading: Reading

  /// The heading of each column: its own head and the spanning heads above it.
  func columns(_ grid: Grid, header: Range<Int>) -> [Layout.Column] {
    (0..<grid.columnCount).map { column in
      var heading = spanningHead(grid, header: header, column: column)
      var seen: Set<Int32> = []
      for row in header {
        guard let cell = grid.cell(row, column), !cell.paragraphs.isEmpty else { continue }
        let identity = cell.row * Int32(grid.columnCount) + cell.column
        if seen.insert(identity).inserted {
          for paragraph in cell.paragraphs { heading.append(paragraph.span) }
        }
      }
      let words = reading.string(heading)
      var entry = Layout.Column(role: nil, heading: heading, words: words)
      // "Saving 2025/26 (£k)" is a sum of money for a year, no report of that year.
      entry.date = DecoyWords.speakOfMoney(words) ? nil : DateReader.headingDate(words)?.when
      return entry
    }
  }

  /// The head of a spanning cell that a separated export left in its first column only.
  private func spanningHead(_ grid: Grid, header: Range<Int>, column: Int) -> Phrase {
    guard header.count > 1, grid.table.alignment != .exact else { return .empty }
    func words(_ row: Int, _ column: Int) -> [Paragraph] { grid.cell(row, column)?.paragraphs ?? [] }
    let top = header.lowerBound
    guard words(top, column).isEmpty, !words(top + 1, column).isEmpty,
      let owner = (0..<column).last(where: { !words(top, $0).isEmpty }), !words(top + 1, owner).isEmpty,
      (owner + 1..<column).allSatisfy({ !words(top + 1, $0).isEmpty })
    else { return .empty }
    return reading.phrase(words(top, owner))
  }

  /// The words that speak for each column: a head over two columns, the numbers and their texts, that an export left over
  /// the numbers belongs to the texts.
  func wordsThatSpeak(_ columns: [Layout.Column]) -> [String] {
    var words = columns.map(\.words)
    for index in columns.indices.dropLast() {
      guard let numbers = columns[index].profile, let texts = columns[index + 1].profile,
        numbers.filled > 1, numbers.references > 0.8, texts.references < 0.2, texts.filled * 2 >= numbers.filled,
        !columns[index + 1].words.utf8.contains(where: \.isWordByte),
        let vote = reading.headings.best(words[index]), [.action, .measure, .section, .outcome].contains(vote.role)
      else { continue }
      words[index + 1] = words[index]
      words[index] = ""
    }
    return words
  }

  /// In separated exports an empty place right of a spanning head belongs to it.
  func inheritSpans(_ columns: inout [Layout.Column], grid: Grid, header: Range<Int>) {
    for index in columns.indices.dropFirst()
    where [nil, .update, .other].contains(columns[index].role) || columns[index].words.isEmpty {
      guard grid.cell(header.lowerBound, index)?.paragraphs.isEmpty ?? true else { continue }
      guard let owner = columns[..<index].lastIndex(where: { $0.role != nil && !$0.words.isEmpty }) else { continue }
      let between = columns[(owner + 1)..<index].allSatisfy { $0.words.isEmpty || $0.date != nil }
      guard between, let role = columns[owner].role else { continue }
      switch role {
      case .reading, .target, .actual:
        columns[index].role = .reading
        columns[owner].role = .reading
      case .milestones where !columns[index].words.isEmpty: columns[index].role = .milestones
      case .lead, .contributors:
        if !columns[index].words.isEmpty, columns[index].date == nil { columns[index].role = role }
      default: break
      }
    }
  }

  /// Whether a head names a stage on the way: "3 months", "Month 6", "Within twelve weeks".
  static func namesStage(_ head: String) -> Bool {
    let words = HeadingVocabulary.words(head)
    guard words.count <= 4, words.contains(where: { ["month", "months", "weeks", "week"].contains($0) }) else {
      return false
    }
    return words.contains { word in
      word.utf8.allSatisfy { (0x30...0x39).contains($0) }
        || ["three", "six", "nine", "twelve", "eighteen"].contains(word)
    }
  }

  /// Whether a head says what will have been done: "We will have …".
  static func speaksOfFuture(_ head: String) -> Bool {
    let words = HeadingVocabulary.words(head)
    return zip(words, words.dropFirst()).contains { $0 == "will" && ($1 == "have" || $1 == "be") }
  }

  /// Whether a head is a section's heading, as over the actions themselves: "Priority 1: Inclusion".
  static func headsSection(_ head: String) -> Bool {
    let heading = SectionHeading.parse(head)
    return heading.kind != nil && heading.ref != nil && !heading.titleRange.isEmpty
  }
}
