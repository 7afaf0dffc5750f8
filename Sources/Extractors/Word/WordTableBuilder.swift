// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Puts a Word table together from rows of cells: merges in both directions, and fills by table style.
struct WordTableBuilder {
  /// The table's style.
  var style: WordTableStyle?
  /// Which of the style's conditions the table asks for.
  var options = WordTableStyle.Options()
  /// Whether the exporting program may have left out the lower cells of merges without a trace.
  var mayLoseMerges = false
  /// The cells and the grid.
  var grid = TableAssembler()

  /// Whether each cell has shading of its own, if only "none".
  private var isShaded: [Bool] = []
  /// The cell that may grow downwards, by its first column.
  private var open: [Int: Int] = [:]
  private var hasMerges = false
  private var shortestRow = Int.max
  private var widestRow = 0

  /// A cell's place in its row and its content.
  struct RowCell {
    var properties: WordCellProperties
    var story: ContentStory
  }

  /// Appends a row.
  ///
  /// - Parameter before: columns of the grid that the row leaves out on the left.
  mutating func appendRow(_ cells: [RowCell], before: Int, isHeader: Bool) {
    let row = grid.rowCount
    grid.rowCount += 1
    if isHeader, grid.headerRows == row { grid.headerRows += 1 }
    var column = before
    var previous: Int?
    for cell in cells {
      let span = cell.properties.span
      defer { column += span }
      if cell.properties.horizontal == .goesOn, let previous {
        grid.update(previous) {
          $0.columnSpan += Int32(clamping: span)
          $0.paragraphs += cell.story.flattened
        }
      } else if cell.properties.vertical == .goesOn, let above = open[column], reaches(above, row: row, span: span) {
        grid.update(above) {
          $0.rowSpan += 1
          // Word does not show what stands in the lower cells of a merge.
          $0.paragraphs += cell.story.flattened.map(\.asHidden)
        }
        previous = above
      } else {
        previous = append(cell, row: row, column: column)
      }
    }
    shortestRow = min(shortestRow, column)
    widestRow = max(widestRow, column)
  }

  private func reaches(_ index: Int, row: Int, span: Int) -> Bool {
    let cell = grid.cells[index]
    return Int(cell.row + cell.rowSpan) == row && Int(cell.columnSpan) == span
  }

  private mutating func append(_ cell: RowCell, row: Int, column: Int) -> Int {
    let index = grid.append(
      Table.Cell(
        row: row, column: column, columnSpan: cell.properties.span, paragraphs: cell.story.paragraphs,
        fill: cell.properties.fill ?? nil), nested: cell.story.nested)
    isShaded.append(cell.properties.fill != nil)
    if cell.properties.vertical == .none {
      open[column] = nil
    } else {
      open[column] = index
      hasMerges = true
    }
    return index
  }

  /// The finished content.
  func finish() -> [Block] {
    var blocks = grid.finish { index, cell, columnCount in
      guard !isShaded[index], let style else { return cell.fill }
      let place = WordTableStyle.Place(
        row: Int(cell.row), column: Int(cell.column), rowEnd: Int(cell.row + cell.rowSpan),
        columnEnd: Int(cell.column + cell.columnSpan), rowCount: grid.rowCount, columnCount: columnCount)
      return style.look(of: place, options: options).fill
    }
    if mayLoseMerges, !hasMerges, shortestRow < widestRow, case .table(var table) = blocks.first {
      table.alignment = .counted
      blocks[0] = .table(table)
    }
    return blocks
  }
}

extension Paragraph {
  /// The paragraph, marked as one that nobody sees.
  var asHidden: Paragraph {
    var paragraph = self
    paragraph.style.insert(.hidden)
    return paragraph
  }
}
