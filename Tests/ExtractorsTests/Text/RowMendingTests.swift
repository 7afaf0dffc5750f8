// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Rows that an export broke")
struct RowMendingTests {
  @Test("Rows of pipes go on until they have as many pipes as their head")
  func pipes() throws {
    let lines = try TextDump.read(
      """
      No | Task | Owner |
      ---|---|---|
      1 | Paint the hall | Ann |
      2 |
      Sweep the yard
      and the steps
      | Bob |
      3 | Wash:
      - cups
      - plates
      | Cy |
      """)
    #expect(
      lines == [
        "table 4x3 head 1", " 0,0: No", " 0,1: Task", " 0,2: Owner", " 1,0: 1", " 1,1: Paint the hall", " 1,2: Ann",
        " 2,0: 2", " 2,1: Sweep the yard and the steps", " 2,2: Bob", " 3,0: 3", " 3,1: Wash: | • cups | • plates",
        " 3,2: Cy",
      ])
  }

  @Test("One cell a line; the head of the next table is no part of a row")
  func cellsOnLines() throws {
    let table = "| Task | Owner | When |\n|---|---|---|\n"
    let lines = try TextDump.read("\(table)Paint |\nAnn |\nMay |\nOutcome\nClean cups\n\(table)Wash |\nBob |\nJune |\n")
    #expect(lines.filter { $0.hasPrefix("table") } == ["table 2x3 head 1", "table 2x3 head 1"])
    #expect(lines.contains("Outcome") && lines.contains("Clean cups"))
    #expect(lines.contains(" 1,0: Wash") && lines.contains(" 1,2: June"))
  }

  @Test("What follows a table of pipes, and rows that are merely short, stay as they are")
  func shortRows() throws {
    let lines = try TextDump.read("| A | B | C |\n|---|---|---|\n| a | b |\n| c | d |\nWords | here\nMore words\n")
    #expect(lines.prefix(1) == ["table 4x3 head 1"])
    #expect(lines.last == "More words")
  }

  @Test("A list in a cell of a page copied from a browser stays in its cell")
  func tabs() throws {
    let open = try TextDump.read("Task\tOwner\tWhen\nWash\t\ncups\nplates\n\tMay\nPaint\tAnn\tJune\n")
    #expect(
      open == [
        "table 3x3", " 0,0: Task", " 0,1: Owner", " 0,2: When", " 1,0: Wash", " 1,1: cups | plates", " 1,2: May",
        " 2,0: Paint", " 2,1: Ann", " 2,2: June",
      ])
    let listed = try TextDump.read(
      "Task\tOwner\tWhen\nWash:\n• cups\n• plates\tAnn\tMay\nPaint\tAnn\t• soon\n• later\n")
    #expect(listed.contains(" 1,0: Wash: | • cups | • plates"))
    #expect(listed.last == " 2,2: • soon | • later")
  }

  @Test("Rows that leave the places of merged cells empty are rows of their own")
  func mergedRows() throws {
    let lines = try TextDump.read("No\tTask\tStep\n1\tWash\n\tcups\n\tplates\nBand\n2\tPaint\thall\n")
    #expect(lines.first == "table 4x3")
    #expect(lines.contains("Band"))
  }

  @Test("Short records of a comma-separated tracker do not make it prose")
  func shortRecords() throws {
    let lines = try TextDump.read("Task,When,Owner\nWash\nPaint,May\nSweep,June,Ann\nMend\nDust,July\n")
    #expect(lines.first == "table 6x3")
    #expect(lines.last == " 5,1: July")
  }
}
