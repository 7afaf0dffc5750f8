// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanSchema
import TestSupport
import Testing

@testable import Emitters

@Suite struct SchemaTests {
  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func plansFollowTheSchemaAndDamagedOnesDoNot() throws {
    let good = String(decoding: JSONEmitter().emit(FullPlan.plan), as: UTF8.self)
    let damage: [(String, String)] = [
      (#""schemaVersion": "1.0""#, #""schemaVersion": "2.0""#),
      (#""kind": "written-statement-of-action""#, #""kind": "wish-list""#),
      (#""glossary": ["#, #""glossaries": ["#),
      (#""status": "at-risk""#, #""status": "maybe""#),
      (#""colour": "amber""#, #""colour": "orange""#),
      (#""group": "Clock Board""#, #""group": """#),
      (#""ongoing": true"#, #""ongoing": false"#),
      (#""edtf": "2031-05""#, #""edtf": "May 2031""#),
      (#""box": [10, 20.13, 300.5, 41]"#, #""box": [10, 20.13, 300.5]"#),
      (#""page": 2"#, #""page": 0"#),
      (#""recurrence": "termly""#, #""recurrence": "sometimes""#),
      (#""resources": "£3""#, #""resources": null"#),
      (#""measure": "Minutes late""#, #""meassure": "Minutes late""#),
      (#""severity": "warning""#, #""severity": "fatal""#),
      (#""text": "Key lost""#, #""words": "Key lost""#),
    ]
    let bad = damage.map { good.replacingOccurrences(of: $0.0, with: $0.1) }
    for (text, change) in zip(bad, damage) { #expect(text != good, "\(change.0) does not occur") }
    let faults = try Validator.faults(ofJSON: ([good] + bad).map { Array($0.utf8) })
    #expect(faults[0] == nil)
    for (fault, change) in zip(faults.dropFirst(), damage) { #expect(fault != nil, "\(change.1) passes") }
  }

  @Test func everyPropertyHasATitleAndADescription() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(PlanJSONSchema.text.utf8)) as? [String: Any])
    var count = 0
    func check(_ object: [String: Any], _ path: String) {
      guard let properties = object["properties"] as? [String: [String: Any]] else { return }
      #expect(object["unevaluatedProperties"] as? Bool == false, "\(path)")
      for (name, property) in properties {
        count += 1
        #expect((property["title"] as? String)?.isEmpty == false, "\(path)/\(name)")
        #expect((property["description"] as? String)?.hasSuffix(".") == true, "\(path)/\(name)")
      }
    }
    check(schema, "")
    for (name, definition) in try #require(schema["$defs"] as? [String: [String: Any]]) { check(definition, name) }
    #expect(count > 100)
  }

  @Test func theSchemaKnowsEveryWordOfTheEnumerations() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(PlanJSONSchema.text.utf8)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    func words(_ definition: String, _ property: String? = nil) -> [String]? {
      guard let property else { return definitions[definition]?["enum"] as? [String] }
      let properties = definitions[definition]?["properties"] as? [String: [String: Any]]
      return properties?[property]?["enum"] as? [String]
    }
    #expect(words("plan", "kind") == PlanKind.allCases.map(\.rawValue))
    #expect(words("section", "kind") == SectionKind.allCases.map(\.rawValue))
    #expect(words("when", "recurrence") == Recurrence.allCases.map(\.rawValue))
    #expect(words("ratingColour") == RatingColour.allCases.map(\.rawValue))
    #expect(words("ratingStatus") == RatingStatus.allCases.map(\.rawValue))
    #expect(words("furniture", "kind") == Furniture.kinds)
    #expect(words("finding", "severity") == Finding.Severity.allCases.map(\.rawValue))
  }
}
