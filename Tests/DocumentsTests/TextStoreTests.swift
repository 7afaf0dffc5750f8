// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import TestSupport
import Testing

@Suite("The text store")
struct TextStoreTests {
  @Test(
    "What is appended is cleaned, and nothing else is changed",
    arguments: [
      ("two  words", "two words"), ("\u{A0}no-break\u{202F}space ", "no-break space"),
      ("soft\u{AD}hyphen", "softhyphen"),
      ("e\u{FB03}cient \u{FB01}le", "efficient file"), ("no\u{2011}break", "no-break"), ("\u{FEFF}mark", "mark"),
      ("left\u{200E}to\u{202E}right", "lefttoright"), ("tab\tand\nline", "tab and line"), ("bell\u{7}", "bell"),
      ("“quotes” – dashes…", "“quotes” – dashes…"), ("naïve Ł ß 漢 🟢", "naïve Ł ß 漢 🟢"),
    ])
  func cleaning(given: String, kept: String) throws {
    var store = TextStore()
    let appended = store.append(given)
    let span = try #require(appended)
    #expect(store.string(span) == kept)
  }

  @Test("Text is cleaned the same wherever in it the marks stand, and however long the words between them are")
  func cleaningAnywhere() {
    let pieces: [(given: String, kept: String)] = [
      ("a", "a"), ("word", "word"), ("much-longer-than-sixteen-bytes", "much-longer-than-sixteen-bytes"), (" ", " "),
      (" ", " "), (" ", " "), ("\t", " "), ("\u{A0}", " "), ("\u{2009}", " "), ("\u{7}", ""), ("\u{7F}", ""),
      ("\u{AD}", ""), ("\u{200B}", ""), ("\u{FB01}", "fi"), ("\u{2011}", "-"), ("’", "’"), ("é", "é"), ("漢", "漢"),
      ("🟢", "🟢"), ("\u{FFFD}", "\u{FFFD}"), ("~", "~"),
    ]
    var numbers = SeededNumbers(seed: 7)
    var store = TextStore()
    for _ in 0..<2000 {
      let text = (0..<numbers.below(30)).map { _ in numbers.pick(pieces) }
      let given = text.map(\.given).joined()
      let kept = text.map(\.kept).joined().split(separator: " ").joined(separator: " ")
      let appended = store.append(given)
      #expect(appended.map { store.string($0) } ?? "" == kept, "\(given.debugDescription)")
    }
  }

  @Test("White space and marks alone have no span", arguments: ["", "   ", "\u{A0}\t", "\u{200B}\u{FEFF}"])
  func nothing(given: String) {
    var store = TextStore()
    let appended = store.append(given)
    #expect(appended == nil)
    #expect(store.bytes.isEmpty)
  }

  @Test("Spans do not overlap, and each finds its own words again")
  func spans() {
    var store = TextStore()
    let words = (0..<500).map { "word \($0) and ä\($0 % 7)" }
    let spans = words.compactMap { store.append($0) }
    #expect(spans.map { store.string($0) } == words)
    for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.end < next.start) }
  }

  @Test("Bytes that are no UTF-8 become U+FFFD, one for each ill-formed part, and the text stays valid")
  func illFormed() throws {
    var store = TextStore()
    // A lone continuation byte, a truncated sequence of three, an overlong form, a surrogate.
    let bytes: [UInt8] = [0x61, 0x80, 0x62, 0xE2, 0x82, 0x63, 0xC0, 0xAF, 0x64, 0xED, 0xA0, 0x80, 0x65]
    let appended = bytes.withUnsafeBufferPointer { store.append(utf8: $0) }
    let span = try #require(appended)
    #expect(store.string(span) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}d\u{FFFD}\u{FFFD}\u{FFFD}e")
    #expect(String(validating: store.bytes, as: UTF8.self) != nil)
  }

  @Test(
    "A colour is read from its digits and written the same", arguments: ["#00B050", "#FFC000", "#000000", "#0A0B0C"])
  func colours(digits: String) throws {
    #expect(try #require(Colour(hexadecimal: digits)).hexadecimal == digits)
    #expect(Colour(hexadecimal: String(digits.dropFirst()))?.hexadecimal == digits)
  }

  @Test("What is no colour", arguments: ["", "#FFF", "#GGGGGG", "+12345", "-12345", "1234567"])
  func noColours(digits: String) { #expect(Colour(hexadecimal: digits) == nil) }
}
