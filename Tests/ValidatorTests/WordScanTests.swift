// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Validator

@Suite("Words and where they are looked up")
struct WordScanTests {
  private func packed(_ text: String) -> [PackedWord] {
    var words: [PackedWord] = []
    WordScan.each(text) { (word: PackedWord) in
      words.append(word)
      return true
    }
    return words
  }

  @Test("a text's words in lower case, without apostrophes")
  func words() {
    #expect(WordScan.words("Children's EHCPs – 24/7, naïve") == ["childrens", "ehcps", "24", "7", "naïve"])
    #expect(WordScan.words("it’s a “plan”") == ["its", "a", "plan"])
    #expect(WordScan.words(" \u{A0}£5\u{A0}m ") == ["5", "m"])
    #expect(WordScan.words("— ’").isEmpty)
  }

  @Test("packed words are those that are spelt out, of any text")
  func agree() {
    let pieces = [
      "a", "Be", "To", "collaboratively", "7", "'", "’", "–", "“", "•", "£", "\u{A0}", " ", "-", "é", "ж", "/",
    ]
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<2000 {
      let text = (0..<numbers.below(12)).map { _ in numbers.pick(pieces) }.joined()
      let words = WordScan.words(text)
      #expect(packed(text) == words.map { PackedWord($0.utf8) })
      #expect(packed(text).map(\.count) == words.map(\.utf8.count))
      #expect(packed(text).map(\.hasASCII) == words.map { $0.utf8.contains { $0 < 0x80 } })
    }
  }

  @Test("a list has its words and no others")
  func lists() {
    let words = (0..<300).map { "word\($0 * $0)" } + ["a", "exactlysixteenby", "eightlet", "nineletrs"]
    let table = WordTable(words.enumerated().map { (word: PackedWord($1.utf8), value: $0) })
    for (index, word) in words.enumerated() { #expect(table[PackedWord(word.utf8)] == index) }
    for other in ["", "word", "b", "word2", "exactlysixteenbytes", "xactlysixteenby", "eightle", "aa"] {
      #expect(table[PackedWord(other.utf8)] == nil)
    }
  }

  @Test("years from 2000 to 2099", arguments: ["2000", "2026", "2099"])
  func years(word: String) { #expect(PackedWord(word.utf8).isYear) }

  @Test("what is no such year", arguments: ["1999", "2100", "202", "20260", "20a6", "206", "x2026", "", "20260000"])
  func noYears(word: String) { #expect(!PackedWord(word.utf8).isYear) }

  @Test("cells that stand open, and those that do not")
  func open() {
    for text in ["TBC", "tba / tbc", "Vacant post", "To be agreed", "—", "", "твс", "tbc by who"] {
      #expect(Placeholder.isOpen(text), "\(text)")
    }
    for text in ["tbc by whom and when", "to be", "to be agreed soon", "to be better", "agreed", "Head of tbc"] {
      #expect(!Placeholder.isOpen(text), "\(text)")
    }
  }
}
