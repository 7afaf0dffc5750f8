// SPDX-License-Identifier: GPL-3.0-or-later

import Words
import JSON
import PlanSchema

/// The report as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code scanning services take.
///
/// A result points at a line of the named file where that is text or canonical JSON, at the file as a whole otherwise; in
/// both cases at the place in the canonical JSON as its logical location. What a baseline accepts is a suppressed result.
enum SARIFReport {
  private static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

  static func bytes(_ report: ValidationReport) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.field("$schema", schema)
    writer.field("version", "2.1.0")
    writer.array("runs") { writer in
      writer.beginObject()
      tool(report, &writer)
      invocation(report, &writer)
      let paths = artifacts(report)
      writer.array("artifacts") { writer in
        for path in paths.list {
          writer.beginObject()
          writer.object("location") { $0.field("uri", URIPath.encoded(path)) }
          writer.endObject()
        }
      }
      writer.array("results") { writer in
        let indices = Dictionary(
          report.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for document in report.documents {
          for finding in document.findings {
            write(
              finding, document, rule: indices[finding.rule.id], artifact: paths.index[document.relativePath], &writer)
          }
        }
      }
      // Lines are all that is pointed at; were there columns, they would count code points.
      writer.field("columnKind", "unicodeCodePoints")
      writer.endObject()
    }
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private static func tool(_ report: ValidationReport, _ writer: inout JSONWriter) {
    writer.object("tool") { writer in
      writer.object("driver") { writer in
        writer.field("name", "commonplan")
        writer.field("semanticVersion", report.version)
        writer.array("rules") { writer in
          for rule in report.rules { write(rule, &writer) }
        }
      }
    }
  }

  private static func write(_ rule: RuleDescription, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("id", rule.id)
    writer.field("name", rule.name)
    writer.object("shortDescription") { $0.field("text", rule.looksAt) }
    writer.object("fullDescription") { $0.field("text", rule.why) }
    writer.object("help") { writer in
      writer.field("text", "\(rule.fix)\nExample: \(rule.example)")
      writer.field("markdown", "\(rule.fix)\n\n*Example:* \(rule.example)")
    }
    writer.object("defaultConfiguration") { $0.field("level", rule.severity) }
    writer.endObject()
  }

  private static func invocation(_ report: ValidationReport, _ writer: inout JSONWriter) {
    writer.array("invocations") { writer in
      writer.beginObject()
      writer.field("executionSuccessful", report.unread.isEmpty)
      if !report.unread.isEmpty {
        writer.array("toolExecutionNotifications") { writer in
          for document in report.unread {
            writer.beginObject()
            writer.field("level", "error")
            writer.object("message") { $0.field("text", document.message) }
            writer.array("locations") { writer in
              writer.beginObject()
              writer.object("physicalLocation") { writer in
                writer.object("artifactLocation") { $0.field("uri", URIPath.encoded(document.relativePath)) }
              }
              writer.endObject()
            }
            writer.endObject()
          }
        }
      }
      writer.endObject()
    }
  }

  /// The files with their positions, each once.
  private static func artifacts(_ report: ValidationReport) -> (list: [String], index: [String: Int]) {
    var list: [String] = []
    var index: [String: Int] = [:]
    for document in report.documents where index[document.relativePath] == nil {
      index[document.relativePath] = list.count
      list.append(document.relativePath)
    }
    return (list, index)
  }

  private static func write(
    _ finding: ReportedFinding, _ document: ValidatedDocument, rule: Int?, artifact: Int?, _ writer: inout JSONWriter
  ) {
    let violation = finding.result.violation
    writer.beginObject()
    writer.field("ruleId", finding.rule.id)
    writer.field("ruleIndex", ifPresent: rule)
    writer.field("level", finding.severity)
    writer.object("message") { writer in
      // A place that no region says is said in words.
      let place = document.form == .text ? nil : violation.source?.label
      writer.field("text", place.map { "\(violation.message) (\($0))" } ?? violation.message)
    }
    writer.array("locations") { writer in
      writer.beginObject()
      writer.object("physicalLocation") { writer in
        writer.object("artifactLocation") { writer in
          writer.field("uri", URIPath.encoded(document.relativePath))
          writer.field("index", ifPresent: artifact)
        }
        if let line = finding.line { writer.object("region") { $0.field("startLine", line) } }
      }
      writer.array("logicalLocations") { writer in
        writer.beginObject()
        writer.field("name", violation.pointer.split(separator: "/").last.map(String.init) ?? "")
        writer.field("fullyQualifiedName", violation.pointer)
        writer.field("kind", "value")
        writer.endObject()
      }
      writer.endObject()
    }
    writer.object("partialFingerprints") { $0.field("commonplan/v1", finding.fingerprint) }
    if let reason = finding.acceptedBecause {
      writer.array("suppressions") { writer in
        writer.beginObject()
        writer.field("kind", "external")
        writer.field("status", "accepted")
        writer.field("justification", reason)
        writer.endObject()
      }
    }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes a field that holds an object.
  mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes a field that holds a list.
  mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    beginArray()
    body(&self)
    endArray()
  }
}
