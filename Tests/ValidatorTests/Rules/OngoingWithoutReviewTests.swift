// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP203 ongoing without a review")
struct OngoingWithoutReviewTests {
  private let rule = OngoingWithoutReview()
  private let clean = SamplePlan.make()

  private func ongoing(_ change: (inout Action) -> Void = { _ in }) -> CanonicalPlan {
    clean.with {
      $0.actions[0].timescale = When(text: "ongoing", ongoing: true)
      $0.actions[0].milestones = []
      $0.actions[0].successMeasures = []
      change(&$0.actions[0])
    }
  }

  @Test("trips on an action that never ends and is never looked at")
  func trips() {
    #expect(ongoing().violations(of: rule).map(\.pointer) == ["/actions/0/timescale"])
    let open = ongoing { $0.timescale = When(text: "from May 2026", edtf: "2026-05/..", ongoing: true) }
    #expect(open.violations(of: rule).count == 1)
  }

  @Test("a recurrence, a milestone, monitoring, a word of review or a closed date will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    let recurring = ongoing { $0.timescale = When(text: "ongoing, termly", ongoing: true, recurrence: .termly) }
    #expect(recurring.violations(of: rule).isEmpty)
    #expect(ongoing { $0.milestones = [Milestone(text: "A first clinic")] }.violations(of: rule).isEmpty)
    #expect(ongoing { $0.monitoring = "Board" }.violations(of: rule).isEmpty)
    #expect(ongoing { $0.text += ", with a report quarterly" }.violations(of: rule).isEmpty)
    #expect(
      ongoing { $0.timescale = When(text: "May 2026, ongoing", edtf: "2026-05", ongoing: true) }
        .violations(of: rule).isEmpty)
    #expect(
      ongoing { $0.timescale = When(text: "May 2026 and ongoing", edtf: "2026-05/..", ongoing: true) }
        .violations(of: rule).isEmpty)
    #expect(ongoing { $0.rating = Rating(status: .embedded) }.violations(of: rule).isEmpty)
  }
}
