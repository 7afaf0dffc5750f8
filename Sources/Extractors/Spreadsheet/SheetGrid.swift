// SPDX-License-Identifier: GPL-3.0-or-later

/// The cells of a sheet by rows, with their spans; cells that a merged one covers are left out.
struct SheetGrid: Sendable {
  /// A cell in its place.
  struct Place: Sendable {
    /// Number of the cell in ``SheetContent/cells``.
    var cell: Int
    var row: Int32
    var column: Int32
    var rowSpan: Int32 = 1
    var columnSpan: Int32 = 1
    var hasText: Bool
  }

  struct Row: Sendable {
    var number: Int32
    /// Its cells in ``SheetGrid/places``, from left to right; cells with only a fill included.
    var places: Range<Int>
    var textCount = 0
  }

  /// Rows that merged areas cover, all together; beyond it, areas are not followed.
  private static let maximumCoveredRows = 3_000_000

  private(set) var places: [Place] = []
  /// Rows in which a text begins, in order.
  private(set) var rows: [Row] = []
  /// Rows that a merged cell with text from above covers.
  private(set) var coveredRows: Set<Int32> = []
  /// Texts that a merged cell covers: the sheet does not show them.
  private(set) var coveredTexts = 0

  init(_ content: SheetContent) {
    var lastRow: Int32 = -1
    var lastColumn: Int32 = -1
    for cell in content.cells where cell.kind != .empty {
      lastRow = max(lastRow, cell.row)
      lastColumn = max(lastColumn, cell.column)
    }
    guard lastRow >= 0 else { return }
    let (anchors, covers) = SheetGrid.merges(content.merges, lastRow: lastRow, lastColumn: lastColumn)
    var current = Row(number: -1, places: 0..<0)
    func isCovered(_ cell: SheetContent.Cell) -> Bool {
      guard let areas = covers[cell.row] else { return false }
      return areas.contains {
        $0.contains(cell.row, cell.column) && !($0.top == cell.row && $0.left == cell.column)
      }
    }
    for (index, cell) in content.cells.enumerated() where cell.row <= lastRow && cell.column <= lastColumn {
      let hasText = cell.kind != .empty
      if !covers.isEmpty, isCovered(cell) {
        if hasText { coveredTexts += 1 }
        continue
      }
      if cell.row != current.number {
        if current.textCount > 0 { rows.append(current) }
        current = Row(number: cell.row, places: places.count..<places.count)
      }
      var place = Place(cell: index, row: cell.row, column: cell.column, hasText: hasText)
      if !anchors.isEmpty, let area = anchors[CellReference(row: cell.row, column: cell.column)] {
        place.rowSpan = area.bottom - area.top + 1
        place.columnSpan = area.right - area.left + 1
        if hasText, area.bottom > area.top { for row in (area.top + 1)...area.bottom { coveredRows.insert(row) } }
      }
      places.append(place)
      current.places = current.places.lowerBound..<places.count
      if hasText { current.textCount += 1 }
    }
    if current.textCount > 0 { rows.append(current) }
  }

  /// Merged areas by their first cell, and those that cover each row, cut to the part of the sheet that is used.
  private static func merges(
    _ merges: [CellArea], lastRow: Int32, lastColumn: Int32
  ) -> (anchors: [CellReference: CellArea], covers: [Int32: [CellArea]]) {
    var anchors: [CellReference: CellArea] = [:]
    var covers: [Int32: [CellArea]] = [:]
    var covered = 0
    for merge in merges where merge.top <= lastRow && merge.left <= lastColumn {
      let area = CellArea(
        top: merge.top, left: merge.left, bottom: min(merge.bottom, lastRow), right: min(merge.right, lastColumn))
      covered += Int(area.bottom - area.top) + 1
      guard covered <= maximumCoveredRows else { break }
      anchors[CellReference(row: area.top, column: area.left)] = area
      for row in area.top...area.bottom { covers[row, default: []].append(area) }
    }
    return (anchors, covers)
  }

  /// The cells with text of a row.
  func texts(in row: Row) -> [Place] { places[row.places].filter(\.hasText) }
}
