// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import PlanSchema

@Suite struct SchemaCheckTests {
  private static let sound = """
    {"schemaVersion":"1.0","document":{"file":"a","mediaType":"text/plain",
    "sha256":"\(String(repeating: "a", count: 64))","reader":"text","readerVersion":"1","ocr":false},"plan":{"kind":"other"},
    "sections":[],"actions":[{"id":"1","text":"x","other":{"Ward":"North"},"source":{"line":3}}],"indicators":[],
    "groups":[],"glossary":[],"narrative":[],"unplaced":[],"furniture":[],"findings":[]}
    """

  private func faults(_ change: (from: String, to: String)...) throws -> [String] {
    var json = SchemaCheckTests.sound
    for (old, new) in change {
      let parts = json.split(separator: old, maxSplits: 1)
      #expect(parts.count == 2, "\(old)")
      json = parts.joined(separator: new)
    }
    return try CheckedPlan(json: Array(json.utf8)).faults.map { "\($0.pointer) \($0.message)" }
  }

  @Test func nothingInTheSchemaIsUnknownHere() {
    #expect(SchemaRules.contract.unknownWords.isEmpty)
    #expect(SchemaRules.contract.nodes.count > 100)
    for node in SchemaRules.contract.nodes {
      if let reference = node.reference { #expect(SchemaRules.contract.definitions[reference] != nil, "\(reference)") }
    }
  }

  @Test func aSoundPlanHasNoFaults() throws {
    #expect(try faults().isEmpty)
    #expect(try CheckedPlan(json: Array(SchemaCheckTests.sound.utf8)).plan?.actions.count == 1)
  }

  @Test func whatBreaksTheSchemaIsSaidWithItsPlace() throws {
    #expect(try faults(("\"text\":\"x\",", "")) == ["/actions/0 \"text\" is missing"])
    #expect(try faults(("\"x\"", "7")).first == "/actions/0/text it should be a text, not a number")
    #expect(try faults(("\"x\"", "\"\"")).first?.hasPrefix("/actions/0/text it is empty") == true)
    #expect(
      try faults(("\"id\":\"1\"", "\"id\":\"1\",\"colour\":1")) == ["/actions/0/colour the schema has no such field"])
    #expect(try faults(("\"line\":3", "\"line\":0")) == ["/actions/0/source/line it should be 1 or more"])
    #expect(try faults(("\"line\":3", "\"box\":[1,2]")) == ["/actions/0/source/box it should have 4 items"])
    #expect(
      try faults(("{\"Ward\":\"North\"}", "{\"a/b\":\"\"}")).first?.hasPrefix("/actions/0/other/a~1b it is") == true)
    #expect(try faults(("aaaa", "AAAA")).first?.contains("does not have the right form") == true)
    #expect(
      try faults(("\"other\"}", "\"wish\"}")).first?.hasPrefix("/plan/kind \"wish\" is none of ")
        == true)
    #expect(
      try faults(("\"ocr\":false", "\"ocr\":\"no\"")).first == "/document/ocr it should be true or false, not a text")
    #expect(try faults(("\"groups\":[]", "\"groups\":[],\"groups\":[]")) == ["/groups the key stands twice"])
  }

  @Test func laterVersionsMayHaveMore() throws {
    #expect(try faults(("\"1.0\"", "\"1.3\""), ("\"other\"}", "\"other\",\"mood\":\"good\"}")).isEmpty)
    #expect(try faults(("\"1.0\"", "\"2.0\"")) == ["/schemaVersion it should be \"1.0\""])
  }

  @Test func whatIsNoJSONIsAnError() {
    #expect(throws: PlanReadingError.self) { try CheckedPlan(json: Array("{\"a\":".utf8)) }
  }

  @Test(arguments: [
    (TextPattern.checksum, String(repeating: "0f", count: 32), "0F"), (.areaCode, "E10000016", "E1000001"),
    (.date, "{2018-07,2018-08}", "July"), (.date, "2019-10/2019-12", ""), (.date, "2019-09/..", "2019 09"),
  ]) func patternsTellForms(pattern: TextPattern, good: String, bad: String) {
    #expect(Array(good.utf8).withUnsafeBufferPointer(pattern.matches))
    #expect(!Array(bad.utf8).withUnsafeBufferPointer(pattern.matches))
  }
}
