// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Emitters

@Suite struct JSONEmitterTests {
  private func text(_ plan: CanonicalPlan, _ layout: JSONEmitter.Layout = .indented) -> String {
    String(decoding: JSONEmitter(layout: layout).emit(plan), as: UTF8.self)
  }

  private var empty: CanonicalPlan {
    CanonicalPlan(
      document: DocumentInfo(
        file: "a.txt", mediaType: "text/plain", sha256: "00", pages: nil, reader: "text", readerVersion: "0", ocr: false
      ))
  }

  @Test func anEmptyPlanHasItsListsAndNoAbsentField() {
    #expect(
      text(empty) == """
        {
          "schemaVersion": "1.0",
          "document": {
            "file": "a.txt",
            "mediaType": "text/plain",
            "sha256": "00",
            "reader": "text",
            "readerVersion": "0",
            "ocr": false
          },
          "plan": {
            "kind": "other"
          },
          "sections": [],
          "actions": [],
          "indicators": [],
          "groups": [],
          "glossary": [],
          "narrative": [],
          "unplaced": [],
          "furniture": [],
          "findings": []
        }

        """)
  }

  @Test func anActionIsWrittenInTheOrderOfTheContract() {
    var plan = empty
    plan.actions = Array(FullPlan.plan.actions.prefix(1))
    let lines = text(plan).split(separator: "\n").filter { $0.hasPrefix("      \"") }
    let keys = lines.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(
      keys == [
        "id", "ref", "section", "text", "leads", "contributors", "group", "timescale", "start", "successMeasures",
        "milestones", "updates", "rating", "monitoring", "evidence", "resources", "risks", "other", "source",
      ])
    #expect(text(plan).contains(#""text": "Wind the clock\u0001 by hand\t\\ every 🕰","#))
    #expect(text(plan).contains(#""box": [10, 20.13, 300.5, 41],"#))
    #expect(text(plan).contains("\"other\": {\n        \"Zeal\": \"high\",\n        \"Aim\": "))
  }

  @Test func emptyTextsAndListsAreAbsent() {
    var plan = empty
    var action = Action(id: "1", text: "Do")
    action.group = ""
    action.rating = Rating(text: "", status: .unknown)
    plan.actions = [action]
    #expect(!text(plan).contains("\"\""))
    #expect(!text(plan).contains("group\""))
    #expect(!text(plan).contains("source"))
  }

  @Test func fieldsUnderEqualHeadingsAreJoined() {
    var plan = empty
    var action = Action(id: "1", text: "Do")
    action.other = [
      OtherField(heading: "Note", text: "a"), OtherField(heading: "Cost", text: "b"),
      OtherField(heading: "Note", text: "c"),
    ]
    plan.actions = [action]
    #expect(text(plan, .oneLine).contains(#""other":{"Note":"a\nc","Cost":"b"}"#))
  }

  @Test func aRecordOfNDJSONIsOneLine() {
    let line = NDJSONEmitter().emit(FullPlan.plan)
    #expect(line.filter { $0 == 0x0A }.count == 1)
    #expect(line.last == 0x0A)
  }

  @Test(arguments: [1, 100, 1 << 20]) func piecesAreTheWhole(chunk: Int) {
    var pieces: [[UInt8]] = []
    JSONEmitter().emit(FullPlan.plan, chunk: chunk) { pieces.append($0) }
    #expect(Array(pieces.joined()) == JSONEmitter().emit(FullPlan.plan))
    if chunk == 1 { #expect(pieces.count > 10) }
  }

  @Test(arguments: [JSONEmitter.Layout.indented, .oneLine]) func whatIsReadBackIsWrittenTheSame(
    layout: JSONEmitter.Layout
  ) throws {
    let written = JSONEmitter(layout: layout).emit(FullPlan.plan)
    let read = try CanonicalPlan(json: written)
    #expect(JSONEmitter(layout: layout).emit(read) == written)
    // Everything but the boxes, which are rounded, comes back as it was.
    #expect(read.actions[0].other == FullPlan.plan.actions[0].other)
    #expect(read.indicators == FullPlan.plan.indicators)
    #expect(read.findings == FullPlan.plan.findings)
    #expect(read.groups == FullPlan.plan.groups)
  }
}
