// SPDX-License-Identifier: GPL-3.0-or-later

import Emitters
import PlanSchema

/// Writes a diff as JSON: keys in a fixed order, UTF-8, absent and empty fields left out, a final newline.
public struct DiffJSONEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The diff as JSON.
  public func emit(_ diff: PlanDiff) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    edition("old", diff.old, &writer)
    edition("new", diff.new, &writer)
    counts(diff, &writer)
    writer.key("changes")
    writer.beginArray()
    for change in diff.changes { write(change, &writer) }
    writer.endArray()
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private func edition(_ key: StaticString, _ edition: DiffEdition, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.beginObject()
    text("file", edition.file, &writer)
    text("title", edition.title, &writer)
    text("authority", edition.authority, &writer)
    text("date", edition.date, &writer)
    number("sections", edition.sections, &writer)
    number("actions", edition.actions, &writer)
    number("indicators", edition.indicators, &writer)
    writer.endObject()
  }

  private func counts(_ diff: PlanDiff, _ writer: inout JSONWriter) {
    writer.key("summary")
    writer.beginObject()
    number("changes", diff.changes.count, &writer)
    number("unchangedActions", diff.unchangedActions, &writer)
    number("formalDifferences", diff.formal, &writer)
    number("slippedDeadlines", diff.changes.count { $0.isSlippedDeadline }, &writer)
    number("regressedRatings", diff.changes.count { $0.isRegression }, &writer)
    number("weakened", diff.changes.count { $0.isWeaker }, &writer)
    writer.key("kinds")
    writer.beginObject()
    for kind in ChangeKind.allCases {
      let count = diff.changes.count { $0.kind == kind }
      if count > 0 {
        writer.key(escaping: kind.rawValue)
        writer.value(count)
      }
    }
    writer.endObject()
    writer.endObject()
  }

  private func write(_ change: PlanChange, _ writer: inout JSONWriter) {
    writer.beginObject()
    text("kind", change.kind.rawValue, &writer)
    text("subject", change.subject.rawValue, &writer)
    items("old", change.old, &writer)
    items("new", change.new, &writer)
    text("field", change.field, &writer)
    text("part", change.part, &writer)
    text("before", change.before, &writer)
    text("after", change.after, &writer)
    if !change.words.isEmpty {
      writer.key("words")
      writer.beginArray()
      for run in change.words {
        writer.beginObject()
        text("fate", run.fate.rawValue, &writer)
        text("text", run.text, &writer)
        writer.endObject()
      }
      writer.endArray()
    }
    if let shift = change.shift {
      writer.key("shift")
      writer.beginObject()
      text("direction", shift.direction.rawValue, &writer)
      if let days = shift.days { number("days", days, &writer) }
      if let months = shift.months { number("months", months, &writer) }
      writer.endObject()
    }
    if let rating = change.rating {
      writer.key("rating")
      writer.beginObject()
      text("direction", rating.direction.rawValue, &writer)
      text("from", rating.from?.rawValue, &writer)
      text("to", rating.to?.rawValue, &writer)
      flag("isByKey", rating.isByKey, &writer)
      writer.endObject()
    }
    texts("joined", change.joined, &writer)
    texts("left", change.left, &writer)
    quantities(change.quantities, &writer)
    flag("isWeaker", change.isWeaker, &writer)
    writer.endObject()
  }

  private func items(_ key: StaticString, _ items: [DiffItem], _ writer: inout JSONWriter) {
    guard !items.isEmpty else { return }
    writer.key(key)
    writer.beginArray()
    for item in items {
      writer.beginObject()
      text("id", item.id, &writer)
      text("ref", item.ref, &writer)
      text("text", item.text, &writer)
      text("section", item.section, &writer)
      text("place", item.place, &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  private func quantities(_ shifts: [QuantityShift], _ writer: inout JSONWriter) {
    guard !shifts.isEmpty else { return }
    writer.key("quantities")
    writer.beginArray()
    for shift in shifts {
      writer.beginObject()
      text("before", shift.before.figure, &writer)
      text("after", shift.after.figure, &writer)
      text("unit", shift.unit, &writer)
      if let isWeaker = shift.isWeaker {
        writer.key("isWeaker")
        writer.value(isWeaker)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func text(_ key: StaticString, _ text: String?, _ writer: inout JSONWriter) {
    guard let text, !text.isEmpty else { return }
    writer.key(key)
    writer.value(text)
  }

  private func texts(_ key: StaticString, _ texts: [String], _ writer: inout JSONWriter) {
    guard !texts.isEmpty else { return }
    writer.key(key)
    writer.value(texts: texts)
  }

  private func number(_ key: StaticString, _ number: Int, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.value(number)
  }

  private func flag(_ key: StaticString, _ flag: Bool, _ writer: inout JSONWriter) {
    guard flag else { return }
    writer.key(key)
    writer.value(flag)
  }
}

extension Double {
  /// The number as plans print it: no decimals where it is whole.
  var figure: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self)
  }
}
