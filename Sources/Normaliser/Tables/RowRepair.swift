// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Puts the cells of a damaged row back under their columns.
///
/// Separated exports now and then lose leading cells, or gain one where a cell was cut in two. Such a row gives itself
/// away: a text stands where all other rows have a reference, a rating word where they have none. Its filled cells are
/// then assigned to columns anew, in their order, so that their contents fit the columns best.
struct RowRepair {
  let reading: Reading
  let layout: Layout

  /// The cells with text of a damaged row under the columns that they belong to; nil for a row that needs no repair.
  func repaired(_ row: Int, grid: Grid) -> [Grid.Entry]? {
    let filled = grid.entries(row).withText
    guard let first = filled.first else { return nil }
    var place: String { "table \(grid.number), row \(grid.table.cells[first.cell].row + 1)" }
    if let shift = shift(of: filled, grid: grid) {
      reading.explanation.note(place, "cells moved", ["the row lost the \(shift) empty cells before it"])
      return filled.map { entry in
        var moved = entry
        moved.column += shift
        moved.columnSpan = 1
        return moved
      }
    }
    guard filled.count <= 16, isDamaged(filled, grid: grid) else { return nil }
    let columns = layout.columns.indices.filter { layout.columns[$0].role != nil }
    guard !columns.isEmpty else { return nil }
    let words = filled.map { reading.string(grid.paragraphs($0)) }
    guard let assignment = bestAssignment(words, to: columns) else { return nil }
    var repaired: [Grid.Entry] = []
    for (entry, column) in zip(filled, assignment) {
      var moved = entry
      moved.column = column
      moved.columnSpan = 1
      repaired.append(moved)
    }
    reading.explanation.note(.rowShifted(table: grid.number, row: Int(grid.table.cells[first.cell].row) + 1))
    reading.explanation.note(place, "cells moved", ["their contents do not fit the columns that they stand in"])
    return repaired
  }

  /// How many columns a row stands too far left: an export dropped the empty cells that merged ones leave before it.
  private func shift(of filled: Grid.Entries, grid: Grid) -> Int? {
    guard filled.count >= 3, filled.count <= 16, let first = filled.first, first.column == 0, let last = filled.last,
      layout.kind == .actions, filled.allSatisfy({ $0.column < layout.columns.count && !$0.isCarried })
    else { return nil }
    let room = layout.columns.count - 1 - last.column
    guard room > 0 else { return nil }
    let start = reading.string(grid.paragraphs(first))
    // A row whose text begins with a number of its own begins where it should; a number alone stands under its head.
    let isNumber = CellReference.parse(start) != nil
    guard isNumber || ReferenceReader.leading(start) == nil,
      filled.contains(where: { isStray(grid.paragraphs($0), in: $0.column) })
    else { return nil }
    let words = filled.map { reading.string(grid.paragraphs($0)) }
    func score(_ shift: Int) -> Double { zip(filled, words).reduce(0) { $0 + fit($1.1, $1.0.column + shift) } }
    let present = score(0)
    guard let best = (1...room).max(by: { (score($0), -$0) < (score($1), -$1) }), score(best) >= present + 2.5,
      !isNumber || layout.columns[best].role == .reference
    else { return nil }
    return best
  }

  /// Whether a text is of another nature than its column: words under a date, a date under something else.
  private func isStray(_ paragraphs: [Paragraph], in column: Int) -> Bool {
    let length = paragraphs.byteCount
    guard length <= 200 else { return layout.columns[column].role == .timescale }
    switch layout.columns[column].role {
    case .timescale, .start: return length > 8 && reading.dateScore(reading.string(paragraphs)) < 0.2
    case .section, .outcome: return layout.has(.reference) && CellReference.parse(reading.string(paragraphs)) != nil
    case .lead, .reference, .action, .contributors:
      return length <= 24 && reading.dateScore(reading.string(paragraphs)) > 0.9
    default: return false
    }
  }

  private func isDamaged(_ filled: Grid.Entries, grid: Grid) -> Bool {
    for entry in filled {
      guard entry.column < layout.columns.count else { return true }
      let paragraphs = grid.paragraphs(entry)
      let length = paragraphs.byteCount
      switch layout.columns[entry.column].role {
      case .reference where (layout.columns[entry.column].profile?.shortReferences ?? 0) > 0.6:
        if length > 30 { return true }
      case .timescale, .start:
        guard length > 12 else { continue }
        let words = reading.string(paragraphs)
        let time = reading.dateScore(words)
        if length > 45, time < 0.5, (layout.columns[entry.column].profile?.dates ?? 0) > 0.6 { return true }
        if time < 0.2, RatingReader.score(words) > 0.8 { return true }
      default: break
      }
    }
    return false
  }

  /// The column of each text: in their order, so that contents fit columns best. Two texts side by side may share a
  /// column of running text: an export cut one cell in two.
  private func bestAssignment(_ words: [String], to columns: [Int]) -> [Int]? {
    // best[t][c]: the best score of the first t texts when text t stands in column c.
    let count = columns.count
    var best = [[Double]](repeating: [Double](repeating: -.infinity, count: count), count: words.count)
    var from = [[Int]](repeating: [Int](repeating: -1, count: count), count: words.count)
    for text in words.indices {
      for column in 0..<count {
        let own = fit(words[text], columns[column])
        if text == 0 {
          best[text][column] = own
          continue
        }
        for previous in 0...column {
          let isShared = previous == column
          if isShared, !isRunningText(columns[column]) { continue }
          let score = best[text - 1][previous] + (isShared ? min(own, 0) - 0.4 : own)
          if score > best[text][column] {
            best[text][column] = score
            from[text][column] = previous
          }
        }
      }
    }
    guard let last = best.last, let top = last.max(), top.isFinite, var column = last.firstIndex(of: top) else {
      return nil
    }
    var assignment: [Int] = []
    for text in words.indices.reversed() {
      assignment.append(columns[column])
      column = max(0, from[text][column])
    }
    return assignment.reversed()
  }

  private func isRunningText(_ column: Int) -> Bool {
    switch layout.columns[column].role {
    case .action, .successMeasures, .update, .monitoring, .evidence: true
    default: false
    }
  }

  /// How well a text fits a column, by the role's nature and the column's other cells.
  private func fit(_ words: String, _ column: Int) -> Double {
    guard let role = layout.columns[column].role else { return -1 }
    let length = Double(words.utf8.count)
    switch role {
    case .reference, .sectionReference:
      return ReferenceReader.leading(words).map { $0.range.upperBound >= words.utf8.count ? 3 : -1 } ?? -3
    case .rating: return RatingReader.score(words) * 3 - 1
    case .timescale, .start: return length > 60 ? -2 : reading.dateScore(words) * 3 - 1
    case .lead, .contributors: return length > 200 ? -2 : PartyReader.score(words) * 2 - 0.8
    case .milestones: return (length > 20 ? 0.6 : -0.5) + (DateReader.embedded(in: words) == nil ? 0 : 0.6)
    case .section, .outcome:
      return CellReference.parse(words) != nil || length > 6 + 2 * (layout.columns[column].profile?.length ?? 60)
        ? -1 : 0.2
    case .update where (layout.columns[column].profile?.ratings ?? 0) > 0.5: return RatingReader.score(words) * 2 - 0.5
    case .action, .successMeasures, .update, .monitoring:
      let mean = layout.columns[column].profile?.length ?? 60
      return length > 20 ? 0.5 - min(0.4, abs(length - mean) / 600) : -0.5
    default: return 0
    }
  }
}
