// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Normaliser

/// Pages whose table came out of text recognition as one run of words.
@Suite struct PageRunTests {
  /// A table that was read well: it teaches columns, names and forms.
  static let table = [
    "Coastal SEND Improvement Plan",
    "",
    "Theme\tNo\tActions\tLead Officer\tPartners\tHow will we know\tWorking group\tDue\tProgress March 2024",
    "To answer families in good time\t1.1\tTo publish a guide to annual reviews that families can follow.\tPriya Nair / Tom Hale\tDCO, Harbour Trust, Sofia Reyes\t1a Families say that the guide is clear.\tEarly Help Board\tMar-24\tA draft has been shared with the forum.",
    "\t1.2\tTo train school leaders in each cluster on the graduated approach.\tTom Hale\tSchools, EPS\t1b Leaders feel ready to coach their staff.\tInclusion Network\tJun-24\tTwo clusters have been trained so far.",
    "\t1.3\tTo review the panel that decides on placements.\tGrace Obi / SC SDM\tDCO, Grace Obi\t2a Decisions are made within six weeks.\tInclusion Network\tSep-24\tTerms of reference were agreed.",
    "",
  ].joined(separator: "\n")

  /// Three records of the next page, heads scrambled, cells mixed, letters cut off.
  static let run = [
    "Lead Officer Due No ctions Working group How will we know Partners Progress March 2024",
    "he survey has been sent to all parents in the spring and replies are still coming in.",
    "To ask young people each term what helps them at school and at home. 3a Young people report that they feel heard.",
    "DCO, Sofia Reyes, Harbour Trust Priya Nair / Tom Hale 2.1 Early Help Board Jul-24",
    "To make sure that young people shape the support they use.",
    "To open a drop-in for carers in every library of the area. 3b More carers come to the sessions.",
    "Schools, EPS, DCO om Hale 2.2 arly Help Board Oct-24",
    "Two libraries have been found and the first sessions were held in May.",
    "To redesign the letters that tell families about panel decisions. 2a Decisions are made within six weeks.",
    "Grace Obi / SC SDM 2.3 Inclusion Network Dec-24 DCO, Grace Obi",
  ].joined(separator: " ")

  private func plan(_ text: String) -> CanonicalPlan { RecognisedDocument.read(text).plan }

  private func action(_ ref: String, _ plan: CanonicalPlan) -> Action? { plan.actions.first { $0.ref == ref } }

  @Test func readsRecordsAroundTheirReferences() {
    let plan = plan(Self.table + "\n" + Self.run)
    #expect(plan.actions.map(\.ref) == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"])
    #expect(action("2.1", plan)?.text == "To ask young people each term what helps them at school and at home.")
    #expect(action("2.2", plan)?.text == "To open a drop-in for carers in every library of the area.")
    #expect(action("2.3", plan)?.text == "To redesign the letters that tell families about panel decisions.")
  }

  @Test func tellsShortCellsApart() {
    let plan = plan(Self.table + "\n" + Self.run)
    let first = action("2.1", plan)
    #expect(first?.leads.map(\.text) == ["Priya Nair", "Tom Hale"])
    #expect(first?.contributors.map(\.text) == ["DCO", "Sofia Reyes", "Harbour Trust"])
    #expect(first?.group == "Early Help Board")
    #expect(first?.timescale?.edtf == "2024-07")
    #expect(action("2.3", plan)?.timescale?.edtf == "2024-12")
  }

  @Test func knowsNamesWithLettersCutOff() {
    let second = action("2.2", plan(Self.table + "\n" + Self.run))
    #expect(second?.leads.map(\.text) == ["om Hale"])
    #expect(second?.group == "arly Help Board")
    #expect(second?.contributors.map(\.text) == ["Schools", "EPS", "DCO"])
  }

  @Test func readsMeasuresAndReportsOfProgress() {
    let plan = plan(Self.table + "\n" + Self.run)
    #expect(action("2.1", plan)?.successMeasures == ["3a Young people report that they feel heard."])
    #expect(action("2.1", plan)?.updates.first?.asOf?.edtf == "2024-03")
    #expect(action("2.1", plan)?.updates.first?.text?.contains("survey has been sent") == true)
  }

  @Test func takesTheSurplusTextInTheMiddleForTheSectionsTitle() {
    let plan = plan(Self.table + "\n" + Self.run)
    #expect(plan.sections.map(\.title).last == "To make sure that young people shape the support they use.")
    #expect(action("2.1", plan)?.section == plan.sections.last?.id)
    #expect(action("1.1", plan)?.section == plan.sections.first?.id)
  }

  @Test func placesEveryWordOnce() {
    let result = RecognisedDocument.read(Self.table + "\n" + Self.run)
    #expect(RecognisedDocument.isSound(result))
  }

  @Test func leavesProseAlone() {
    let prose = [
      "The lead officer reports on progress in March 2024 to partners, who ask how we will know.",
      "As paragraph 2.1 says, the board meets each term; paragraph 2.2 names its members, and paragraph 2.3 its chair.",
    ].joined(separator: " ")
    let plan = plan(Self.table + "\n" + Array(repeating: prose, count: 6).joined(separator: " "))
    #expect(plan.actions.map(\.ref) == ["1.1", "1.2", "1.3"])
    #expect(plan.narrative.contains { $0.text.contains("the board meets each term") })
  }

  @Test func needsReferencesThatFollowOneAnother() {
    let header = "Lead Officer Due No Actions Working group How will we know Partners Progress March 2024"
    let run = header + " " + Array(repeating: "The budget rose by 3.4 million and then by 1.2 million.", count: 20).joined(separator: " ")
    #expect(plan(Self.table + "\n" + run).actions.map(\.ref) == ["1.1", "1.2", "1.3"])
  }
}
