// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP221 done with open milestones")
struct DoneWithOpenMilestonesTests {
  private let rule = DoneWithOpenMilestones()
  private let clean = SamplePlan.make()

  private func done(_ milestone: Milestone, status: RatingStatus = .completed) -> [Violation] {
    clean.with {
      $0.actions[0].rating = Rating(status: status)
      $0.actions[0].milestones = [milestone]
    }.violations(of: rule)
  }

  @Test("trips on a milestone that is not done, or due after the plan's date")
  func trips() {
    let late = Milestone(text: "Guide printed", rating: Rating(colour: .red, status: .offTrack))
    #expect(done(late).map(\.pointer) == ["/actions/0/milestones/0"])
    #expect(done(late, status: .embedded).count == 1)
    #expect(done(Milestone(text: "Guide printed", due: When(text: "May 2026", edtf: "2026-05"))).count == 1)
  }

  @Test("milestones that are done, without a rating or with an unknown one, and actions that are not done will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(done(Milestone(text: "Guide printed", rating: Rating(status: .completed))).isEmpty)
    #expect(done(Milestone(text: "Guide printed", rating: Rating(text: "See notes", status: .unknown))).isEmpty)
    #expect(done(Milestone(text: "Guide printed")).isEmpty)
    #expect(done(Milestone(text: "Guide printed", due: When(text: "2025", edtf: "2025"))).isEmpty)
    let late = Milestone(text: "Guide printed", rating: Rating(status: .offTrack))
    #expect(done(late, status: .onTrack).isEmpty)
  }
}
