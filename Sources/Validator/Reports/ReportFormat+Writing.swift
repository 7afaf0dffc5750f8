// SPDX-License-Identifier: GPL-3.0-or-later

extension ReportFormat {
  /// The report in this form, UTF-8.
  public func bytes(_ report: ValidationReport) -> [UInt8] {
    switch self {
    case .text: Array(TextReport.text(report).utf8)
    case .json: JSONReport.bytes(report)
    case .sarif: SARIFReport.bytes(report)
    case .junit: Array(JUnitReport.text(report).utf8)
    case .github: Array(GitHubReport.text(report).utf8)
    case .markdown: Array(MarkdownReport.text(report).utf8)
    }
  }
}
