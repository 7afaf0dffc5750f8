// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP226 garbled party")
struct GarbledPartyTests {
  private let rule = GarbledParty()
  private let clean = SamplePlan.make()

  private func lead(_ text: String) -> CanonicalPlan { clean.with { $0.actions[0].leads = [Party(text: text)] } }

  @Test(
    "trips on strange letters, glued words and posts, open brackets and lost first letters",
    arguments: [
      "ங்லி Manager of Inclusion", "ଔ ∿Early Years team", "Неаd of Inclusion", "SENDReview Manager",
      "Transport ManagerHead of Inclusion", "Transport Manager Head of Inclusion",
      "Director of Care Assistant Director of Nursing",
      "Early Years Adviser Transport Manager", "Head of Inclusion (north", "Head of Inclusion north)",
      "rly Years Adviser",
      "ead of Inclusion",
    ])
  func trips(text: String) {
    #expect(lead(text).violations(of: rule).map(\.key) == [text])
  }

  @Test(
    "posts that belong together, names, brands, small letters and signs of print will do",
    arguments: [
      "Head of Inclusion", "data manager", "colleges", "Assistant Director of Care",
      "Associate Director of Care, Nursing lead",
      "Ann McGuigan", "FutureSteps coordinator", "SENCos", "EHCPs team", "Head of Inclusion (north) / Head of Health",
      "Head of Care and Director of Nursing", "Head of Care – Director of Nursing", "Zoë Brontë", "Siân O’Dwyer",
      "Ann Bell Head of Inclusion", "Deputy Head of Care", "Manager, Executive Director of Care",
      "Lead between Head of Care",
      "Designated Clinical Officer and Family Hub Lead",
    ])
  func nearMiss(text: String) {
    #expect(lead(text).violations(of: rule).isEmpty)
  }

  @Test("looks at contributors and groups as well, and tells each text once")
  func everywhere() {
    #expect(clean.violations(of: rule).isEmpty)
    let plan = clean.with {
      $0.actions[0].contributors = [Party(text: "ransport Manager")]
      $0.actions[1].leads = [Party(text: "ransport Manager")]
      $0.actions[1].group = "Early help board"
      $0.actions[2].group = "rly help board"
    }
    #expect(plan.violations(of: rule).map(\.pointer) == ["/actions/0/contributors/0", "/actions/2/group"])
  }
}
