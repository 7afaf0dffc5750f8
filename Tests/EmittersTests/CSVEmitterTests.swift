// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
import Foundation
import PlanSchema
import TestSupport
import Testing

@testable import Emitters

@Suite struct CSVEmitterTests {
  private func table(_ name: String, _ files: [EmittedFile]) throws -> String {
    String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
  }

  @Test func cellsAreQuotedWhereTheyMustBe() {
    var bytes: [UInt8] = []
    CSVRecord.append(["a", "", "b,c", "say \"x\"", "two\nlines", " kept "], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\", kept \r\n")
  }

  @Test func partsAreJoinedByKeys() throws {
    let files = CSVEmitter().emit(FullPlan.plan, key: "p")
    let leads = try table("leads.csv", files).split(separator: "\r\n")
    #expect(
      Array(leads) == [
        "plan,position,action,part,text,name,role,organisation,heading",
        "p,1,p/1.1,lead,\"Ann Example, Clock Trust\",Ann Example,,Clock Trust,",
        "p,2,p/1.1,lead,B,,,,",
        "p,3,p/1.1,contributor,Everybody,,,,",
      ])
    let answering = try table("section-leads.csv", files)
    #expect(answering.hasSuffix("\r\np,1,p/A.1,Head of Clocks,,Head of Clocks,,Accountable\r\n"))
    let measures = try table("section-success-measures.csv", files)
    #expect(measures.hasSuffix("\r\np,1,p/A.1,Nobody waits for longer than a day\r\n"))
    #expect(try table("section-updates.csv", files).contains("\r\np,1,p/A.1,May 2019,2019-05,,,Half way there,"))
    #expect(try table("sections.csv", files).contains("\r\np/A.1,p,A.1,p/A,outcome,A.1,\"Shorter \"\"queues\"\"\",2,"))
    #expect(try table("members.csv", files).contains("\r\np,2,p/1,,Clerk,\r\n"))
    #expect(try table("actions.csv", files).contains(",2,10,20.13,300.5,41,1,2,7,Plan,\"#page=2"))
  }

  /// Every text of the plan is in one of the tables: what JSON says, CSV says.
  @Test func nothingIsLost() throws {
    let json = try JSONSerialization.jsonObject(with: Data(JSONEmitter().emit(FullPlan.plan)))
    var texts: [String] = []
    func collect(_ value: Any) {
      if let text = value as? String { texts.append(text) }
      if let items = value as? [Any] { items.forEach(collect) }
      if let object = value as? [String: Any] {
        object.values.forEach(collect)
      }
    }
    collect(json)
    let all = CSVEmitter().emit(FullPlan.plan, key: "p").map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for text in texts { #expect(all.contains(text.replacingOccurrences(of: "\"", with: "\"\"")), "\(text)") }
    for heading in ["Zeal", "Aim"] { #expect(all.contains(heading)) }
    #expect(texts.count > 100)
  }

  @Test func severalPlansShareTheTables() throws {
    let emitter = CSVEmitter()
    var files = emitter.headers()
    emitter.append(FullPlan.plan, key: "one", to: &files)
    emitter.append(FullPlan.plan, key: "two", to: &files)
    let rows = try table("glossary.csv", files).split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("one,1,ABC,") && rows[2].hasPrefix("two,1,ABC,"))
  }

  @Test func tableAndColumnNamesAreOfOneKind() {
    #expect(Set(CSVTables.all.map(\.name)).count == CSVTables.all.count)
    let names = Dictionary(uniqueKeysWithValues: CSVTables.all.map { ($0.name, Set($0.columns.map(\.name))) })
    for table in CSVTables.all {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
      for key in table.primaryKey { #expect(names[table.name]?.contains(key) == true) }
      for column in table.columns {
        #expect(column.name.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x39) })
        if let reference = column.reference { #expect(names[reference.table]?.contains(reference.column) == true) }
      }
    }
  }

  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func independentValidatorsAgree() throws {
    let emitter = CSVEmitter()
    var files = emitter.headers()
    emitter.append(FullPlan.plan, key: "one", to: &files)
    emitter.append(FullPlan.plan, key: "two", to: &files)
    files += emitter.metadata()
    try withTemporaryFolder { folder in
      for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
      let good = try Validator.run("validate_csv.py", [folder.path])
      #expect(good.status == 0, "\(good.output)")
      // A reference into nothing must be found, or the check above says nothing.
      let leads = folder.appendingPathComponent("leads.csv")
      try String(contentsOf: leads, encoding: .utf8).replacingOccurrences(of: "one/1.1", with: "one/9.9")
        .write(to: leads, atomically: true, encoding: .utf8)
      #expect(try Validator.run("validate_csv.py", [folder.path]).status != 0)
    }
  }
}
