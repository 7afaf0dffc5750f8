// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Everything read from a document, before values are read and words are placed.
struct RawPlan {
  var outline = Outline()
  var actions: [RawAction] = []
  var indicators: [RawIndicator] = []
  var groups: [RawGroup] = []
  var glossary: [RawGlossaryEntry] = []
  /// The legend, and the phrases of its lines.
  var key = RatingKey.none
  var keyLines: [Phrase] = []
  /// Prose, with the heading it stands under.
  var narrative: [RawNarrative] = []
  var title: Phrase?
}

/// A measure while the document is being read.
struct RawIndicator {
  var section: Int?
  var theme: (paragraphs: [Paragraph], isReferred: Bool)?
  var measure: [Paragraph]
  var values: [RawValue] = []
  var readings: [RawReading] = []
  var place: SourcePlace
}

/// A period's figures while the document is being read.
struct RawReading {
  var column: Int
  var period: Phrase = .empty
  /// Whether the period's words were placed with another reading or stand in a header.
  var periodIsReferred = false
  var target: [Paragraph] = []
  var actual: [Paragraph] = []
}

/// A group while the document is being read.
struct RawGroup {
  struct Row {
    var name: [Paragraph]
    var role: [Paragraph]
    var part: Phrase
    /// Whether the cell lists several members.
    var isList: Bool
  }
  var name: Phrase
  var nameIsReferred = false
  var rows: [Row] = []
  var place: SourcePlace
}

/// A glossary entry while the document is being read.
struct RawGlossaryEntry {
  var term: Phrase
  var meaning: Phrase
  var place: SourcePlace
}

/// A block of prose.
struct RawNarrative {
  var heading: Phrase?
  var paragraphs: [Paragraph]
  var place: SourcePlace
}
