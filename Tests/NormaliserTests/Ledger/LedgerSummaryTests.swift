// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import TestSupport
import Testing

@testable import Normaliser

struct LedgerSummaryTests {
  /// The same count, word by word.
  private func words(of text: TextStore, in ledger: Ledger) -> [UInt8: Int] {
    var counts: [UInt8: Int] = [:]
    var index = 0
    while index < text.bytes.count {
      let word = text.bytes[index...].prefix(while: \.isWordByte)
      if word.contains(where: { $0 < 0x80 }) || word.holdsWord {
        counts[ledger.withMarks { $0[index] }, default: 0] += 1
      }
      index += max(1, word.count)
    }
    return counts
  }

  @Test func wordsAreCountedByWhereTheyWent() {
    var generator = SeededNumbers(seed: 31)
    let pieces = ["a", "plan", "1.1", "–", "•", "café", "–x", "naïve", "(b)", "12/2024", "über", "→ 3", "longerword"]
    for _ in 0..<200 {
      var text = TextStore()
      var spans: [TextSpan] = []
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let run = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          (pieces.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? "," : "")
        }
        if let span = text.append(run.joined(separator: " ")) { spans.append(span) }
      }
      var ledger = Ledger(text: text)
      for span in spans {
        let place: Ledger.Place = [.none, .field, .narrative, .furniture].randomElement(using: &generator) ?? .field
        let cut = Int.random(in: 0...span.count, using: &generator)
        ledger.place(Phrase(span).part(0..<cut), as: place)
      }
      let counts = words(of: text, in: ledger)
      let summary = LedgerSummary(ledger, text: text)
      #expect(summary.fields == counts[Ledger.Place.field.rawValue, default: 0])
      #expect(summary.narrative == counts[Ledger.Place.narrative.rawValue, default: 0])
      #expect(summary.furniture == counts[Ledger.Place.furniture.rawValue, default: 0])
      #expect(summary.lost == counts[Ledger.Place.none.rawValue, default: 0])
      for span in spans {
        let marks = ledger.withMarks { Array($0[span.range]) }
        #expect(ledger.withMarks { Ledger.areMarked(span, in: $0) } == !marks.contains(0))
        #expect(ledger.remainder(of: span).reduce(0) { $0 + $1.count } == marks.count { $0 == 0 })
        let wordless = ledger.remainder(of: span).filter { !text.bytes[$0.range].contains(where: \.isWordByte) }
        let before = ledger.withMarks { Array($0) }
        ledger.setAsideMarks(in: span, of: text)
        let changed = ledger.withMarks { after in before.indices.filter { after[$0] != before[$0] } }
        #expect(changed == wordless.flatMap { Array($0.range) })
        #expect(ledger.withMarks { after in changed.allSatisfy { after[$0] == Ledger.Place.furniture.rawValue } })
      }
    }
  }

  @Test func aSecondPlaceCountsAsDoubledAndChangesNothing() throws {
    var text = TextStore()
    let appended = text.append("Publish the offer in every locality")
    let span = try #require(appended)
    var ledger = Ledger(text: text)
    ledger.place(Phrase(span).part(0..<11), as: .field)
    ledger.place(Phrase(span).part(5..<30), as: .narrative)
    #expect(ledger.doubledBytes == 6)
    #expect(ledger.withMarks { $0[10] } == Ledger.Place.field.rawValue)
    #expect(ledger.withMarks { $0[11] } == Ledger.Place.narrative.rawValue)
    #expect(ledger.withMarks { $0[30] } == Ledger.Place.none.rawValue)
  }
}
