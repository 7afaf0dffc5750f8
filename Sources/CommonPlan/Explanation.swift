// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What `commonplan explain` prints.
enum Explanation {
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
}
