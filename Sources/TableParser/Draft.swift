// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A paragraph before it is written to the document's text: pages may still be joined.
struct Draft {
  var text: [UInt8] = []
  var marker = Paragraph.Marker.none
  var level: UInt8 = 0
  var style: Paragraph.Style = []
  var confidence: UInt8 = 100
  var fontSize: Float = 0
  var location = Location()
  /// Colour behind it.
  var fill: Colour?
  /// What its first letter is.
  var start = Word.Start.other
  /// Whether its last word ends a sentence.
  var endsSentence = false
  /// Whether its last line is full: the next word may have been pushed to another line.
  var isFull = false
  /// Number of lines it was set in.
  var lineCount = 1

  /// Whether it is a line of a table of contents: a run of dots and a number at the end.
  var isContentsLine: Bool {
    guard lineCount == 1, let last = text.last, Letters.isDigit(last) else { return false }
    var run = 0
    for byte in text where byte != 0x20 {
      run = byte == 0x2E ? run + 1 : 0
      if run > 3 { return true }
    }
    return false
  }

  /// Adds the text that goes on after a page break.
  mutating func append(_ other: Draft, vocabulary: Vocabulary) {
    vocabulary.join(&text, other.text)
    style.formIntersection(other.style)
    confidence = min(confidence, other.confidence)
    endsSentence = other.endsSentence
    isFull = other.isFull
    lineCount += other.lineCount
  }
}

/// A piece of a page in reading order, before it is written.
enum DraftBlock {
  case paragraph(Draft)
  /// A heading with its rank among the sizes of the document still open.
  case heading(Draft)
  case furniture(Block.FurnitureKind, Draft)
  /// A line in the margin between a table and the edge of the page: a paragraph, or furniture where the table goes on
  /// over the page break all the same.
  case marginal(Block.FurnitureKind, Draft)
  /// Text without a place that can be seen: it stands between no two blocks.
  case loose(Draft)
  case table(TableDraft)
  case pageBreak
}

/// A table before it is written.
struct TableDraft {
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var paragraphs: [Draft]
    var fill: Colour?
    var location: Location

    var isEmpty: Bool { paragraphs.isEmpty }
  }

  var origin: PageAnalysis.Origin
  var columnEdges: [Float]
  /// Where the text of each column begins, in a table without rules; infinite for a column without text.
  var columnStarts: [Float] = []
  var rowCount: Int
  var rowPages: [Int32]
  /// Height of the top of each row on its page, in points.
  var rowTops: [Float]
  /// Cells by row, then by column.
  var cells: [Cell]
  var box: Box
  var page: Int
  /// Whether nothing but furniture stands above it on its page, and below it.
  var opensPage = false
  var closesPage = false
  /// Page on which its last row stands.
  var lastPage: Int
  /// Geometry of its last part: borders of the columns there.
  var pageWidth: Float
  var pageHeight: Float
  /// Whether text is on character cells.
  var isCharacterGrid = false
  /// Most rows that one of its cells covers.
  var longestSpan = 1

  var columnCount: Int { columnEdges.count - 1 }
}
