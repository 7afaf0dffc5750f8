// SPDX-License-Identifier: GPL-3.0-or-later

public import HTMLPages
import PlanSchema
public import Tracing

/// Writes a trace as one page that loads nothing, for reading, printing and handing round.
public struct TraceHTMLEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The page.
  ///
  /// - Throws: ``HTMLTemplateError``, which would be an error of the program.
  public func emit(_ trace: InspectionTrace) throws(HTMLTemplateError) -> String {
    let rows = TraceRows(trace: trace)
    var body = "<header><h1>\(rows.title.htmlEscaped)</h1>\n<p>\(rows.summary.htmlEscaped)</p></header>\n"
    body += "<main id=\"main\">\n" + overview(trace, rows)
    for answer in trace.answers { body += area(answer, trace, rows) }
    body += list(
      "Areas that no action answers", trace.openAreas.map { "\(TraceRows.label($0)): \($0.text)".htmlEscaped })
    body += list(
      "Actions that answer no area",
      trace.otherActions.map { link(rows.action($0), trace.plan, trace.plan.actions[$0].source) })
    body += list("Responsible bodies that lead nothing", trace.idleBodies.map(\.htmlEscaped))
    return try HTMLPage(title: rows.title, style: TraceHTMLEmitter.style, body: body + "</main>\n").html()
  }

  private static let style = """
    .open td { border-left: .4rem solid var(--focus); }
    .tag { border: 1px solid currentColor; border-radius: .3rem; padding: 0 .3rem; white-space: nowrap; }
    section { break-inside: auto; } tr { break-inside: avoid; }
    caption { text-align: left; font-weight: bold; padding: .3rem 0; }

    """

  private func overview(_ trace: InspectionTrace, _ rows: TraceRows) -> String {
    var html = "<h2>At a glance</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"At a glance\">"
    html += "<table><thead><tr><th scope=\"col\">Area</th><th scope=\"col\">What the inspectors ask</th>"
    html += "<th scope=\"col\">Answered in</th><th scope=\"col\">How far</th></tr></thead><tbody>\n"
    for answer in trace.answers {
      let isOpen = answer.actions.isEmpty
      html += isOpen ? "<tr class=\"open\">" : "<tr>"
      html += "<th scope=\"row\"><a href=\"#\(answer.area.id.htmlEscaped)\">\(TraceRows.label(answer.area).htmlEscaped)"
      html += "</a></th><td>\(link(answer.area.text, trace.report, answer.area.source))</td><td>"
      html += answer.sections.map { link(rows.section($0), trace.plan, trace.plan.sections[$0.index].source) }
        .joined(separator: "<br>")
      html += "</td><td>" + (isOpen ? "<strong class=\"tag\">no action</strong>" : rows.progress(answer).htmlEscaped)
      html += "</td></tr>\n"
    }
    return html + "</tbody></table></div>\n"
  }

  private func area(_ answer: InspectionTrace.Answer, _ trace: InspectionTrace, _ rows: TraceRows) -> String {
    let id = answer.area.id.htmlEscaped
    let label = TraceRows.label(answer.area).htmlEscaped
    var html = "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(label)</h2>\n"
    html += "<p>\(link(answer.area.text, trace.report, answer.area.source))</p>\n"
    if !answer.area.responsible.isEmpty {
      html += "<p>Responsible: \(answer.area.responsible.map(\.text.htmlEscaped).joined(separator: "; "))</p>\n"
    }
    guard !answer.actions.isEmpty else { return html + "<p><strong>No action answers it.</strong></p></section>\n" }
    html += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"\(id)\"><table><thead><tr>"
    html += ["Action", "Lead", "By when", "Status", "Why"].map { "<th scope=\"col\">\($0)</th>" }.joined()
    html += "</tr></thead><tbody>\n"
    for part in answer.actions {
      let action = trace.plan.actions[part.index]
      let cells = [
        link(rows.action(part.index), trace.plan, action.source), rows.leads(part.index).htmlEscaped,
        rows.deadline(part.index).htmlEscaped, rows.status(part.index, of: answer).htmlEscaped,
        TraceRows.why(part).htmlEscaped,
      ]
      html += "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    html += "</tbody></table></div>\n<p>\(rows.progress(answer).htmlEscaped)</p>\n"
    if !answer.measures.isEmpty {
      html += "<p>Shown by:</p><ul>" + answer.measures.map { "<li>\($0.htmlEscaped)</li>" }.joined() + "</ul>\n"
    }
    if !answer.absentBodies.isEmpty {
      html += "<p>Leads none of these actions: \(answer.absentBodies.joined(separator: "; ").htmlEscaped)</p>\n"
    }
    return html + "</section>\n"
  }

  private func list(_ heading: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return "<section><h2>\(heading)</h2>\n<ul>" + items.map { "<li>\($0)</li>" }.joined(separator: "\n")
      + "</ul></section>\n"
  }

  /// Words that open their place in the document, which is expected beside the page.
  private func link(_ words: String, _ plan: CanonicalPlan, _ source: Source) -> String {
    guard let page = source.page else { return words.htmlEscaped }
    let file = RelativeLink.encoded(plan.document.file) + (source.fragment ?? "#page=\(page)")
    return "\(words.htmlEscaped) <a href=\"\(file.htmlEscaped)\">p. \(page)</a>"
  }
}
