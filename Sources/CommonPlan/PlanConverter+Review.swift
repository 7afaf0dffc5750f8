// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import HTMLPages
import PlanSchema
import Review
import TableParser

extension PlanConverter {
  /// Makes the page on which a person checks the conversion of a file (see ``ReviewPage``).
  ///
  /// - Throws: ``ConversionError`` where no reader knows the format or the bytes are damaged.
  public func reviewPage(_ bytes: [UInt8], file: String) throws(ConversionError) -> String {
    String(decoding: try review(bytes, file: file).bytes, as: UTF8.self)
  }

  /// The page, as a worker sends it.
  func review(_ bytes: [UInt8], file: String) throws(ConversionError) -> WorkerOutput {
    let drawn = try extract(bytes, file: file)
    let document = TableParser().parse(drawn)
    let conversion = convert(document, info: info(of: document, bytes: bytes, file: file))
    let page = ReviewPage(plan: conversion.plan, document: document, drawn: drawn)
    do throws(HTMLTemplateError) {
      var output = WorkerOutput(bytes: Array(try page.html().utf8), ledger: conversion.ledgerSummary)
      output.spoilsWorker = conversion.notices.contains { $0.id == DocumentTask.refusedDrawing }
      return output
    } catch {
      throw ConversionError(
        file: file,
        cause: ExtractionError(
          .unavailable, error.message, advice: "This is an error of commonplan; please report it."))
    }
  }
}
