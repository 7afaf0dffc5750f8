// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
public import PlanSchema

/// Writes plans as one flat table for spreadsheets: a row an action, with all that stands about it in words.
///
/// UTF-8, CRLF, RFC 4180. Programs that open CSV by a double-click take "3.10" for the number 3.1 and "1-2" for a day of
/// January. Quotes do not help, and signs before the digits (`="3.10"`, an apostrophe) are then part of the data wherever
/// the file is read by another program. So the reference has a word before it, `Action 3.10`, which pandas, LibreOffice and
/// Excel all keep; the bare reference is in `actions.csv`, whose columns are described as texts.
public struct RegisterEmitter: PlanEmitter {
  private typealias Column = (name: String, value: @Sendable (RegisterRow) -> String?)

  private static let columns: [Column] = [
    ("authority", { $0.authority }), ("document", { $0.document }), ("section", { $0.sectionPath }),
    ("reference", { $0.ref.map { "Action " + $0 } }), ("action", { $0.text }),
    ("leads", { lines($0.leads) }), ("contributors", { lines($0.contributors) }),
    ("start", { $0.start?.text }), ("start_date", { CalendarDate($0.start, .first)?.day.iso }),
    ("deadline", { $0.deadline?.text }), ("deadline_date", { CalendarDate($0.deadline, .last)?.day.iso }),
    ("status", { $0.rating?.status.label }),
    ("status_as_printed", { $0.rating.flatMap { $0.text ?? $0.colour?.rawValue } }),
    ("success_measures", { lines($0.successMeasures) }), ("milestones", { lines($0.milestones) }),
    ("updates", { lines($0.updates) }), ("place", { $0.source.label }),
  ]

  /// The form.
  public var format: OutputFormat { OutputFormat("register", .file, mediaType: "text/csv", fileExtension: "csv") }

  /// An emitter.
  public init() {}

  /// Begins a table.
  public func begin() -> any PlanWriter { Table(emitter: self) }

  /// A table in the making. Its rows go out as they come.
  private struct Table: PlanWriter {
    let emitter: RegisterEmitter
    var isBegun = false

    mutating func add<Failure: Error>(
      _ plan: CanonicalPlan, key: String, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      var bytes = isBegun ? [] : emitter.header()
      isBegun = true
      emitter.append(plan, to: &bytes)
      try write(bytes)
    }

    mutating func finish() throws(EmitterError) -> [EmittedFile] {
      isBegun ? [] : [EmittedFile(name: "register.csv", bytes: emitter.header())]
    }
  }

  /// The header row.
  ///
  /// - Parameter hasMark: whether the file begins with a byte order mark, by which Excel knows UTF-8.
  public func header(hasMark: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    CSVRecord.append(RegisterEmitter.columns.map(\.name), to: &bytes)
    return bytes
  }

  /// Appends the rows of a plan.
  public func append(_ plan: CanonicalPlan, to bytes: inout [UInt8]) {
    for row in RegisterRow.rows(of: plan) {
      CSVRecord.append(RegisterEmitter.columns.map { RegisterEmitter.harmless($0.value(row) ?? "") }, to: &bytes)
    }
  }

  private static func lines(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: "\n") }

  /// A text that no spreadsheet takes for a formula: a sign that would start one gets a space before it.
  private static func harmless(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t".utf8.contains(first), text.utf8.count > 1 else { return text }
    return " " + text
  }
}
