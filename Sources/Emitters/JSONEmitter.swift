// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
public import PlanSchema

/// Writes a plan as canonical JSON: keys in the order of the schema, UTF-8, absent fields left out, a final newline.
///
/// The bytes are the contract: programs compare them, so the layout must not change within a schema version.
public struct JSONEmitter: PlanEmitter {
  /// How the document is laid out.
  public enum Layout: Sendable {
    /// Two-space indents, an element a line.
    case indented
    /// Everything on one line: a record of NDJSON.
    case oneLine
  }

  /// The form.
  public var format: OutputFormat { .json(.filePerDocument) }
  /// Canonical JSON in its own layout.
  public var canonicalLayout: Layout? { layout }

  /// How the document is laid out.
  public var layout: Layout

  /// An emitter.
  public init(layout: Layout = .indented) { self.layout = layout }

  /// Begins a file.
  public func begin() -> any PlanWriter { Pieces(emitter: self) }

  /// A file in the making, which is handed on in pieces.
  private struct Pieces: PlanWriter {
    let emitter: JSONEmitter

    mutating func add<Failure: Error>(
      _ plan: CanonicalPlan, key: String, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      try emitter.emit(plan, to: write)
    }
  }

  /// The plan as JSON.
  public func emit(_ plan: CanonicalPlan) -> [UInt8] {
    var writer = JSONWriter(isIndented: layout == .indented)
    write(plan, with: &writer) { _ in true }
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
    _ plan: CanonicalPlan, chunk: Int = 1 << 16, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = JSONWriter(isIndented: layout == .indented)
    var failure: Failure?
    self.write(plan, with: &writer) { writer in
      guard writer.count >= chunk else { return true }
      do throws(Failure) {
        try write(writer.bytes)
        writer.removeWritten()
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    try write(writer.bytes)
  }

  /// Writes the plan, with a stop after each item, where what is written may be handed on and which says whether to go on.
  private func write(
    _ plan: CanonicalPlan, with writer: inout JSONWriter, pause: (inout JSONWriter) -> Bool
  ) {
    writer.beginObject()
    writer.field("schemaVersion", plan.schemaVersion)
    writer.field("document", plan.document)
    writer.field("plan", plan.plan)
    writer.field("inspection", ifPresent: plan.inspection)
    guard list("sections", plan.sections, &writer, pause), list("actions", plan.actions, &writer, pause),
      list("indicators", plan.indicators, &writer, pause), list("groups", plan.groups, &writer, pause),
      list("glossary", plan.glossary, &writer, pause), list("narrative", plan.narrative, &writer, pause),
      list("unplaced", plan.unplaced, &writer, pause), list("furniture", plan.furniture, &writer, pause),
      list("findings", plan.findings, &writer, pause)
    else { return }
    writer.endObject()
    writer.endDocument()
  }

  /// Writes a list that is always there, even empty.
  private func list<Item: JSONWritable>(
    _ key: StaticString, _ items: [Item], _ writer: inout JSONWriter, _ pause: (inout JSONWriter) -> Bool
  ) -> Bool {
    writer.key(key)
    writer.beginArray()
    // By position, since an action has some thirty fields, all of which a copy of it holds on to.
    for index in items.indices {
      items[index].write(to: &writer)
      guard pause(&writer) else { return false }
    }
    writer.endArray()
    return true
  }
}
