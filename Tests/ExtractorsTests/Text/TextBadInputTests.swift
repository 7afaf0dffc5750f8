// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Bad text input")
struct TextBadInputTests {
  private func failure(_ bytes: [UInt8], limits: TextLimits = TextLimits()) -> ExtractionError? {
    do {
      _ = try TextExtractor(limits: limits).extract(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("Nothing in it", arguments: ["", " \n\t\r\n ", "\u{FEFF}", "\u{A0}\u{200B}\n", "<p></p>\t<br>\t"])
  func empty(text: String) throws {
    let error = try #require(failure(Array(text.utf8)))
    #expect(error.reason == .empty)
    #expect(!error.advice.isEmpty)
  }

  @Test("Binary data is refused with its place")
  func binary() throws {
    let rubbish = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }
    let error = try #require(failure(rubbish))
    #expect(error.reason == .unsupportedFormat)
    #expect(error.place?.hasPrefix("byte ") == true)
    #expect(failure([0x41, 0x00, 0x42, 0x43, 0x44])?.reason == .unsupportedFormat)
    #expect(TextExtractor().confidence(in: rubbish) == 0)
  }

  @Test("Other formats are named", arguments: [("%PDF-1.7", "PDF"), ("PK\u{3}\u{4}", "ZIP"), ("{\\rtf1 x}", "RTF")])
  func foreign(head: String, name: String) throws {
    let error = try #require(failure(Array(head.utf8)))
    #expect(error.reason == .unsupportedFormat)
    #expect(error.message.contains(name))
    #expect(TextExtractor().confidence(in: Array(head.utf8)) == 0)
  }

  @Test("A file and a line beyond the limits are refused")
  func limits() throws {
    var limits = TextLimits()
    limits.bytes = 20
    #expect(failure(Array(repeating: 0x61, count: 21), limits: limits)?.reason == .overLimit)
    limits.bytes = 1000
    limits.lineBytes = 20
    let error = try #require(failure(Array(("ok\n\n" + String(repeating: "a", count: 21)).utf8), limits: limits))
    #expect(error.reason == .overLimit)
    #expect(error.place == "line 3")
    #expect(failure(Array((String(repeating: "a", count: 20) + "\n").utf8), limits: limits) == nil)
  }

  @Test("Text is text, HTML and XML are left to others")
  func confidence() {
    #expect(TextExtractor().confidence(in: Array("A plan\n".utf8)) == 0.5)
    #expect(TextExtractor().confidence(in: Array("<!DOCTYPE html><html>".utf8)) == 0.1)
  }

  @Test(
    "Marks without partners take linear time",
    arguments: [
      "**a ", "__a ", "[a", "[a](", "<ul style=\"", "<!-- ", "&amp", "\t\"a", "\"a\n\t", "<b a=b ", "- A - B ", "• ",
      "*a_",
      "\u{B9}", "<ul>", "<p>", "|a", "a\tb\n", "\n\n", "(", "1. ", "\\", "`", "~~a", "<sup>1</sup>", "# a\n", "a,\"b\n",
      "<table>\n", "<table><tr><td colspan=999>", "+--+\n", "+--+\n|a |\n", "<td rowspan=9>",
    ])
  func linear(piece: String) throws {
    let bytes = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { _ = failure(bytes) }
    // A quadratic reader takes minutes here; a debug build of a linear one a second at most.
    #expect(time < .seconds(60))
  }
}
