// SPDX-License-Identifier: GPL-3.0-or-later

/// How much each piece of evidence counts when the prose is read. All in one place, so that they can be compared.
enum StructureWeights {
  // A label's role.
  /// The vocabulary of column heads knows the label.
  static let vocabulary = 1.8
  /// The stems of the label's words, for each unit of ``LabelWords``.
  static let stems = 1.0
  /// A line that leads to a list ("We will:") below the label.
  static let leadIn = 1.2
  /// Items that say what will be done.
  static let futureItems = 2.0
  /// Items that say what was done.
  static let pastItems = 1.4
  /// Items that say how things will be.
  static let stateItems = 0.9
  /// Values that are dates, parties, statuses.
  static let dates = 1.8
  static let parties = 0.9
  static let statuses = 1.8

  // Whether a line is a label at all.
  /// Least total of a label that stands more than once.
  static let leastRecurring = 1.0
  /// Least total of a label that stands once.
  static let leastSingle = 1.5
  /// Least share of a label's words that say what it is, for one that stands once.
  static let leastCoverage = 0.72
  /// The same for a plain line without a mark at its end.
  static let leastPlainCoverage = 0.9

  // Whether the document is a plan.
  static let titleKind = 2.0
  static let titleWords = 1.5
  static let recurringActions = 1.6
  static let recurringLabels = 0.8
  static let kindHeadings = 1.0
  static let timeline = 1.2
  static let otherGenre = 2.0
  /// Least evidence for a plan where only lists speak for actions.
  static let leastPlan = 2.2
}
