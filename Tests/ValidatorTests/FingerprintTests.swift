// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("Fingerprints") struct FingerprintTests {
  @Test("fingerprints tell rule, document and key apart, and nothing else") func fingerprints() {
    var prints = Fingerprints(document: "a.txt")
    var other = Fingerprints(document: "b.txt")
    let first = prints.next(SampleReport.result(SampleReport.lead, "Words.", key: "1.1", pointer: "/actions/0"))
    var again = Fingerprints(document: "a.txt")
    let moved = SampleReport.result(
      SampleReport.lead, "Other words.", key: "1.1", pointer: "/actions/9", source: Source(line: 9))
    #expect(again.next(moved) == first)
    #expect(first.utf8.count == 16)
    #expect(prints.next(moved) == first + "-2")
    #expect(other.next(moved) != first)
    #expect(prints.next(SampleReport.result(SampleReport.date, "", key: "1.1")) != first)
    #expect(prints.next(SampleReport.result(SampleReport.lead, "", key: "1.10")) != first)
  }
}
