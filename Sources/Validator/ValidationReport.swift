// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// What a validation of one or more documents has to say; reports are made from it.
public struct ValidationReport: Sendable {
  /// The documents that were read, in the order in which they were named.
  public var documents: [ValidatedDocument] = []
  /// The documents that could not be read.
  public var unread: [UnreadDocument] = []
  /// Entries of the baseline for documents that were read, which nothing answers to any more.
  public var stale: [Baseline.Entry] = []
  /// What may speak, in the order of the ids.
  public var rules: [RuleDescription]
  /// Version of commonplan.
  public var version: String

  /// An empty report.
  public init(rules: [RuleDescription], version: String) {
    self.rules = rules
    self.version = version
  }

  /// How many findings count: those that no baseline accepts.
  public func count(_ severity: Finding.Severity) -> Int {
    documents.reduce(0) { $0 + $1.count(severity) }
  }

  /// How many findings a baseline accepts.
  public var acceptedCount: Int { documents.reduce(0) { $0 + $1.findings.count { $0.acceptedBecause != nil } } }

  /// Whether there is a finding that makes the run fail.
  public func fails(at level: ValidationSettings.FailLevel) -> Bool {
    Finding.Severity.allCases.contains { level.includes($0) && count($0) > 0 }
  }

  /// The counts in words: `3 documents: 2 errors, 1 warning, no notes`.
  public var summary: String {
    var parts = ["\(ValidationReport.counted(documents.count, "document")): \(ValidationReport.counts { count($0) })"]
    if acceptedCount > 0 { parts.append("\(acceptedCount) accepted") }
    if !stale.isEmpty { parts.append("\(stale.count) accepted and gone") }
    if !unread.isEmpty { parts.append("\(unread.count) could not be read") }
    return parts.joined(separator: "; ")
  }

  /// Errors, warnings and notes in words.
  static func counts(_ count: (Finding.Severity) -> Int) -> String {
    Finding.Severity.allCases.map { counted(count($0), $0.rawValue) }.joined(separator: ", ")
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count == 0 ? "no" : String(count)) \(noun)s"
  }
}

/// A document that was read, and what was found in it.
public struct ValidatedDocument: Sendable {
  /// What the file is.
  public enum Form: Sendable {
    /// Canonical JSON.
    case canonical
    /// Text with lines that can be pointed at.
    case text
    /// Anything else: places are pages, tables and rows.
    case other
  }

  /// The file as the caller named it; `-` is standard input.
  public var path: String
  /// The file relative to the working folder, with `/` between its parts, for programs.
  public var relativePath: String
  /// What the file is.
  public var form: Form
  /// The name of the document that the plan was read from; findings are known by it, whatever file they came in.
  public var document: String
  /// How many actions the plan has.
  public var actionCount: Int
  /// What was found: the reading's own, then by rule, each in document order.
  public var findings: [ReportedFinding]

  /// A document.
  public init(
    path: String, relativePath: String, form: Form, document: String, actionCount: Int, findings: [ReportedFinding]
  ) {
    self.path = path
    self.relativePath = relativePath
    self.form = form
    self.document = document
    self.actionCount = actionCount
    self.findings = findings
  }

  /// How many findings count: those that no baseline accepts.
  public func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity && $0.acceptedBecause == nil }
  }

  /// What messages call the file.
  public var title: String { path == "-" ? "standard input" : path }
}

/// A document that could not be read.
public struct UnreadDocument: Sendable {
  /// The file as the caller named it.
  public var path: String
  /// The file relative to the working folder.
  public var relativePath: String
  /// What is wrong, where, and what to do.
  public var message: String

  /// A document.
  public init(path: String, relativePath: String, message: String) {
    self.path = path
    self.relativePath = relativePath
    self.message = message
  }
}

/// A finding with what reports need beside it.
public struct ReportedFinding: Sendable {
  /// Rule and violation.
  public var result: ValidationResult
  /// The line of the named file, from 1: where that is text or canonical JSON.
  public var line: Int?
  /// Tells the finding from all others, the same whenever the document is converted again.
  public var fingerprint: String
  /// The reason for which the baseline accepts it; nil where it counts.
  public var acceptedBecause: String?

  /// A finding.
  public init(result: ValidationResult, line: Int?, fingerprint: String, acceptedBecause: String? = nil) {
    self.result = result
    self.line = line
    self.fingerprint = fingerprint
    self.acceptedBecause = acceptedBecause
  }

  /// The rule.
  public var rule: RuleDescription { result.rule }
  /// How grave it is.
  public var severity: Finding.Severity { result.severity }
  /// What was found and what to do.
  public var message: String { result.violation.message }
}
