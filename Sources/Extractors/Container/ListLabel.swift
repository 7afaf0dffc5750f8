// SPDX-License-Identifier: GPL-3.0-or-later

/// What a list prints before a paragraph.
enum ListLabel: Equatable, Sendable {
  /// A mark without meaning.
  case bullet
  /// A number or letter with its punctuation, which is part of the document's text.
  case number(String)
}
