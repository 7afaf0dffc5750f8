// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Values of cells read before in the same document: the same few parties, dates and statuses stand in most rows.
final class ReadValues {
  /// The parties of a cell; one object for all cells that say the same.
  final class Parties {
    /// Bytes of each line that are a label or a number before its parties ("Lead: …", "1. …").
    let labels: [Int]
    /// Where each party stands: its line, from 0, and UTF-8 offsets there.
    let places: [(line: Int, range: Range<Int>)]
    /// The parties.
    let parties: [Party]

    init(labels: [Int], places: [(line: Int, range: Range<Int>)], parties: [Party]) {
      self.labels = labels
      self.places = places
      self.parties = parties
    }
  }

  /// A cell that may be a rating.
  struct RatingCell: Hashable {
    var text: String
    var fill: Colour?
  }

  /// Longest text that is kept, in bytes. Longer ones hardly ever stand in a document twice.
  private static let longest = 64

  private var leads: [String: Parties] = [:]
  private var contributors: [String: Parties] = [:]
  private var dates: [String: When] = [:]
  private var ratings: [RatingCell: Rating?] = [:]

  /// The parties of a cell read before, whose lines the key joins by line breaks; nil for a new one.
  func parties(_ key: String, isContributors: Bool) -> Parties? { isContributors ? contributors[key] : leads[key] }

  /// Keeps the parties of a cell.
  func keep(_ parties: Parties, of key: String, isContributors: Bool) {
    if isContributors { contributors[key] = parties } else { leads[key] = parties }
  }

  /// What a deadline's words say, parts of which may be struck through.
  func when(_ words: String, struck: [Range<Int>]) -> When {
    if !struck.isEmpty { return DateReader.when(words, struck: struck) }
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
