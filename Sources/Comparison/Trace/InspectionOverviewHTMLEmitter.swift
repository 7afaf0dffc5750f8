// SPDX-License-Identifier: GPL-3.0-or-later

public import HTMLPages
import PlanSchema

/// Writes inspections side by side as one page that loads nothing, with a filter by words, grade and theme.
public struct InspectionOverviewHTMLEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The page.
  ///
  /// - Throws: ``HTMLTemplateError``, which would be an error of the program.
  public func emit(_ overview: InspectionOverview) throws(HTMLTemplateError) -> String {
    let heading = overview.rows.count == 1 ? "One inspection" : "\(overview.rows.count) inspections side by side"
    var body = "<header><h1>\(heading)</h1></header>\n<main id=\"main\">\n" + filter(overview)
    body += "<p role=\"status\" id=\"count\"></p>\n"
    body +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Inspections\"><table id=\"rows\"><thead><tr>"
    body += [
      "Area", "Grade", "Dates", "Previous", "What follows", "Priority actions", "Improvements", "Weaknesses", "Themes",
      "Bodies",
    ].map { "<th scope=\"col\">\($0)</th>" }.joined()
    body += "</tr></thead><tbody>\n"
    for row in overview.rows { body += line(row, overview) }
    body += "</tbody></table></div>\n</main>\n"
    return try HTMLPage(title: heading, body: body, script: InspectionOverviewHTMLEmitter.script).html()
  }

  private func filter(_ overview: InspectionOverview) -> String {
    var used: Set<Int> = []
    for row in overview.rows { used.formUnion(row.themes.map(\.theme)) }
    var html = "<form class=\"no-print\" role=\"search\"><label>Words <input type=\"search\" id=\"words\"></label> "
    html += "<label>Grade <select id=\"grade\"><option value=\"\">any</option>"
    html += [1, 2, 3].map { "<option>\($0)</option>" }.joined()
    html += "</select></label> <label>Theme <select id=\"theme\"><option value=\"\">any</option>"
    for theme in used.sorted() {
      html += "<option value=\"\(theme)\">\(overview.themes[theme].title.htmlEscaped)</option>"
    }
    return html + "</select></label></form>\n"
  }

  private func line(_ row: InspectionOverview.Row, _ overview: InspectionOverview) -> String {
    let inspection = row.inspection
    let grade = inspection.outcome?.grade.map { String($0) } ?? ""
    let themes = row.themes.map { String($0.theme) }.joined(separator: " ")
    let file = RelativeLink.encoded(row.report.document.file).htmlEscaped
    var cells: [String] = [
      grade, inspection.dates?.text.htmlEscaped ?? "", inspection.previous?.text.htmlEscaped ?? "",
      inspection.next.map(\.htmlEscaped).joined(separator: "<br>"),
    ]
    for kind in [InspectionArea.Kind.priorityAction, .improvement, .significantWeakness] {
      cells.append(String(row.count(kind)))
    }
    cells.append(overview.themeWords(row).htmlEscaped)
    cells.append(row.bodies.map(\.htmlEscaped).joined(separator: "<br>"))
    var html = "<tr data-grade=\"\(grade)\" data-themes=\"\(themes)\"><th scope=\"row\">"
    html += "<a href=\"\(file)\">\(row.label.htmlEscaped)</a></th>"
    for cell in cells { html += "<td>\(cell)</td>" }
    return html + "</tr>\n"
  }

  private static let script = """
    const form = document.querySelector("form"), rows = [...document.querySelectorAll("#rows tbody tr")];
    const field = name => document.getElementById(name).value;
    function filter() {
      const words = field("words").toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        const fits = words.every(word => text.includes(word))
          && (!field("grade") || row.dataset.grade === field("grade"))
          && (!field("theme") || row.dataset.themes.split(" ").includes(field("theme")));
        row.hidden = !fits;
        shown += fits;
      }
      document.getElementById("count").textContent = shown + " of " + rows.length + " reports";
    }
    form.addEventListener("input", filter);
    form.addEventListener("submit", event => event.preventDefault());
    filter();
    """
}
