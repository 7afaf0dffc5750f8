// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema
public import Tracing

/// Writes a trace as JSON, for programs.
public struct TraceJSONEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The trace as JSON.
  public func emit(_ trace: InspectionTrace) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.field("plan", trace.plan.document.file)
    writer.field("inspection", trace.report.document.file)
    if let day = trace.asOf { writer.field("asOf", day.iso) }
    writer.list("areas", trace.answers) { answer, writer in write(answer, trace, &writer) }
    writer.field("openAreas", ifPresent: trace.openAreas.map(\.id))
    writer.field("otherActions", ifPresent: trace.otherActions.map { trace.plan.actions[$0].id })
    writer.field("idleBodies", ifPresent: trace.idleBodies)
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private func write(_ answer: InspectionTrace.Answer, _ trace: InspectionTrace, _ writer: inout JSONWriter) {
    writer.field("id", answer.area.id)
    writer.field("kind", answer.area.kind.rawValue)
    writer.field("text", answer.area.text)
    writer.field("responsible", ifPresent: answer.area.responsible.map(\.text))
    writer.list("sections", answer.sections) { part, writer in
      writer.field("id", trace.plan.sections[part.index].id)
      write(part, &writer)
    }
    writer.list("actions", answer.actions) { part, writer in
      let action = trace.plan.actions[part.index]
      writer.field("id", action.id)
      write(part, &writer)
      if let status = action.rating?.status { writer.field("status", status.rawValue) }
      if let edtf = action.timescale?.edtf { writer.field("deadline", edtf) }
      if answer.progress.overdue.contains(part.index) { writer.field("overdue", true) }
    }
    if let next = answer.progress.next { writer.field("nextDeadline", next.iso) }
    writer.field("measures", ifPresent: answer.measures)
    writer.field("absentBodies", ifPresent: answer.absentBodies)
  }

  private func write(_ part: InspectionTrace.Part, _ writer: inout JSONWriter) {
    writer.key("score")
    writer.value(hundredths: part.score)
    writer.field("reason", part.reason)
    writer.field("words", ifPresent: Array(part.words.prefix(8)))
  }
}
