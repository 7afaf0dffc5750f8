// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Joins a wide sheet that was printed in two halves: the columns on the right stand on a page of their own.
enum TableHalves {
  /// The page with both halves; nil where the pages are not two halves of one sheet.
  ///
  /// Both must hold one table and nothing else but furniture on the second, their rows must stand at the same heights, and
  /// their columns and heads must differ: a table that goes on downwards has the same ones.
  static func joined(_ left: [DraftBlock], _ right: [DraftBlock]) -> [DraftBlock]? {
    guard let (leftPlace, first) = onlyTable(left), let (rightPlace, second) = onlyTable(right),
      right.indices.allSatisfy({ $0 == rightPlace || right[$0].isFrame }), first.rowCount > 2,
      first.rowCount == second.rowCount, first.rowTops.count == first.rowCount, second.rowTops.count == second.rowCount,
      zip(first.rowTops, second.rowTops).allSatisfy({ abs($0 - $1) <= 2 }), !haveSameColumns(first, second),
      !isUniform(first.rowTops), !first.repeats(second)
    else { return nil }
    var table = first
    let width = (first.columnEdges.last ?? 0) - (second.columnEdges.first ?? 0)
    table.columnEdges += second.columnEdges.dropFirst().map { $0 + width }
    for var cell in second.cells {
      cell.column += first.columnCount
      table.cells.append(cell)
    }
    table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    table.lastPage = second.lastPage
    var page = left
    page[leftPlace] = .table(table)
    for (place, block) in right.enumerated() where place != rightPlace { page.append(block) }
    return page
  }

  private static func onlyTable(_ page: [DraftBlock]) -> (Int, TableDraft)? {
    var found: (Int, TableDraft)?
    for (place, block) in page.enumerated() {
      guard case .table(let table) = block else { continue }
      if found != nil { return nil }
      found = (place, table)
    }
    return found
  }

  private static func haveSameColumns(_ first: TableDraft, _ second: TableDraft) -> Bool {
    let shift = (first.columnEdges.first ?? 0) - (second.columnEdges.first ?? 0)
    return first.columnEdges.count == second.columnEdges.count
      && zip(first.columnEdges, second.columnEdges).allSatisfy { abs($0 - $1 - shift) < 6 }
  }

  /// Rows all of one height say nothing about belonging together.
  private static func isUniform(_ tops: [Float]) -> Bool {
    let heights = zip(tops.dropFirst(), tops).map { $0 - $1 }
    guard let least = heights.min(), let most = heights.max() else { return true }
    return most - least < 1.5
  }
}
