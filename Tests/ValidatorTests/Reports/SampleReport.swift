// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

@testable import Validator

/// Reports of made-up documents, with texts that are awkward in each form.
enum SampleReport {
  static let lead = RuleDescription(
    id: "CP201", name: "action-without-lead", severity: .warning, looksAt: "Leads.", why: "Why.", fix: "Fix.",
    example: "Example.")
  static let date = RuleDescription(
    id: "CP206", name: "impossible-date", severity: .error, looksAt: "Dates.", why: "Why.", fix: "Fix.",
    example: "Example.")

  static func result(
    _ rule: RuleDescription, _ message: String, key: String, pointer: String = "/actions/0", source: Source? = nil,
    severity: Finding.Severity? = nil
  ) -> ValidationResult {
    ValidationResult(
      rule: rule,
      violation: Violation(severity: severity, message: message, pointer: pointer, source: source, key: key))
  }

  static func make() -> ValidationReport {
    var report = ValidationReport(rules: [lead, date], version: "0.0.1")
    report.documents = [
      ValidatedDocument(
        path: "./plans/a b.txt", relativePath: "plans/a b.txt", form: .text, document: "a b.txt", actionCount: 2,
        findings: [
          ReportedFinding(
            result: result(
              lead, "Action 1.1 has\nno lead, 100 % sure: <none> | \"x\" & y.", key: "1.1", source: Source(line: 3)),
            line: 3, fingerprint: "0000000000000001"),
          ReportedFinding(
            result: result(
              date, "31 June is no day.", key: "1.2", pointer: "/actions/1/timescale", source: Source(line: 4)),
            line: 4, fingerprint: "0000000000000002"),
          ReportedFinding(
            result: result(lead, "Action 1.3 has no lead.", key: "1.3", severity: .note), line: nil,
            fingerprint: "0000000000000003", acceptedBecause: "The board leads it."),
        ]),
      ValidatedDocument(
        path: "b.pdf", relativePath: "b.pdf", form: .other, document: "b.pdf", actionCount: 1,
        findings: [
          ReportedFinding(
            result: result(lead, "Action “x” has no lead.", key: "x", source: Source(page: 2, table: 1, row: 4)),
            line: nil, fingerprint: "0000000000000004")
        ]),
    ]
    report.unread = [UnreadDocument(path: "c.docx", relativePath: "c.docx", message: "c.docx: the file is empty.")]
    return report
  }
}
