// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP219 colour not in the key")
struct ColourNotInKeyTests {
  private let rule = ColourNotInKey()
  private let clean = SamplePlan.make()

  @Test("trips once on a colour that the key does not explain, wherever it stands")
  func trips() {
    let plan = clean.with {
      $0.actions[0].milestones[0].rating = Rating(colour: .purple, status: .embedded)
      $0.actions[1].rating = Rating(colour: .purple, status: .embedded)
      $0.actions[2].updates = [Update(rating: Rating(colour: .grey, status: .notStarted))]
      $0.indicators[1].rating = Rating(colour: .white, status: .notStarted)
    }
    #expect(
      plan.violations(of: rule).map(\.pointer) == [
        "/actions/0/milestones/0/rating", "/actions/2/updates/0/rating", "/indicators/1/rating",
      ])
  }

  @Test("colours of the key, ratings in words, and plans whose key has no colours will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[0].rating = Rating(text: "Done", status: .completed) }.violations(of: rule).isEmpty)
    let symbols = clean.with {
      $0.plan.ratingKey = [RatingKeyEntry(colour: nil, text: "* done", status: .completed)]
      $0.actions[0].rating = Rating(colour: .purple, status: .embedded)
    }
    #expect(symbols.violations(of: rule).isEmpty)
    #expect(symbols.with { $0.plan.ratingKey = [] }.violations(of: rule).isEmpty)
  }
}
