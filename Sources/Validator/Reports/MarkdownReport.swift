// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The report as a Markdown summary (GitHub Flavored Markdown): a table of documents, then the findings of each.
enum MarkdownReport {
  /// Findings of one document that are listed; job pages have limits, and nobody reads more in a summary.
  private static let mostListed = 200

  static func text(_ report: ValidationReport) -> String {
    var text = "## commonplan: \(report.summary)\n"
    if !report.documents.isEmpty {
      text +=
        "\n| document | actions | errors | warnings | notes | accepted |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
    }
    for document in report.documents {
      let accepted = document.findings.count { $0.acceptedBecause != nil }
      let counts = [document.actionCount] + Finding.Severity.allCases.map { document.count($0) } + [accepted]
      text += "| \(cell(document.title)) | \(counts.map(String.init).joined(separator: " | ")) |\n"
    }
    for document in report.documents { text += section(document) }
    if !report.unread.isEmpty {
      text += "\n### Could not be read\n\n"
      for document in report.unread { text += "- \(cell(document.message))\n" }
    }
    if !report.stale.isEmpty {
      text += "\n### Accepted, and no longer found\n\n"
      for entry in report.stale { text += "- \(cell(entry.document)): \(entry.rule) \(cell(entry.message))\n" }
    }
    return text
  }

  private static func section(_ document: ValidatedDocument) -> String {
    let shown = document.findings.filter { $0.acceptedBecause == nil }
    guard !shown.isEmpty else { return "" }
    var text = "\n### \(cell(document.title))\n\n| severity | rule | place | finding |\n| --- | --- | --- | --- |\n"
    for finding in shown.prefix(mostListed) {
      let place = TextReport.place(of: finding, in: document)
      text += "| \(finding.severity.rawValue) | \(finding.rule.id) | \(cell(place)) | \(cell(finding.message)) |\n"
    }
    if shown.count > mostListed { text += "\n… and \(shown.count - mostListed) more.\n" }
    return text
  }

  /// Text that stays text in a table cell: on one line, with what Markdown and HTML would act on escaped.
  private static func cell(_ text: String) -> String {
    var escaped = ""
    for scalar in text.oneLine.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "|", "*", "_", "`", "[", "]", "#", "~":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
