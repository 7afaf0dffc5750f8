// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Emitters

@Suite struct RegisterTests {
  private func lines(_ plan: CanonicalPlan) -> [Substring] {
    var bytes = RegisterEmitter().header()
    RegisterEmitter().append(plan, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
  }

  @Test func aRowHasAllThatStandsAboutAnAction() {
    let rows = lines(FullPlan.plan)
    #expect(rows.count == FullPlan.plan.actions.count + 1)
    #expect(rows[1].contains("A Waiting times › A.1 Shorter \"\"queues\"\""))
    #expect(rows[1].contains("Action 1.1"))
    #expect(rows[1].contains("\"Ann Example, Clock Trust\nB\""))
  }

  @Test func nothingStartsAFormula() {
    var plan = FullPlan.plan
    plan.actions = ["=1+1", "-", "- dash", "@name"].enumerated().map { Action(id: "\($0)", text: $1) }
    let rows = lines(plan).dropFirst()
    #expect(
      rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] } == [" =1+1", "-", " - dash", " @name"])
  }

  @Test func aMarkTellsExcelThatItIsUTF8() {
    #expect(RegisterEmitter().header(hasMark: true).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(RegisterEmitter().header().first == UInt8(ascii: "a"))
  }

  @Test func pathsEndWhereParentsGoRoundInACircle() {
    let sections = [
      Section(id: "a", parent: "b", kind: .theme, ref: "1", title: "One"),
      Section(id: "b", parent: "a", kind: .theme, title: "Two"),
    ]
    #expect(SectionPaths(sections).path(of: "a") == "Two › 1 One")
    #expect(SectionPaths(sections).path(of: "missing") == "")
  }
}
