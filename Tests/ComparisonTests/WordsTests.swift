// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Comparison

@Suite("Words of a text")
struct WordsTests {
  @Test("letters and digits in lower case, apostrophes dropped")
  func words() {
    #expect(Words.of("Children’s EHC-plans: 20 weeks (75%)") == ["childrens", "ehc", "plans", "20", "weeks", "75"])
  }
}
