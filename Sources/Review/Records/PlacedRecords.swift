// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The records with the places of their values, and the places with what they gave.
struct PlacedRecords {
  /// A record and where its values stand.
  struct Entry {
    var record: ReviewRecord
    /// Places of each value of each field; empty where it is not found.
    var places: [[[Int]]]
    /// Places of the record as a whole: those of its values, or of its row where none is found.
    var all: [Int]
  }

  /// What a place of the source is to the page.
  enum Use: String {
    case used, unplaced, furniture, unread
  }

  private(set) var entries: [Entry] = []
  private(set) var uses: [Use]

  init(plan: CanonicalPlan, source: SourcePlaces) {
    let records = RecordList(plan).records
    var finder = PlaceFinder(source: source, records: records)
    uses = source.places.map { $0.isFurniture ? .furniture : .unread }
    // Fields first, then prose, then what is left over: a word is the record's before it is the leftovers'.
    var placed = [Entry?](repeating: nil, count: records.count)
    let order: [[ReviewRecord.Kind]] = [
      [.section, .action, .indicator, .group, .term], [.inspection], [.plan], [.narrative], [.unplaced], [.furniture],
    ]
    for kinds in order {
      // Prose and what frames it say little of their places: they follow each other in the document.
      var last = 0
      for (index, record) in records.enumerated() where kinds.contains(record.kind) {
        let entry = PlacedRecords.entry(record, &finder, after: last)
        last = entry.all.max() ?? last
        placed[index] = entry
      }
    }
    entries = placed.compactMap { $0 }
    for entry in entries {
      let use: Use =
        switch entry.record.kind {
        case .unplaced: .unplaced
        case .furniture: .furniture
        default: .used
        }
      for index in entry.all where uses[index] == .unread || use == .unplaced { uses[index] = use }
    }
  }

  private static func entry(_ record: ReviewRecord, _ finder: inout PlaceFinder, after last: Int) -> Entry {
    let region = finder.region(of: record.source)
    let anchor = finder.anchor(of: record.source)
    let near = anchor.first ?? last
    let isFree = record.kind == .narrative || record.kind == .furniture || record.kind == .unplaced
    var all: [Int] = []
    var places: [[[Int]]] = []
    for field in record.fields {
      var fieldPlaces: [[Int]] = []
      for value in field.values {
        // Normalised words, ids and reasons stand nowhere in the document.
        guard isFromDocument(value, field, record) else {
          fieldPlaces.append([])
          continue
        }
        let own = value.source.map { finder.region(of: $0) } ?? region
        var found: [Int] = []
        // The paragraphs of a narrative block are lines of its text.
        for line in value.text.split(separator: "\n") {
          let near = found.last ?? near
          for index in finder.find(String(line), among: own, near: near, isFree: isFree) where !found.contains(index) {
            found.append(index)
          }
        }
        fieldPlaces.append(found)
        for index in found where !all.contains(index) { all.append(index) }
      }
      places.append(fieldPlaces)
    }
    return Entry(record: record, places: places, all: all.isEmpty ? anchor : all)
  }

  private static func isFromDocument(_ value: ReviewValue, _ field: ReviewField, _ record: ReviewRecord) -> Bool {
    if record.kind == .unplaced { return value.text != "" && field.label == "Text" }
    return !["kind", "section"].contains(value.name)
      && !["Under section", "Part of action", "Section"].contains(field.label)
  }
}
