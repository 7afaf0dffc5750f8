// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
public import Tracing

/// Writes a trace as Markdown (GitHub tables), for a committee paper or a message.
public struct TraceMarkdownEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The trace as Markdown.
  public func emit(_ trace: InspectionTrace) -> String {
    let rows = TraceRows(trace: trace)
    var page = MarkdownPage()
    page.heading(1, rows.title)
    page.paragraph(rows.summary)
    page.table(
      ["Area", "What the inspectors ask", "Answered in", "How far"],
      trace.answers.map { answer in
        [
          TraceRows.label(answer.area), answer.area.text, answer.sections.map(rows.section).joined(separator: "; "),
          rows.progress(answer),
        ]
      })
    for answer in trace.answers { area(answer, rows, &page) }
    list("Areas that no action answers", trace.openAreas.map { "\(TraceRows.label($0)): \($0.text)" }, &page)
    list("Actions that answer no area", trace.otherActions.map(rows.action), &page)
    list("Responsible bodies that lead nothing", trace.idleBodies, &page)
    return page.text
  }

  private func area(_ answer: InspectionTrace.Answer, _ rows: TraceRows, _ page: inout MarkdownPage) {
    page.heading(2, TraceRows.label(answer.area))
    page.paragraph(answer.area.text)
    if !answer.area.responsible.isEmpty {
      page.paragraph("Responsible: " + answer.area.responsible.map(\.text).joined(separator: "; "))
    }
    guard !answer.actions.isEmpty else { return page.paragraph("No action answers it.") }
    page.table(
      ["Action", "Lead", "By when", "Status", "Why"],
      answer.actions.map { part in
        [
          rows.action(part.index), rows.leads(part.index), rows.deadline(part.index),
          rows.status(part.index, of: answer), TraceRows.why(part),
        ]
      })
    if !answer.measures.isEmpty { page.paragraph("Shown by: " + answer.measures.joined(separator: "; ")) }
    if !answer.absentBodies.isEmpty {
      page.paragraph("Leads none of these actions: " + answer.absentBodies.joined(separator: "; "))
    }
  }

  private func list(_ heading: String, _ items: [String], _ page: inout MarkdownPage) {
    guard !items.isEmpty else { return }
    page.heading(2, heading)
    page.table([heading], items.map { [$0] })
  }
}
