// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Reads a plan's kind, its edition and the inspection that it answers.
enum PlanKindReader {
  /// The kind that a title names, nil where it names none.
  static func kind(_ title: String) -> PlanKind? { nil }

  /// The date of this edition in a title line; ranges are UTF-8 byte offsets.
  static func edition(_ title: String) -> (range: Range<Int>, when: When)? { nil }

  /// The date of the inspection that a paragraph tells of; ranges are UTF-8 byte offsets.
  static func inspection(_ prose: String) -> (range: Range<Int>, when: When)? { nil }
}
