// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Validator

@Suite("Numbers of distinct texts")
struct TextNumbersTests {
  @Test("each distinct text has a number of its own, in the order in which they come")
  func numbers() {
    var numbers = SeededNumbers(seed: 3)
    let pieces = ["Head of ", "SEND", "é", "e\u{301}", "a", "12345678", " ", "Officer"]
    var known: [String: Int] = [:]
    var texts = TextNumbers()
    for _ in 0..<5000 {
      let text = (0..<numbers.below(5)).map { _ in numbers.pick(pieces) }.joined()
      #expect(texts.contains(text) == (known[text] != nil))
      let (number, isNew) = texts.number(of: text)
      #expect(isNew == (known[text] == nil))
      #expect(number == known[text] ?? known.count)
      known[text] = number
    }
    #expect(texts.texts.count == known.count)
    #expect(texts.texts.indices.allSatisfy { known[texts.texts[$0]] == $0 })
  }

  @Test("texts of the same letters, differently composed, are one")
  func composed() {
    var texts = TextNumbers()
    #expect(texts.number(of: "É") == (0, true))
    #expect(texts.number(of: "E\u{301}") == (0, false))
  }
}
