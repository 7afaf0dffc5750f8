// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import Documents
import HTMLPages
public import PlanSchema
public import Tracing

extension DocumentService {
  /// Holds a plan against an inspection.
  ///
  /// - Parameters:
  ///   - plan: the plan's file, JSON or a document.
  ///   - inspection: an inspection report, a converted one, a plan that quotes the areas, or a list with an area a line.
  ///   - asOf: the day on which overdue is judged.
  ///   - check: sees each document with its file.
  /// - Throws: ``ConversionError`` where a file cannot be read or the second names no area.
  public func trace(
    _ plan: String, against inspection: String, asOf: DayRange.Day? = nil,
    check: (CanonicalPlan, String) -> Void = { _, _ in }
  ) throws(ConversionError) -> InspectionTrace {
    let converted = try self.plan(plan)
    check(converted, plan)
    let report = try self.inspection(inspection)
    check(report, inspection)
    return InspectionTrace(converted, against: report, asOf: asOf)
  }

  /// The document that tells of an inspection; of a plain list a document with an area a line.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be read or names no area.
  public func inspection(_ file: String) throws(ConversionError) -> CanonicalPlan {
    var report = try plan(file)
    if report.inspection?.areas.isEmpty ?? true, report.document.mediaType.hasPrefix("text/"), file != "-" {
      let bytes = try FileReader(maximumBytes: 1 << 26).read(file)
      // Columns make a table, not a list.
      if report.actions.isEmpty || !bytes.contains(0x09) {
        var inspection = report.inspection ?? Inspection()
        inspection.areas = InspectionList.areas(String(decoding: bytes, as: UTF8.self))
        report.inspection = inspection
      }
    }
    guard let areas = report.inspection?.areas, !areas.isEmpty else {
      throw ConversionError(
        file: file,
        cause: ExtractionError(
          .unavailable, "no area that inspectors named is in it",
          advice: "Name an inspection report, its converted JSON, or a text file with an area a line."))
    }
    return report
  }

  private func plan(_ file: String) throws(ConversionError) -> CanonicalPlan {
    var plan: CanonicalPlan?
    try inputs([file]) { _, result throws(ConversionError) in plan = try result.get().plan(of: file) }
    guard let plan else {
      throw ConversionError(
        file: file, cause: ExtractionError(.unavailable, "there was no answer", advice: "Start again."))
    }
    return plan
  }
}

/// A list of areas, one a line.
enum InspectionList {
  /// The areas that the lines name; empty lines are passed over.
  static func areas(_ text: String) -> [InspectionArea] {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.enumerated().map { index, line in
      InspectionArea(
        id: "significant-weakness-\(index + 1)", kind: .significantWeakness, text: line,
        source: Source(line: index + 1))
    }
  }
}

/// The forms of a trace.
public enum TraceFormat: String, CaseIterable, Sendable {
  /// One page that needs nothing else.
  case html
  /// Markdown, GitHub tables.
  case markdown
  /// JSON.
  case json
  /// Comma-separated values: a row an area and action.
  case csv

  /// The trace in this form.
  ///
  /// - Throws: ``ConversionError``, which would be an error of the program.
  public func write(_ trace: InspectionTrace) throws(ConversionError) -> [UInt8] {
    switch self {
    case .json: return TraceJSONEmitter().emit(trace)
    case .csv: return TraceCSVEmitter().emit(trace)
    case .markdown: return Array(TraceMarkdownEmitter().emit(trace).utf8)
    case .html:
      do throws(HTMLTemplateError) {
        return Array(try TraceHTMLEmitter().emit(trace).utf8)
      } catch {
        throw ConversionError(
          file: "trace",
          cause: ExtractionError(.damaged, error.message, advice: "This is an error of commonplan; please report it."))
      }
    }
  }
}
