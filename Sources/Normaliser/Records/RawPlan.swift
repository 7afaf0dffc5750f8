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

  /// Drops the actions whose text is not wanted.
  mutating func keepActions(_ isWanted: ([Paragraph]) -> Bool) {
    // Hardly ever is one dropped: they are looked at in their place first.
    guard let first = actions.indices.first(where: { !isWanted(actions[$0].text) }) else { return }
    var numbers: [Int: Int] = [:]
    var kept: [RawAction] = Array(actions[..<first])
    for index in first..<actions.count where isWanted(actions[index].text) {
      numbers[index] = kept.count
      kept.append(actions[index])
    }
    for index in kept.indices { kept[index].parent = kept[index].parent.flatMap { $0 < first ? $0 : numbers[$0] } }
    actions = kept
  }

  /// Drops the sections whose flag is false; what pointed to one points to the nearest kept section above it.
  mutating func keepSections(_ keeps: [Bool]) {
    let sections = outline.sections
    var numbers: [Int?] = Array(repeating: nil, count: sections.count)
    var kept: [RawSection] = []
    for index in sections.indices where keeps[index] {
      numbers[index] = kept.count
      kept.append(sections[index])
    }
    func resolved(_ index: Int?) -> Int? {
      var current = index
      while let section = current {
        if let number = numbers[section] { return number }
        current = sections[section].parent
      }
      return nil
    }
    for index in kept.indices { kept[index].parent = resolved(kept[index].parent) }
    for index in actions.indices { actions[index].section = resolved(actions[index].section) }
    for index in indicators.indices { indicators[index].section = resolved(indicators[index].section) }
    outline.replaceSections(kept)
  }
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
    /// The paragraphs of cells that begin in this row; those of merged cells were placed with the row above.
    var placed: [Paragraph] = []
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
  /// Whether the words stand in a merged cell that an entry above has placed.
  var termIsReferred = false
  var meaningIsReferred = false
  var place: SourcePlace
}

/// A block of prose.
struct RawNarrative {
  var heading: Phrase?
  var paragraphs: [Paragraph]
  var place: SourcePlace
}
