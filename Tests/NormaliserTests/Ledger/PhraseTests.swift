// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Normaliser

/// Phrases, and the ledger's marks on them.
@Suite struct PhraseTests {
  private let reading: Reading
  private let first: TextSpan
  private let second: TextSpan

  init() throws {
    var text = TextStore()
    let spans = [text.append("Lead: Head"), text.append("of SEND")]
    first = try #require(spans[0])
    second = try #require(spans[1])
    reading = Reading(text: text)
  }

  @Test func spansAreJoinedBySpaces() {
    #expect(reading.string(Phrase([first, second])) == "Lead: Head of SEND")
    #expect(reading.string(Phrase.empty).isEmpty)
  }

  @Test(arguments: [
    (0..<4, "Lead"), (6..<10, "Head"), (6..<18, "Head of SEND"), (10..<11, ""), (9..<13, "d of"),
    (11..<Int.max, "of SEND"),
    (18..<40, ""),
  ]) func aPartIsWhatItsOffsetsSay(range: Range<Int>, words: String) {
    #expect(reading.string(Phrase([first, second]).part(range)) == words)
  }

  @Test func aWordThatIsPlacedAgainCountsAsDoubled() {
    reading.ledger.place(Phrase([first, second]).part(0..<4), as: .field)
    #expect(reading.ledger.doubledBytes == 0)
    #expect(reading.ledger.isTouched(first))
    #expect(!reading.ledger.isTouched(second))
    #expect(reading.ledger.remainder(of: first).map { reading.text.string($0) } == [": Head"])
    reading.ledger.place(Phrase(first), as: .narrative)
    #expect(reading.ledger.doubledBytes == 4)
    #expect(reading.ledger.withMarks { $0.first } == Ledger.Place.field.rawValue)
  }

  @Test func theSummaryCountsWordsByTheirPlace() {
    reading.ledger.place(Phrase(first).part(0..<5), as: .furniture)
    reading.ledger.place(Phrase(first).part(6..<10), as: .field)
    let summary = LedgerSummary(reading.ledger, text: reading.text)
    #expect(summary.furniture == 1)
    #expect(summary.fields == 1)
    #expect(summary.lost == 2)
    #expect(summary.coverage == 0.5)
  }

  @Test func furnitureIsTakenOnce() {
    reading.furnish(Phrase(first), kind: "label")
    reading.furnish(Phrase(first), kind: "header-row")
    #expect(reading.furniture.count == 1)
    #expect(reading.ledger.doubledBytes == 0)
  }
}
