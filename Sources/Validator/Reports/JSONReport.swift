// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema

/// The report for programs, as JSON. Keys stand in a fixed order; absent values are left out.
enum JSONReport {
  static func bytes(_ report: ValidationReport) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.field("commonplan", report.version)
    writer.key("summary")
    writer.beginObject()
    writer.field("documents", report.documents.count)
    writer.field("unread", report.unread.count)
    writer.field("errors", report.count(.error))
    writer.field("warnings", report.count(.warning))
    writer.field("notes", report.count(.note))
    writer.field("accepted", report.acceptedCount)
    writer.field("stale", report.stale.count)
    writer.endObject()
    writer.list("documents", report.documents, write)
    writer.list("unread", report.unread) { document, writer in
      writer.field("path", document.relativePath)
      writer.field("message", document.message)
    }
    writer.list("stale", report.stale) { entry, writer in
      writer.field("rule", entry.rule)
      writer.field("document", entry.document)
      writer.field("key", entry.key)
      writer.field("message", entry.message)
      writer.field("reason", entry.reason)
    }
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private static func write(_ document: ValidatedDocument, _ writer: inout JSONWriter) {
    writer.field("path", document.relativePath)
    writer.field("document", document.document)
    writer.field("actions", document.actionCount)
    writer.list("findings", document.findings) { finding, writer in
      let violation = finding.result.violation
      writer.field("id", finding.rule.id)
      writer.field("name", finding.rule.name)
      writer.field("severity", finding.severity)
      writer.field("message", violation.message)
      writer.field("pointer", violation.pointer)
      if let source = violation.source { writer.field("source", ifPresent: source) }
      writer.field("line", ifPresent: finding.line)
      writer.field("key", violation.key)
      writer.field("fingerprint", finding.fingerprint)
      writer.field("acceptedBecause", ifPresent: finding.acceptedBecause)
    }
  }
}
