// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers
import PlanSchema

/// Where a record stands, before it is written down as a ``PlanSchema/Source``.
struct SourcePlace: Hashable, Sendable {
  var location = Location()
  /// Table in the document, from 1; 0 for none.
  var table = 0
  /// Row in that table, from 1; 0 for none.
  var row = 0
  var sheet: String?

  init(table: Int = 0, row: Int = 0, sheet: String? = nil) {
    self.table = table
    self.row = row
    self.sheet = sheet
  }

  init(_ location: Location) { self.location = location }

  var source: Source {
    var source = Source(
      page: location.page, table: table == 0 ? nil : table, row: row == 0 ? nil : row, line: location.line,
      sheet: sheet)
    if let box = location.box {
      // Two decimals: a hundredth of a point is far below what a reader can see.
      let edges = [box.left, box.top, box.right, box.bottom].map { (Double($0) * 100).rounded() / 100 }
      source.box = edges
      if let page = location.page {
        let extent = [edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]].map {
          String(Int(saturating: $0.rounded()))
        }
        source.fragment = "#page=\(page)&viewrect=" + extent.joined(separator: ",")
      }
    }
    return source
  }
}
