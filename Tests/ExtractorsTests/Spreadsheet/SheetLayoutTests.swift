// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("Titles and tables of a sheet")
struct SheetLayoutTests {
  /// Style 1 is bold, style 2 bold on a fill.
  private static let styles = """
    <fonts><font><sz val='11'/></font><font><b/><sz val='11'/></font></fonts><fills><fill><patternFill patternType='none'/></fill>
    <fill><patternFill patternType='solid'><fgColor rgb='FFC000'/></patternFill></fill></fills>
    <cellXfs><xf/><xf fontId='1'/><xf fontId='1' fillId='1'/></cellXfs>
    """

  /// A sheet drawn with text: cells parted by `|`, `!` before a text makes it bold, `#` bold on a fill; a line of `-` is
  /// an empty row, an empty cell is none.
  private func outline(_ drawing: String, merges: String = "") throws -> [String] {
    var xml = ""
    for (row, line) in drawing.split(separator: "\n").enumerated() where line != "-" {
      xml += "<row r='\(row + 1)'>"
      for (column, cell) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated()
      where !cell.isEmpty {
        let style = cell.hasPrefix("!") ? 1 : cell.hasPrefix("#") ? 2 : 0
        let text = style > 0 ? cell.dropFirst() : cell
        let place = String(UnicodeScalar(UInt8(65 + column))) + "\(row + 1)"
        xml += "<c r='\(place)' s='\(style)' t='str'><v>\(text)</v></c>"
      }
      xml += "</row>"
    }
    let areas = merges.split(separator: " ").map { "<mergeCell ref='\($0)'/>" }.joined()
    var book = WorkbookBuilder(xml, after: "<mergeCells>\(areas)</mergeCells>")
    book.styles = Self.styles
    // Blocks only: the cells are tested elsewhere.
    return ExtractorsTests.outline(try SpreadsheetExtractor().extract(book.bytes)).dropFirst().filter {
      !$0.contains(",")
    }
  }

  @Test("titles above a table are headings and paragraphs")
  func titles() throws {
    #expect(
      try outline("!Plan\nversion 2\n-\n!Ref|!Action|!Lead\n1|x|y\n2|z|w") == [
        "h1 Plan", "p version 2", "table 3x3 of One",
      ])
    #expect(try outline("!Plan\n!Ref|!Action|!Lead\n1|x|y") == ["h1 Plan", "table 2x3 of One"])
  }

  @Test("an empty row inside a table parts nothing")
  func gaps() throws {
    #expect(try outline("!Ref|!Action|!Lead\n1|x|y\n-\n2|z|w\n-\nBand\n3|q|r") == ["table 5x3 of One"])
  }

  @Test("a head after an empty row begins a new table")
  func secondHead() throws {
    #expect(
      try outline("!Ref|!Action|!Lead\n1|x|y\n-\n!Second part\n!Ref|!Action|!Lead\n2|z|w") == [
        "table 2x3 of One", "h1 Second part", "table 2x3 of One",
      ])
  }

  @Test("a narrow table below is one of its own, notes at the end are paragraphs")
  func keyAndNotes() throws {
    #expect(
      try outline("!Ref|!Action|!Lead|!When|!RAG\n1|x|y|z|G\n-\nG|Good\nR|Bad\n-\nA note") == [
        "table 2x5 of One", "table 2x2 of One", "p A note",
      ])
  }

  @Test("bands of one kind all stay in the table")
  func bands() throws {
    #expect(
      try outline(
        "!Plan\n-\n#First aim\n!Ref|!Action|!Lead\n1|x|y\n#Second aim\n2|z|w", merges: "A3:C3 A6:C6")
        == ["h1 Plan", "table 5x3 of One"])
  }

  @Test("the upper line of a head of two lines is no title")
  func spanningHead() throws {
    #expect(
      try outline("||#Milestones\n!Ref|!Action|!May|!June|!July\n1|x|a|b|c", merges: "C1:E1") == ["table 3x5 of One"])
  }

  @Test("particulars above a wide table are a table of their own")
  func particulars() throws {
    #expect(
      try outline("Lead|Ana\nDate|May\n!Ref|!Action|!Lead|!When\n1|x|y|z") == ["table 2x2 of One", "table 2x4 of One"])
  }

  @Test("a key beside a long table is a table of its own, a sparse column is not")
  func sideBySide() throws {
    let rows = (1...8).map { "\($0)|x|y" }
    let key = ["||G|Good", "||A|Fair", "||R|Bad"]
    let beside = zip(rows, key).map { $0 + $1 } + rows.dropFirst(3)
    #expect(
      try outline("!Ref|!Action|!Lead\n" + beside.joined(separator: "\n")) == ["table 3x2 of One", "table 9x3 of One"])
    let sparse = ["1|x|y||note"] + rows.dropFirst()
    #expect(try outline("!Ref|!Action|!Lead||!Notes\n" + sparse.joined(separator: "\n")) == ["table 9x4 of One"])
  }

  @Test("heads without any looks are told by their words")
  func plainHeads() throws {
    let long = "a sentence that says at length what somebody will do"
    #expect(
      try outline("Ref|Action|Lead\n1|\(long)|y\n-\nMeasures\nMeasure|Baseline|Target\nw|\(long)|z") == [
        "table 2x3 of One", "p Measures", "table 2x3 of One",
      ])
    #expect(
      try outline("Ref|Action|Lead\n1|\(long)|y\n-\nRef|Action|Lead\n2|\(long)|z") == [
        "table 2x3 of One", "table 2x3 of One",
      ])
    #expect(try outline("Ref|Action|Lead\n1|\(long)|y\n-\nBand\n2|\(long)|z") == ["table 4x3 of One"])
  }

  @Test("a sheet of single lines has no table")
  func lines() throws {
    #expect(try outline("!About\nOne line\nAnother line") == ["h1 About", "p One line", "p Another line"])
  }
}
