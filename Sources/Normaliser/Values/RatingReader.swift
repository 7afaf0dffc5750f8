// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// A plan's own legend.
struct RatingKey: Sendable {
  /// One entry and where it stands.
  struct Item: Sendable {
    /// The entry.
    var entry: RatingKeyEntry
    /// Index of the line it stands in.
    var line: Int
    /// UTF-8 byte offsets of the entry's words into that line.
    var range: Range<Int>
    /// The symbol or letter it explains, where it has one.
    var symbol: String?
    /// The fill behind it, where it has one.
    var swatch: Colour?
  }

  /// The entries in document order.
  var items: [Item] = []

  /// The entries as the plan shows them.
  var entries: [RatingKeyEntry] { items.map(\.entry) }

  /// No legend.
  static let none = RatingKey()
}

/// Reads ratings and the legends that explain them.
enum RatingReader {
  /// The legend that lines or cells spell out, each with the fill behind it; nil where they are none.
  static func key(_ lines: [(text: String, fill: Colour?)]) -> RatingKey? { nil }

  /// The rating that a cell shows by its words and its fill; nil where it shows none.
  static func rating(text: String, fill: Colour?, key: RatingKey) -> Rating? { nil }

  /// How much a cell looks like a rating, 0 to 1.
  static func score(_ text: String) -> Double { 0 }
}
