// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A plan that has something in every field of the contract, with texts that are awkward to write.
enum FullPlan {
  static var plan: CanonicalPlan {
    var plan = CanonicalPlan(
      document: DocumentInfo(
        file: "made up.pdf", mediaType: "application/pdf", sha256: String(repeating: "0123456789abcdef", count: 4),
        pages: 3, reader: "pdf/poppler", readerVersion: "0.1.0", ocr: true))
    plan.plan.title = "A plan, made up for tests"
    plan.plan.kind = .writtenStatementOfAction
    plan.plan.authority = Authority(name: "Somewhere", gss: "E10000099")
    plan.plan.date = When(text: "May 2031", edtf: "2031-05")
    plan.plan.inspection = When(text: "1 to 5 March 2030", edtf: "2030-03-01/2030-03-05")
    plan.plan.ratingKey = [
      RatingKeyEntry(colour: .green, text: "Done", status: .completed),
      RatingKeyEntry(colour: nil, text: "✓ going well", status: .onTrack),
    ]
    plan.inspection = inspection
    plan.sections = [
      Section(id: "A", kind: .priority, ref: "A", title: "Waiting times"),
      Section(
        id: "A.1", parent: "A", kind: .outcome, ref: "A.1", title: "Shorter \"queues\"",
        outcomes: ["One", "Two, three"],
        leads: [Party(text: "Head of Clocks", role: "Head of Clocks", part: "Accountable")],
        successMeasures: ["Nobody waits for longer than a day"],
        updates: [
          Update(asOf: When(text: "May 2019", edtf: "2019-05"), text: "Half way there", source: Source(page: 3))
        ],
        source: Source(page: 2, table: 1, row: 1)),
    ]
    plan.actions = [action, subAction]
    plan.indicators = [indicator]
    plan.groups = [
      Group(
        name: "Clock Board",
        members: [Member(name: "Ann Example", role: "Chair", part: "Chair"), Member(role: "Clerk")],
        source: Source(line: 4)),
      Group(name: "Empty Board"),
    ]
    plan.glossary = [GlossaryEntry(term: "ABC", meaning: "A better clock", source: Source(line: 9))]
    plan.narrative = [
      Narrative(heading: "Why", text: "First line.\nSecond line.", source: Source(sheet: "Front")),
      Narrative(text: "No heading here."),
    ]
    plan.unplaced = [Unplaced(text: "???", reason: "no column", source: Source(table: 2, row: 9))]
    plan.furniture = [Furniture(kind: "header-row", text: "Action"), Furniture(kind: "page-number", text: "1")]
    plan.findings = [
      Finding(id: "made-up", severity: .warning, message: "Only a test.", source: Source(line: 1)),
      Finding(id: "made-up-too", severity: .note, message: "Without a place."),
    ]
    return plan
  }

  private static var inspection: Inspection {
    var inspection = Inspection()
    inspection.framework = .areaSEND2023
    inspection.dates = When(text: "1 to 5 March 2030", edtf: "2030-03-01/2030-03-05")
    inspection.previous = When(text: "May 2027", edtf: "2027-05")
    inspection.outcome = InspectionOutcome(text: "The clocks are late.", grade: 2)
    inspection.next = ["We shall come again.", "Please write a plan."]
    inspection.partners = [
      InspectionPartner(
        kind: .localAuthority, name: "Somewhere Council",
        leaders: [Party(text: "Ann Example, Chief", name: "Ann Example")],
        website: "www.somewhere.example"),
      InspectionPartner(kind: .healthBody, name: "NHS Somewhere"),
    ]
    inspection.effective = ["It ticks, \"mostly\"."]
    inspection.needsImprovement = ["It does not chime."]
    inspection.areas = [
      InspectionArea(
        id: "priority-action-1", kind: .priorityAction, text: "Wind the clock daily.",
        responsible: [Party(text: "Somewhere Council", organisation: "Somewhere Council"), Party(text: "schools")],
        source: Source(page: 2)),
      InspectionArea(id: "improvement-1", kind: .improvement, text: "Oil it."),
      InspectionArea(id: "significant-weakness-1", kind: .significantWeakness, text: "Rust."),
    ]
    inspection.team = [Party(text: "Bo Sample HMI", name: "Bo Sample", role: "HMI", organisation: "Ofsted")]
    return inspection
  }

  private static var action: Action {
    var action = Action(id: "1.1", text: "Wind the clock\u{1} by hand\t\\ every \u{1F570}")
    action.ref = "1.1"
    action.section = "A.1"
    action.leads = [
      Party(text: "Ann Example, Clock Trust", name: "Ann Example", organisation: "Clock Trust"), Party(text: "B"),
    ]
    action.contributors = [Party(text: "Everybody")]
    action.group = "Clock Board"
    action.timescale = When(text: "from Sept 2031, termly", edtf: "2031-09/..", ongoing: true, recurrence: .termly)
    action.start = When(text: "soon")
    action.successMeasures = ["It ticks", "It chimes"]
    action.milestones = [
      Milestone(
        text: "Key found (May 2031)", due: When(text: "May 2031", edtf: "2031-05"),
        rating: Rating(colour: .amber, status: .atRisk), source: Source(page: 2, row: 3)),
      Milestone(text: "Key lost"),
    ]
    action.updates = [
      Update(
        asOf: When(text: "June 2031", edtf: "2031-06"), text: "Wound twice",
        rating: Rating(text: "G", status: .onTrack),
        source: Source(row: 3)),
      Update(rating: Rating(text: "R", colour: .red, status: .offTrack)),
    ]
    action.rating = Rating(text: "Amber", colour: .amber, status: .atRisk)
    action.monitoring = "By ear"
    action.evidence = "Noise"
    action.resources = "£3"
    action.risks = "Rust"
    action.other = [OtherField(heading: "Zeal", text: "high"), OtherField(heading: "Aim", text: "time, \"exact\"")]
    action.source = Source(
      page: 2, box: [10, 20.126, 300.5, 40.999], table: 1, row: 2, line: 7, sheet: "Plan",
      fragment: "#page=2&viewrect=10,20,290,21")
    return action
  }

  private static var subAction: Action {
    var action = Action(id: "1.1a", text: "Oil it")
    action.parent = "1.1"
    return action
  }

  private static var indicator: Indicator {
    var indicator = Indicator(id: "indicator-1", measure: "Minutes late", source: Source(page: 3))
    indicator.section = "A"
    indicator.theme = "Time"
    indicator.dataSource = "The tower"
    indicator.method = "Counted"
    indicator.frequency = "Daily"
    indicator.baseline = "12"
    indicator.readings = [
      Reading(period: When(text: "Q1 2031/32", edtf: "2031-04/2031-06"), target: "<5", actual: "=4"),
      Reading(target: "3"),
    ]
    indicator.rating = Rating(text: "B", colour: .blue, status: .completed)
    return indicator
  }
}
