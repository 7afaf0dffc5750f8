// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The report as JUnit XML, as CI servers read it: a document a suite, a rule a case. A case fails with the errors and
/// warnings of its rule; notes are said and do not fail it.
enum JUnitReport {
  static func text(_ report: ValidationReport) -> String {
    let suites = report.documents.map { suite($0, report.rules) } + report.unread.map(suite)
    let counts = suites.reduce(into: (tests: 0, failures: 0, errors: 0)) {
      $0 = ($0.tests + $1.tests, $0.failures + $1.failures, $0.errors + $1.errors)
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"commonplan\" tests=\"\(counts.tests)\" failures=\"\(counts.failures)\""
    text += " errors=\"\(counts.errors)\">\n"
    for suite in suites { text += suite.text }
    return text + "</testsuites>\n"
  }

  private struct Suite {
    var text: String
    var tests = 1
    var failures = 0
    var errors = 0
  }

  private static func suite(_ document: ValidatedDocument, _ rules: [RuleDescription]) -> Suite {
    let byRule = Dictionary(grouping: document.findings) { $0.rule.id }
    var cases = ""
    var failures = 0
    for rule in rules {
      let found = byRule[rule.id] ?? []
      let failed = found.filter { $0.acceptedBecause == nil && $0.severity != .note }
      cases += "    <testcase classname=\"\(attribute(document.relativePath))\" name=\"\(rule.id) \(rule.name)\""
      guard !found.isEmpty else {
        cases += "/>\n"
        continue
      }
      cases += ">\n"
      if let gravest = failed.first(where: { $0.severity == .error }) ?? failed.first {
        failures += 1
        cases += "      <failure type=\"\(gravest.severity.rawValue)\" message=\"\(attribute(gravest.message))\">"
        cases += lines(failed, document) + "</failure>\n"
      }
      let said = found.filter { $0.acceptedBecause != nil || $0.severity == .note }
      if !said.isEmpty { cases += "      <system-out>\(lines(said, document))</system-out>\n" }
      cases += "    </testcase>\n"
    }
    var text = "  <testsuite name=\"\(attribute(document.relativePath))\" tests=\"\(rules.count)\""
    text += " failures=\"\(failures)\" errors=\"0\">\n" + cases + "  </testsuite>\n"
    return Suite(text: text, tests: rules.count, failures: failures)
  }

  private static func suite(_ document: UnreadDocument) -> Suite {
    let path = attribute(document.relativePath)
    return Suite(
      text: """
          <testsuite name="\(path)" tests="1" failures="0" errors="1">
            <testcase classname="\(path)" name="reading">
              <error type="unread" message="\(attribute(document.message))"/>
            </testcase>
          </testsuite>

        """, errors: 1)
  }

  private static func lines(_ findings: [ReportedFinding], _ document: ValidatedDocument) -> String {
    content(
      findings.map { finding in
        let place = TextReport.place(of: finding, in: document)
        let reason = finding.acceptedBecause.map { " (accepted: \($0))" } ?? ""
        return "\(place): \(finding.severity.rawValue): \(finding.message.oneLine)\(reason)"
      }.joined(separator: "\n"))
  }

  private static func attribute(_ text: String) -> String {
    content(text.oneLine).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
  }

  /// Text as element content: what XML 1.0 does not allow at all becomes U+FFFD.
  private static func content(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
