// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// One sheet as its part has it, before anybody has looked for tables in it.
struct SheetContent: Sendable {
  /// What a cell's bytes are.
  enum Kind: UInt8, Sendable {
    /// No value; the cell has a fill.
    case empty
    /// The number of a shared string.
    case shared
    case text
    case number
    case boolean
    /// An ISO 8601 date.
    case date
  }

  struct Cell: Sendable {
    var row: Int32
    var column: Int32
    var format: Int32
    var kind: Kind
    /// Looks of an inline rich text.
    var style: Paragraph.Style = []
    /// Bytes of the value in ``SheetContent/bytes``; the string's number for shared ones.
    var start: UInt32 = 0
    var end: UInt32 = 0
  }

  /// The cells that have a value or a fill, by row, then by column.
  var cells: [Cell] = []
  var bytes: [UInt8] = []
  var merges: [CellArea] = []
  var hiddenRows: Set<Int32> = []
  /// Hidden columns as ranges: a sheet may hide all to its right.
  var hiddenColumns: [ClosedRange<Int32>] = []
  var autoFilter: CellArea?
  var conditionalFormats = 0
  var formulasWithoutValue = 0
  var header = ""
  var footer = ""

  /// Whether all rows, or all columns, of a place are hidden.
  func isHidden(_ place: SheetGrid.Place) -> Bool {
    // Bounded: what spans a thousand rows has one that shows.
    let rows = place.row..<place.row + min(place.rowSpan, 1000)
    if rows.allSatisfy({ hiddenRows.contains($0) }) { return true }
    let columns = place.column..<place.column + place.columnSpan
    return columns.allSatisfy { column in hiddenColumns.contains { $0.contains(column) } }
  }
}
