// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A record of the plan as the review page shows it.
struct ReviewRecord: Sendable {
  /// The kinds of record; each is a part of the page.
  enum Kind: String, CaseIterable, Sendable {
    case unplaced, plan, inspection, section, action, indicator, group, term, narrative, furniture

    /// The heading of the part.
    var heading: String {
      switch self {
      case .unplaced: "Unplaced text"
      case .plan: "The plan"
      case .inspection: "Inspection"
      case .section: "Sections"
      case .action: "Actions"
      case .indicator: "Indicators"
      case .group: "Groups"
      case .term: "Glossary"
      case .narrative: "Narrative"
      case .furniture: "Headers, labels and page numbers"
      }
    }
  }

  var kind: Kind
  /// How a patch names the record; nil where none can change it.
  var target: PatchTarget?
  /// What the record is called.
  var title: String
  var source: Source?
  var fields: [ReviewField]
}

/// A field of a record with its values; a field that holds one thing has one.
struct ReviewField: Sendable {
  var label: String
  var values: [ReviewValue]
}

/// A value and what was made of it.
struct ReviewValue: Sendable {
  /// The words, as a patch repeats them.
  var text: String
  /// The field's name in a patch; nil where it cannot be changed.
  var name: String?
  /// The normalised reading: a date, a status.
  var note: String?
  /// The colour of a rating.
  var colour: RatingColour?
  /// Where it stands, where that is closer than its record.
  var source: Source?

  init(_ text: String, name: String? = nil, note: String? = nil, colour: RatingColour? = nil, source: Source? = nil) {
    self.text = text
    self.name = name
    self.note = note
    self.colour = colour
    self.source = source
  }
}
