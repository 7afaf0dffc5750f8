// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanSchema
import TestSupport
import Testing

@testable import Emitters

@Suite struct WorkbookTests {
  private func cells(_ bytes: [UInt8]) throws -> [String: [String]] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("plan.xlsx")
      try Data(bytes).write(to: file)
      let (status, output) = try Validator.run("workbook_cells.py", [file.path])
      try #require(status == 0, "\(output)")
      var cells: [String: [String]] = [:]
      for line in output.split(separator: "\n") {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        cells[parts[0]] = Array(parts[1...])
      }
      return cells
    }
  }

  private func plan(_ actions: [(ref: String?, text: String, deadline: When?)]) -> CanonicalPlan {
    var plan = FullPlan.plan
    plan.actions = actions.enumerated().map { index, given in
      var action = Action(id: "a\(index)", text: given.text, source: Source(page: index + 1, row: 2))
      action.ref = given.ref
      action.timescale = given.deadline
      return action
    }
    return plan
  }

  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func referencesAndDatesSurvive() throws {
    let plan = plan([
      ("3.10", "Ten", When(text: "14 July 2031", edtf: "2031-07-14")),
      ("3.1", "One", When(text: "by Feb 2032", edtf: "2032-02")),
      ("1-2", "=2+2", When(text: "Spring 2032", edtf: "2032-21")),
    ])
    let cells = try cells(WorkbookEmitter().emit([.init(plan, link: "plans/made up.pdf")]))
    #expect(cells["Register!C2"] == ["str", "-", "-", "3.10"])
    #expect(cells["Register!C3"] == ["str", "-", "-", "3.1"])
    #expect(cells["Register!C4"] == ["str", "-", "-", "1-2"])
    #expect(cells["Register!D4"] == ["str", "-", "-", "=2+2"])
    #expect(cells["Register!I2"] == ["datetime", "-", "-", "2031-07-14 00:00:00"])
    #expect(cells["Register!I3"] == ["datetime", "-", "-", "2032-02-29 00:00:00"])
    #expect(cells["Register!J3"]?.last == "by Feb 2032")
    // A season is no day: its words are all that there is.
    #expect(cells["Register!I4"] == nil)
    #expect(cells["Register!J4"]?.last == "Spring 2032")
    #expect(cells["Register!P3"]?[2].replacingOccurrences(of: "%20", with: " ") == "plans/made up.pdf#page=2")
  }

  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func ratingsHaveTheirColours() throws {
    var plan = plan([(nil, "Green by its fill", nil), (nil, "Late", nil), (nil, "Open", nil)])
    plan.actions[0].rating = Rating(colour: .green, status: .completed)
    plan.actions[1].rating = Rating(text: "Delayed", status: .offTrack)
    let cells = try cells(WorkbookEmitter().emit([.init(plan)]))
    #expect(cells["Register!K2"] == ["str", "FFC6E0B4", "-", "Completed"])
    #expect(cells["Register!K3"] == ["str", "FFF8B4AB", "-", "Off track"])
    #expect(cells["Register!L3"]?.last == "Delayed")
    #expect(cells["Register!K4"] == nil)
  }

  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func longTextsSayThatTheyAreCut() throws {
    let cells = try cells(
      WorkbookEmitter().emit([.init(plan([(nil, String(repeating: "word ", count: 8_000), nil)]))]))
    let text = try #require(cells["Register!D2"]?.last)
    #expect(text.utf16.count <= 32_767)
    #expect(text.hasSuffix("the JSON output has all 40000 characters"))
  }

  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func everySheetSaysWhatItHolds() throws {
    let cells = try cells(WorkbookEmitter().emit([.init(FullPlan.plan), .init(FullPlan.plan)]))
    let sheets = Set(cells.keys.map { $0.split(separator: "!")[0] })
    #expect(sheets == ["Register", "Milestones", "Indicators", "Leads", "Findings", "Unplaced", "About"])
    // Both plans are there.
    #expect(cells.values.filter { $0.last == "Ann Example, Clock Trust" }.count == 2)
    #expect(cells["Unplaced!C2"]?.last == "???")
  }

  @Test func theSamePlanGivesTheSameBytes() throws {
    let once = try WorkbookEmitter().emit([.init(FullPlan.plan, link: "x.pdf")])
    let twice = try WorkbookEmitter().emit([.init(FullPlan.plan, link: "x.pdf")])
    #expect(once == twice)
    #expect(once.starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test(
    arguments: [
      ("2031-07-14", "2031-07-14", "2031-07-14"), ("2031-02", "2031-02-01", "2031-02-28"),
      ("2031-05/2031-11", "2031-05-01", "2031-11-30"), ("{2031-07,2032-02}", "2031-07-01", "2032-02-29"),
      ("2031-21", nil, nil), ("2031", nil, nil), ("2031-09/..", "2031-09-01", nil), ("2031-04/2032", "2031-04-01", nil),
    ] as [(String, String?, String?)])
  func daysAreMadeOfDaysAndMonthsOnly(_ edtf: String, _ first: String?, _ last: String?) {
    let when = When(text: "words", edtf: edtf)
    #expect(CalendarDate(when, .first)?.day.iso == first)
    #expect(CalendarDate(when, .last)?.day.iso == last)
  }
}
