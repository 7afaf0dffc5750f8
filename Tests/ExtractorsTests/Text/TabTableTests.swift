// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Tab-separated exports")
struct TabTableTests {
  @Test("Rows keep their own number of columns, and empty cells their places")
  func raggedRows() throws {
    let lines = try TextDump.read("No\tTask\tOwner\n1\tPaint the hall\n\t\tAnn\nBand\t\t\t\n")
    #expect(
      lines == [
        "table 4x4", " 0,0: No", " 0,1: Task", " 0,2: Owner", " 1,0: 1", " 1,1: Paint the hall", " 2,2: Ann",
        " 3,0: Band", " 3,3: ",
      ])
  }

  @Test("A blank line ends a table; prose stands between tables; lines are counted")
  func runs() throws {
    let document = try TextExtractor().extract(Array("\na\tb\tc\n\nWords here\nd\te\tf\n\t\t\t\ng\th\ti".utf8))
    #expect(
      TextDump.lines(document) == [
        "table 1x3", " 0,0: a", " 0,1: b", " 0,2: c", "Words here", "table 3x4", " 0,0: d", " 0,1: e", " 0,2: f",
        " 1,3: ", " 2,0: g", " 2,1: h", " 2,2: i",
      ])
    guard case .table(let first) = document.blocks[0], case .paragraph(let words) = document.blocks[1],
      case .table(let second) = document.blocks[2]
    else {
      Issue.record("blocks are not table, paragraph, table")
      return
    }
    #expect(first.alignment == .counted)
    #expect(first.location.line == 2)
    #expect(words.location.line == 4)
    #expect(second.cells.last?.paragraphs.first?.location.line == 7)
    #expect(document.reader == "text/tab-separated")
    #expect(document.mediaType == "text/tab-separated-values")
  }

  @Test("Rows of dashes are furniture; under the first row they make it a header")
  func dashRows() throws {
    #expect(
      try TextDump.read("Task\tOwner\t\n---\t--\t\nPaint\tAnn\t\n") == [
        "table 2x3 head 1", " 0,0: Task", " 0,1: Owner", " 0,2: ", " 1,0: Paint", " 1,1: Ann", " 1,2: ",
        "separator: --- --",
      ])
    #expect(
      try TextDump.read("2\tAim\tx\n----\t--\t--\n\nText") == [
        "table 1x3", " 0,0: 2", " 0,1: Aim", " 0,2: x", "separator: ---- -- --", "Text",
      ])
  }

  @Test("A single dash is a value, not a rule")
  func dashValues() throws {
    #expect(try TextDump.read("a\tb\tc\n-\t-\t-\n").suffix(3) == [" 1,0: -", " 1,1: -", " 1,2: -"])
    #expect(try TextDump.cell("- 5%") == ["- 5%"])
    #expect(try TextDump.cell("-0.4") == ["-0.4"])
  }

  @Test("Quoted cells of spreadsheets may hold line breaks, tabs and doubled quotes")
  func quotedCells() throws {
    let lines = try TextDump.read("\"Paint\nthe \"\"big\"\" hall\"\tAnn\tMay\nNext\t\"one\ttwo\"\tx\n")
    #expect(
      lines == [
        "table 2x3", " 0,0: Paint | the \"big\" hall", " 0,1: Ann", " 0,2: May", " 1,0: Next", " 1,1: one two",
        " 1,2: x",
      ])
  }

  @Test("Quotes of the document's own stay")
  func ownQuotes() throws {
    let lines = try TextDump.read("\"Open doors\" for all\t\"Shut\"\tz\n\"Half\tb\tc\nd\te\tf\n")
    #expect(
      lines == [
        "table 3x3", " 0,0: \"Open doors\" for all", " 0,1: \"Shut\"", " 0,2: z", " 1,0: \"Half", " 1,1: b", " 1,2: c",
        " 2,0: d", " 2,1: e", " 2,2: f",
      ])
  }

  @Test("Lists whose marks are followed by tabs are lists")
  func tabbedLists() throws {
    #expect(
      try TextDump.read("a\tb\tc\n\n1.\tFirst thing\n2.\tSecond thing\n\n•\tDot\n\t-\tDash below\n") == [
        "table 1x3", " 0,0: a", " 0,1: b", " 0,2: c", "# 1. First thing", "# 2. Second thing", "• Dot",
        "•1 Dash below",
      ])
  }

  @Test("An item alone in its row stays in its column")
  func itemRows() throws {
    #expect(try TextDump.read("a\tb\tc\n\n\t- One\n").suffix(2) == ["table 1x2", " 0,1: • One"])
    #expect(try TextDump.read("a\tb\tc\n\nText\n- One\t\n").suffix(2) == [" 0,0: • One", " 0,1: "])
  }

  @Test("Tabs that only indent make no table")
  func indentation() throws {
    #expect(try TextDump.read("\tA first line\n\n\tA second line\n") == ["A first line", "A second line"])
  }

  @Test("More columns than any table has end up in one cell, with all words")
  func tooManyColumns() throws {
    let document = try TextExtractor().extract(Array(("a" + String(repeating: "\t", count: 9000) + "end").utf8))
    guard case .table(let table)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columnCount <= 1024)
    #expect(table.cells.count == 2)
    #expect(document.text.string(table.cells[1].paragraphs[0].span) == "end")
  }
}
