// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

@testable import Validator

/// A plan in the project's own words in which no rule finds anything; tests change one thing of it.
enum SamplePlan {
  static let leads = [
    "Head of Inclusion", "Early Years Adviser", "Transport Manager", "Designated Clinical Officer", "Family Hub Lead",
    "Assessment Team Manager", "Short Breaks Commissioner",
  ]

  private static let priorities = [
    "Families find help early", "Plans are good and come in time", "Schools keep pupils in class",
    "Young people move into work",
  ]
  private static let topics = [
    "a drop-in clinic in each town", "a guide to the first steps after a diagnosis", "a course for new coordinators",
    "a shared calendar of meetings", "a panel that reads draft plans", "a timetable for visits by nurses",
    "a list of quiet spaces in schools", "a loan store for equipment", "a mentoring scheme for Year 9",
    "a page of travel advice", "a register of work placements", "a group that plans moves between schools",
  ]
  private static let verbs = ["Open", "Write", "Set up", "Test", "Agree on"]

  static func make() -> CanonicalPlan {
    var plan = CanonicalPlan(
      document: DocumentInfo(
        file: "plan.txt", mediaType: "text/plain", sha256: String(repeating: "0", count: 64), pages: nil,
        reader: "text", readerVersion: "0", ocr: false))
    plan.plan.title = "Improvement plan"
    plan.plan.kind = .improvementPlan
    plan.plan.date = When(text: "September 2025", edtf: "2025-09")
    plan.plan.ratingKey = [
      RatingKeyEntry(colour: .blue, text: "Blue: done", status: .completed),
      RatingKeyEntry(colour: .green, text: "Green: on track", status: .onTrack),
      RatingKeyEntry(colour: .amber, text: "Amber: some delay", status: .atRisk),
      RatingKeyEntry(colour: .red, text: "Red: late", status: .offTrack),
    ]
    plan.glossary = [
      GlossaryEntry(term: "EHCP", meaning: "Education, health and care plan"),
      GlossaryEntry(term: "PCF", meaning: "Parent carer forum"),
    ]
    for (number, title) in priorities.enumerated() {
      let section = Section(
        id: "\(number + 1)", kind: .priority, ref: "\(number + 1)", title: title, source: Source(line: 10 * number + 1))
      plan.sections.append(section)
      for step in 0..<5 { plan.actions.append(action(number, step)) }
      plan.indicators += [percentage(section.id), count(section.id)]
    }
    return plan
  }

  private static func action(_ number: Int, _ step: Int) -> Action {
    let index = number * 5 + step
    let ref = "\(number + 1).\(step + 1)"
    var action = Action(
      id: ref,
      text:
        "\(verbs[step]) \(topics[(index * 5) % topics.count]) as the \(["first", "second", "third", "last"][number]) priority asks",
      source: Source(line: 10 * number + step + 2))
    action.ref = ref
    action.section = "\(number + 1)"
    action.leads = [Party(text: leads[index % leads.count])]
    action.start = When(text: "September 2025", edtf: "2025-09")
    let month = ["March", "April", "May", "June", "July"][step]
    action.timescale = When(text: "\(month) 2026", edtf: "2026-0\(step + 3)")
    action.successMeasures = ["At least \(40 + index) families say in the EHCP survey that it helps"]
    action.milestones = [
      Milestone(
        text: "Draft read by the PCF (November 2025)", due: When(text: "November 2025", edtf: "2025-11"),
        rating: Rating(text: "Green", colour: .green, status: .onTrack)),
      Milestone(text: "Tried out in two places (January 2026)", due: When(text: "January 2026", edtf: "2026-01")),
    ]
    switch step {
    case 1:
      action.timescale = When(text: "October 2025, February 2026, June 2026", edtf: "{2025-10,2026-02,2026-06}")
    case 3:
      action.rating = Rating(text: "Blue", colour: .blue, status: .completed)
      for position in action.milestones.indices {
        action.milestones[position].due = When(text: "August 2025", edtf: "2025-08")
        action.milestones[position].rating = Rating(text: "Blue", colour: .blue, status: .completed)
      }
    case 4:
      action.timescale = When(text: "Ongoing, reviewed every term", ongoing: true)
    default: break
    }
    return action
  }

  private static func percentage(_ section: String) -> Indicator {
    var indicator = Indicator(
      id: "\(section).i1", measure: "Increased share of families of priority \(section) who are content",
      source: Source(line: 60))
    indicator.section = section
    indicator.dataSource = "Survey of families"
    indicator.baseline = "45% (May 2025)"
    indicator.readings = readings(["50%", "55%", "60%"])
    return indicator
  }

  private static func count(_ section: String) -> Indicator {
    var indicator = Indicator(
      id: "\(section).i2", measure: "Number of exclusions that priority \(section) is to prevent",
      source: Source(line: 61))
    indicator.section = section
    indicator.dataSource = "School census"
    indicator.baseline = "38 a term"
    indicator.readings = readings(["30", "24", "20"])
    return indicator
  }

  private static func readings(_ targets: [String]) -> [Reading] {
    let periods = [("Autumn 2025", "2025-23"), ("Spring 2026", "2026-21"), ("Summer 2026", "2026-22")]
    return zip(periods, targets).map { Reading(period: When(text: $0.0, edtf: $0.1), target: $1) }
  }
}

extension CanonicalPlan {
  /// This plan with one change.
  func with(_ change: (inout CanonicalPlan) -> Void) -> CanonicalPlan {
    var plan = self
    change(&plan)
    return plan
  }

  /// What one rule finds in it.
  func violations(of rule: any Rule, weaknesses: [String]? = nil) -> [Violation] {
    rule.check(Subject(self, weaknesses: weaknesses))
  }
}
