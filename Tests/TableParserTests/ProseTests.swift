// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct ProseTests {
  private let text =
    "Our bakers rise before dawn and heat the ovens with beech logs that were cut two winters ago and kept dry under the eaves."

  @Test func headingsAreRankedBySize() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Bread for the Vale", x: 50, y: 60, size: 24)
    builder.line("Ovens", x: 50, y: 110, size: 16)
    builder.wrapped(text, x: 50, y: 140, width: 480)
    builder.line("Logs", x: 50, y: 200, size: 13)
    builder.wrapped(text, x: 50, y: 220, width: 480)
    builder.line("Flour", x: 50, y: 300, size: 16)
    builder.wrapped(text, x: 50, y: 330, width: 480)
    let parsed = builder.parsed()
    #expect(parsed.texts == ["h0 Bread for the Vale", "h1 Ovens", text, "h2 Logs", text, "h1 Flour", text])
  }

  /// Lines set solid that leave no room for another word, as a scan shows them whose space above paragraphs was lost.
  @Test func aReferenceOpensAParagraphAfterASentence() {
    var builder = PageBuilder()
    builder.page()
    let lines = [
      "Every oven of the vale is swept before the first frost comes down from the hills, and then again in May.",
      "1.1 Sweep the flues of all the ovens in the upper vale and carry the soot down to the old lime pits by",
      "1.2 May at the latest, since the pits are closed to carts as soon as the hay is brought in from the hill",
    ]
    for (number, line) in lines.enumerated() { builder.line(line, x: 50, y: 100 + 12 * Float(number)) }
    let parsed = builder.parsed()
    #expect(parsed.texts == [lines[0], lines[1] + " " + lines[2]])
  }

  @Test func runningLinesBecomeFurniture() {
    var builder = PageBuilder()
    for number in 1...4 {
      builder.page()
      builder.line("Vale Bakers Yearly Account", x: 50, y: 30)
      builder.wrapped("Chapter \(number): " + text, x: 50, y: 120, width: 480)
      builder.line("Page \(number) of 4", x: 280, y: 770)
    }
    let parsed = builder.parsed()
    #expect(parsed.texts.filter { $0 == "[running-header] Vale Bakers Yearly Account" }.count == 4)
    #expect(parsed.texts.filter { $0.hasPrefix("[page-number]") }.count == 4)
    #expect(parsed.texts.filter { $0.hasPrefix("Chapter") }.count == 4)
  }

  @Test func aTitleThatCountsIsNoFurniture() {
    var builder = PageBuilder()
    for number in 1...3 {
      builder.page()
      builder.line("Card \(number)", x: 50, y: 40)
      builder.wrapped(text, x: 50, y: 120, width: 480)
    }
    #expect(builder.parsed().texts.filter { $0.hasPrefix("[") }.isEmpty)
  }

  @Test func wordsDividedAtALineEndAreMadeWhole() {
    var builder = PageBuilder()
    builder.page()
    builder.line("The whole community came when the commu-", x: 50, y: 60)
    builder.line("nity hall was opened to staff and co-", x: 50, y: 72)
    builder.line("workers from the mill.", x: 50, y: 84)
    #expect(
      builder.parsed().texts == [
        "The whole community came when the community hall was opened to staff and co-workers from the mill."
      ])
  }

  @Test func contentsLinesAreFurniture() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Ovens ........................ 3", x: 50, y: 60)
    builder.line("Flour ........................ 9", x: 50, y: 74)
    #expect(
      builder.parsed().texts == [
        "[contents] Ovens ........................ 3", "[contents] Flour ........................ 9",
      ])
  }

  @Test func pagesArePartedByBreaks() {
    var builder = PageBuilder()
    builder.page()
    builder.line("One", x: 50, y: 300)
    builder.page()
    builder.line("Two", x: 50, y: 310)
    let blocks = builder.parsed().document.blocks
    #expect(blocks.count == 3)
    if blocks.count == 3, case .pageBreak = blocks[1] {} else { Issue.record("no page break") }
  }
}
