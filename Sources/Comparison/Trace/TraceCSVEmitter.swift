// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers
import CSV
import PlanSchema
public import Tracing

/// Writes a trace as one table: a row an area and action, or an area that none answers, or an action that answers none.
public struct TraceCSVEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The table.
  public func emit(_ trace: InspectionTrace) -> [UInt8] {
    let rows = TraceRows(trace: trace)
    var bytes: [UInt8] = []
    CSVRecord.append(
      [
        "area", "area_kind", "area_text", "responsible", "section", "action", "action_text", "leads", "deadline",
        "deadline_edtf", "status", "overdue", "reason", "score", "words",
      ], to: &bytes)
    for answer in trace.answers {
      let area = answer.area
      let head = [area.id, area.kind.rawValue, area.text, area.responsible.map(\.text).joined(separator: "\n")]
      if answer.actions.isEmpty {
        let sections = answer.sections.map { trace.plan.sections[$0.index].id }.joined(separator: "\n")
        CSVRecord.append(head + [sections] + Array(repeating: "", count: 10), to: &bytes)
      }
      for part in answer.actions {
        let action = trace.plan.actions[part.index]
        CSVRecord.append(
          head + [
            action.section ?? "", action.id, action.text, rows.leads(part.index), rows.deadline(part.index),
            action.timescale?.edtf ?? "", action.rating?.status.rawValue ?? "",
            answer.progress.overdue.contains(part.index) ? "true" : "", part.reason, TraceCSVEmitter.score(part.score),
            part.words.prefix(8).joined(separator: " "),
          ], to: &bytes)
      }
    }
    for index in trace.otherActions {
      let action = trace.plan.actions[index]
      CSVRecord.append(
        ["", "", "", "", action.section ?? "", action.id, action.text, rows.leads(index), rows.deadline(index)]
          + [action.timescale?.edtf ?? "", action.rating?.status.rawValue ?? "", "", "", "", ""], to: &bytes)
    }
    return bytes
  }

  /// Two decimals.
  private static func score(_ score: Double) -> String {
    let hundredths = Int(saturating: (score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
