// SPDX-License-Identifier: GPL-3.0-or-later

/// A grid of cells, as found in the document.
public struct Table: Sendable {
  /// One cell. A cell that spans is listed once, at its top left place.
  @frozen
  public struct Cell: Sendable {
    /// Row of its top edge, from 0.
    public var row: Int32
    /// Column of its left edge, from 0.
    public var column: Int32
    /// Rows it covers, at least 1.
    public var rowSpan: Int32
    /// Columns it covers, at least 1.
    public var columnSpan: Int32
    /// Its text, in reading order; empty for an empty cell.
    public var paragraphs: [Paragraph]
    /// Its background, where the document gives one that is not white.
    public var fill: Colour?
    /// Where it stands.
    public var location: Location

    /// A cell at a place of the grid.
    @inlinable
    public init(
      row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, paragraphs: [Paragraph] = [], fill: Colour? = nil,
      location: Location = Location()
    ) {
      self.row = Int32(clamping: row)
      self.column = Int32(clamping: column)
      self.rowSpan = Int32(clamping: max(1, rowSpan))
      self.columnSpan = Int32(clamping: max(1, columnSpan))
      self.paragraphs = paragraphs
      self.fill = fill
      self.location = location
    }
  }

  /// How much the grid's columns can be trusted.
  public enum Alignment: Sendable {
    /// The format states each cell's column (a ruled table, Word, a spreadsheet).
    case exact
    /// Cells were counted off between separators: a row may have lost leading or trailing cells (tab-separated
    /// exports, CSV).
    case counted
    /// Columns were inferred from white space or from the reading order.
    case inferred
  }

  /// Number of rows.
  public var rowCount: Int
  /// Number of columns.
  public var columnCount: Int
  /// The cells, by row, then by column. Places that no cell covers are empty.
  public var cells: [Cell]
  /// Leading rows that the document itself marks as headers (w:tblHeader, th); 0 where it does not say.
  public var headerRowCount: Int
  /// How the columns were found.
  public var alignment: Alignment
  /// Rows that stand on no page are empty here; otherwise the page of each row, from 1.
  public var rowPages: [Int32]
  /// Name of the sheet it stands on, in a workbook.
  public var sheet: String?
  /// Where it begins.
  public var location: Location

  /// A table from its cells.
  public init(
    rowCount: Int, columnCount: Int, cells: [Cell], headerRowCount: Int = 0, alignment: Alignment = .exact,
    rowPages: [Int32] = [], sheet: String? = nil, location: Location = Location()
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = cells
    self.headerRowCount = headerRowCount
    self.alignment = alignment
    self.rowPages = rowPages
    self.sheet = sheet
    self.location = location
  }
}
