// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The report for people: a document a paragraph, a finding a line with its place.
enum TextReport {
  static func text(_ report: ValidationReport) -> String {
    var text = ""
    for document in report.documents {
      let shown = document.findings.filter { $0.acceptedBecause == nil }
      text += "\(document.title): \(ValidationReport.counted(document.actionCount, "action")); "
      text += ValidationReport.counts { document.count($0) }
      let accepted = document.findings.count - shown.count
      text += accepted > 0 ? "; \(accepted) accepted\n" : "\n"
      let rows = shown.map { [place(of: $0, in: document), $0.severity.rawValue, $0.rule.id] }
      let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
      for (row, finding) in zip(rows, shown) {
        let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        text += "  \(cells.joined(separator: "  "))  \(finding.message.oneLine)\n"
      }
      text += "\n"
    }
    for document in report.unread { text += "\(document.message)\n\n" }
    for entry in report.stale {
      text +=
        "\(entry.document): no longer found, take it out of the baseline: \(entry.rule) \(entry.message.oneLine)\n"
    }
    if !report.stale.isEmpty { text += "\n" }
    return text + report.summary + "\n"
  }

  /// `plan.txt:12`, which editors open, `page 3, table 2, row 4`, or a dash.
  static func place(of finding: ReportedFinding, in document: ValidatedDocument) -> String {
    if document.form == .text, let line = finding.line { return "\(document.path == "-" ? "" : document.path):\(line)" }
    if let label = finding.result.violation.source?.label { return label }
    return finding.line.map { "line \($0) of the JSON" } ?? "-"
  }
}

extension String {
  /// The text on one line.
  var oneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
