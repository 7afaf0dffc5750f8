// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Tells header rows from rows of data.
struct HeaderFinder {
  let reading: Reading

  /// How much a row looks like a header, 0 to 1, with the roles it names.
  struct Score {
    var value: Double
    var roles: Set<ColumnRole>
    var cellCount: Int
    /// Length of the longest cell, in bytes.
    var longest = 0
  }

  /// Longest heading, in bytes. The longest seen in published plans has 118.
  static let longestHeading = 130
  /// Least share of a row's cells that name a column, where the document does not mark header rows.
  static let leastShare = 0.42

  func score(_ grid: Grid, row: Int, isFirst: Bool) -> Score {
    let entries = grid.fresh(row)
    var sum = 0.0
    var roles: Set<ColumnRole> = []
    var count = 0
    var total = 0
    for entry in entries {
      let bytes = length(grid, entry)
      total += bytes
      if bytes > HeaderFinder.longestHeading { return Score(value: 0, roles: [], cellCount: entries.count) }
    }
    // Heads are short on the whole, even where one is long.
    if total > 80 + 48 * entries.count || !mayBeHeader(grid, row: row, entries: entries, isFirst: isFirst) {
      return Score(value: 0, roles: [], cellCount: entries.count)
    }
    var seen: Set<String> = []
    var longest = 0
    for (index, entry) in entries.enumerated() {
      // No row is a header whose remaining cells could not make up for those that are none.
      if index > 3, row >= grid.table.headerRowCount,
        sum + Double(entries.count - index) < HeaderFinder.leastShare * Double(entries.count)
      {
        return Score(value: 0, roles: [], cellCount: entries.count)
      }
      let words = reading.string(grid.table.cells[entry.cell].paragraphs)
      longest = max(longest, words.utf8.count)
      guard words.utf8.contains(where: \.isWordByte) else { continue }
      count += 1
      if let vote = reading.headings.best(words), DateReader.score(words) < 0.9 || vote.role == .update {
        // "Starting May 2018" is a date, not the head of a column of starts. A heading has few words; a long text that contains one is no heading. One that stands in several columns
        // ("Target" in each period) is a label of the cells below a header.
        guard seen.insert(words).inserted else { continue }
        let length = Double(words.utf8.count)
        sum += vote.weight * (length < 60 ? 1 : 60 / length)
        if vote.weight > 0.65 { roles.insert(vote.role) }
      } else if DateReader.headingDate(words) != nil {
        sum += 0.6
      }
    }
    return Score(value: count == 0 ? 0 : sum / Double(count), roles: roles, cellCount: count, longest: longest)
  }

  /// The bytes of a cell and a break for each paragraph.
  private func length(_ grid: Grid, _ entry: Grid.Entry) -> Int {
    grid.table.cells[entry.cell].paragraphs.reduce(0) { $0 + $1.span.count + 1 }
  }

  /// Whether a row's cells could reach what ``isHeader(_:row:isFirst:)`` asks for, by what their words could say at best.
  /// Nearly all rows of data end here.
  private func mayBeHeader(_ grid: Grid, row: Int, entries: [Grid.Entry], isFirst: Bool) -> Bool {
    let isMarked = row < grid.table.headerRowCount
    var best = 0.0
    var names = 0
    for entry in entries {
      let spans = grid.table.cells[entry.cell].paragraphs.lazy.map(\.span)
      let (mayName, mayDate) = HeadingFilter.standard.look(at: spans, in: reading.text)
      if mayName {
        names += 1
        // As in ``score(_:row:isFirst:)``; the break after the last paragraph is none of the words.
        best += min(1, 60 / Double(max(1, length(grid, entry) - 1)))
      } else if mayDate {
        best += 0.6
      }
    }
    if isMarked { return names > 0 }
    return names >= (isFirst ? 1 : 2) && best >= HeaderFinder.leastShare * Double(entries.count { holdsWord(grid, $0) })
  }

  private func holdsWord(_ grid: Grid, _ entry: Grid.Entry) -> Bool {
    grid.table.cells[entry.cell].paragraphs.contains { reading.text.bytes[$0.span.range].contains(where: \.isWordByte) }
  }

  func isHeader(_ grid: Grid, row: Int, isFirst: Bool) -> Bool {
    let score = score(grid, row: row, isFirst: isFirst)
    guard score.cellCount >= 2, !isHeadingOfSection(grid, row: row, cells: score.cellCount) else { return false }
    if row < grid.table.headerRowCount { return score.value >= 0.2 && !score.roles.isEmpty }
    if score.roles.count >= 2 {
      return score.value >= (isFirst && score.longest <= 70 ? HeaderFinder.leastShare : 0.55)
    }
    // Two columns that share a role ("Strategic lead | Operational lead") or one known head among strangers.
    return isFirst && score.roles.count == 1 && score.cellCount <= 3 && score.longest <= 40 && score.value >= 0.45
  }

  /// Whether the row's first cell is a section's heading ("A. Weak oversight | Progress"), which no column is called, or its
  /// kind and number with the title in the next cell and nothing in all others ("Priority 2 | Waiting times").
  private func isHeadingOfSection(_ grid: Grid, row: Int, cells: Int) -> Bool {
    guard cells <= 3, let first = grid.fresh(row).first else { return false }
    let words = reading.string(grid.table.cells[first.cell].paragraphs)
    let heading = SectionHeading.parse(words)
    guard heading.ref != nil else { return false }
    if heading.titleRange.count > 12 { return true }
    return heading.kind != nil && heading.titleRange.isEmpty && cells == 2 && grid.columnCount >= 4
      && row >= grid.table.headerRowCount
  }

  /// The words of a row's cells by column, for comparison with a header seen before.
  func signature(_ grid: Grid, row: Int) -> [String] {
    var signature = [String](repeating: "", count: grid.columnCount)
    for entry in grid.entries(row) where !grid.table.cells[entry.cell].paragraphs.isEmpty {
      signature[entry.column] = HeadingVocabulary.words(reading.string(grid.table.cells[entry.cell].paragraphs))
        .joined(separator: " ")
    }
    while signature.last == "" { signature.removeLast() }
    return signature
  }

  /// Whether the row is the second line of a header whose first line is `header`: short heads that stand only under
  /// heads that span several columns.
  func isSecondLine(_ grid: Grid, row: Int, header: Int) -> Bool {
    guard row < grid.rowCount else { return false }
    let entries = grid.fresh(row)
    guard !entries.isEmpty else { return false }
    let spanned = spannedColumns(grid, header: header)
    guard !spanned.isEmpty else { return false }
    for entry in entries {
      guard spanned.contains(entry.column) else { return false }
      let words = reading.string(grid.table.cells[entry.cell].paragraphs)
      guard words.utf8.count <= 60 else { return false }
      let isHead = DateReader.headingDate(words) != nil || reading.headings.best(words) != nil || words.utf8.count <= 30
      guard isHead else { return false }
    }
    // Rows of targets are short and stand under the same heads: they are no header, except under exact spans.
    let dated = entries.count { DateReader.headingDate(reading.string(grid.table.cells[$0.cell].paragraphs)) != nil }
    let named = entries.count {
      let words = reading.string(grid.table.cells[$0.cell].paragraphs)
      return (reading.headings.best(words)?.weight ?? 0) > 0.6 || RoleAssignment.namesStage(words)
    }
    if grid.table.alignment == .exact {
      let carries = grid.entries(row).contains { $0.isCarried && grid.table.cells[$0.cell].row >= Int32(header) }
      return carries || dated + named == entries.count
    }
    if dated == entries.count || named == entries.count { return true }
    // A mixed line ("Strategic | Operational | Oct 24") is a header where it leaves the first column to the row below.
    let isShort = entries.allSatisfy { entry in
      grid.table.cells[entry.cell].paragraphs.reduce(0) { $0 + $1.span.count } <= 24
    }
    let leavesFirst = entries.first.map { $0.column > 0 } ?? false
    let rowBelowBegins = grid.fresh(row + 1).first.map { $0.column == 0 } ?? false
    return dated + named >= 1 && entries.count >= 2 && isShort && leavesFirst && rowBelowBegins && row == header + 1
  }

  /// Columns under heads that span several columns.
  func spannedColumns(_ grid: Grid, header: Int) -> Set<Int> {
    var columns: Set<Int> = []
    if grid.table.alignment == .exact || grid.table.alignment == .inferred {
      for entry in grid.entries(header) where entry.columnSpan > 1 && entry.columnSpan < grid.columnCount {
        columns.formUnion(entry.column..<entry.column + entry.columnSpan)
      }
    }
    if grid.table.alignment != .exact || !grid.table.cells.contains(where: { $0.columnSpan > 1 || $0.rowSpan > 1 }) {
      // A separated export leaves the places empty that a head spans.
      var last: Int?
      for column in 0..<grid.columnCount {
        if let cell = grid.cell(header, column), !cell.paragraphs.isEmpty {
          last = column
        } else if let last {
          columns.insert(last)
          columns.insert(column)
        }
      }
    }
    return columns
  }
}
