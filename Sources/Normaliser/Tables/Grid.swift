// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A table with its spans resolved: which cell covers which place.
struct Grid {
  /// A cell as one row sees it. Small, since a large table has millions of them.
  struct Entry {
    private var storedColumn: Int32
    private var storedSpan: Int32
    private var storedCell: Int32
    /// Whether it began in a row above.
    var isCarried: Bool
    /// Whether the cell has text.
    var hasText: Bool

    /// - Parameters:
    ///   - column: column of its left edge, from 0.
    ///   - columnSpan: columns it covers.
    ///   - cell: index into ``Table/cells``.
    init(column: Int, columnSpan: Int, cell: Int, isCarried: Bool, hasText: Bool) {
      storedColumn = Int32(clamping: column)
      storedSpan = Int32(clamping: columnSpan)
      storedCell = Int32(clamping: cell)
      self.isCarried = isCarried
      self.hasText = hasText
    }

    /// Column of its left edge, from 0.
    var column: Int {
      get { Int(storedColumn) }
      set { storedColumn = Int32(clamping: newValue) }
    }
    /// Columns it covers.
    var columnSpan: Int {
      get { Int(storedSpan) }
      set { storedSpan = Int32(clamping: newValue) }
    }
    /// Index into ``Table/cells``.
    var cell: Int { Int(storedCell) }
    /// Whether it begins in the row and has text.
    var isFresh: Bool { hasText && !isCarried }
  }

  /// Some of a row's cells from left to right: a window on the grid's, which copies none of them.
  struct Entries: RandomAccessCollection {
    private let all: [Entry]
    private let start: Int
    let count: Int

    fileprivate init(_ all: [Entry], _ range: Range<Int>) {
      self.all = all
      start = range.lowerBound
      count = range.count
    }

    /// Those with text.
    var withText: Entries {
      if allSatisfy(\.hasText) { return self }
      let filled = filter(\.hasText)
      return Entries(filled, 0..<filled.count)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(position: Int) -> Entry { all[start + position] }
  }

  let table: Table
  /// Number of the table in the document, from 1.
  let number: Int
  /// The cells that cover each row, end to end, by column: a sheet may have millions of empty places, which cost nothing.
  private var covering: [Entry] = []
  /// Where each row's cells begin in ``covering``; one more than there are rows.
  private var starts: [Int] = []
  /// Whether cells lie on one another, or out of order, as no sound table has them.
  private var hasOverlaps = false
  /// Those of the cells that begin in their row and have text, and where each row's begin: the very same lists in a table
  /// without merged cells and without cells that are only coloured.
  private var beginning: [Entry] = []
  private var beginningStarts: [Int] = []

  var rowCount: Int { table.rowCount }
  var columnCount: Int { table.columnCount }

  /// Most rows that one merged cell is followed through. Longer merges stand in no plan; their text is placed all the same.
  private static let longestSpan = 4_096

  init(_ table: Table, number: Int) {
    self.table = table
    self.number = number
    let rowCount = max(0, table.rowCount)
    var counts = [Int](repeating: 0, count: rowCount + 1)
    func rows(_ index: Int) -> Range<Int> {
      let (first, column) = (Int(table.cells[index].row), Int(table.cells[index].column))
      guard first >= 0, first < table.rowCount, column >= 0, column < table.columnCount else { return 0..<0 }
      return first..<min(table.rowCount, first + min(Int(table.cells[index].rowSpan), Grid.longestSpan))
    }
    func isSeen(_ index: Int) -> Bool { !table.cells[index].paragraphs.isEmpty || table.cells[index].fill != nil }
    // Cells are looked at in their place: a copy of each would count its text's owners up and down.
    let cells = table.cells
    for index in cells.indices where isSeen(index) { for row in rows(index) { counts[row + 1] += 1 } }
    starts = counts
    for row in starts.indices.dropFirst() { starts[row] += starts[row - 1] }
    var next = starts
    let empty = Entry(column: 0, columnSpan: 1, cell: -1, isCarried: false, hasText: false)
    covering = [Entry](repeating: empty, count: starts.last ?? 0)
    var areAllFresh = true
    for index in cells.indices where isSeen(index) {
      let column = Int(cells[index].column)
      let span = min(Int(cells[index].columnSpan), table.columnCount - column)
      for row in rows(index) {
        let entry = Entry(
          column: column, columnSpan: max(1, span), cell: index, isCarried: Int(cells[index].row) < row,
          hasText: !cells[index].paragraphs.isEmpty)
        covering[next[row]] = entry
        next[row] += 1
        if !entry.isFresh { areAllFresh = false }
      }
    }
    defer {
      hasOverlaps = (0..<rowCount).contains { row in
        var end = 0
        for index in starts[row]..<starts[row + 1] {
          if covering[index].column < end { return true }
          end = covering[index].column + covering[index].columnSpan
        }
        return false
      }
    }
    if areAllFresh {
      beginning = covering
      beginningStarts = starts
      return
    }
    beginningStarts.reserveCapacity(rowCount + 1)
    beginningStarts.append(0)
    for row in 0..<rowCount {
      let range = starts[row]..<starts[row + 1]
      // Cells come by row and column; only cells carried from above are out of order.
      if covering[range].contains(where: \.isCarried) {
        covering[range].sort { ($0.column, $0.cell) < ($1.column, $1.cell) }
      }
      for entry in covering[range] where entry.isFresh { beginning.append(entry) }
      beginningStarts.append(beginning.count)
    }
  }

  /// The cell that covers a place, nil where none with text or fill does.
  func cell(_ row: Int, _ column: Int) -> Table.Cell? {
    guard row >= 0, row < rowCount else { return nil }
    if hasOverlaps {
      for entry in entries(row) where entry.column <= column && column < entry.column + entry.columnSpan {
        return table.cells[entry.cell]
      }
      return nil
    }
    // A row of a sheet may have many thousand cells, and is asked for each.
    var low = starts[row]
    var high = starts[row + 1]
    while low < high {
      let middle = (low + high) / 2
      if covering[middle].column <= column { low = middle + 1 } else { high = middle }
    }
    guard low > starts[row], column < covering[low - 1].column + covering[low - 1].columnSpan else { return nil }
    return table.cells[covering[low - 1].cell]
  }

  /// The cells of a row from left to right, each once; those without text and fill are left out.
  func entries(_ row: Int) -> Entries {
    guard row >= 0, row < rowCount else { return Entries([], 0..<0) }
    return Entries(covering, starts[row]..<starts[row + 1])
  }

  /// The cells of a row that begin in it and have text.
  func fresh(_ row: Int) -> Entries {
    guard row >= 0, row < rowCount else { return Entries([], 0..<0) }
    return Entries(beginning, beginningStarts[row]..<beginningStarts[row + 1])
  }

  /// How many cells begin in a row and have text.
  func freshCount(_ row: Int) -> Int {
    row >= 0 && row < rowCount ? beginningStarts[row + 1] - beginningStarts[row] : 0
  }

  /// The only cell with text that begins in a row; nil where none or several do.
  func lone(_ row: Int) -> Entry? { freshCount(row) == 1 ? beginning[beginningStarts[row]] : nil }

  /// The paragraphs of an entry's cell.
  func paragraphs(_ entry: Entry) -> [Paragraph] { table.cells.withUnsafeBufferPointer { $0[entry.cell].paragraphs } }

  /// The ground of an entry's cell.
  func fill(_ entry: Entry) -> Colour? { table.cells.withUnsafeBufferPointer { $0[entry.cell].fill } }

  /// Rows that an entry's cell covers.
  func rowSpan(_ entry: Entry) -> Int { table.cells.withUnsafeBufferPointer { Int($0[entry.cell].rowSpan) } }

  /// The place of a row, for provenance.
  func source(_ row: Int) -> SourcePlace {
    var place = SourcePlace(table: number, row: row + 1, sheet: table.sheet)
    if row < table.rowPages.count { place.location = Location(page: Int(table.rowPages[row])) }
    for entry in entries(row) where !entry.isCarried {
      let own = table.cells[entry.cell].location
      if place.location.page == nil || place.location.line == nil {
        let location = paragraphs(entry).first?.location ?? own
        if place.location.page == nil { place.location.page = location.page ?? own.page }
        if place.location.line == nil { place.location.line = location.line ?? own.line }
      }
      if let box = own.box { place.location.box = place.location.box?.union(box) ?? box }
    }
    return place
  }
}
