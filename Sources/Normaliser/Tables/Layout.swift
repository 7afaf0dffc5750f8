// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// What kind of table a header announces.
enum TableKind: String, Sendable {
  case actions
  case indicators
  case membership
  case groups
  case glossary
  case ratingKey = "rating-key"
  case card
  case sections
  case contents
  /// Document control, contacts, timelines: text without a place in the schema.
  case decoy
}

/// The columns of a table and what each of them holds.
struct Layout {
  struct Column {
    /// What it holds, nil for a column without content.
    var role: ColumnRole?
    /// Its heading, the spanning head above it included.
    var heading: Phrase
    /// The heading's words.
    var words: String
    /// The date in its heading.
    var date: When?
    /// Whether the head's words speak of ratings.
    var isRatingHead = false
    /// Profile of its cells.
    var profile: ColumnProfile?
  }

  var kind: TableKind
  var columns: [Column]
  /// The column whose head is a section's heading ("Priority 1: Inclusion" over the actions themselves).
  var sectionHead: Int?
  /// Whether the row above the header says what the action is that the rows below are about.
  var isTitled = false
  /// The header row's words, to know a repeated header by.
  var signature: String

  // Columns are looked at in their place: a copy of each would cost more than the comparison.
  func column(_ role: ColumnRole) -> Int? { columns.indices.first { columns[$0].role == role } }

  func has(_ role: ColumnRole) -> Bool { column(role) != nil }
}
