// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// How often each word occurs, in a document or in the texts of a plan. A word is a run of letters and digits.
struct WordCount {
  private(set) var counts: [String: Int] = [:]

  mutating func add(_ text: String?) {
    guard let text else { return }
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        counts[word, default: 0] += 1
        word = ""
      }
    }
    if !word.isEmpty { counts[word, default: 0] += 1 }
  }

  mutating func add(_ texts: [String]) { for text in texts { add(text) } }

  /// The words of all paragraphs of a document.
  init(_ document: SourceDocument) {
    for block in document.blocks {
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph), .furniture(_, let paragraph):
        add(document.text.string(paragraph.span))
      case .table(let table): add(table.cells.flatMap(\.paragraphs).map { document.text.string($0.span) })
      case .pageBreak: break
      }
    }
  }

  /// The words of all texts of a plan: not its identifiers, its normalised values, or the parts of parties, whose words
  /// stand in their texts too.
  init(_ plan: CanonicalPlan) {
    add(plan.plan.title)
    add(plan.plan.ratingKey.map(\.text))
    for section in plan.sections {
      add([section.ref ?? "", section.title] + section.outcomes + section.leads.map(\.text))
      add(section.successMeasures + section.updates.flatMap { [$0.text ?? "", $0.rating?.text ?? ""] })
    }
    for action in plan.actions {
      add([action.ref ?? "", action.text] + (action.leads + action.contributors).map(\.text) + action.successMeasures)
      add(action.milestones.flatMap { [$0.text, $0.rating?.text ?? ""] })
      add(action.updates.flatMap { [$0.text ?? "", $0.rating?.text ?? ""] })
      add(action.other.map(\.text))
      for text in [
        action.timescale?.text, action.start?.text, action.rating?.text,
      ] { add(text) }
      for (field, access) in Action.optionalTexts where field.name != "ref" { add(access.get(action)) }
    }
    for indicator in plan.indicators {
      for text in [
        indicator.theme, indicator.measure, indicator.dataSource, indicator.method, indicator.frequency,
        indicator.baseline,
        indicator.rating?.text,
      ] { add(text) }
      for reading in indicator.readings {
        for text in [reading.period?.text, reading.target, reading.actual] { add(text) }
      }
    }
    for group in plan.groups {
      add(group.name)
      for member in group.members { for text in [member.name, member.role, member.part] { add(text) } }
    }
    add(plan.glossary.flatMap { [$0.term, $0.meaning] })
    add(plan.narrative.flatMap { [$0.heading ?? "", $0.text] })
    add(plan.unplaced.map(\.text))
    add(plan.furniture.map(\.text))
  }

  /// The words that occur more often here than there.
  func missing(in other: WordCount) -> [String] {
    counts.filter { $0.value > other.counts[$0.key, default: 0] }.keys.sorted()
  }

  /// The words that occur here and never there.
  func unknown(to other: WordCount) -> [String] { counts.keys.filter { other.counts[$0] == nil }.sorted() }
}
