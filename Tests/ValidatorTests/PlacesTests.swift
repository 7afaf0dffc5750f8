// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("Lines of JSON and fingerprints") struct PlacesTests {
  private let json = Array(
    """
    {
      "a": [1, {"b": "x\\"}{",
        "c/d": true}],
      "e~f": {

        "g": null
      }
    }
    """.utf8)

  @Test(
    "a pointer is found on its line; of what is absent, the innermost thing around it",
    arguments: [
      ("", 1), ("/a", 2), ("/a/0", 2), ("/a/1", 2), ("/a/1/b", 2), ("/a/1/c~1d", 3), ("/e~0f", 4), ("/e~0f/g", 6),
      ("/e~0f/h/i", 4), ("/a/7", 2), ("/none", 1),
    ]) func lines(pointer: String, line: Int)
  {
    #expect(JSONLines(of: ["/a", pointer, "/e~0f/g"], in: json).line(of: pointer) == line)
  }

  @Test("damaged JSON is passed without end or crash") func damaged() {
    for end in json.indices { _ = JSONLines(of: ["/e~0f/g", "/a/1/b"], in: Array(json[..<end])) }
    for byte in UInt8.min...UInt8.max {
      _ = JSONLines(of: ["/a/1"], in: [UInt8(ascii: "{"), byte, byte, UInt8(ascii: "["), byte])
    }
    let deep = JSONLines(of: ["/0"], in: Array(repeating: UInt8(ascii: "["), count: 100_000))
    #expect(deep.line(of: "/0") == 1)
  }

  @Test("fingerprints tell rule, document and key apart, and nothing else") func fingerprints() {
    var prints = Fingerprints(document: "a.txt")
    var other = Fingerprints(document: "b.txt")
    let first = prints.next(SampleReport.result(SampleReport.lead, "Words.", key: "1.1", pointer: "/actions/0"))
    var again = Fingerprints(document: "a.txt")
    let moved = SampleReport.result(
      SampleReport.lead, "Other words.", key: "1.1", pointer: "/actions/9", source: Source(line: 9))
    #expect(again.next(moved) == first)
    #expect(first.utf8.count == 16)
    #expect(prints.next(moved) == first + "-2")
    #expect(other.next(moved) != first)
    #expect(prints.next(SampleReport.result(SampleReport.date, "", key: "1.1")) != first)
    #expect(prints.next(SampleReport.result(SampleReport.lead, "", key: "1.10")) != first)
  }
}
