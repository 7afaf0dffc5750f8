// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Tracing

/// What all outputs of a trace say about an area and its answers, in words.
struct TraceRows {
  let trace: InspectionTrace

  /// What the trace is called.
  var title: String {
    let plan = trace.plan.plan.title ?? trace.plan.document.file
    let report = trace.report.plan.title ?? trace.report.document.file
    return "\(plan), held against \(report)"
  }

  /// One sentence of figures.
  var summary: String {
    let answered = trace.answers.count - trace.openAreas.count
    var words = "\(answered) of \(trace.answers.count) areas are answered by an action; "
    words += "\(trace.otherActions.count) of \(trace.plan.actions.count) actions answer none"
    if !trace.idleBodies.isEmpty { words += "; \(trace.idleBodies.count) responsible bodies lead nothing" }
    return words + "."
  }

  /// An area's kind and number, such as "Priority action 1".
  static func label(_ area: InspectionArea) -> String {
    let number = area.id.split(separator: "-").last.map(String.init) ?? ""
    switch area.kind {
    case .priorityAction: return "Priority action \(number)"
    case .improvement: return "Improvement \(number)"
    case .significantWeakness: return "Significant weakness \(number)"
    }
  }

  /// Why something answers an area.
  static func why(_ part: InspectionTrace.Part) -> String {
    let words = part.words.prefix(6).joined(separator: ", ")
    switch part.reason {
    case "quotation": return "quotes the area"
    case "number": return "same number; shared words: \(words)"
    case "section": return words.isEmpty ? "under its section" : "under its section; shared words: \(words)"
    default: return "shared words: \(words)"
    }
  }

  /// A section's heading with its number.
  func section(_ part: InspectionTrace.Part) -> String {
    let section = trace.plan.sections[part.index]
    return [section.ref, section.title].compactMap { $0 }.joined(separator: " ")
  }

  /// An action's words with its number.
  func action(_ index: Int) -> String {
    let action = trace.plan.actions[index]
    return [action.ref, action.text].compactMap { $0 }.joined(separator: " ")
  }

  /// Who leads an action.
  func leads(_ index: Int) -> String { trace.plan.actions[index].leads.map(\.text).joined(separator: "; ") }

  /// By when an action is to be done.
  func deadline(_ index: Int) -> String { trace.plan.actions[index].timescale?.text ?? "" }

  /// How far an action is; "overdue" where its deadline is past.
  func status(_ index: Int, of answer: InspectionTrace.Answer) -> String {
    let status = trace.plan.actions[index].rating?.status.words ?? ""
    guard answer.progress.overdue.contains(index) else { return status }
    return status.isEmpty ? "overdue" : status + ", overdue"
  }

  /// How far the actions of an area are.
  func progress(_ answer: InspectionTrace.Answer) -> String {
    guard !answer.actions.isEmpty else { return "no action" }
    let progress = answer.progress
    var parts = ["\(answer.actions.count) " + (answer.actions.count == 1 ? "action" : "actions")]
    parts += progress.statuses.filter { $0.status != .unknown }.map { "\($0.count) \($0.status.words)" }
    if !progress.overdue.isEmpty { parts.append("\(progress.overdue.count) overdue") }
    if let next = progress.next { parts.append("next deadline \(next.iso)") }
    if progress.undated > 0 { parts.append("\(progress.undated) without a date") }
    return parts.joined(separator: ", ")
  }
}
