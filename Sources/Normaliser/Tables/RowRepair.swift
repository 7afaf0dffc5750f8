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

  func repaired(_ entries: [Grid.Entry], grid: Grid) -> [Grid.Entry] {
    let filled = entries.filter { !grid.table.cells[$0.cell].paragraphs.isEmpty }
    guard !filled.isEmpty, filled.count <= 16, isDamaged(filled, grid: grid) else { return entries }
    let columns = layout.columns.indices.filter { layout.columns[$0].role != nil }
    guard !columns.isEmpty else { return entries }
    let words = filled.map { reading.string(grid.table.cells[$0.cell].paragraphs) }
    guard let assignment = bestAssignment(words, to: columns) else { return entries }
    var repaired: [Grid.Entry] = []
    for (entry, column) in zip(filled, assignment) {
      var moved = entry
      moved.column = column
      moved.columnSpan = 1
      repaired.append(moved)
    }
    return repaired
  }

  private func isDamaged(_ filled: [Grid.Entry], grid: Grid) -> Bool {
    for entry in filled {
      guard entry.column < layout.columns.count else { return true }
      let words = reading.string(grid.table.cells[entry.cell].paragraphs)
      switch layout.columns[entry.column].role {
      case .reference where (layout.columns[entry.column].profile?.references ?? 0) > 0.6:
        if words.utf8.count > 30 { return true }
      case .timescale, .start:
        if words.utf8.count > 12, RatingReader.score(words) > 0.8, DateReader.score(words) < 0.2 { return true }
      default: break
      }
    }
    return false
  }

  /// The columns, ascending, that the texts fit best; nil where there are more texts than columns.
  private func bestAssignment(_ words: [String], to columns: [Int]) -> [Int]? {
    guard words.count <= columns.count else { return nil }
    let count = columns.count
    var best = [[Double]](repeating: [Double](repeating: -.infinity, count: count + 1), count: words.count + 1)
    var taken = [[Bool]](repeating: [Bool](repeating: false, count: count + 1), count: words.count + 1)
    for column in 0...count { best[0][column] = 0 }
    for text in 1...words.count {
      for column in 1...count {
        let skipped = best[text][column - 1]
        let used = best[text - 1][column - 1] + fit(words[text - 1], columns[column - 1])
        best[text][column] = max(skipped, used)
        taken[text][column] = used >= skipped
      }
    }
    guard best[words.count][count].isFinite else { return nil }
    var assignment: [Int] = []
    var text = words.count
    var column = count
    while text > 0, column > 0 {
      if taken[text][column] {
        assignment.append(columns[column - 1])
        text -= 1
      }
      column -= 1
    }
    return assignment.count == words.count ? assignment.reversed() : nil
  }

  /// How well a text fits a column, by the role's nature and the column's other cells.
  private func fit(_ words: String, _ column: Int) -> Double {
    guard let role = layout.columns[column].role else { return -1 }
    let length = Double(words.utf8.count)
    switch role {
    case .reference, .sectionReference:
      return ReferenceReader.leading(words).map { $0.range.upperBound >= words.utf8.count ? 3 : -1 } ?? -3
    case .rating: return RatingReader.score(words) * 3 - 1
    case .timescale, .start: return length > 60 ? -2 : DateReader.score(words) * 3 - 1
    case .lead, .contributors: return length > 200 ? -2 : PartyReader.score(words) * 2 - 0.8
    case .milestones: return (length > 20 ? 0.6 : -0.5) + (DateReader.embedded(in: words) == nil ? 0 : 0.6)
    case .action, .successMeasures, .update, .monitoring:
      let mean = layout.columns[column].profile?.length ?? 60
      return length > 20 ? 0.5 - min(0.4, abs(length - mean) / 600) : -0.5
    default: return 0
    }
  }
}
