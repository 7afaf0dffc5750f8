// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@Suite("Bullet glyphs")
struct BulletGlyphsTests {
  @Test(
    "Marks at the start of a paragraph",
    arguments: [
      ("• One", 4), ("•One", 3), (" \u{A0}\u{F0B7}\tOne", 7), ("- One", 2), ("– One", 4), ("o One", 2), ("· One", 3),
      ("-One", 0), ("- 5%", 0), ("One", 0), ("•", 0), ("", 0), ("on", 0), ("✓ done", 4), ("✓", 0), ("* Note", 2),
    ])
  func leadingMarks(text: String, length: Int) {
    var text = text
    #expect(text.withUTF8 { BulletGlyphs.leadingMarkLength(in: $0) } == length)
  }

  @Test("Kinds: bullets stand anywhere, dashes only lead, letters and ticks in text are none")
  func kinds() {
    #expect(BulletGlyphs.kind(of: "▪") == .anywhere)
    #expect(BulletGlyphs.kind(of: "\u{F0A7}") == .anywhere)
    #expect(BulletGlyphs.kind(of: "–") == .leading)
    #expect(BulletGlyphs.kind(of: "a") == nil)
    #expect(BulletGlyphs.kind(of: "é") == nil)
  }
}
