// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Encodings of text")
struct TextEncodingTests {
  static let text = "Café – “plan” £5\nTask\tOwner\tWhen\nPaint\tAnn\t🙂\n"
  static let expected = [
    "Café – “plan” £5", "table 2x3", " 0,0: Task", " 0,1: Owner", " 0,2: When", " 1,0: Paint", " 1,1: Ann", " 1,2: 🙂",
  ]

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test("UTF-8 and UTF-16, with and without byte order mark")
  func unicode() throws {
    let text = TextEncodingTests.text
    let inputs = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + TextEncodingTests.utf16(text, bigEndian: false),
      [0xFE, 0xFF] + TextEncodingTests.utf16(text, bigEndian: true),
      TextEncodingTests.utf16(text, bigEndian: false), TextEncodingTests.utf16(text, bigEndian: true),
    ]
    for input in inputs {
      let document = try TextExtractor().extract(input)
      #expect(TextDump.lines(document) == TextEncodingTests.expected)
      #expect(document.notices.isEmpty)
    }
  }

  @Test("Windows-1252 is read and noted")
  func windows1252() throws {
    let input: [UInt8] =
      [0x43, 0x61, 0x66, 0xE9, 0x20, 0x96, 0x20, 0x93, 0x70, 0x94, 0x20, 0xA3, 0x35, 0x20, 0x80, 0x31] + [
        0x20, 0x92, 0x0A,
      ]
    let document = try TextExtractor().extract(input)
    #expect(TextDump.lines(document) == ["Café – “p” £5 €1 ’"])
    #expect(document.notices.map(\.id) == ["encoding-windows-1252"])
  }

  @Test(
    "A sequence that breaks off keeps the text and is reported with its place",
    arguments: [
      (Array("Café\nplan ".utf8) + [0xE2, 0x80], ["Café", "plan \u{FFFD}"], 11, 2),
      (Array("plan ".utf8) + [0xC3], ["plan \u{FFFD}"], 5, 1),
      (Array("a ".utf8) + [0xE2, 0x80] + Array(" b – c".utf8), ["a \u{FFFD} b – c"], 2, 1),
    ])
  func truncated(input: [UInt8], expected: [String], offset: Int, line: Int) throws {
    let document = try TextExtractor().extract(input)
    #expect(TextDump.lines(document) == expected)
    let notice = try #require(document.notices.first)
    #expect(notice.id == "encoding-damaged")
    #expect(notice.severity == .warning)
    #expect(notice.message.contains("byte \(offset) (line \(line))"))
    #expect(notice.location.line == line)
  }

  @Test("A U+FFFD of the document's own is no damage")
  func ownReplacement() throws {
    #expect(try TextExtractor().extract(Array("a \u{FFFD} b".utf8)).notices.isEmpty)
  }

  @Test("Lone surrogates and odd bytes of UTF-16 are reported")
  func brokenUTF16() throws {
    let input = [0xFF, 0xFE] + TextEncodingTests.utf16("ab", bigEndian: false) + [0x00, 0xD8, 0x63, 0x00, 0x64]
    let document = try TextExtractor().extract(input)
    #expect(TextDump.lines(document) == ["ab\u{FFFD}c\u{FFFD}"])
    #expect(document.notices.first?.message.contains("2 places are") == true)
    #expect(document.notices.first?.message.contains("byte 6 (line 1)") == true)
  }
}
