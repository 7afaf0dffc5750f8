// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Emitters
import PlanSchema
public import Extractors

/// What can be asked of a worker: the form of the result.
public enum DocumentTask: String, CaseIterable, Sendable {
  /// The plan as indented JSON.
  case plan
  /// The plan as JSON on one line.
  case planLine = "plan-line"
  /// The tables as found, as JSON.
  case tablesJSON = "tables-json"
  /// The tables as found, as CSV.
  case tablesCSV = "tables-csv"
  /// The tables as found, as a web page.
  case tablesHTML = "tables-html"
  /// Why the document was read as it was.
  case explanation
  /// The page on which a person checks the conversion.
  case review

  /// Does the task of a request in this process.
  public static func perform(_ request: WorkerRequest, recogniser: any PageRecogniser) -> WorkerAnswer {
    guard let task = DocumentTask(rawValue: request.task) else {
      return .failure(
        ExtractionError(
          .unavailable, "no worker knows the task \(request.task)",
          advice: "Use one of \(allCases.map(\.rawValue).joined(separator: ", "))."))
    }
    let reader = PDFExtractor(ocr: request.ocr, recogniser: recogniser, readsDrawings: !request.isTextOnly)
    let converter = PlanConverter(registry: .standard(pdf: reader))
    do throws(ConversionError) {
      return .success(try task.perform(request, converter))
    } catch {
      return .failure(error.cause)
    }
  }

  private func perform(
    _ request: WorkerRequest, _ converter: PlanConverter
  ) throws(ConversionError) -> WorkerOutput {
    switch self {
    case .plan, .planLine:
      let conversion = try converter.convert(request.bytes, file: request.file)
      let emitter = JSONEmitter(layout: self == .plan ? .indented : .oneLine)
      var output = WorkerOutput(bytes: emitter.emit(conversion.plan), ledger: conversion.ledgerSummary)
      output.spoilsWorker = conversion.notices.contains { $0.id == DocumentTask.refusedDrawing }
      return output
    case .tablesJSON: return try tables(request, converter, .json)
    case .tablesCSV: return try tables(request, converter, .csv)
    case .tablesHTML: return try tables(request, converter, .html)
    case .explanation:
      return WorkerOutput(bytes: Array(try converter.explain(request.bytes, file: request.file).utf8))
    case .review: return try converter.review(request.bytes, file: request.file)
    }
  }

  private func tables(
    _ request: WorkerRequest, _ converter: PlanConverter, _ format: TablesEmitter.Format
  ) throws(ConversionError) -> WorkerOutput {
    let document = try converter.read(request.bytes, file: request.file)
    var output = WorkerOutput(bytes: TablesEmitter(format: format).emit(document))
    output.spoilsWorker = document.notices.contains { $0.id == DocumentTask.refusedDrawing }
    return output
  }

  /// The notice of a page that cairo gave up on. Its fonts may then stay unusable until the process ends.
  static let refusedDrawing = "drawing-cut"
}

extension ExtractorRegistry {
  /// Every reader that commonplan has, with a PDF reader set up in a particular way.
  public static func standard(pdf: PDFExtractor) -> ExtractorRegistry {
    ExtractorRegistry([pdf] + standard.extractors.filter { !($0 is PDFExtractor) })
  }
}
