// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON
import PlanSchema

/// Writes a diff as JSON: keys in a fixed order, UTF-8, absent and empty fields left out, a final newline.
public struct DiffJSONEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The diff as JSON.
  public func emit(_ diff: PlanDiff) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.field("old", diff.old)
    writer.field("new", diff.new)
    writer.key("summary")
    write(summaryOf: diff, to: &writer)
    writer.key("changes")
    writer.beginArray()
    for change in diff.changes { change.write(to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private func write(summaryOf diff: PlanDiff, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("changes", diff.changes.count)
    writer.field("unchangedActions", diff.unchangedActions)
    writer.field("formalDifferences", diff.formal)
    writer.field("slippedDeadlines", diff.changes.count { $0.isSlippedDeadline })
    writer.field("regressedRatings", diff.changes.count { $0.isRegression })
    writer.field("weakened", diff.changes.count { $0.isWeaker })
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
}

extension DiffEdition: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("file", file)
    writer.field("title", ifPresent: title)
    writer.field("authority", ifPresent: authority)
    writer.field("date", ifPresent: date)
    writer.field("sections", sections)
    writer.field("actions", actions)
    writer.field("indicators", indicators)
    writer.endObject()
  }
}

extension PlanChange: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("kind", kind)
    writer.field("subject", subject)
    writer.field("old", ifPresent: old)
    writer.field("new", ifPresent: new)
    writer.field("field", ifPresent: field)
    writer.field("part", ifPresent: part)
    writer.field("before", ifPresent: before)
    writer.field("after", ifPresent: after)
    writer.field("words", ifPresent: words)
    writer.field("shift", ifPresent: shift)
    writer.field("rating", ifPresent: rating)
    writer.field("joined", ifPresent: joined)
    writer.field("left", ifPresent: left)
    writer.field("quantities", ifPresent: quantities)
    if isWeaker { writer.field("isWeaker", true) }
    writer.endObject()
  }
}

extension DiffItem: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", id)
    writer.field("ref", ifPresent: ref)
    writer.field("text", text)
    writer.field("section", ifPresent: section)
    writer.field("place", ifPresent: place)
    writer.endObject()
  }
}

extension WordRun: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("fate", fate)
    writer.field("text", text)
    writer.endObject()
  }
}

extension DateShift: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("direction", direction)
    writer.field("days", ifPresent: days)
    writer.field("months", ifPresent: months)
    writer.endObject()
  }
}

extension RatingShift: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("direction", direction)
    writer.field("from", ifPresent: from)
    writer.field("to", ifPresent: to)
    if isByKey { writer.field("isByKey", true) }
    writer.endObject()
  }
}

extension QuantityShift: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    // Two decimals are finer than any plan's figures.
    writer.key("before")
    writer.value(hundredths: before)
    writer.key("after")
    writer.value(hundredths: after)
    writer.field("unit", ifPresent: unit)
    writer.field("isWeaker", ifPresent: isWeaker)
    writer.endObject()
  }
}

extension ChangeKind: JSONWritable {}
extension ChangeSubject: JSONWritable {}
extension WordRun.Fate: JSONWritable {}
extension DateShift.Direction: JSONWritable {}
extension RatingShift.Direction: JSONWritable {}

extension Double {
  /// The number as plans print it: no decimals where it is whole.
  var figure: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self)
  }
}
