// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Extractors

@Suite struct SwappedLigatureTests {
  @Test(arguments: [
    ("Educa\u{7400}\u{6900}on", "Education"), ("o\u{6600}\u{CF00}cer", "officer"), ("Sta\u{6600}\u{6600}", "Staff"),
    ("le\u{6600}\u{7400},", "left,"),
  ])
  func lettersWithTheirBytesExchangedAreWhatThePageShows(word: String, shown: String) {
    #expect(SwappedLigatures.repaired(Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) } == shown)
  }

  @Test(arguments: ["Education", "\u{7400}\u{6900}", "\u{7400}a\u{6C34}", "Zo\u{EB}", "\u{2022}", ""])
  func otherWordsStayAsTheyAre(word: String) {
    #expect(SwappedLigatures.repaired(Array(word.utf8)) == nil)
  }
}
