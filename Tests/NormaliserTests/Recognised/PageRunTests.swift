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

  @Test func staysSoundWhateverTheReaderLost() {
    let words = Self.run.split(separator: " ").map(String.init)
    // Deterministic damage: words lost, doubled, cut, lines broken.
    var seed: UInt64 = 7
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<150 {
      var damaged: [String] = []
      for word in words {
        switch random(12) {
        case 0: continue
        case 1: damaged += [word, word]
        case 2: damaged.append(String(word.dropFirst()))
        case 3: damaged.append(word + "\n")
        case 4: damaged.append(["/", ",", "&", "2.2", "Tom Hale", "(", "To"][random(7)])
        default: damaged.append(word)
        }
      }
      let header = words.prefix(14).joined(separator: " ")
      let result = RecognisedDocument.read(Self.table + "\n" + header + " " + damaged.joined(separator: " "))
      #expect(RecognisedDocument.isSound(result))
    }
  }

  @Test func readsPlansWithOtherColumnsAndForms() {
    let table = [
      "Northmoor Area Inclusion Plan",
      "",
      "Ref\tLead\tAction\tBy when\tPartners\tSuccess measures\tUpdate January 2025\tTask group",
      "4.1\tAsha Mistry; Neil Frost\tAgree one form for requests with all schools.\tApr-25\tCDC, Bridge Forum\t2b Requests arrive complete.\tThe form has been tested.\tPathways Board",
      "4.2\tNeil Frost\tRecruit three link workers for new families.\tMay-25\tBridge Forum\t2c Families settle sooner.\tPosts were advertised.\tFamilies Board",
      "4.3\tOlu Adeyemi; Asha Mistry\tPublish waiting times for therapies.\tMonthly\tCDC, Therapy Service\t4a Families know how long they wait.\tNow on the web site.\tPathways Board",
      "",
    ].joined(separator: "\n")
    let run = [
      "Success measures Update January 2025 Task group Ref Lead ction By when Partners Build a register of children with",
      "hearing aids so that equipment is ready when they start school. 2d Equipment is there on the first day of term.",
      "Work is underway with the clinic and a first list has been drawn up. Bridge Forum, CDC Asha Mistry 5.1 Jun-25",
      "Pathways Board Review the transport policy with parents and publish what was agreed. Parents were invited to two",
      "evenings in November. 3c Fewer complaints about routes. 5.2 eil Frost Bridge Forum, Therapy Service Jul-25 Families",
      "Board Offer a place at a holiday club to each child with a plan. 3d Each child who asks gets a place. Clubs have",
      "been found in all five towns. lu Adeyemi 5.3 Aug-25 amilies Board CDC, Neil Frost Launch a helpline for schools",
      "that plan an exclusion. 1f Fewer pupils are excluded. 5.4 Asha Mistry; Neil Frost Sep-25 Pathways Board CDC",
    ].joined(separator: " ")
    let result = RecognisedDocument.read(table + "\n" + run)
    let late = result.plan.actions.suffix(4)
    #expect(RecognisedDocument.isSound(result))
    #expect(late.map(\.ref) == ["5.1", "5.2", "5.3", "5.4"])
    #expect(late.map(\.text).first == "Build a register of children with hearing aids so that equipment is ready when they start school.")
    #expect(late.map(\.timescale?.edtf) == ["2025-06", "2025-07", "2025-08", "2025-09"])
    #expect(late.map(\.group) == ["Pathways Board", "Families Board", "amilies Board", "Pathways Board"])
    #expect(late.map { $0.leads.map(\.text) } == [["Asha Mistry"], ["eil Frost"], ["lu Adeyemi"], ["Asha Mistry", "Neil Frost"]])
    #expect(late.map { $0.contributors.map(\.text) } == [["Bridge Forum", "CDC"], ["Bridge Forum", "Therapy Service"], ["CDC", "Neil Frost"], ["CDC"]])
    #expect(late.first?.updates.first?.text == "Work is underway with the clinic and a first list has been drawn up.")
  }
}
