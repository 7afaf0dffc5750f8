// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Puts rows together that an export or a copy has broken over several lines: a row goes on until it has as many marks
/// (pipes, tabs) between its cells as its table's head.
///
/// Neat rows cost one look. A line with all marks is always a row of its own, so that what stands between two tables is
/// never drawn into the second one's head.
struct RowMending {
  /// The mark between cells of the table that is open, with how many of them a whole row has.
  private var open: (mark: UInt8, count: Int)?
  /// Whether the head of the open table begins with a pipe: rows that do not have one mark less.
  private var hasLeadingPipe = false
  /// Whether it ends with a pipe: so do its rows.
  private var hasTrailingPipe = false

  /// Most lines of one row.
  private static let mostLines = 60
  /// Most bytes of one row.
  private static let mostBytes = 8_192
  /// Most blank lines in a row within one cell.
  private static let mostBlanks = 2

  /// Whether rows of pipes are open.
  var hasPipes: Bool { open?.mark == Byte.pipe }

  /// Notes the line above a line of dashes, whose marks say how many cells a row has; fewer than two cells are no table.
  mutating func begin(pipes head: UnsafeBufferPointer<UInt8>) {
    let count = RowMending.count(Byte.pipe, in: head)
    hasLeadingPipe = head.trimmed.first == Byte.pipe
    hasTrailingPipe = head.trimmed.last == Byte.pipe
    open = count >= 2 ? (Byte.pipe, count) : nil
  }

  /// Notes the first row of a run of tabs.
  mutating func begin(tabs head: UnsafeBufferPointer<UInt8>) {
    let count = RowMending.count(Byte.tab, in: head)
    open = count >= 2 ? (Byte.tab, count) : nil
  }

  /// Ends the table.
  mutating func close() { open = nil }

  /// Ends the table if it is one of tabs.
  mutating func closeTabs() {
    if open?.mark == Byte.tab { open = nil }
  }

  /// Makes a line that begins a broken row run on to the row's end; false where it begins none, and nothing was changed.
  mutating func mend(
    _ line: inout TextLine, _ scanner: inout LineScanner, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let open else { return false }
    return open.mark == Byte.pipe ? mendPipes(&line, &scanner, source) : mendTabs(&line, &scanner, source)
  }

  private mutating func mendPipes(
    _ line: inout TextLine, _ scanner: inout LineScanner, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard var open else { return false }
    let bytes = source.part(line.range)
    if hasLeadingPipe, bytes.trimmed.first != Byte.pipe { open.count -= 1 }
    let first = RowMending.count(open.mark, in: bytes)
    guard first < open.count, MarkdownLine.headingLevel(bytes) == nil else { return false }
    var ahead = scanner
    guard let end = RowMending.end(&ahead, source, from: line, has: first, of: open),
      !hasTrailingPipe || source.part(line.start..<end).trimmed.last == Byte.pipe
    else {
      // What follows a table is no row.
      if first == 0 { self.open = nil }
      return false
    }
    line.end = end
    scanner = ahead
    return true
  }

  /// A row of tabs that is broken shows it: lines without tabs stand within it, or it leads to a list, or the lines that
  /// have too few tabs always come to a whole row together.
  private func mendTabs(
    _ line: inout TextLine, _ scanner: inout LineScanner, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let open else { return false }
    let bytes = source.part(line.range)
    let first = line.hasTab ? RowMending.count(open.mark, in: bytes) : 0
    guard first < open.count, bytes.first != Byte.tab else { return false }
    var ahead = scanner
    if !line.hasTab {
      guard let next = ahead.next(), next.pageBreaks == 0, isListed(next, source) else { return false }
      ahead = scanner
    }
    guard let end = RowMending.end(&ahead, source, from: line, has: first, of: open) else { return false }
    line.end = end
    line.hasTab = true
    scanner = ahead
    return true
  }

  /// Whether a line without tabs is an item of the list that the last cell of the row above it holds.
  func continuesList(_ line: TextLine, after row: TextLine, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard open?.mark == Byte.tab, !line.hasTab, row.hasTab, isListed(line, source),
      let tab = source.part(row.range).lastIndex(of: Byte.tab)
    else { return false }
    let cell = source.part(row.start + tab + 1..<row.end).trimmed
    return cell.last == Byte.colon || BulletGlyphs.leadingMarkLength(in: cell) > 0
  }

  private func isListed(_ line: TextLine, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    !line.isBlank && BulletGlyphs.leadingMarkLength(in: source.part(line.range)) > 0
  }

  /// Offset behind the row that begins with `line`, which has `has` marks; nil where no row comes of it.
  private static func end(
    _ scanner: inout LineScanner, _ source: UnsafeBufferPointer<UInt8>, from line: TextLine, has: Int,
    of open: (mark: UInt8, count: Int)
  ) -> Int? {
    var (found, blanks, lines, end) = (has, 0, 1, line.end)
    // Lines with marks, and lines without: a row of one line with marks is none that was broken, and in a table of tabs
    // two lines with tabs may be two rows.
    var (parts, plain) = (has > 0 ? 1 : 0, 0)
    while let next = scanner.next() {
      lines += 1
      guard lines <= mostLines, next.end - line.start <= mostBytes, next.pageBreaks == 0 else { return nil }
      if next.isBlank, !(open.mark == Byte.tab && next.hasTab) {
        blanks += 1
        guard blanks <= mostBlanks else { return nil }
        continue
      }
      let isApart = blanks > 0
      blanks = 0
      let bytes = source.part(next.range)
      let marks = count(open.mark, in: bytes)
      // Below a blank line a row that begins with an empty cell is another table's, not the rest of this one.
      if open.mark == Byte.tab, isApart, bytes.first == Byte.tab, marks > 1 { return nil }
      let isListed = open.mark == Byte.tab && parts == 0 && BulletGlyphs.leadingMarkLength(in: bytes) > 0
      guard marks < open.count || isListed, !SeparatorLine.matches(bytes), MarkdownLine.headingLevel(bytes) == nil
      else {
        return nil
      }
      // Two short rows with a pipe at both ends are two rows.
      if open.mark == Byte.pipe, PipeTable.isClosedRow(bytes), source.part(line.start..<end).trimmed.last == Byte.pipe,
        marks > 2, source.part(line.range).trimmed.first == Byte.pipe
      {
        return nil
      }
      found += marks
      if marks > 0 { parts += 1 } else { plain += 1 }
      end = next.end
      if found > open.count { return nil }
      if found == open.count {
        if isListed || parts > 1 && (plain > 0 || open.mark == Byte.pipe) { return end }
        let isPair = parts == 2 && bytes.first.map { $0 != Byte.tab && !$0.isDigit } ?? false
        return isPair && isWhole(scanner, source, of: open) ? end : nil
      }
    }
    return nil
  }

  /// Whether the line that comes next is a whole row, or ends the table.
  private static func isWhole(
    _ scanner: LineScanner, _ source: UnsafeBufferPointer<UInt8>, of open: (mark: UInt8, count: Int)
  ) -> Bool {
    var ahead = scanner
    guard let next = ahead.next(), !next.isBlank else { return true }
    return count(open.mark, in: source.part(next.range)) == open.count
  }

  /// How many marks stand in a line; a mark behind a backslash belongs to its cell.
  private static func count(_ mark: UInt8, in line: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = line.firstIndex(of: mark, from: 0)
    while index < line.count {
      if mark != Byte.pipe || index == 0 || line[index - 1] != Byte.backslash { count += 1 }
      index = line.firstIndex(of: mark, from: index + 1)
    }
    return count
  }
}
