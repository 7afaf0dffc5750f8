// SPDX-License-Identifier: GPL-3.0-or-later

/// What each piece of evidence is worth when the words under the heads of a flattened table are dealt out to its columns.
///
/// All are in one unit: a reference that stands where a reference should is worth 3.
enum FlattenedWeights {
  // What a cell holds.
  static let reference = 3.0
  static let noReference = -3.0
  static let date = 3.0
  static let halfDate = 0.6
  static let noDate = -0.8
  static let party = 2.0
  static let noParty = -0.7
  static let status = 2.5
  static let noStatus = -1.2
  /// A short text that stands in several rows, for each doubling, up to a limit.
  static let recurring = 0.6
  static let mostRecurring = 1.8
  /// Each word beyond what such a cell usually has.
  static let wordTooMany = -0.25
  static let text = 0.3
  /// Each word of a text, up to twelve.
  static let word = 0.07
  static let startsLow = -1.6
  static let endsOpen = -1.6
  static let dateAsText = -2.5
  static let partyAsText = -0.6
  static let statusAsText = -1.0
  static let referenceAsText = -1.5
  /// A reference at the start of an action in a table without a column of references.
  static let numberedAction = 1.0
  /// Ending with a full stop where the column's other cells do, or do not.
  static let stop = 0.9

  // Places where a cell begins.
  static let beginsAtGap = 0.7
  /// Where rows are lines, a cell behind an empty line is hardly its row's.
  static let beginsBehindRow = -1.5
  static let beginsAtDivider = 0.8
  static let beginsAtLine = 0.3
  /// A line within a block of lines.
  static let beginsInBlock = -0.7
  static let beginsAtCode = 0.5
  static let beginsAtSentence = 0.25
  static let beginsAtOpening = 0.2
  static let beginsAtCapital = -0.25
  /// A word within a name, as its capital and that of the word before it show.
  static let beginsInName = -0.9
  static let beginsAtDate = 0.0
  static let beginsInBrackets = -3.0
  static let beginsInDate = -1.5
  /// The heading of a section.
  static let beginsAtHeading = -4.0

  // Places that a cell runs over.
  static let overGap = -1.3
  static let overOpenGap = -0.2
  static let overDivider = -2.5
  static let overDividerOfParties = -0.3
  static let overLine = -0.9
  static let overLineInBlock = -0.1
  static let overCode = -1.6
  static let overWrap = 0.0
  static let overWrapInRun = -0.3
  static let overDate = -0.7
  static let overOpening = -0.4
  static let overHeading = -2.5

  // Rows.
  static let noAction = -3.0
  static let emptyCell = -0.9
  static let emptyReference = -1.4
  /// A cell that stands behind one that its column precedes.
  static let backwards = -1.8
  /// A line that belongs to no row.
  static let outside = -0.35
  /// The same for the heading of a section.
  static let outsideHeading = 0.15

  // Whether all of it is a table.
  /// Least that a cell comes to in the mean.
  static let leastCell = 1.6
  /// Least share of rows that have an action, and something that no prose has in its place.
  static let leastFilled = 0.6
}
