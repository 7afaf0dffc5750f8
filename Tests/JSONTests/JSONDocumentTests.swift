// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import JSON

@Suite("Places in JSON") struct JSONDocumentTests {
  private static let text = """
    {
      "a": [1, {"b": "x\\"}{",
        "c/d": true}],
      "e~f": {

        "g": null
      }
    }
    """

  private func document() throws -> JSONDocument { try JSONParser.parse(Array(JSONDocumentTests.text.utf8)) }

  @Test(
    "a pointer is found on its line; of what is absent, the innermost thing around it",
    arguments: [
      ("", 1), ("/a", 2), ("/a/0", 2), ("/a/1", 2), ("/a/1/b", 2), ("/a/1/c~1d", 3), ("/e~0f", 4), ("/e~0f/g", 6),
      ("/e~0f/h/i", 4), ("/a/7", 2), ("/a/-1", 2), ("/none", 1),
    ]) func lines(pointer: String, line: Int) throws
  {
    let json = try document()
    #expect(json.nodes[json.value(at: pointer)].line == line)
  }

  @Test("each value's pointer and path lead back to it") func ways() throws {
    let json = try document()
    var pointers: [String] = []
    var paths: [String] = []
    func visit(_ node: Int) {
      pointers.append(json.pointer(to: node))
      paths.append(json.path(to: node))
      #expect(json.value(at: json.pointer(to: node)) == node)
      for child in json.children(of: node) { visit(json.nodes[node].kind == .object ? child + 1 : child) }
    }
    visit(JSONDocument.root)
    #expect(pointers == ["", "/a", "/a/0", "/a/1", "/a/1/b", "/a/1/c~1d", "/e~0f", "/e~0f/g"])
    #expect(paths == ["top level", "a", "a[0]", "a[1]", "a[1].b", "a[1].c/d", "e~f", "e~f.g"])
  }

  @Test("texts of any length end where they end, plain, with escapes, with letters of other scripts")
  func texts() throws {
    for count in 0..<40 {
      let plain = String(repeating: "a", count: count)
      for (written, meant) in [("\"", "\""), ("é", "é"), ("—", "—"), ("~", "~")] {
        let sign = written == "\"" ? "\\\"" : written
        let json = try JSONParser.parse(Array("[\"\(plain)\(sign)\(plain)\",7]".utf8))
        #expect(json.text(1) == plain + meant + plain)
        #expect(json.nodes.map(\.kind.name) == ["a list", "a text", "a number"])
      }
    }
  }

  @Test("a text with a line end or a control in it is refused, wherever it stands") func controls() {
    for count in 0..<20 {
      for control in UInt8.min..<0x20 {
        var bytes = Array("\"".utf8) + [UInt8](repeating: UInt8(ascii: "b"), count: count)
        bytes += [control] + Array("cccccccccc\"".utf8)
        #expect(throws: JSONError.self) { try JSONParser.parse(bytes) }
      }
    }
  }

  @Test("a key with escapes is the same key") func escapedKeys() throws {
    let json = try JSONParser.parse(Array(#"{"\u0061b":1}"#.utf8))
    #expect(json.member("ab", of: JSONDocument.root) == 2)
    #expect(json.member("a", of: JSONDocument.root) == nil)
  }
}
