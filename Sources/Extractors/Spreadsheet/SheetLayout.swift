// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the titles and tables of a sheet.
///
/// A row with one filled cell above a table is a title; empty rows and columns part tables, but only where what follows
/// has a head of its own or another width: many plans leave empty rows inside one table.
struct SheetLayout {
  /// A part of a sheet.
  enum Region: Sendable {
    /// Rows with one filled cell each: titles and notes.
    case lines([SheetGrid.Row])
    /// Rows of one table, with the columns it takes.
    case table(rows: [SheetGrid.Row], columns: ClosedRange<Int32>)
  }

  /// What the layout asks about a cell.
  struct Look {
    var isText: Bool
    /// The value's bytes, as the file has them.
    var bytes: ArraySlice<UInt8>
    var isBold: Bool
    var hasFill: Bool
    var format: Int32

    var length: Int { bytes.count }
  }

  private let grid: SheetGrid
  private let look: (SheetGrid.Place) -> Look
  private var regions: [Region] = []
  /// The table that the next rows may continue.
  private var open: (rows: [SheetGrid.Row], columns: ClosedRange<Int32>)?
  /// Lines after the open table whose fate the next rows decide.
  private var waiting: [SheetGrid.Row] = []

  /// The regions of a sheet, from top to bottom.
  static func regions(of grid: SheetGrid, look: @escaping (SheetGrid.Place) -> Look) -> [Region] {
    var layout = SheetLayout(grid: grid, look: look)
    for group in layout.groups() { layout.take(group) }
    layout.close()
    return layout.regions
  }

  private init(grid: SheetGrid, look: @escaping (SheetGrid.Place) -> Look) {
    self.grid = grid
    self.look = look
  }

  /// Rows without an empty row between them.
  private func groups() -> [ArraySlice<SheetGrid.Row>] {
    var groups: [ArraySlice<SheetGrid.Row>] = []
    var start = 0
    for index in grid.rows.indices.dropFirst() {
      let (before, after) = (grid.rows[index - 1].number, grid.rows[index].number)
      guard after > before + 1 else { continue }
      if !(before + 1..<after).allSatisfy({ grid.coveredRows.contains($0) }) {
        groups.append(grid.rows[start..<index])
        start = index
      }
    }
    if start < grid.rows.count { groups.append(grid.rows[start...]) }
    return groups
  }

  private mutating func take(_ group: ArraySlice<SheetGrid.Row>) {
    let (titles, body) = split(group)
    guard !body.isEmpty else {
      waiting += titles
      return
    }
    let columns = extent(of: body)
    if let table = open, continues(table, body, columns, hasTitle: !titles.isEmpty) {
      open = (table.rows + waiting + titles + body, table.columns)
      waiting = []
      return
    }
    close()
    if !titles.isEmpty { regions.append(.lines(Array(titles))) }
    for part in parts(of: Array(body), columns) {
      if let table = open { regions.append(.table(rows: table.rows, columns: table.columns)) }
      open = part
    }
  }

  private mutating func close() {
    if let table = open { regions.append(.table(rows: table.rows, columns: table.columns)) }
    open = nil
    if !waiting.isEmpty { regions.append(.lines(waiting)) }
    waiting = []
  }

  // MARK: Titles

  /// Takes the leading rows with one filled cell off a group.
  private func split(
    _ group: ArraySlice<SheetGrid.Row>
  ) -> (titles: ArraySlice<SheetGrid.Row>, body: ArraySlice<SheetGrid.Row>) {
    let columns = extent(of: group)
    let width = columns.upperBound - columns.lowerBound + 1
    var count = group.prefix { row in
      guard row.textCount == 1, let place = grid.texts(in: row).first else { return false }
      guard width > 1 else { return true }
      // One cell somewhere above the heads of columns is the upper line of a head of two lines.
      return place.rowSpan == 1 && (place.column <= columns.lowerBound + 1 || place.columnSpan * 10 >= width * 9)
    }.count
    // The first of several like bands is a band, too, not the title of all.
    if count > 0, count < group.count, let last = grid.texts(in: group[group.startIndex + count - 1]).first {
      let format = look(last).format
      let isRepeated = group.dropFirst(count).contains { row in
        guard row.textCount == 1, let place = grid.texts(in: row).first else { return false }
        return place.column == last.column && place.columnSpan == last.columnSpan && look(place).format == format
          && (place.columnSpan > 1 || look(place).hasFill || look(place).isBold)
      }
      if isRepeated { count -= 1 }
    }
    // Nothing but single cells: a list of lines.
    if group.allSatisfy({ $0.textCount == 1 }) { count = group.count }
    return (group.prefix(count), group.dropFirst(count))
  }

  private func extent(of rows: some Sequence<SheetGrid.Row>) -> ClosedRange<Int32> {
    var low = Int32.max
    var high: Int32 = 0
    for row in rows {
      for place in grid.texts(in: row) {
        low = min(low, place.column)
        high = max(high, place.column + place.columnSpan - 1)
      }
    }
    return min(low, high)...high
  }

  // MARK: Tables

  /// Whether rows after an empty row go on with the table before it.
  private func continues(
    _ table: (rows: [SheetGrid.Row], columns: ClosedRange<Int32>), _ body: ArraySlice<SheetGrid.Row>,
    _ columns: ClosedRange<Int32>, hasTitle: Bool
  ) -> Bool {
    guard columns.lowerBound >= table.columns.lowerBound, columns.upperBound <= table.columns.upperBound,
      columns.count * 2 >= table.columns.count, let first = body.first
    else { return false }
    if let head = table.rows.first(where: { $0.textCount > 1 }), isSame(head, first) { return false }
    return !isHead(first, of: body.dropFirst().first, underTitle: hasTitle)
  }

  /// Whether two rows say the same: a head that is repeated.
  private func isSame(_ first: SheetGrid.Row, _ second: SheetGrid.Row) -> Bool {
    guard first.textCount == second.textCount else { return false }
    return zip(grid.texts(in: first), grid.texts(in: second)).allSatisfy {
      $0.column == $1.column && look($0).bytes == look($1).bytes
    }
  }

  /// Whether a row looks like the heads of columns: short texts, set off from the row below.
  private func isHead(_ row: SheetGrid.Row, of next: SheetGrid.Row?, underTitle: Bool) -> Bool {
    let heads = grid.texts(in: row).map(look)
    // A year or a date may head a column, too.
    guard heads.count > 1, heads.allSatisfy({ $0.length <= 80 }), heads.count(where: \.isText) * 2 > heads.count else {
      return false
    }
    let below = next.map { grid.texts(in: $0).map(look) } ?? []
    let isBold = heads.allSatisfy(\.isBold) && !(below.count > 1 && below.allSatisfy(\.isBold))
    let isFilled = heads.allSatisfy(\.hasFill) && !(below.count > 1 && below.allSatisfy(\.hasFill))
    // Without any looks: short texts under a title, and longer ones or numbers below.
    let isPlain =
      underTitle && heads.count > 2 && heads.allSatisfy { $0.isText && $0.length <= 40 }
      && below.contains { !$0.isText || $0.length > 40 }
    return isBold || isFilled || isPlain
  }

  /// Parts rows that hold a small table of particulars above a wide one, or tables side by side.
  private func parts(
    of rows: [SheetGrid.Row], _ columns: ClosedRange<Int32>
  ) -> [(rows: [SheetGrid.Row], columns: ClosedRange<Int32>)] {
    var rows = rows
    var parts: [(rows: [SheetGrid.Row], columns: ClosedRange<Int32>)] = []
    let widest = rows.map(\.textCount).max() ?? 0
    if widest >= 4, let wide = rows.firstIndex(where: { $0.textCount * 3 >= widest * 2 }), wide > 0 {
      let isCard = rows[..<wide].allSatisfy { row in
        row.textCount <= 2 && grid.texts(in: row).first?.column == columns.lowerBound
          && grid.texts(in: row).allSatisfy { $0.column <= columns.lowerBound + 2 && $0.rowSpan == 1 }
      }
      if isCard {
        parts.append((Array(rows[..<wide]), extent(of: rows[..<wide])))
        rows = Array(rows[wide...])
      }
    }
    return parts + sideBySide(rows)
  }

  /// Tables side by side: parted by an empty column, and of clearly different lengths.
  private func sideBySide(
    _ rows: [SheetGrid.Row]
  ) -> [(rows: [SheetGrid.Row], columns: ClosedRange<Int32>)] {
    let columns = extent(of: rows)
    let whole = [(rows: rows, columns: columns)]
    guard columns.count <= 2000 else { return whole }
    var isUsed = [Bool](repeating: false, count: columns.count)
    for row in rows {
      for place in grid.texts(in: row) {
        let start = Int(place.column - columns.lowerBound)
        for offset in start..<min(start + Int(place.columnSpan), isUsed.count) { isUsed[offset] = true }
      }
    }
    var segments: [ClosedRange<Int32>] = []
    var start: Int?
    for offset in 0...isUsed.count {
      if offset < isUsed.count, isUsed[offset] {
        start = start ?? offset
      } else if let first = start {
        segments.append(columns.lowerBound + Int32(first)...columns.lowerBound + Int32(offset - 1))
        start = nil
      }
    }
    guard segments.count == 2 else { return whole }
    let sides = segments.map { segment in
      rows.filter { row in grid.texts(in: row).contains { segment.contains($0.column) } }
    }
    let (short, long) = sides[0].count <= sides[1].count ? (0, 1) : (1, 0)
    guard sides[short].count * 2 <= sides[long].count, segments[long].count >= 3, let first = sides[short].first,
      let last = sides[short].last
    else { return whole }
    // A sparse last column is part of its table; a key is a block without holes, and more than two rows.
    let isBlock = Int(last.number - first.number) + 1 == sides[short].count && sides[short].count >= 3
    let isPainted = sides[short].allSatisfy { row in
      grid.places[row.places].contains { segments[short].contains($0.column) && look($0).hasFill }
    }
    guard isBlock, segments[short].count >= 2 || isPainted else { return whole }
    return [(sides[short], segments[short]), (sides[long], segments[long])]
  }
}
