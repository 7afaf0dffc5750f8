// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Tells header rows from rows of data.
struct HeaderFinder {
  let reading: Reading

  /// How much a row looks like a header, 0 to 1, with the roles it names.
  struct Score {
    var value: Double
    /// Each once.
    var roles: [ColumnRole]
    var cellCount: Int
    /// Length of the longest cell, in bytes.
    var longest = 0
  }

  /// Longest heading, in bytes. The longest seen in published plans has 118.
  static let longestHeading = 130
  /// Least share of a row's cells that name a column, where the document does not mark header rows.
  static let leastShare = 0.42
  /// The same for rows below the first and for heads that are long.
  static let leastLaterShare = 0.55
  /// The same for rows that the document marks as headers.
  static let leastMarkedShare = 0.2
  /// What a word must weigh more than to name its column's role.
  static let leastRoleWeight = 0.65
  /// What a date as a head counts.
  static let dateWeight = 0.6

  /// How much a row looks like a header; nil where it is none whatever its cells say, as nearly all rows of data are.
  private func score(_ grid: Grid, row: Int, isFirst: Bool) -> Score? {
    let entries = grid.fresh(row)
    guard entries.count >= 2 else { return nil }
    var total = 0
    for entry in entries {
      let length = grid.paragraphs(entry).byteCount + 1
      if length > HeaderFinder.longestHeading { return nil }
      total += length
    }
    // Heads are short on the whole, even where one is long.
    if total > 80 + 48 * entries.count { return nil }
    let isMarked = row < grid.table.headerRowCount
    // Heads that the row still needs: few rows of data have any.
    var missing = isFirst || isMarked ? 1 : 2
    var looks: [HeadingFilter.Look] = []
    looks.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      if entries.count - index < missing { return nil }
      let look = HeadingFilter.standard.look(at: grid.paragraphs(entry), in: reading.text)
      if look.weight > HeaderFinder.leastRoleWeight { missing -= 1 }
      looks.append(look)
    }
    if missing > 0 { return nil }
    let count = looks.count { $0.holdsWord }
    let needed =
      Double(count)
      * (isMarked ? HeaderFinder.leastMarkedShare : isFirst ? HeaderFinder.leastShare : HeaderFinder.leastLaterShare)
    var best = looks.reduce(0) { $0 + HeaderFinder.most($1) }
    var score = Score(value: 0, roles: [], cellCount: count)
    var sum = 0.0
    var seen = Set<String>(minimumCapacity: entries.count)
    for (entry, look) in zip(entries, looks) {
      // No row is a header whose remaining cells could not make up for those that are none.
      if best < needed { return nil }
      best -= HeaderFinder.most(look)
      score.longest = max(score.longest, look.length)
      guard look.weight > 0 || look.mayDate else { continue }
      let words = reading.string(grid.paragraphs(entry))
      let value: Double
      if look.weight > 0, !HeaderFinder.isFigure(words), let vote = reading.headings.undated(words) {
        // A heading has few words; a long text that contains one is no heading. One that stands in several columns
        // ("Target" in each period) is a label of the cells below a header.
        guard seen.insert(words).inserted else { continue }
        value = vote.weight * HeaderFinder.brevity(look)
        if vote.weight > HeaderFinder.leastRoleWeight, !score.roles.contains(vote.role) {
          score.roles.append(vote.role)
        }
      } else if look.mayDate, DateReader.headingDate(words) != nil {
        value = HeaderFinder.dateWeight
      } else {
        continue
      }
      sum += value
      best += value
    }
    score.value = count == 0 ? 0 : sum / Double(count)
    return score
  }

  /// Whether a text is a figure behind its label: "Target 60%" is no head.
  private static func isFigure(_ words: String) -> Bool {
    guard words.utf8.contains(UInt8(ascii: "%")), let label = PeriodLabel.leading(words) else { return false }
    return !label.rest.isEmpty
  }

  /// The most that a cell can add to its row's score.
  private static func most(_ look: HeadingFilter.Look) -> Double {
    // Rounding must not lose a header that reaches its share exactly.
    max(look.weight * HeaderFinder.brevity(look), look.mayDate ? HeaderFinder.dateWeight : 0) + 1e-9
  }

  /// The share of its weight that a text of more than sixty bytes keeps.
  private static func brevity(_ look: HeadingFilter.Look) -> Double {
    look.length < 60 ? 1 : 60 / Double(look.length)
  }

  /// Whether a row is a header by its words.
  ///
  /// - Parameter isTop: whether no row above has more than one text, so that the table's looks count as well.
  func isHeader(_ grid: Grid, row: Int, isFirst: Bool, isTop: Bool) -> Bool {
    if isNamed(grid, row: row, isFirst: isFirst) { return true }
    guard isTop, !isHeadingOfSection(grid, row: row, cells: grid.freshCount(row)) else { return false }
    return HeaderEvidence(reading: reading).sum(grid, row: row) >= HeaderEvidence.least
  }

  /// Whether its words alone make the row a header.
  func isNamed(_ grid: Grid, row: Int, isFirst: Bool) -> Bool {
    guard let score = score(grid, row: row, isFirst: isFirst), score.cellCount >= 2,
      !isHeadingOfSection(grid, row: row, cells: score.cellCount)
    else { return false }
    if row < grid.table.headerRowCount { return score.value >= HeaderFinder.leastMarkedShare && !score.roles.isEmpty }
    if score.roles.count >= 2 {
      return score.value >= (isFirst && score.longest <= 70 ? HeaderFinder.leastShare : HeaderFinder.leastLaterShare)
    }
    // Two columns that share a role ("Strategic lead | Operational lead") or one known head among strangers.
    return isFirst && score.roles.count == 1 && score.cellCount <= 3 && score.longest <= 40 && score.value >= 0.45
  }

  /// Whether the row's first cell is a section's heading ("A. Weak oversight | Progress"), which no column is called, or its
  /// kind and number with the title in the next cell and nothing in all others ("Priority 2 | Waiting times").
  private func isHeadingOfSection(_ grid: Grid, row: Int, cells: Int) -> Bool {
    guard cells <= 3, let first = grid.fresh(row).first else { return false }
    let words = reading.string(grid.paragraphs(first))
    let heading = SectionHeading.parse(words)
    guard heading.ref != nil else { return false }
    if heading.titleRange.count > 12 { return true }
    return heading.kind != nil && heading.titleRange.isEmpty && cells == 2 && grid.columnCount >= 4
      && row >= grid.table.headerRowCount
  }

  /// The words of a row's cells by column, for comparison with a header seen before.
  func signature(_ grid: Grid, row: Int) -> String {
    var signature = [String](repeating: "", count: grid.columnCount)
    for entry in grid.entries(row) where entry.hasText {
      signature[entry.column] = reading.headings.plain(reading.string(grid.paragraphs(entry)))
    }
    while signature.last == "" { signature.removeLast() }
    return signature.joined(separator: "\t")
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
      let words = reading.string(grid.paragraphs(entry))
      guard words.utf8.count <= 60 else { return false }
      let isHead = DateReader.headingDate(words) != nil || reading.headings.best(words) != nil || words.utf8.count <= 30
      guard isHead else { return false }
    }
    // Rows of targets are short and stand under the same heads: they are no header, except under exact spans.
    let dated = entries.count { DateReader.headingDate(reading.string(grid.paragraphs($0))) != nil }
    let named = entries.count {
      let words = reading.string(grid.paragraphs($0))
      return (reading.headings.best(words)?.weight ?? 0) > 0.6 || ColumnHeads.namesStage(words)
    }
    if grid.table.alignment == .exact {
      let carries = grid.entries(row).contains { $0.isCarried && grid.table.cells[$0.cell].row >= Int32(header) }
      return carries || dated + named == entries.count
    }
    if dated == entries.count || named == entries.count { return true }
    // A mixed line ("Strategic | Operational | Oct 24") is a header where it leaves the first column to the row below.
    let isShort = entries.allSatisfy { entry in
      grid.paragraphs(entry).reduce(0) { $0 + $1.span.count } <= 24
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
