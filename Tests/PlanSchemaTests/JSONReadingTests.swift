// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import PlanSchema

@Suite struct JSONReadingTests {
  private static let minimal = """
    {"schemaVersion":"1.0","document":{"file":"a","mediaType":"b","sha256":"c","reader":"d","readerVersion":"e",\
    "ocr":false},"plan":{"kind":"other"}}
    """

  private func plan(_ text: String) throws(PlanReadingError) -> CanonicalPlan {
    try CanonicalPlan(json: Array(text.utf8))
  }

  @Test func missingListsAreEmpty() throws {
    let plan = try plan(JSONReadingTests.minimal)
    #expect(plan.actions.isEmpty && plan.findings.isEmpty && plan.plan.ratingKey.isEmpty)
    #expect(plan.document.pages == nil)
  }

  @Test func furtherColumnsKeepTheirOrder() throws {
    let action = #"{"id":"1","text":"t","other":{"z":"1","a":"2","m":"3"}}"#
    let text = JSONReadingTests.minimal.dropLast() + #","actions":[\#(action)]}"#
    let read = try plan(String(text))
    #expect(read.actions.first?.other.map(\.heading) == ["z", "a", "m"])
    #expect(read.actions.first?.source == Source())
  }

  @Test(arguments: [
    ("", "the file ends before the plan does (line 1, byte 1 of the file)"),
    ("{\n\"a\":1,}", "a key is missing (line 2, byte 9 of the file)"),
    ("[]", "an object is expected, not a list (top level)"),
    ("{}", "the field \"schemaVersion\" is missing (top level)"),
    (minimal + "x", "something follows the end of the plan (line 1, byte 146 of the file)"),
    (
      minimal.replacingOccurrences(of: "\"ocr\":false", with: "\"ocr\":0"),
      "true or false is expected, not a number (document.ocr)"
    ),
    (
      minimal.replacingOccurrences(of: "}}", with: "},\"actions\":[{\"id\":\"1\",\"text\":\"t\"},{\"id\":2}]}"),
      "a text is expected, not a number (actions[1].id)"
    ),
    (
      minimal.replacingOccurrences(of: "1.0", with: "2.0"),
      "the plan follows version 2.0 of the contract; this program reads version 1 (schemaVersion)"
    ),
  ]) func whatIsNoPlanIsSaidWithItsPlace(text: String, message: String) {
    #expect {
      _ = try plan(text)
    } throws: { error in
      "\(error)" == message
    }
  }
}
