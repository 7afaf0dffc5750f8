// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column, a labelled line or a row of a card holds.
enum ColumnRole: String, Sendable, CaseIterable {
  // The plan's hierarchy.
  case section
  case sectionReference
  case outcome
  // Actions.
  case reference
  case action
  /// A task of the action beside it, a record of its own with the action as its parent.
  case subAction
  case lead
  case contributors
  case group
  case start
  case timescale
  case successMeasures
  case milestones
  case update
  case rating
  case monitoring
  case evidence
  case resources
  case risks
  // Indicators.
  case theme
  case measure
  case dataSource
  case method
  case frequency
  case baseline
  case target
  case actual
  /// A period column whose cells carry targets and actual figures by turns.
  case reading
  // Groups and glossaries.
  case memberName
  case memberRole
  case term
  case meaning
  /// No canonical role: kept under its heading.
  case other

  /// Roles whose cells are texts of an action's and nothing else; each is called as the field that it fills.
  static let actionTexts: Set<ColumnRole> = [.monitoring, .evidence, .resources, .risks]

  /// Roles whose columns are headed by periods, and no roles at all: words of a heading cannot speak for them.
  static let ofFigures: Set<ColumnRole> = [.reading, .target, .actual, .baseline, .update, .other]

  /// Whether several columns of one table may have the role.
  var canRepeat: Bool {
    switch self {
    case .lead, .contributors, .milestones, .update, .other, .target, .actual, .reading, .successMeasures, .term,
      .meaning, .memberRole, .rating, .outcome:
      true
    default: ColumnRole.actionTexts.contains(self)
    }
  }

  /// Whether the role says that a table holds actions.
  var marksAction: Bool {
    switch self {
    case .action, .subAction, .lead, .timescale, .start, .successMeasures, .milestones, .update, .contributors, .group:
      true
    default: ColumnRole.actionTexts.contains(self)
    }
  }

  /// Whether the role says that a table holds indicators.
  var marksIndicator: Bool {
    switch self {
    case .measure, .dataSource, .method, .frequency, .baseline, .target, .actual, .reading: true
    default: false
    }
  }
}
