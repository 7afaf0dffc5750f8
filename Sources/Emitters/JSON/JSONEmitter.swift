// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes a plan as canonical JSON: keys in the order of the schema, UTF-8, absent fields left out, a final newline.
///
/// The bytes are the contract: programs compare them, so the layout must not change within a schema version.
public struct JSONEmitter: Sendable {
  /// How the document is laid out.
  public enum Layout: Sendable {
    /// Two-space indents, an element a line.
    case indented
    /// Everything on one line: a record of NDJSON.
    case oneLine
  }

  /// How the document is laid out.
  public var layout: Layout

  /// An emitter.
  public init(layout: Layout = .indented) { self.layout = layout }

  /// The plan as JSON.
  public func emit(_ plan: CanonicalPlan) -> [UInt8] {
    var writer = JSONWriter(isIndented: layout == .indented)
    write(plan, with: &writer) { _ in }
    return writer.bytes
  }

  /// Writes the plan as JSON, handing on pieces of about `chunk` bytes, so that the whole never stands in memory.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - chunk: bytes to gather before they are handed on.
  ///   - write: takes the next bytes of the document.
  /// - Throws: what `write` throws; nothing is handed on after that.
  public func emit<Failure: Error>(
    _ plan: CanonicalPlan, chunk: Int = 1 << 18, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = JSONWriter(isIndented: layout == .indented)
    try self.write(plan, with: &writer) { (writer: inout JSONWriter) throws(Failure) in
      guard writer.bytes.count >= chunk else { return }
      try write(writer.bytes)
      writer.removeWritten()
    }
    try write(writer.bytes)
  }

  /// Writes the plan, with a stop after each item, where what is written may be handed on.
  private func write<Failure: Error>(
    _ plan: CanonicalPlan, with writer: inout JSONWriter, pause: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    writer.beginObject()
    writer.field("schemaVersion", plan.schemaVersion)
    writer.field("document", plan.document)
    writer.field("plan", plan.plan)
    try list("sections", plan.sections, &writer, pause)
    try list("actions", plan.actions, &writer, pause)
    try list("indicators", plan.indicators, &writer, pause)
    try list("groups", plan.groups, &writer, pause)
    try list("glossary", plan.glossary, &writer, pause)
    try list("narrative", plan.narrative, &writer, pause)
    try list("unplaced", plan.unplaced, &writer, pause)
    try list("furniture", plan.furniture, &writer, pause)
    try list("findings", plan.findings, &writer, pause)
    writer.endObject()
    writer.endDocument()
  }

  /// Writes a list that is always there, even empty.
  private func list<Item: JSONWritable, Failure: Error>(
    _ key: StaticString, _ items: [Item], _ writer: inout JSONWriter,
    _ pause: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    writer.key(key)
    writer.beginArray()
    for item in items {
      item.write(to: &writer)
      try pause(&writer)
    }
    writer.endArray()
  }
}
