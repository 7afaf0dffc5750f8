// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Reads dates, periods and recurrences as plans print them. Ranges are UTF-8 byte offsets into the text given.
enum DateReader {
  /// What a whole deadline cell says; `text` is the input.
  static func when(_ text: String) -> When { When(text: text) }

  /// The date that a milestone's words carry; `when.text` is the date's words (from several brackets, joined).
  static func embedded(in text: String) -> (range: Range<Int>, when: When)? { nil }

  /// The milestones of a cell whose sentences each end in a date of their own, nil where that is not so.
  static func sentencesWithDates(in text: String) -> [Range<Int>]? { nil }

  /// The date in a column heading.
  static func headingDate(_ text: String) -> (range: Range<Int>, when: When)? { nil }

  /// How much a cell looks like a deadline, 0 to 1.
  static func score(_ text: String) -> Double { 0 }
}
