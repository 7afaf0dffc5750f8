// SPDX-License-Identifier: GPL-3.0-or-later

/// The forms of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: grouped by document, with the place of each finding.
  case text
  /// For programs.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// JUnit XML, for CI servers.
  case junit
  /// Workflow commands of GitHub Actions, which annotate the files of a pull request.
  case github
  /// A summary for a merge request or a job's page.
  case markdown
}
