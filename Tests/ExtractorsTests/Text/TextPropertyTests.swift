// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

/// A small deterministic generator (SplitMix64), so that a failing seed can be run again.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

@Suite("Properties of the text extractor")
struct TextPropertyTests {
  private func checkSpans(_ document: SourceDocument, seed: UInt64) {
    let spans = TextDump.spans(document).sorted { $0.start < $1.start }
    for (left, right) in zip(spans, spans.dropFirst()) {
      #expect(left.end < right.start, "spans overlap, seed \(seed)")
    }
    for span in spans {
      let text = document.text.string(span)
      #expect(!span.isEmpty && Int(span.end) < document.text.bytes.count, "seed \(seed)")
      #expect(!text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("\n"), "seed \(seed)")
    }
    let covered = spans.reduce(0) { $0 + $1.count + 1 }
    #expect(covered == document.text.bytes.count, "text that no block holds, seed \(seed)")
  }

  @Test("Any bytes: no crash, spans in order, the same result twice")
  func arbitraryBytes() {
    for seed in UInt64(0)..<400 {
      var generator = Generator(state: seed)
      let marks = Array("\t\t\n\n \r\u{C}<>/&;#*_~[]()`\\|-=\"',.:aAzZ09•¹é–\u{A0}ul p br li".utf8)
      let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        seed.isMultiple(of: 4)
          ? UInt8.random(in: 0...255, using: &generator) : marks.randomElement(using: &generator) ?? 0
      }
      do {
        let document = try TextExtractor().extract(bytes)
        checkSpans(document, seed: seed)
        let again = try TextExtractor().extract(bytes)
        #expect(again.text.bytes == document.text.bytes && TextDump.lines(again) == TextDump.lines(document))
        #expect(again.notices == document.notices && TextDump.spans(again) == TextDump.spans(document))
      } catch {
        #expect([.empty, .unsupportedFormat].contains(error.reason), "seed \(seed)")
      }
    }
  }

  @Test("Each word stands in one span, whatever marks are around it")
  func wordsSurvive() throws {
    let marks = [
      " ", " ", " ", "\n", "\n", "\t", "\t", "\n\n", "<p>", "</p>", "<ul style=\"a: b\">", "</ul>", "<li>", "<br>",
      "<b>",
      "</b>", "&amp;", " &lt; ", "**", "*", "__", "~~", " - ", "\n- ", "\n• ", " • ", "\n# ", " | ", "\n| ", "|---|\n",
      "\n---\n", "\n===\n", "\"", "\"\t\"", "\"\n", ",", ";", ", ", ". ", "\u{C}", "\\", "¹", "`", "\n```\n", "\n> ",
      "<1% ",
      "      ", "[", "]", ")", "1. ", "\n(a) ", "\r\n", "\r", "–", "<sup>", "</sup>", "\n<table>", "<tr>", "<td>",
      "<th colspan=2>", "</table>", "\n+---+---+\n", "\n+===+---+\n| ",
    ]
    for seed in UInt64(0)..<600 {
      var generator = Generator(state: seed)
      var text = ""
      let count = Int.random(in: 1...60, using: &generator)
      for number in 0..<count {
        text += "word\(number)q"
        for _ in 0...Int.random(in: 0...2, using: &generator) { text += marks.randomElement(using: &generator) ?? " " }
      }
      let document = try TextExtractor().extract(Array(text.utf8))
      checkSpans(document, seed: seed)
      let found = TextDump.spans(document).map { document.text.string($0) }.joined(separator: "\n")
      for number in 0..<count {
        let pieces = found.split(separator: "word\(number)q", omittingEmptySubsequences: false)
        #expect(pieces.count == 2, "word\(number)q, seed \(seed): \(text.debugDescription)")
      }
    }
  }

  @Test("A cell without markup reads the same with markup behind it that means nothing")
  func plainCells() throws {
    let pieces = [
      "word", " ", " ", "  ", ", ", ". ", "1. ", "(a) ", "iv) ", "- ", "o ", "+ ", " & ", " < ", "<1%", "! ", "’", "–",
      "“", "é", "£", "\u{A0}", "\u{AD}", "Some longer words without anything in them", "#", "|", "\"", "²", "m²", "•",
      "* ", "_",
    ]
    for seed in UInt64(0)..<600 {
      var generator = Generator(state: seed)
      let text =
        "a"
        + (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined() + "z"
      #expect(try TextDump.cell(text) == TextDump.cell(text + "<u></u>"), "\(text.debugDescription)")
      // Without the letter before them, marks and numbers of a list stand at the start.
      let item = String(text.dropFirst())
      if item.contains("\u{A0}") { continue }
      #expect(try TextDump.cell(item) == TextDump.cell(item + "<u></u>"), "\(item.debugDescription)")
    }
  }

  @Test("Each line has its number, however long it is and whatever ends it")
  func lineNumbers() throws {
    for seed in UInt64(0)..<200 {
      var generator = Generator(state: seed)
      let ending = ["\n", "\r\n", "\r", "\r\r\n"].randomElement(using: &generator) ?? "\n"
      var text = ""
      var expected: [String] = []
      var line = 1
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        let word = String(repeating: "w", count: Int.random(in: 1...40, using: &generator))
        expected.append("\(line) \(word)")
        let blank = Int.random(in: 1...3, using: &generator)
        text += word
        for _ in 0...blank { text += ending + (["", "  ", "\t"].randomElement(using: &generator) ?? "") }
        line += blank + 1
      }
      let document = try TextExtractor().extract(Array(text.utf8))
      let found = document.blocks.map { block in
        guard case .paragraph(let paragraph) = block else { return "no paragraph" }
        return "\(paragraph.location.line ?? 0) \(document.text.string(paragraph.span))"
      }
      #expect(found == expected, "seed \(seed)")
    }
  }

  @Test("A generated plan keeps each cell's words at its place")
  func generatedTables() throws {
    for seed in UInt64(0)..<100 {
      var generator = Generator(state: seed)
      let columns = Int.random(in: 3...7, using: &generator)
      let rows = Int.random(in: 1...12, using: &generator)
      var grid: [[String]] = []
      for row in 0..<rows {
        grid.append(
          (0..<columns).map { column in
            Bool.random(using: &generator) ? "cell \(row) by \(column)" : ""
          })
        grid[row][0] = "row \(row)"
      }
      let text = grid.map { $0.joined(separator: "\t") }.joined(separator: "\r\n")
      let document = try TextExtractor().extract(Array(text.utf8))
      guard document.blocks.count == 1, case .table(let table) = document.blocks[0] else {
        Issue.record("not one table, seed \(seed)")
        continue
      }
      #expect(table.rowCount == rows && table.columnCount == columns, "seed \(seed)")
      var found = Array(repeating: Array(repeating: "", count: columns), count: rows)
      for cell in table.cells {
        found[Int(cell.row)][Int(cell.column)] = cell.paragraphs.map { document.text.string($0.span) }.joined()
      }
      #expect(found == grid, "seed \(seed)")
    }
  }
}
