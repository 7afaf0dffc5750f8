// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Layout text")
struct LayoutTests {
  static let text = """
    Our plan

    Task                Owner       When
    Paint the old       Ann Lee     May
    hall                            2031
    Sweep               Bob         June
    \u{C}Page two
       Café             Cy\u{A0}Dee      July
    """

  @Test("Words get the boxes of their character cells, a page for each form feed")
  func boxes() throws {
    let document = try TextExtractor().extract(Array(LayoutTests.text.utf8))
    #expect(document.reader == "text/layout")
    #expect(document.blocks.isEmpty)
    #expect(document.pageCount == 2)
    #expect(document.pages.map(\.number) == [1, 2])
    let first = document.pages[0]
    #expect(first.width == 36 * 6)
    #expect(first.height == 6 * 12)
    let owner = try #require(first.words.first { document.text.string($0.span) == "Owner" })
    #expect(owner.box == Box(left: 120, top: 24, right: 150, bottom: 36))
    let second = document.pages[1]
    #expect(second.words.map { document.text.string($0.span) } == ["Page", "two", "Café", "Cy", "Dee", "July"])
    #expect(second.words[2].box == Box(left: 18, top: 12, right: 42, bottom: 24))
    #expect(second.words[3].box.left == 120)
  }

  @Test("Prose with two spaces after full stops is no layout text")
  func prose() throws {
    let document = try TextExtractor().extract(
      Array("One thing.  Then another thing.\nThis is so.  And that too.\nWhatever else.  The end is near.\n".utf8))
    #expect(document.reader == "text/plain")
  }

  @Test("The gap behind list marks is no column")
  func lists() throws {
    let document = try TextExtractor().extract(Array("Aims\n\n1.  Paint\n2.  Sweep\n-   Rest\n-   Eat\n".utf8))
    #expect(document.reader == "text/plain")
    #expect(TextDump.lines(document).last == "• Eat")
  }

  @Test("A column headed # is no Markdown heading")
  func numberColumn() throws {
    let document = try TextExtractor().extract(
      Array("#    Task          Owner\n1    Paint         Ann\n2    Sweep         Bob\n3    Rest          Cy\n".utf8))
    #expect(document.reader == "text/layout")
  }

  @Test("A padded Markdown table is a table")
  func paddedTable() throws {
    let document = try TextExtractor().extract(
      Array("| Task      | Owner  |\n|-----------|--------|\n| Paint     | Ann    |\n| Sweep     | Bob    |\n".utf8))
    #expect(document.reader == "text/markdown")
  }
}
