// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the cells of a pipe table that were one cell in the document the table comes from.
///
/// Pipe tables cannot span. Some converters print a cell that spans in each of its places, others (and people) leave the
/// places behind the first one empty. Both are read only where the shape leaves no other reading: a row that says the
/// same in all its cells, and a header of two lines.
struct PipeSpans {
  typealias Row = [UnsafeBufferPointer<UInt8>]

  /// What stands in a place of the grid.
  enum Place: Equatable {
    /// A cell, with the rows and columns it covers.
    case cell(rows: Int, columns: Int)
    /// Part of a cell before or above it.
    case covered
  }

  /// The header's two rows, nil where it has one.
  let header: Range<Int>?
  private var headerPlaces: [[Place]] = []

  /// Looks at the first rows of a table; `marked` is the number of rows above the line of dashes.
  init(_ rows: [Row], marked: Int) {
    // Converters that find no header leave the row above the dashes empty.
    var first = 0
    while first < rows.count, first < marked, rows[first].allSatisfy({ $0.isEmpty }) { first += 1 }
    guard first + 1 < rows.count, marked > 0, first <= marked,
      let places = PipeSpans.twoLines(rows[first], rows[first + 1])
    else {
      header = nil
      return
    }
    header = first..<first + 2
    headerPlaces = places
  }

  /// The places of a row, nil where each of its cells is one of its own.
  func places(of row: Row, at index: Int) -> [Place]? {
    if let header, header.contains(index) { return headerPlaces[index - header.lowerBound] }
    guard let start = PipeSpans.bandStart(row) else { return nil }
    return row.indices.map { column in
      if column < start { return .cell(rows: 1, columns: 1) }
      return column == start ? .cell(rows: 1, columns: row.count - start) : .covered
    }
  }

  /// The column from which on a row repeats one text to its end: a row across the table, perhaps behind its number.
  private static func bandStart(_ row: Row) -> Int? {
    guard row.count >= 3, let last = row.last, last.contains(where: \.isLetter) else { return nil }
    var start = row.count - 1
    while start > 0, row[start - 1].elementsEqual(last) { start -= 1 }
    if start == 0 { return last.count > 4 ? 0 : nil }
    // Behind a first cell only a text that no column of statuses holds.
    return start == 1 && row.count >= 4 && last.count > 15 && !row[0].isEmpty ? 1 : nil
  }

  /// The places of a header whose first line has heads that span, and whose second line stands under those alone.
  private static func twoLines(_ upper: Row, _ lower: Row) -> [[Place]]? {
    guard upper.count == lower.count, upper.count >= 3 else { return nil }
    var places: [[Place]] = [[], []]
    var spans = 0
    var column = 0
    while column < upper.count {
      guard !upper[column].isEmpty else { return nil }
      var end = column + 1
      if lower[column].elementsEqual(upper[column]) || lower[column].isEmpty {
        places[0].append(.cell(rows: 2, columns: 1))
        places[1].append(.covered)
        column = end
        continue
      }
      while end < upper.count, !lower[end].isEmpty, upper[end].isEmpty || upper[end].elementsEqual(upper[column]) {
        if lower[end].elementsEqual(upper[end]) { break }
        end += 1
      }
      guard end - column >= 2, lower[column..<end].allSatisfy({ $0.count <= longestHead }) else { return nil }
      places[0] += [.cell(rows: 1, columns: end - column)]
      places[0] += [Place](repeating: .covered, count: end - column - 1)
      places[1] += [Place](repeating: .cell(rows: 1, columns: 1), count: end - column)
      spans += 1
      column = end
    }
    return spans > 0 && places[0].contains(.cell(rows: 2, columns: 1)) ? places : nil
  }

  /// Most bytes of a head in a header's second line.
  private static let longestHead = 40
}
