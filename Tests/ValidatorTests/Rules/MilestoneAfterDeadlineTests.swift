// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP208 milestone after the deadline")
struct MilestoneAfterDeadlineTests {
  private let rule = MilestoneAfterDeadline()
  private let clean = SamplePlan.make()

  private func milestone(_ text: String, _ due: When, deadline: When? = nil) -> CanonicalPlan {
    clean.with {
      $0.actions[0].milestones[1] = Milestone(text: text, due: due)
      if let deadline { $0.actions[0].timescale = deadline }
    }
  }

  @Test("trips on a step that comes after the end")
  func trips() {
    let found = milestone("Guide printed", When(text: "April 2026", edtf: "2026-04")).violations(of: rule)
    #expect(found.map(\.pointer) == ["/actions/0/milestones/1/due"])
    #expect(found.first?.message.contains("March 2026") == true)
  }

  @Test("the month of the deadline, a span that begins before it, a review, and an open deadline will do")
  func nearMiss() {
    let late = When(text: "May 2026", edtf: "2026-05")
    #expect(clean.violations(of: rule).isEmpty)
    #expect(milestone("Guide printed", When(text: "31 March 2026", edtf: "2026-03-31")).violations(of: rule).isEmpty)
    #expect(milestone("Guide printed", When(text: "2026", edtf: "2026")).violations(of: rule).isEmpty)
    #expect(
      milestone("Guide printed", When(text: "Jan to May 2026", edtf: "2026-01/2026-05")).violations(of: rule).isEmpty)
    #expect(milestone("Review of the guide", late).violations(of: rule).isEmpty)
    for open in [
      When(text: "From March 2026", edtf: "2026-03/..", ongoing: true), When(text: "ongoing", ongoing: true),
      When(text: "March 2026 and annually", edtf: "2026-03", recurrence: .annual),
    ] {
      #expect(milestone("Guide printed", late, deadline: open).violations(of: rule).isEmpty)
    }
  }
}
