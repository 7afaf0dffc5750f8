// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP220 unusual key")
struct UnusualKeyTests {
  private let rule = UnusualKey()
  private let clean = SamplePlan.make()

  private func key(_ entries: [(RatingColour?, RatingStatus)]) -> [Violation] {
    clean.with { $0.plan.ratingKey = entries.map { RatingKeyEntry(colour: $0, text: "Entry", status: $1) } }
      .violations(of: rule)
  }

  @Test("trips on a colour that means something else, and on one explained twice")
  func trips() {
    let found = key([(.green, .completed), (.amber, .onTrack), (.red, .offTrack)])
    #expect(found.map(\.pointer) == ["/plan/ratingKey/1"])
    #expect(key([(.red, .completed)]).count == 1)
    #expect(key([(.green, .onTrack), (.green, .completed)]).map(\.pointer) == ["/plan/ratingKey/1"])
  }

  @Test("the usual readings, green for done, unknown statuses and symbols will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(key([(.blue, .embedded), (.green, .completed), (.amber, .atRisk), (.grey, .notStarted)]).isEmpty)
    #expect(key([(.amber, .unknown), (nil, .completed), (nil, .onTrack)]).isEmpty)
  }
}
