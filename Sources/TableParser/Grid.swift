// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// A table as found on one page: a grid with words in its cells, before anything is joined over pages.
struct Grid {
  /// One cell with the words that stand in it.
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var box: Box
    /// Indices into ``PageText/words``, in reading order.
    var words: [Int] = []
    var fill: Colour?
  }

  /// Where its borders come from.
  var origin: PageAnalysis.Origin
  /// Borders of the columns, from left to right; one more than there are columns.
  var columnEdges: [Float]
  /// Borders of the rows, from top to bottom; one more than there are rows.
  var rowEdges: [Float]
  /// Cells by row, then by column; cells without words are there too.
  var cells: [Cell]
  /// How well it fits the words, from 0 to 1.
  var score: Float = 0

  var columnCount: Int { columnEdges.count - 1 }
  var rowCount: Int { rowEdges.count - 1 }

  var box: Box {
    Box(
      left: columnEdges.first ?? 0, top: rowEdges.first ?? 0, right: columnEdges.last ?? 0, bottom: rowEdges.last ?? 0)
  }
}

/// What the parser saw on one page: for people who tune, and for drawing.
public struct PageAnalysis: Sendable {
  /// Where a grid's borders come from.
  public enum Origin: String, Sendable {
    /// Rules, thin fills and edges of fills.
    case rules
    /// White space and aligned words.
    case text
    /// Columns from rules, rows from baselines.
    case columnRules = "column-rules"
    /// Rows from rules, columns from white space.
    case rowRules = "row-rules"
  }

  /// A grid that was considered.
  public struct Candidate: Sendable {
    /// Where its borders come from.
    public var origin: Origin
    /// Cells, in points.
    public var cells: [Box]
    /// How well it fits the words, from 0 to 1.
    public var score: Float
    /// Whether it was taken.
    public var isChosen: Bool
  }

  /// Page number, from 1.
  public var page: Int
  /// Width, in points.
  public var width: Float
  /// Height, in points.
  public var height: Float
  /// Boxes of the words.
  public var words: [Box]
  /// Boxes of the rules after thin fills and edges of fills were added and doubles merged.
  public var rules: [Box]
  /// The fills as they came.
  public var fills: [PageFill]
  /// All grids that were considered, in the order in which they were built.
  public var candidates: [Candidate]
}
