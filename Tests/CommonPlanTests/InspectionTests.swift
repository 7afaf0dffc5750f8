// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import PlanSchema
import TestSupport
import Testing

@testable import CommonPlan

/// Inspection reports from several formats, and letters before 2023.
struct InspectionTests {
  private static func report(_ name: String) throws -> CanonicalPlan {
    let path = Repository.root.appendingPathComponent("samples/\(name)").path
    return try PlanConverter().convert(file: path).plan
  }

  private static func placeless(_ inspection: Inspection?) -> Inspection? {
    guard var inspection else { return nil }
    for index in inspection.areas.indices { inspection.areas[index].source = Source() }
    return inspection
  }

  @Test("the same report says the same in Word and PDF", arguments: ["shropshire-report", "northumberland-report"])
  func formatsAgree(name: String) throws {
    let word = try InspectionTests.report(name + ".docx")
    let pdf = try InspectionTests.report(name + ".pdf")
    #expect(InspectionTests.placeless(word.inspection) == InspectionTests.placeless(pdf.inspection))
    for plan in [word, pdf] {
      #expect(plan.plan.kind == .inspectionReport)
      #expect(plan.actions.isEmpty && plan.sections.isEmpty && plan.groups.isEmpty && plan.unplaced.isEmpty)
    }
  }

  @Test("an area that a page break cuts is one, with the bodies of its row")
  func cutArea() throws {
    let inspection = try #require(try InspectionTests.report("shropshire-report.pdf").inspection)
    #expect(
      inspection.areas.map(\.id) == [
        "priority-action-1", "priority-action-2", "priority-action-3", "improvement-1", "improvement-2",
      ])
    let first = try #require(inspection.areas.first)
    #expect(first.text.hasPrefix("Leaders should shorten"))
    #expect(first.text.hasSuffix("who pays for it."))
    #expect(first.responsible.map(\.text) == ["Shropshire Council", "NHS Shropshire, Telford and Wrekin ICB"])
    #expect(first.source.page == 2)
  }

  @Test("dates, outcome, bodies and inspectors")
  func fields() throws {
    let plan = try InspectionTests.report("shropshire-report.docx")
    let inspection = try #require(plan.inspection)
    #expect(plan.plan.authority?.name == "Shropshire")
    #expect(inspection.framework == .areaSEND2023)
    #expect(inspection.dates?.edtf == "2025-11-03/2025-11-07")
    #expect(inspection.previous?.edtf == "2020-01-27/2020-01-31")
    #expect(inspection.outcome?.grade == 3)
    #expect(inspection.next.count == 2)
    #expect(inspection.partners.map(\.kind) == [.localAuthority, .healthBody])
    #expect(inspection.partners.first?.leaders.first?.name == "Rowan Ashdale")
    #expect(inspection.partners.last?.website == "www.stw.example")
    #expect(inspection.team.map(\.name) == ["Tamsin Hollowell", "Corin Batley", "Idris Penhale", "Noor Estrand"])
    #expect(inspection.team.last?.organisation == "Care Quality Commission")
  }

  private static let letter = """
    14 May 2019

    Dear Ms Quill

    Joint local area SEND inspection in Northumberland

    Between 11 March 2019 and 15 March 2019, inspectors of Ofsted and of the Care Quality Commission (CQC) visited the \
    local area of Northumberland.

    Her Majesty's Chief Inspector has determined that a Written Statement of Action is required. This letter outlines \
    our findings from the inspection.

    Main findings

    - Leaders have known about the gaps for years.

    The effectiveness of the local area in identifying children's needs

    Strengths

    - Health visitors see nearly all babies.
    - Nurseries share what they know with schools.

    Areas for development

    - Checks at two years are missed in the north.

    The inspection raises significant concerns about the effectiveness of the local area.

    The area is required to submit a statement that explains how it will tackle the following areas of significant \
    weakness:

    - the long waits for therapy
    - the low quality of plans
    - leaders' weak grip on what parents tell them.

    Yours sincerely

    Jo Placeholder
    """

  @Test("a letter before 2023 lists its areas of significant weakness")
  func letters() throws {
    let plan = try PlanConverter().convert(Array(InspectionTests.letter.utf8), file: "letter.txt").plan
    let inspection = try #require(plan.inspection)
    #expect(plan.plan.kind == .inspectionReport)
    #expect(inspection.framework == .localAreaSEND2016)
    #expect(inspection.dates?.edtf == "2019-03-11/2019-03-15")
    #expect(inspection.areas.map(\.kind) == [.significantWeakness, .significantWeakness, .significantWeakness])
    #expect(inspection.areas.first?.text == "the long waits for therapy")
    #expect(inspection.effective.count == 2)
    #expect(inspection.needsImprovement == ["Checks at two years are missed in the north."])
    #expect(plan.actions.isEmpty && plan.sections.isEmpty)
  }

  @Test("a plan that quotes the inspectors' areas has them")
  func quoted() throws {
    let plan = try InspectionTests.report("medway-wsoa.txt")
    #expect(plan.inspection?.areas.count == 3)
    #expect(plan.inspection?.areas.allSatisfy { $0.kind == .significantWeakness } ?? false)
    #expect(!plan.actions.isEmpty)
  }
}
