// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Running text")
struct ProseTests {
  @Test("A line is a paragraph; list marks are taken off, numbers stay")
  func lines() throws {
    #expect(
      try TextDump.read("A plan\nfor all\n\n- one\n  - deeper\n• two\n* three\n(a) four\n¹ A note.\n-----\n") == [
        "A plan", "for all", "• one", "•1 deeper", "• two", "• three", "# (a) four", "A note.", "separator: -----",
      ])
  }

  @Test("Wrapped sentences are joined, also within a compound word")
  func wrapped() throws {
    let first = "The rooms of the old hall will be painted once the weather allows, as co-"
    #expect(
      try TextDump.read(
        "\(first)\nworkers of the trust have asked for it in the last of their many meetings\nand so on.\n")
        == [
          "The rooms of the old hall will be painted once the weather allows, as co-workers of the trust have asked for "
            + "it in the last of their many meetings and so on."
        ])
  }

  @Test("Lines that end a sentence, a clause or far from the margin are not joined")
  func notWrapped() throws {
    let long = "the rooms of the old hall will be painted once the weather allows it, and then"
    #expect(try TextDump.read("\(long).\nand more\n").count == 2)
    #expect(try TextDump.read("\(long):\nand more\n").count == 2)
    #expect(try TextDump.read("\(long)\nAnd more\n").count == 2)
    #expect(try TextDump.read("short line\nand more\n").count == 2)
    #expect(try TextDump.read("\(long)\nand more\n\(long) goes on for quite a bit longer than that\n").count == 3)
  }

  @Test("Form feeds begin pages, wherever they stand")
  func pages() throws {
    let document = try TextExtractor().extract(Array("One\n\u{C}Two\nThree\u{C}Four\n".utf8))
    #expect(TextDump.lines(document) == ["One", "page", "Two", "Three", "page", "Four"])
    #expect(document.pageCount == 3)
    #expect(document.reader == "text/plain")
    guard case .paragraph(let last)? = document.blocks.last else { return }
    #expect(last.location.line == 3)
  }

  @Test("All line ends are read", arguments: ["\n", "\r\n", "\r", "\r\r\n"])
  func lineEnds(end: String) throws {
    let text = ["One", "", "a\tb\tc", "d\te\tf", "", "Two"].joined(separator: end)
    let expected = ["One", "table 2x3", " 0,0: a", " 0,1: b", " 0,2: c", " 1,0: d", " 1,1: e", " 1,2: f", "Two"]
    #expect(try TextDump.read(text) == expected)
    #expect(try TextDump.read(text + end) == expected)
    let document = try TextExtractor().extract(Array(text.utf8))
    guard case .paragraph(let last)? = document.blocks.last else { return }
    #expect(last.location.line == 6)
  }

  @Test("Page numbers and tables of contents are furniture")
  func frames() throws {
    #expect(
      try TextDump.read(
        "a\tb\tc\n\nContents\nOur aims\t3\nOur rooms\t12\n\nThe hall ....... 4\nPage 3 of 12\nPage 3\n12\n")
        == [
          "table 1x3", " 0,0: a", " 0,1: b", " 0,2: c", "Contents", "contents: Our aims 3", "contents: Our rooms 12",
          "contents: The hall ....... 4", "page-number: Page 3 of 12", "page-number: Page 3", "12",
        ])
  }

  @Test("Long lines without separators stay as they are")
  func longLines() throws {
    let line = Array(repeating: "Lead 1.2 Board Measure of it", count: 400).joined(separator: " ")
    #expect(try TextDump.read(line) == [line])
  }

  @Test("The same line at several page breaks frames the pages")
  func runningLines() throws {
    let document = try TextExtractor().extract(
      Array(
        """
        Garden club

        Dig the plots over.

        Papers of the garden club board 1
        \u{C}
        Aims

        Order the seed.

        Papers of the garden club board 2
        \u{C}
        Aims

        Hold an open day.

        Plot 1
        \u{C}
        Invite the village.

        Plot 2
        """.utf8))
    #expect(
      TextDump.lines(document) == [
        "Garden club", "Dig the plots over.", "running-footer: Papers of the garden club board 1", "page", "Aims",
        "Order the seed.", "running-footer: Papers of the garden club board 2", "page", "Aims", "Hold an open day.",
        "Plot 1", "page", "Invite the village.", "Plot 2",
      ])
  }
}
