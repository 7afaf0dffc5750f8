// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Documents
import Emitters
import Foundation
import PlanSchema
import Review
import TestSupport
import Testing

@Suite struct PatchTests {
  private static let text = """
    Green = on track
    Amber = at risk

    Ref\tAction\tLead\tBy when\tMilestones\tRAG
    1.1\tOpen the sensory garden to pupils\tHead of Estates\tMarch 2031\tBeds are dug (May 2030)\tGreen
    1.2\tTell carers how the garden is booked\tCarer Link Officer\tMay 2031\tLeaflet is out (June 2030)\tAmber
    1.3\tTotal of the garden\tHead of Estates\tMay 2031\tNone\tAmber

    """

  private static let refused: [(PatchTarget, String, String?, String?, String)] = [
    (.action("1.1"), "timescale", "April 2031", "May 2032", "now reads “March 2031”"),
    (.action("1.1"), "risks", "none", "some", "no value now"),
    (.action("1.1"), "leads", "Somebody", "Nobody", "no value reads"),
    (.action("9"), "text", "x", "y", "no action 9"),
    (.section("9"), "title", "x", "y", "no section 9"),
    (.group("9"), "name", "x", "y", "no group 9"),
    (.action("1.1"), "colour", "x", "y", "no field colour"),
    (.action("1.1"), "text", "Open the sensory garden to pupils", nil, "cannot be empty"),
    (.action("1.1"), "milestones[4].due", "x", "y", "only 1 milestones"),
    (.action("1.1"), "section", nil, "Z", "no section of this id"),
    (.plan, "kind", "action-plan", "poem", "one of"),
    (.plan, "authority", nil, "Nowhere Council", "the register has no"),
    (.unplaced, "text", "x", "y", "has no fields"),
  ]

  private func plan() throws -> CanonicalPlan {
    try PlanConverter().convert(Array(PatchTests.text.utf8), file: "plan.txt").plan
  }

  private func corrected(
    _ target: PatchTarget, _ field: String, _ was: String?, _ now: String?, from: String? = nil
  ) throws -> CanonicalPlan {
    let change = Correction.Change.value(field: PatchField(field), was: was, now: now, fromUnplaced: from)
    return try plan().patched(with: Patch(corrections: [Correction(target: target, change: change)]))
  }

  private func findings(_ plan: CanonicalPlan, _ id: String) -> [String] {
    plan.findings.filter { $0.id == id }.map(\.message)
  }

  @Test func aDateIsReadAsAConversionReadsIt() throws {
    let plan = try corrected(.action("1.1"), "timescale", "March 2031", "Autumn 2032 and ongoing")
    #expect(plan.actions[0].timescale == When(text: "Autumn 2032 and ongoing", edtf: "2032-23/..", ongoing: true))
    #expect(findings(plan, "corrected").count == 1)
    #expect(findings(plan, "corrected")[0].contains("March 2031"))
    #expect(plan.unplaced.map(\.text) == ["March 2031"])
    #expect(plan.unplaced.map(\.reason) == ["replaced by a correction"])
    #expect(plan.unplaced.map(\.source) == [plan.actions[0].source])
  }

  @Test func partiesAreSplit() throws {
    let plan = try corrected(
      .action("1.2"), "leads", "Carer Link Officer", "Ann Reed, Head of Estates / Carer Link Officer")
    #expect(plan.actions[1].leads.map(\.text).contains("Carer Link Officer"))
    #expect(plan.actions[1].leads.count == 2)
    #expect(plan.unplaced.isEmpty)
  }

  @Test func aRatingIsReadThroughThePlansKey() throws {
    let plan = try corrected(.action("1.1"), "rating", "Green", "Amber")
    #expect(plan.plan.ratingKey.count == 2)
    #expect(plan.actions[0].rating == Rating(text: "Amber", colour: .amber, status: .atRisk))
  }

  @Test func aMilestoneKeepsItsDateInStep() throws {
    let plan = try corrected(.action("1.1"), "milestones", "Beds are dug (May 2030)", "Beds are dug (July 2030)")
    #expect(plan.actions[0].milestones.map(\.due?.edtf) == ["2030-07"])
    let gone = try corrected(.action("1.1"), "milestones", "Beds are dug (May 2030)", nil)
    #expect(gone.actions[0].milestones.isEmpty)
    #expect(gone.unplaced.map(\.text) == ["Beds are dug (May 2030)"])
    let due = try corrected(.action("1.1"), "milestones[1].due", "May 2030", "June 2030")
    #expect(due.actions[0].milestones.map(\.due?.edtf) == ["2030-06"])
  }

  @Test func wordsThatStayAreNotKeptTwice() throws {
    let plan = try corrected(
      .action("1.1"), "text", "Open the sensory garden to pupils", "Open the sensory garden to all pupils")
    #expect(plan.actions[0].text == "Open the sensory garden to all pupils")
    #expect(plan.unplaced.isEmpty)
  }

  @Test func fieldsOfAllKindsAreAdded() throws {
    for field in [
      "contributors", "group", "start", "successMeasures", "updates", "monitoring", "evidence", "resources", "risks",
      "other Cost",
    ] {
      let plan = try corrected(.action("1.1"), field, nil, "June 2032")
      let json = String(decoding: JSONEmitter(layout: .oneLine).emit(plan), as: UTF8.self)
      #expect(findings(plan, "corrected").count == 1, "\(field)")
      #expect(json.contains("June 2032"), "\(field)")
      #expect(plan.unplaced.isEmpty)
    }
  }

  @Test func noActionLosesNoWord() throws {
    let patch = Patch(corrections: [
      Correction(target: .action("1.3"), change: .notAnAction(was: "Total of the garden"))
    ])
    let plan = try plan().patched(with: patch)
    #expect(plan.actions.map(\.id) == ["1.1", "1.2"])
    #expect(
      plan.unplaced.map(\.text) == ["1.3", "Total of the garden", "Head of Estates", "May 2031", "None", "Amber"])
    #expect(Set(plan.unplaced.map(\.reason)) == ["no action, by a correction"])
  }

  @Test func unplacedTextLeavesItsListOnlyAsAWhole() throws {
    var plan = try plan()
    plan.unplaced = [Unplaced(text: "blue kettle", reason: "no rule could place this cell")]
    func placed(_ now: String) -> CanonicalPlan {
      let change = Correction.Change.value(
        field: PatchField("resources"), was: nil, now: now, fromUnplaced: "blue  kettle")
      return plan.patched(with: Patch(corrections: [Correction(target: .action("1.1"), change: change)]))
    }
    #expect(placed("A blue kettle").unplaced.isEmpty)
    #expect(placed("A blue kettle").actions[0].resources == "A blue kettle")
    #expect(placed("A blue cattle").unplaced.map(\.text) == ["blue kettle"])
  }

  @Test(arguments: PatchTests.refused) func whatDoesNotFitIsSaidAndNotApplied(
    target: PatchTarget, field: String, was: String?, now: String?, why: String
  ) throws {
    let before = try plan()
    let change = Correction.Change.value(field: PatchField(field), was: was, now: now)
    let good = Correction.Change.value(field: PatchField("timescale"), was: "May 2031", now: "June 2031")
    let patch = Patch(
      signedOffBy: "Ada",
      corrections: [
        Correction(target: target, change: change, line: 7), Correction(target: .action("1.2"), change: good),
      ])
    var after = before.patched(with: patch)
    #expect(findings(after, "correction-refused").count == 1)
    #expect(findings(after, "correction-refused").first?.contains("line 7") == true)
    #expect(
      findings(after, "correction-refused").first?.contains(why) == true, "\(findings(after, "correction-refused"))")
    #expect(findings(after, "signed-off").first?.contains("no longer fit") == true)
    #expect(after.actions[1].timescale?.edtf == "2031-06")
    after.actions[1].timescale = before.actions[1].timescale
    after.findings = before.findings
    after.unplaced = before.unplaced
    #expect(after == before)
  }

  @Test func otherBytesAreAWarning() throws {
    let plan = try plan()
    var patch = Patch(sha256: plan.document.sha256, signedOffBy: "Ada Byron")
    func added() -> [Finding] { Array(plan.patched(with: patch).findings.dropFirst(plan.findings.count)) }
    #expect(added().map(\.id) == ["signed-off"])
    patch.sha256 = String(repeating: "0", count: 64)
    #expect(added().map(\.id) == ["patch-of-other-bytes", "signed-off"])
    #expect(added().first?.severity == .warning)
  }

  /// However a plan is corrected, each word of the document stays somewhere, and the result is a valid plan.
  @Test(arguments: Repository.samples) func correctionsLoseNoWord(sample: URL) throws {
    let plan = try PlanConverter().convert(file: sample.path).plan
    var corrections: [Correction] = []
    func correct(_ target: PatchTarget, _ field: String, _ was: String?) {
      guard let was else { return }
      corrections.append(
        Correction(target: target, change: .value(field: PatchField(field), was: was, now: "zzz 2031")))
    }
    for (index, action) in plan.actions.enumerated() {
      if index % 3 == 2 {
        corrections.append(Correction(target: .action(action.id), change: .notAnAction(was: action.text)))
        continue
      }
      correct(.action(action.id), "text", action.text)
      correct(.action(action.id), "ref", action.ref)
      correct(.action(action.id), "timescale", action.timescale?.text)
      correct(.action(action.id), "monitoring", action.monitoring)
      for lead in action.leads { correct(.action(action.id), "leads", lead.text) }
      for measure in action.successMeasures { correct(.action(action.id), "successMeasures", measure) }
      for milestone in action.milestones { correct(.action(action.id), "milestones", milestone.text) }
    }
    for section in plan.sections { correct(.section(section.id), "title", section.title) }
    for indicator in plan.indicators { correct(.indicator(indicator.id), "measure", indicator.measure) }
    for entry in plan.glossary { correct(.term(entry.term), "meaning", entry.meaning) }
    // Of an inspection report nothing but its title and names can be corrected yet.
    #expect(corrections.count > 10 || plan.plan.kind == .inspectionReport)
    let patched = plan.patched(with: Patch(corrections: corrections))
    #expect(findings(patched, "correction-refused") == [])
    func words(_ plan: CanonicalPlan) -> [String: Int] {
      var plan = plan
      plan.findings = []
      return PageReader.words(of: String(decoding: JSONEmitter().emit(plan), as: UTF8.self))
    }
    let before = words(plan)
    let after = words(patched)
    let document = try PlanConverter().read(file: sample.path)
    let missing = PageReader.words(of: String(decoding: document.text.bytes, as: UTF8.self)).filter {
      after[$0.key, default: 0] < min($0.value, before[$0.key, default: 0])
    }
    #expect(missing.isEmpty, "\(missing)")
    #expect(plan.patched(with: Patch(corrections: corrections)) == patched)
    if Validator.isInstalled { #expect(try Validator.faults(ofJSON: [JSONEmitter().emit(patched)]) == [nil]) }
  }
}
