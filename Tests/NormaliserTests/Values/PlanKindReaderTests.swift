// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Normaliser

@Suite("Kind, edition and inspection")
struct PlanKindReaderTests {
  @Test(
    "Kinds",
    arguments: [
      ("Oldtown Written Statement of Action", .writtenStatementOfAction), ("Priority Action Plan", .priorityActionPlan),
      ("APP 2024", .acceleratedProgressPlan), ("SEND Strategy Joint Action Plan", .strategyActionPlan),
      ("SEND Improvement Plan", .improvementPlan), ("SEND Action Plan", .actionPlan), ("Minutes", nil),
      ("The app", nil),
    ] as [(String, PlanKind?)])
  func kind(title: String, kind: PlanKind?) {
    #expect(PlanKindReader.kind(title) == kind)
  }

  @Test(
    "Editions",
    arguments: [
      ("Play Plan May 2021", "2021-05"), ("Version 2, 9 May 2021", "2021-05-09"), ("Updated May 2021", "2021-05"),
      ("Play Strategy 2021-2024", nil), ("Play Plan April 2021 - March 2024", nil), ("Play Plan 2021/22", nil),
      ("Plan after the inspection in May 2021", nil), ("Play Plan", nil),
    ] as [(String, String?)])
  func edition(title: String, edtf: String?) {
    #expect(PlanKindReader.edition(title)?.when.edtf == edtf)
  }

  @Test(
    "Inspections",
    arguments: [
      (
        "Inspectors came for an inspection of Oldtown between 4 May 2021 and 8 May 2021.",
        "between 4 May 2021 and 8 May 2021"
      ),
      ("In May 2021 Ofsted carried out an area inspection. The letter was published in July 2021.", "May 2021"),
      ("Our area was inspected from 3 to 7 May 2021.", "3 to 7 May 2021"),
      ("The inspection report was published in July 2021.", nil),
      ("Since the inspection much was done. The board met in May 2021.", nil),
      ("The board met in May 2021.", nil),
    ] as [(String, String?)])
  func inspection(prose: String, words: String?) {
    #expect(PlanKindReader.inspection(prose)?.when.text == words)
  }
}
