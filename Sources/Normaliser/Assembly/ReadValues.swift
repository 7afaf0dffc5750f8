// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Values of cells read before in the same document: the same few parties, dates and statuses stand in most rows.
final class ReadValues {
  /// The parties of a cell.
  struct Parties {
    /// Bytes of each line that are a label or a number before its parties ("Lead: …", "1. …").
    var labels: [Int]
    /// The parties; their ranges count from the end of their line's label.
    var parts: [PartyPart]
  }

  /// A cell that may be a rating.
  struct RatingCell: Hashable {
    var text: String
    var fill: Colour?
  }

  /// Longest text that is kept, in bytes. Longer ones hardly ever stand in a document twice.
  private static let longest = 64

  private var parties: [String: Parties] = [:]
  private var dates: [String: When] = [:]
  private var ratings: [RatingCell: Rating?] = [:]

  /// One string for the lines of a cell.
  static func key(_ lines: [String]) -> String { lines.count == 1 ? lines[0] : lines.joined(separator: "\n") }

  /// The parties of a cell with these lines.
  func parties(_ lines: [String], read: () -> Parties) -> Parties {
    let key = ReadValues.key(lines)
    if let known = parties[key] { return known }
    let found = read()
    parties[key] = found
    return found
  }

  /// What a deadline's words say.
  func when(_ words: String) -> When {
    if words.utf8.count > ReadValues.longest { return DateReader.when(words) }
    if let known = dates[words] { return known }
    let found = DateReader.when(words)
    dates[words] = found
    return found
  }

  /// The rating that a cell shows.
  func rating(_ cell: RatingCell, read: () -> Rating?) -> Rating? {
    if cell.text.utf8.count > ReadValues.longest { return read() }
    if let known = ratings[cell] { return known }
    let found = read()
    ratings[cell] = found
    return found
  }
}
