// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Tracing

/// Plans and reports in our own words, varied: what answers what is known.
struct TraceTests {
  private static let topics: [(area: String, section: String, actions: [String])] = [
    (
      "Waiting for speech and language therapy is far too long, and families hear nothing meanwhile.",
      "Speech and language therapy waits", ["Hire four speech therapists", "Write to families who wait for therapy"]
    ),
    (
      "Oversight of alternative provision is weak: leaders do not know who attends, or how safe each placement is.",
      "Oversight of alternative provision",
      ["Keep one register of placements", "Visit each alternative provider twice a year"]
    ),
    (
      "Plans for adulthood begin late, so that employment and independent living are hardly discussed before 18.",
      "Preparing for adulthood", ["Begin adulthood reviews in year 9", "Open ten supported internships with employers"]
    ),
    (
      "Education, health and care plans are of low quality and seldom hold advice from social workers.",
      "Quality of education, health and care plans",
      ["Audit twenty plans each month", "Train social workers to write advice"]
    ),
    (
      "The autism and ADHD pathway has no support while a diagnosis is awaited, above all for those over sixteen.",
      "Autism and ADHD pathway",
      ["Commission keyworkers for the diagnosis pathway", "Set up an autism clinic for those over 16"]
    ),
    (
      "Data are not shared between the council and health, and the strategic board cannot judge what works.",
      "Shared data and governance", ["Build one dashboard for the strategic board", "Sign a data sharing agreement"]
    ),
  ]

  private static func plan(sections: [Int], actions: [Int], numbered: Bool = true, headings: Bool = true)
    -> CanonicalPlan
  {
    var plan = CanonicalPlan(
      document: DocumentInfo(
        file: "plan.txt", mediaType: "text/plain", sha256: String(repeating: "0", count: 64), reader: "text",
        readerVersion: "0", ocr: false))
    for (place, topic) in sections.enumerated() {
      let id = "s\(place + 1)"
      if headings {
        plan.sections.append(
          Section(id: id, kind: .priority, ref: numbered ? String(place + 1) : nil, title: topics[topic].section))
      }
      guard actions.contains(topic) else { continue }
      for (number, text) in topics[topic].actions.enumerated() {
        var action = Action(id: "\(place + 1).\(number + 1)", text: text)
        if headings { action.section = id }
        action.leads = [Party(text: number == 0 ? "Head of Inclusion" : "Chief Nurse, ICB")]
        plan.actions.append(action)
      }
    }
    return plan
  }

  private static func report(_ areas: [Int]) -> CanonicalPlan {
    var report = plan(sections: [], actions: [])
    var inspection = Inspection()
    inspection.areas = areas.enumerated().map { place, topic in
      InspectionArea(
        id: "priority-action-\(place + 1)", kind: .priorityAction, text: topics[topic].area,
        responsible: [Party(text: "Sampleshire County Council"), Party(text: "NHS Sampleshire ICB")])
    }
    report.inspection = inspection
    return report
  }

  /// Areas of the report, sections of the plan, those of them with actions, whether sections are numbered and there at all.
  static let pairs: [(areas: [Int], sections: [Int], actions: [Int], numbered: Bool, headings: Bool)] = [
    ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], true, true),
    ([0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [0, 1, 2, 3, 4, 5], true, true),
    ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3], [0, 1, 2, 3], true, true),
    ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 2, 4], true, true),
    ([3, 1, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], false, true),
    ([0, 1, 2, 3, 4, 5], [2, 0, 4], [2, 0, 4], false, true),
    ([0, 1, 2, 3, 4, 5], [1, 3, 5], [1, 3, 5], true, true),
    ([5, 4, 3], [3, 4], [3, 4], true, true),
    ([0, 2, 4], [1, 3, 5], [1, 3, 5], true, true),
    ([0, 1, 2, 3, 4], [4, 1, 0], [4, 0], false, true),
    ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], false, false),
  ]

  @Test("areas that no action answers are found", arguments: pairs.indices)
  func openAreas(index: Int) {
    let pair = TraceTests.pairs[index]
    let trace = InspectionTrace(
      TraceTests.plan(
        sections: pair.sections, actions: pair.actions, numbered: pair.numbered, headings: pair.headings),
      against: TraceTests.report(pair.areas))
    let open = Set(trace.openAreas.map(\.text))
    let wanted = Set(pair.areas.filter { !pair.actions.contains($0) }.map { TraceTests.topics[$0].area })
    // Actions that share one word with their area find it by their heading alone; here there are no headings.
    withKnownIssue("one word in common is no evidence") {
      #expect(open == wanted)
    } when: {
      !pair.headings && pair.actions.contains(1)
    }
  }

  @Test("each area finds its own section first")
  func sections() throws {
    let order = [3, 0, 5, 1, 4, 2]
    let plan = TraceTests.plan(sections: order, actions: order)
    let trace = InspectionTrace(plan, against: TraceTests.report([0, 1, 2, 3, 4, 5]))
    for (topic, answer) in trace.answers.enumerated() {
      try withKnownIssue("two words that many texts share weigh too little", isIntermittent: true) {
        let first = try #require(answer.sections.first)
        #expect(plan.sections[first.index].title == TraceTests.topics[topic].section)
      } when: {
        answer.sections.isEmpty
      }
    }
  }

  @Test("actions of other sections answer none")
  func otherActions() {
    let plan = TraceTests.plan(sections: [0, 1], actions: [0, 1])
    let trace = InspectionTrace(plan, against: TraceTests.report([0]))
    #expect(trace.otherActions == [2, 3])
  }

  @Test("overdue is judged on the day that is given, and bodies that lead nothing are named")
  func progress() throws {
    var plan = TraceTests.plan(sections: [0], actions: [0])
    plan.actions[0].timescale = When(text: "May 2030", edtf: "2030-05")
    plan.actions[1].timescale = When(text: "July 2030", edtf: "2030-07")
    plan.actions[1].leads = [Party(text: "Head of Inclusion")]
    let trace = InspectionTrace(
      plan, against: TraceTests.report([0]), asOf: DayRange.Day(year: 2030, month: 6, day: 15))
    let answer = try #require(trace.answers.first)
    #expect(answer.progress.overdue == [0])
    #expect(answer.progress.next?.iso == "2030-07-31")
    #expect(trace.idleBodies == ["NHS Sampleshire ICB"])
  }
}
