// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("CP225 same action twice")
struct SameActionTwiceTests {
  private let rule = SameActionTwice()
  private let clean = SamplePlan.make()

  @Test("trips on the same words, whatever their case and signs; in two sections it is a note")
  func trips() {
    let same = clean.with { $0.actions[2].text = $0.actions[0].text.uppercased() + "." }.violations(of: rule)
    #expect(same.map(\.pointer) == ["/actions/2/text"] && same.map(\.severity) == [nil])
    let across = clean.with { $0.actions[7].text = $0.actions[0].text }.violations(of: rule)
    #expect(across.map(\.severity) == [.note])
  }

  @Test("another word, or words too few to tell, will do")
  func nearMiss() {
    #expect(clean.violations(of: rule).isEmpty)
    #expect(clean.with { $0.actions[2].text = $0.actions[0].text + " again" }.violations(of: rule).isEmpty)
    let middle = clean.with {
      $0.actions[0].text = "Write to every family in the district about short breaks before the summer holidays begin"
      $0.actions[1].text = "Write to every family in the district about its transport before the summer holidays begin"
      $0.actions[2].text = "write to every family in the district about (short) breaks before the summer holidays begin"
    }
    #expect(middle.violations(of: rule).map(\.pointer) == ["/actions/2/text"])
    let short = clean.with {
      $0.actions[0].text = "Review the offer"
      $0.actions[1].text = "Review the offer"
    }
    #expect(short.violations(of: rule).isEmpty)
  }
}
