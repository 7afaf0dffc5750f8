// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP223 unexplained abbreviation")
struct UnexplainedAbbreviationTests {
  private let rule = UnexplainedAbbreviation()
  private let clean = SamplePlan.make()

  private func saying(_ words: String) -> CanonicalPlan { clean.with { $0.actions[0].text += " " + words } }

  @Test("trips once on an abbreviation that the glossary does not have")
  func trips() {
    let plan = saying("with the QTF").with {
      $0.actions[1].text += " and QTFs"
      $0.indicators[0].measure += " of the WxB"
    }
    let found = plan.violations(of: rule)
    #expect(found.map(\.key) == ["QTF", "WXB"])
    #expect(found.first?.message.contains("2 times") == true)
  }

  @Test(
    "the glossary's own, plurals, full words before it, common ones, numerals and words in capitals will do",
    arguments: [
      "with the PCF", "for EHCPs", "with EHC plans", "with a Quality Task Force (QTF) and the QTF’s panel",
      "of the NHS in the UK", "in phase II", "and all who ASK; they ask twice", "at KS2", "by Mr McAdam",
    ])
  func nearMiss(words: String) {
    #expect(saying(words).violations(of: rule).isEmpty)
  }

  @Test("plans without a glossary, and headings in capitals, will do")
  func noGlossary() {
    #expect(saying("with the QTF").with { $0.glossary = [] }.violations(of: rule).isEmpty)
    #expect(clean.with { $0.sections[0].title = "OUR FIRST PRIORITY" }.violations(of: rule).isEmpty)
  }
}
