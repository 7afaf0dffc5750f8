// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// What one column gave for one record.
struct RawValue {
  /// What a column's heading says, for the roles that need it: there are millions of values, and few of them ask for their
  /// column's heading. One object serves all values of a column.
  final class Head: Sendable {
    let words: Phrase
    let date: When?

    /// Nil where the role does not ask, or where the heading says nothing.
    init?(_ words: Phrase, date: When?, for role: ColumnRole) {
      guard !role.marksAction || role == .update || role == .lead || date != nil, !words.isEmpty || date != nil else {
        return nil
      }
      self.words = words
      self.date = date
    }
  }

  var role: ColumnRole
  private var head: Head?
  /// The column's heading, for updates and for columns without a role; empty for others.
  var heading: Phrase { head?.words ?? .empty }
  /// The date in the column's heading, for updates.
  var date: When? { head?.date }
  var isRatingHead = false
  var paragraphs: [Paragraph]
  /// Background of the cell.
  var fill: Colour?
  /// Column it came from, from 0; -1 for labelled text.
  var column: Int
  /// Row of the table that it began in, from 0.
  var row: Int
  /// Rows that the cell covers.
  var rowSpan = 1
  /// Whether the words were placed with another record: they are repeated here, not placed again.
  var isReferred = false

  init(
    role: ColumnRole, heading: Phrase = .empty, date: When? = nil, isRatingHead: Bool = false, paragraphs: [Paragraph],
    fill: Colour? = nil, column: Int, row: Int, rowSpan: Int = 1, isReferred: Bool = false
  ) {
    self.init(
      role: role, head: Head(heading, date: date, for: role), isRatingHead: isRatingHead, paragraphs: paragraphs,
      fill: fill, column: column, row: row, rowSpan: rowSpan, isReferred: isReferred)
  }

  init(
    role: ColumnRole, head: Head?, isRatingHead: Bool, paragraphs: [Paragraph], fill: Colour?, column: Int, row: Int,
    rowSpan: Int, isReferred: Bool
  ) {
    self.role = role
    self.head = head
    self.isRatingHead = isRatingHead
    self.paragraphs = paragraphs
    self.fill = fill
    self.column = column
    self.row = row
    self.rowSpan = rowSpan
    self.isReferred = isReferred
  }
}

/// One step of an action, with the rating that stands beside it.
struct RawMilestone {
  var paragraphs: [Paragraph]
  var date: When?
  var rating: RawValue?
  /// Column it came from, from 0; -1 for labelled text.
  var column = -1
  var row: Int
  var place: SourcePlace
}

/// An action while the document is being read.
struct RawAction {
  var reference: String?
  var referencePhrase = Phrase.empty
  /// The reference without label and punctuation, from its own cell or from the start of the text.
  var resolvedReference: String?
  /// UTF-8 offsets of the reference at the start of the text, empty where it stands elsewhere.
  var leadingRange = 0..<0
  var text: [Paragraph] = []
  /// Whether the text is that of a merged cell which another record has placed.
  var textIsReferred = false
  /// Section, as an index into the outline.
  var section: Int?
  /// The action that it is a task of, as an index into the plan's records.
  var parent: Int?
  var values: [RawValue] = []
  var milestones: [RawMilestone] = []
  var place: SourcePlace
  /// Which layout it was read with: records of one layout are treated alike.
  var layout: Int

  func value(_ role: ColumnRole) -> RawValue? { values.first { $0.role == role } }
}
