// SPDX-License-Identifier: GPL-3.0-or-later

/// How much each piece of evidence counts where a table's kind and its columns' roles are decided.
///
/// The pieces lie between 0 and 1 or between -1 and 1; a sum of 1 is as much as the next best reading may be ahead before
/// one would look twice.
enum EvidenceWeights {
  /// A phrase of the vocabulary in the head.
  static let head = 4.0
  /// The share of it that is left where another phrase of the head says more.
  static let outvoted = 0.6
  /// A head's stems, where no phrase says as much.
  static let stems = 2.6
  /// How the cells suit the role, from -0.5 to 0.5.
  static let cells = 1.5
  /// What a headed column is worth as `other`, and a column without a head as nothing.
  static let other = 1.2
  static let nothing = 0.4
  /// Cells that are nothing but the values of a role: dates, references, statuses, parties, figures.
  static let values: [ColumnRole: Double] = [
    .timescale: 1.6, .reference: 2.2, .rating: 2.0, .lead: 1.4, .term: 1.6, .memberName: 1.6, .target: 0.5,
  ]
  /// The longest text of a table as its actions or measures.
  static let longest = 0.9
  /// What the same head meant in another table of the document.
  static let elsewhere = 1.2
  /// What the column in the same place of the table before held, where its own head says nothing.
  static let sameGrid = 2.2
  /// A column that changes with every row heads no section.
  static let changesEachRow = -3.5
  /// A place that the role hardly ever has.
  static let wrongSide = -3.0
  /// A place that the role seldom has.
  static let unusualSide = -0.4
  /// A dated head.
  static let dated = 2.4
  /// A second column of a role that no head names.
  static let unnamedSecond = -2.0

  /// What a kind of table must be ahead of no reading at all.
  static func prior(_ kind: TableKind) -> Double {
    switch kind {
    case .actions: -4
    case .indicators: -5
    case .membership: -3.4
    case .groups: -4.6
    case .glossary: -3.6
    default: 0
    }
  }
  /// Each head of version control, sign-off or meetings, and of a register of risks.
  static let control = -6.0
  static let risk = -8.0
  /// No head that names actions, in a table whose heads speak of control.
  static let controlWithoutAction = -6.0
  /// A head that names the records of another kind: measures among actions, actions among measures.
  static let otherRecords = -3.0
  /// Leads and deadlines beside the text that is taken for the actions.
  static let besideLead = 0.5
  static let besideTimescale = 0.7
  /// A text that no head calls an action, without deadlines beside it.
  static let unnamedRecords = -3.5
  /// A text that no head calls a measure.
  static let unnamedMeasures = -9.0
  /// The same beside deadlines.
  static let unnamedDated = -1.0
  /// A table without a column of actions, whose actions stand in rows across it.
  static let withoutRecords = -2.5
  /// The same under a text that may be the action.
  static let titled = 2.0
}
