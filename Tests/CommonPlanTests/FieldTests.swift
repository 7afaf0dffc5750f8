// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Comparison
import Emitters
import PlanSchema
import Review
import Testing

/// A field is declared once, in the JSON Schema: what it says must then be everywhere.
@Suite("Fields of the contract are in all that is made of a plan")
struct FieldTests {
  private static let names = Action.optionalTexts.map(\.field.name)

  private func plan(_ action: Action) -> CanonicalPlan {
    let document = DocumentInfo(
      file: "a", mediaType: "b", sha256: "c", reader: "d", readerVersion: "e", ocr: false)
    var plan = CanonicalPlan(document: document)
    plan.actions = [action]
    return plan
  }

  @Test("an action's texts", arguments: names) func texts(name: String) throws {
    let access = try #require(Action.optionalTexts.first { $0.field.name == name }).access
    let bare = plan(Action(id: "1", text: "Open the gate"))
    var action = bare.actions[0]
    access.set(&action, "Zebras, striped")
    #expect(access.get(action) == "Zebras, striped" && access.get(bare.actions[0]) == nil)
    let plan = plan(action)

    let json = JSONEmitter().emit(plan)
    #expect(String(decoding: json, as: UTF8.self).contains("\"\(name)\": \"Zebras, striped\""))
    #expect(try CanonicalPlan(json: json) == plan)
    #expect(try CheckedPlan(json: json).faults.allSatisfy { !$0.pointer.hasPrefix("/actions") })

    let table = try #require(CSVEmitter().emit(plan, key: "p").first { $0.name == "actions.csv" })
    let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(rows[0].split(separator: ",").contains(Substring(name)) && rows[1].contains("\"Zebras, striped\""))

    let changes = PlanDiff(from: bare, to: plan).changes
    #expect(changes.map(\.field) == [name] && changes.first?.after == "Zebras, striped")

    let patch =
      "commonplan-patch: 1\ncorrections:\n  - target: action 1\n    field: \(name)\n    was: Zebras, striped\n    now: Oxen\n"
    let patched = plan.patched(with: try Patch(yaml: Array(patch.utf8)))
    #expect(access.get(patched.actions[0]) == "Oxen")
    #expect(patched.unplaced.map(\.text) == ["Zebras, striped"])
  }

  @Test("tables name each field once, with what it says") func tables() {
    func check<Record: PlanRecord>(_: Record.Type) {
      #expect(Set(Record.fields.map(\.name)).count == Record.fields.count)
      for field in Record.fields { #expect(field.documentation.hasSuffix(".") || field.documentation.contains("#")) }
    }
    check(Action.self)
    check(Section.self)
    check(Indicator.self)
    check(PlanInfo.self)
    check(Source.self)
    #expect(Action.field("successMeasures")?.columnName == "success_measures")
  }
}
