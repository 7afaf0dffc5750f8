// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Small plans in own words.
enum ComparisonSamples {
  static func plan(_ file: String, authority: String?, _ actions: [Action]) -> CanonicalPlan {
    var plan = CanonicalPlan(
      document: DocumentInfo(
        file: file, mediaType: "application/pdf", sha256: String(repeating: "0", count: 64), pages: 1, reader: "pdf",
        readerVersion: "0", ocr: false))
    plan.plan.authority = authority.map { Authority(name: $0, gss: "E00000000") }
    plan.actions = actions
    return plan
  }

  static func action(
    _ id: String, _ text: String, lead: String? = nil, due: String? = nil, measures: [String] = [],
    rating: Rating? = nil
  ) -> Action {
    var action = Action(id: id, text: text, source: Source(page: 2, fragment: "#page=2&viewrect=1,2,3,4"))
    if let lead { action.leads = [Party(text: lead, role: lead)] }
    if let due { action.timescale = When(text: due, edtf: due) }
    action.successMeasures = measures
    action.rating = rating
    return action
  }

  /// Two plans about the same things, in other words and another order, with keys that disagree about green.
  static let two: [CanonicalPlan] = {
    var north = plan(
      "north plan.pdf", authority: "Northshire",
      [
        action(
          "1", "Shorten the waiting list for autism assessments", lead: "Head of Therapies", due: "2025-03",
          measures: ["No family waits over 18 weeks"],
          rating: Rating(text: "G", colour: .green, status: .completed)),
        action("2", "Train SENCOs in every school", lead: "Inclusion Lead"),
      ])
    north.plan.ratingKey = [RatingKeyEntry(colour: .green, text: "Green: done", status: .completed)]
    north.glossary = [GlossaryEntry(term: "QXT", meaning: "Quick Exit Tribunal")]
    var south = plan(
      "south.docx", authority: "Southshire",
      [
        action("a", "Run training for SENCOs", due: "2024-09/2025-07"),
        action("b", "Cut how long children wait for an assessment of autism", lead: "Head of Therapies", due: "2026"),
        action("c", "Repaint <b>the</b> hall </script> | end"),
      ])
    south.plan.ratingKey = [RatingKeyEntry(colour: .green, text: "Green: going well", status: .onTrack)]
    var indicator = Indicator(id: "i1", measure: "Share of plans within 20 weeks", source: Source(page: 9))
    indicator.baseline = "41%"
    indicator.readings = [Reading(period: When(text: "2025"), target: "60%", actual: nil)]
    south.indicators = [indicator]
    return [north, south]
  }()
}
