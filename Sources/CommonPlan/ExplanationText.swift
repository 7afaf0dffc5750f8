// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Normaliser

/// What `commonplan explain` prints.
enum ExplanationText {
  /// The reader, the tables and how they were found.
  static func text(of document: SourceDocument, file: String) -> String {
    var text = "\(PlanConverter.name(of: file)): read by \(document.reader) as \(document.mediaType)\n"
    for notice in document.notices { text += "\(notice.severity.rawValue) \(notice.id): \(notice.message)\n" }
    var number = 0
    for case .table(let table) in document.blocks {
      number += 1
      let place = table.location.page.map { ", page \($0)" } ?? table.location.line.map { ", line \($0)" } ?? ""
      text += "table \(number)\(place): \(table.rowCount) rows, \(table.columnCount) columns (\(table.alignment))\n"
    }
    return text
  }

  /// The decisions of the normaliser: what, for what it was taken, and why.
  static func text(of explanation: Explanation) -> String {
    var text = ""
    for decision in explanation.decisions {
      text += "\(decision.subject): \(decision.outcome)"
      if decision.confidence < 1 { text += " (\(Int((decision.confidence * 100).rounded())) %)" }
      if !decision.reasons.isEmpty { text += ": " + decision.reasons.joined(separator: "; ") }
      text += "\n"
    }
    return text
  }
}
