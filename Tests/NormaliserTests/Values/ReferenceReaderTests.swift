// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Normaliser

@Suite("Leading references")
struct ReferenceReaderTests {
  @Test(
    "References",
    arguments: [
      ("1.1 Plan it", "1.1", 4, .decimal), ("A.1 Plan it", "A.1", 4, .decimal), ("1.10", "1.10", 4, .decimal),
      ("1.1a Plan it", "1.1a", 5, .decimal), ("4(iii) Plan it", "4(iii)", 7, .roman),
      ("(ii) Plan it", "(ii)", 5, .roman),
      ("1) Plan it", "1", 3, .number), ("3. Plan it", "3", 3, .number), ("7", "7", 1, .number),
      ("B. Plan it", "B", 3, .letter),
      ("P1", "P1", 2, .code), ("1a Plans are good", "1a", 3, .code), ("2 – Plan it", "2", 6, .number),
    ] as [(String, String, Int, LeadingReference.Kind)])
  func found(text: String, ref: String, length: Int, kind: LeadingReference.Kind) {
    #expect(ReferenceReader.leading(text) == LeadingReference(ref: ref, range: 0..<length, kind: kind))
  }

  @Test(
    "References behind a label",
    arguments: [
      ("Action 1.1 Plan it", "1.1", "Action"), ("Action 3: Plan it", "3", "Action"), ("Ref 2.3.1", "2.3.1", "Ref"),
      ("KPI 4", "4", "KPI"), ("Outcome A - Better play", "A", "Outcome"),
      ("Area of weakness 2: Play", "2", "Area of weakness"),
    ])
  func labelled(text: String, ref: String, label: String) {
    let found = ReferenceReader.leading(text)
    #expect(found?.ref == ref)
    #expect(found?.label == label)
  }

  @Test(
    "What only looks like one",
    arguments: [
      "2020 was a hard year", "3 months", "16-25 offer", "0-25 team", "1:1 talks", "14-19 Adviser", "5 year plan",
      "80 % of clubs",
      "1.5 million", "A plan", "Action plan", "Y9 pupils", "A4 paper", "24/7 line", "14/07/2021", "1 Plan it",
      "Action a plan", "",
    ])
  func none(text: String) {
    #expect(ReferenceReader.leading(text) == nil)
  }

  @Test("A bare number is taken on demand, and marked")
  func bare() {
    #expect(ReferenceReader.leading("1 Plan it", bareNumbers: true)?.isCertain == false)
    #expect(ReferenceReader.leading("3 months", bareNumbers: true) == nil)
  }
}
