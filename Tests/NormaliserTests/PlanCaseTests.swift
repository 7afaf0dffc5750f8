// SPDX-License-Identifier: GPL-3.0-or-later

import Normaliser
import PlanSchema
import Testing

/// Each case under `Cases/` becomes the plan that stands beside it, and no word of it is lost or placed twice.
@Suite struct PlanCaseTests {
  @Test func thereAreCases() { #expect(PlanCase.all.count > 100) }

  @Test(arguments: PlanCase.all) func documentsBecomePlans(example: PlanCase) {
    let normalisation = Normaliser().normalise(DocumentNotation(example.input).document)
    let dump = PlanDump(furniture: example.showsFurniture).text(normalisation.plan)
    func check() {
      #expect(dump == example.expected, "Cases/\(example.testDescription)\n\(dump)\n")
      #expect(normalisation.ledger.lost == 0)
      #expect(normalisation.ledger.doubledBytes == 0)
    }
    if let known = example.knownIssue {
      withKnownIssue("\(known)") { check() }
    } else {
      check()
    }
  }
}
