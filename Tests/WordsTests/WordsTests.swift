// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Words

@Suite("Words that all readers share")
struct WordsTests {
  @Test("months by name and abbreviation") func months() {
    #expect(Months.names.count == 12 && Months.words.count == 24)
    #expect(Months.names.enumerated().allSatisfy { Months.numbers[$1] == $0 + 1 })
    #expect(Months.numbers["sept"] == 9 && Months.numbers["sep"] == 9 && Months.numbers["dec"] == 12)
    #expect(Months.numbers["may"] == 5 && Months.numbers["ma"] == nil)
  }

  @Test("numbers and Roman numerals, there and back") func roman() {
    for number in 1..<4000 { #expect(RomanNumeral.value(RomanNumeral.text(number)) == number) }
    #expect([4, 9, 14, 40, 1994].map(RomanNumeral.text) == ["iv", "ix", "xiv", "xl", "mcmxciv"])
    #expect(RomanNumeral.text(0).isEmpty && RomanNumeral.text(-3).isEmpty)
  }

  @Test("what is no numeral", arguments: ["", "iix", "iiii", "vx", "a", "i.", "XIV", "ic", "vv"])
  func notRoman(text: String) { #expect(RomanNumeral.value(text) == nil) }

  @Test("bytes") func bytes() {
    for byte in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(byte))
      let isASCII = byte < 0x80
      #expect(byte.isDigit == (isASCII && character.isNumber))
      #expect(byte.isLetter == (isASCII && character.isLetter))
      #expect(byte.lowered == (isASCII && character.isUppercase ? byte + 32 : byte))
    }
  }
}
