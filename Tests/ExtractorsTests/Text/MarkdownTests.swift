// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Markdown")
struct MarkdownTests {
  @Test("Headings, lists, rules, quotations and emphasis")
  func blocks() throws {
    let document = try TextExtractor().extract(
      Array(
        """
        # The *big* plan #

        Second title
        ============

        Third title
        ---

        ## **Aim** 1
        - one
            - two
        1. three
        > said the board
        > 95% of rooms
        ***
        """.utf8))
    #expect(
      TextDump.lines(document) == [
        "h1 The big plan", "h1 Second title", "h2 Third title", "h2 Aim 1", "• one", "•1 two", "# 1. three",
        "said the board", "> 95% of rooms", "separator: ***",
      ])
    #expect(document.reader == "text/markdown")
    #expect(document.mediaType == "text/markdown")
  }

  @Test("Pipe tables, with escaped pipes, breaks and lists in cells")
  func pipeTables() throws {
    let document = try TextExtractor().extract(
      Array(
        """
        | Task | Owner |
        |:-----|------:|
        | Paint \\| polish | **Ann** |
        | First<br>- one<br>- two | |
        Words
        """.utf8))
    #expect(
      TextDump.lines(document) == [
        "table 3x2 head 1", " 0,0: Task", " 0,1: Owner", " 1,0: Paint | polish", " 1,1: [b] Ann",
        " 2,0: First | • one | • two", " 2,1: ", "Words",
      ])
    guard case .table(let table)? = document.blocks.first else { return }
    #expect(table.alignment == .exact)
  }

  @Test("A cell that a converter has printed in each of its places is one cell")
  func repeatedCells() throws {
    let document = try TextExtractor().extract(
      Array(
        """
        | Task  | Steps | Steps | Owner |
        |-------|-------|-------|-------|
        | Task  | May   | June  | Owner |
        | House | House | House | House |
        | Paint | Sand  | Coat  | Ann   |
        | Mend  | Done  | Done  | Bo    |
        """.utf8))
    #expect(
      TextDump.lines(document) == [
        "table 5x4 head 2", " 0,0: Task", " 0,1: Steps", " 0,3: Owner", " 1,1: May", " 1,2: June", " 2,0: House",
        " 3,0: Paint", " 3,1: Sand", " 3,2: Coat", " 3,3: Ann", " 4,0: Mend", " 4,1: Done",
        " 4,2: Done", " 4,3: Bo",
      ])
    #expect(spanning(document) == ["0,0: 2x1", "0,1: 1x2", "0,3: 2x1", "2,0: 1x4"])
  }

  /// The cells over several rows or columns.
  private func spanning(_ document: SourceDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return table.cells.filter { $0.rowSpan > 1 || $0.columnSpan > 1 }.map {
        "\($0.row),\($0.column): \($0.rowSpan)x\($0.columnSpan)"
      }
    }
  }

  @Test("Places that a head spans and a table leaves empty belong to it, where the next line says so")
  func emptySpans() throws {
    let document = try TextExtractor().extract(
      Array(
        """
        |  |  |  |
        | --- | --- | --- |
        | **Task** | **May** | |
        | | Goal | Done |
        | Paint | 3 | 2 |

        | Task | Owner | |
        |---|---|---|
        | Paint | | 2 |
        """.utf8))
    #expect(
      TextDump.lines(document) == [
        "table 4x3 head 3", " 0,2: ", " 1,0: [b] Task", " 1,1: [b] May", " 2,1: Goal", " 2,2: Done",
        " 3,0: Paint", " 3,1: 3", " 3,2: 2", "table 2x3 head 1", " 0,0: Task", " 0,1: Owner", " 0,2: ",
        " 1,0: Paint", " 1,2: 2",
      ])
    #expect(spanning(document) == ["1,0: 2x1", "1,1: 1x2"])
  }

  @Test("Items that a converter has run together behind stars")
  func starredItems() throws {
    let document = try TextExtractor().extract(
      Array("| Steps |\n|---|\n| * Sand the wall (May) * two coats * dry |\n| 5 * 3 rooms * |\n".utf8))
    #expect(
      TextDump.lines(document) == [
        "table 3x1 head 1", " 0,0: Steps", " 1,0: • Sand the wall (May) | • two coats | • dry", " 2,0: 5 * 3 rooms *",
      ])
  }

  @Test("Behind a hyphen a longer dash is no mark: the date of an item stays with it")
  func hyphenedItems() throws {
    let document = try TextExtractor().extract(
      Array("| Steps |\n|---|\n| - Sand the wall – May 2024 - Paint it – July 2024 |\n".utf8))
    #expect(
      TextDump.lines(document) == [
        "table 2x1 head 1", " 0,0: Steps", " 1,0: • Sand the wall – May 2024 | • Paint it – July 2024",
      ])
  }

  @Test("Tables without outer pipes, and rows of pipes without dashes")
  func bareTables() throws {
    #expect(
      try TextDump.read("Task | Owner\n--- | ---\nPaint | Ann\n") == [
        "table 2x2 head 1", " 0,0: Task", " 0,1: Owner", " 1,0: Paint", " 1,1: Ann",
      ])
    #expect(
      try TextDump.read("| Paint | Ann |\n| Sweep |\n") == [
        "table 2x2", " 0,0: Paint", " 0,1: Ann", " 1,0: Sweep",
      ])
    #expect(try TextDump.read("Either | or\n") == ["Either | or"])
  }

  @Test("Grid tables, with spans, paragraphs and lists in cells")
  func gridTables() throws {
    #expect(
      try TextDump.read(
        """
        +----------+-------------+------+
        | Task     | Owner       | When |
        +==========+=============+======+
        | Paint    | Ann Café    | May  |
        | the hall |             |      |
        |          +-------------+------+
        | - doors  | nobody, ever       |
        | - walls  |                    |
        +----------+--------------------+
        Words
        """)
        == [
          "table 3x3 head 1", " 0,0: Task", " 0,1: Owner", " 0,2: When", " 1,0: Paint the hall | • doors | • walls",
          " 1,1: Ann Café", " 1,2: May", " 2,1: nobody, ever", "Words",
        ])
    #expect(try TextDump.read("+----+\nNo table\n").count == 2)
  }

  @Test("HTML tables, with spans, nested tables and captions")
  func htmlTables() throws {
    let document = try TextExtractor().extract(
      Array(
        """
        # Plan

        <table class="x">
        <caption>Our tasks</caption>
        <thead><tr><th>Task</th><th colspan="2">Owner
        or team</th></tr></thead>
        \t<tr><td rowspan=2>Paint<ul><li>doors</li><li>walls</li></ul></td><td>Ann</td><td>May</td></tr>
        \t<tr><td>Bob</td><td><table><tr><td>in</td><td>out</td></tr></table></td></tr>
        </table> After

        <table><tr><td>never closed
        """.utf8))
    #expect(
      TextDump.lines(document) == [
        "h1 Plan", "Our tasks", "table 3x3 head 1", " 0,0: Task", " 0,1: Owner or team",
        " 1,0: Paint | • doors | • walls", " 1,1: Ann", " 1,2: May", " 2,1: Bob", " 2,2: in | out", "After",
        "never closed",
      ])
    guard case .table(let table) = document.blocks[2] else { return }
    #expect(table.cells[1].columnSpan == 2)
    #expect(table.cells[2].rowSpan == 2)
    #expect(table.cells[5].location.line == 8)
  }

  @Test("Literal blocks keep their text")
  func fences() throws {
    #expect(
      try TextDump.read("# T\n```text\n**as it is**\n```\n**bold**\n") == [
        "h1 T", "separator: ```text", "**as it is**", "separator: ```", "[b] bold",
      ])
  }

  @Test("A mixture of headings and tab-separated tables is read as both")
  func mixture() throws {
    let document = try TextExtractor().extract(
      Array("## Aim\n\na\tb\tc\nd\te\tf\n\n| g | h |\n|---|---|\n| i | j |\n".utf8))
    #expect(
      TextDump.lines(document).filter { $0.hasPrefix("h2") || $0.hasPrefix("table") } == [
        "h2 Aim", "table 2x3", "table 2x2 head 1",
      ])
    #expect(document.reader == "text/tab-separated")
  }

  @Test("Marks of numbers are no headings")
  func noHeadings() throws {
    #expect(try TextDump.read("#1 priority\n\n# \n\nC# club\n") == ["#1 priority", "#", "C# club"])
  }
}
