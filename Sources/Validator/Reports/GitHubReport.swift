// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The report as workflow commands of GitHub Actions: `::warning file=plan.txt,line=4,title=CP201 …::message`.
///
/// Escapes follow the toolkit of GitHub Actions: `%`, carriage return and newline in messages, `:` and `,` as well in
/// properties.
enum GitHubReport {
  static func text(_ report: ValidationReport) -> String {
    var text = ""
    for document in report.documents {
      for finding in document.findings where finding.acceptedBecause == nil {
        var properties = ["file=\(property(document.relativePath))"]
        if let line = finding.line { properties.append("line=\(line)") }
        properties.append("title=\(property("\(finding.rule.id) \(finding.rule.name)"))")
        let place = document.form == .text ? nil : finding.result.violation.source?.label
        let message = place.map { "\(finding.message) (\($0))" } ?? finding.message
        text += "::\(command(finding)) \(properties.joined(separator: ","))::\(data(message))\n"
      }
    }
    for document in report.unread {
      text += "::error file=\(property(document.relativePath)),title=not read::\(data(document.message))\n"
    }
    return text
  }

  private static func command(_ finding: ReportedFinding) -> String {
    switch finding.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      guard special.contains(scalar) else {
        escaped.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
    return escaped
  }
}
