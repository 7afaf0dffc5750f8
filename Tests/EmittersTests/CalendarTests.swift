// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Emitters

@Suite struct CalendarTests {
  private func calendar(_ plans: [CanonicalPlan]) throws -> String {
    var writer = CalendarEmitter().begin()
    var bytes: [UInt8] = []
    for (index, plan) in plans.enumerated() { writer.add(plan, key: "p\(index)") { bytes += $0 } }
    for piece in try writer.finish() { bytes += piece.bytes }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func plan(_ deadlines: [When?]) -> CanonicalPlan {
    var plan = FullPlan.plan
    plan.actions = deadlines.enumerated().map { index, deadline in
      var action = Action(id: "a\(index)", text: "Train, then review; all \(index)")
      action.timescale = deadline
      action.leads = [Party(text: "Ann Example")]
      return action
    }
    return plan
  }

  @Test func deadlinesAreAllDayEvents() throws {
    let text = try calendar([
      plan([
        When(text: "14 July 2031", edtf: "2031-07-14"), When(text: "Feb 2032", edtf: "2032-02"),
        When(text: "ongoing", ongoing: true), When(text: "Spring 2032", edtf: "2032-21"), nil,
      ])
    ])
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.split(separator: "\r\n").filter { $0 == "BEGIN:VEVENT" }.count == 2)
    #expect(text.contains("DTSTART;VALUE=DATE:20310714\r\n") && text.contains("DTSTART;VALUE=DATE:20320229\r\n"))
    #expect(text.contains("SUMMARY:Somewhere: Train\\, then review\\; all 0\r\n"))
  }

  @Test func longLinesAreFoldedBetweenCharacters() throws {
    var plan = plan([When(text: "2031-07-14", edtf: "2031-07-14")])
    plan.actions[0].text = String(repeating: "zwölf – ", count: 40)
    let lines = try calendar([plan]).split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(
      lines.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : "\n" + $0 }.joined().contains(plan.actions[0].text))
  }

  @Test func identifiersDiffer() throws {
    let when = When(text: "2031-07-14", edtf: "2031-07-14")
    let lines = try calendar([plan([when, when]), plan([when])]).split(separator: "\r\n")
    let identifiers = lines.filter { $0.hasPrefix("UID:") }
    #expect(identifiers.count == 3 && Set(identifiers).count == 3)
  }

  @Test func noPlanIsAnEmptyCalendar() throws {
    #expect(try calendar([]).hasSuffix("EN\r\nEND:VCALENDAR\r\n"))
  }
}
