// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import JSON

@Suite("JSON is read, and nothing laxer") struct JSONParserTests {
  @Test(arguments: [
    #""a\qb""#, #""\u12""#, #""\ud800""#, #""\ud800\u0041""#, "\"line\nbreak\"", "\"open", "01", "-", "1.", "1e", "tru",
    "+1",
    "[1 2]", "{\"a\" 1}", "{\"a\":1", "\u{1}", "nul", "00", "-01",
  ]) func malformedJSONIsRefused(text: String) {
    #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func badUTF8IsRefused() {
    #expect(throws: JSONError.self) { try JSONParser.parse([0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test func escapesAreRead() throws {
    let json = try JSONParser.parse(Array(#""\"\\\/\b\f\n\r\t\u0041\ud83d\udd70é""#.utf8))
    #expect(json.text(JSONDocument.root) == "\"\\/\u{8}\u{c}\n\r\tA🕰é")
  }

  @Test(arguments: ["0", "-0", "1.5", "-12.25e-3", "3E+2"]) func numbersAreRead(text: String) throws {
    let json = try JSONParser.parse(Array(text.utf8))
    #expect(json.nodes.map(\.kind) == [.number])
    #expect(json.text(JSONDocument.root) == text)
  }

  @Test func depthIsLimited() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONError.self) { try JSONParser.parse(deep) }
  }
}
