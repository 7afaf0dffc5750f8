// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// What the cells of a column look like, as shares of its filled cells (0 to 1).
struct ColumnProfile {
  /// Number of filled cells looked at.
  var filled = 0
  /// Share of the rows that are filled.
  var density = 0.0
  /// Dates.
  var dates = 0.0
  /// References such as 1.1, and nothing else.
  var references = 0.0
  /// References among the cells that are short enough to be one; longer ones strayed into the column.
  var shortReferences = 0.0
  /// References in front of a text.
  var leadingReferences = 0.0
  /// Names, roles, organisations.
  var parties = 0.0
  /// Rating words, letters, symbols.
  var ratings = 0.0
  /// Coloured cells.
  var fills = 0.0
  /// Symbols without letters or digits: ticks, dots, boxes.
  var symbols = 0.0
  /// Yes and no.
  var answers = 0.0
  /// Ranks: 1 to 5, high, medium, low.
  var ranks = 0.0
  /// Figures and percentages.
  var figures = 0.0
  /// Mean length in bytes.
  var length = 0.0
  /// Names of people.
  var people = 0.0
  /// Abbreviations: short, and half of their letters capitals.
  var abbreviations = 0.0
  /// Texts that stand in the column once.
  var distinct = 0.0
  /// Cells that several rows share.
  var spans = 0.0

  private static let rankWords: Set<String> = ["1", "2", "3", "4", "5", "high", "medium", "low", "h", "m", "l"]

  /// Answers in a column that asks whether something is done.
  static let answerWords: Set<String> = ["y", "n", "yes", "no"]

  /// Most cells of one column that are looked at: enough for a share, however long the table.
  static let sampleSize = 32

  /// Longest cell that is read for dates, ratings and parties, in bytes: prose is none of them.
  private static let longestValue = 160

  private var seen = 0
  private var coloured = 0
  private var short = 0
  private var texts: Set<String> = []

  /// The profiles of a table's columns over some of its rows.
  static func profiles(_ grid: Grid, rows: Range<Int>, reading: Reading) -> [ColumnProfile] {
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: grid.columnCount)
    let widest = max(1, grid.columnCount / 2)
    for row in rows.prefix(sampleSize * 2) {
      // A lone numbered text may be a heading across the table: it says nothing of the column's cells.
      let isLone = grid.lone(row) != nil
      for entry in grid.entries(row) where !entry.isCarried && entry.columnSpan <= widest {
        let cell = grid.table.cells[entry.cell]
        profiles[entry.column].add(cell, isLone: isLone, reading: reading)
      }
      if profiles.allSatisfy({ $0.filled >= sampleSize }) { break }
    }
    for index in profiles.indices { profiles[index].finish(rows: min(rows.count, sampleSize * 2)) }
    return profiles
  }

  private mutating func add(_ cell: Table.Cell, isLone: Bool, reading: Reading) {
    guard filled < ColumnProfile.sampleSize else { return }
    seen += 1
    if cell.fill != nil { coloured += 1 }
    if cell.paragraphs.isEmpty { return }
    filled += 1
    let bytes = cell.paragraphs.byteCount
    length += Double(bytes)
    let words = reading.string(cell.paragraphs)
    if bytes <= ColumnProfile.longestValue {
      dates += DateReader.score(words)
      parties += PartyReader.score(words)
      ratings += RatingReader.score(words)
    }
    if bytes <= 70, PartyReader.party(words).name != nil { people += 1 }
    if GlossaryReader.isAbbreviation(words) { abbreviations += 1 }
    if cell.rowSpan > 1 { spans += 1 }
    texts.insert(words)
    if bytes <= 12 { short += 1 }
    if CellReference.parse(words) != nil {
      references += 1
    } else if !isLone, let reference = ReferenceReader.leading(words), reference.range.upperBound < words.utf8.count {
      leadingReferences += 1
    }
    if bytes <= 8 {
      if !words.utf8.contains(where: { $0 < 0x80 && $0.isWordByte }) { symbols += 1 }
      if ColumnProfile.rankWords.contains(words.lowercased()) { ranks += 1 }
      if ColumnProfile.answerWords.contains(words.lowercased()) { answers += 1 }
    }
    if bytes <= 12, words.utf8.contains(where: { (0x30...0x39).contains($0) }) { figures += 1 }
  }

  /// Turns counts into shares.
  private mutating func finish(rows: Int) {
    density = rows == 0 ? 0 : Double(filled) / Double(rows)
    fills = seen == 0 ? 0 : Double(coloured) / Double(seen)
    guard filled > 0 else { return }
    let count = Double(filled)
    dates /= count
    parties /= count
    ratings /= count
    shortReferences = short == 0 ? 0 : references / Double(short)
    references /= count
    leadingReferences /= count
    figures /= count
    symbols /= count
    ranks /= count
    answers /= count
    length /= count
    people /= count
    abbreviations /= count
    spans /= count
    distinct = Double(texts.count) / count
    texts = []
  }

  /// How well the cells fit a role, 0 to 1; 0.5 where the profile says nothing either way.
  func fit(_ role: ColumnRole) -> Double {
    if filled == 0 { return role == .rating && fills > 0 ? 0.9 : 0.5 }
    switch role {
    case .reference: return max(references, length <= 8 ? 0.45 : 0.05)
    case .sectionReference: return references
    case .timescale, .start: return max(0.15, min(1, dates * 1.15))
    case .lead, .contributors, .memberName, .memberRole: return length > 220 ? 0.15 : max(0.3, parties)
    case .rating: return length > 60 ? 0.1 : max(0.25, max(ratings, fills * 0.8))
    case .action: return length < 12 ? 0.1 : min(1, 0.5 + length / 160) * (references > 0.5 ? 0.2 : 1)
    case .successMeasures, .milestones, .monitoring, .update, .evidence, .subAction: return length < 10 ? 0.3 : 0.75
    case .section, .outcome: return length < 6 ? 0.2 : 0.6
    case .measure: return length < 10 ? 0.25 : 0.7
    case .frequency: return length < 60 ? 0.6 : 0.2
    case .target, .actual, .baseline, .reading: return max(0.4, figures)
    case .term: return length <= 16 ? 0.8 : 0.3
    default: return 0.5
    }
  }
}
