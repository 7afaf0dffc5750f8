// SPDX-License-Identifier: GPL-3.0-or-later

/// The marks that stand before the items of a list and are not part of their text.
///
/// All readers share this list, so that a list loses the same marks whether it comes from a PDF, a Word file or a text
/// export. Private-use code points are what Symbol and Wingdings bullets become in PDF and Word files.
public enum BulletGlyphs {
  /// How much a mark needs around it before it counts as a bullet.
  public enum Kind: Sendable {
    /// A bullet wherever it stands before a word, also in the middle of a line.
    case anywhere
    /// A bullet only at the start of a paragraph and with white space behind it: dashes, stars, arrows, `o`.
    case leading
  }

  /// What kind of bullet a scalar is, nil where it is none.
  ///
  /// A symbol that stands alone in a cell (● as a rating, ✓ as a yes) is text: callers take a glyph for a bullet only
  /// where words follow it.
  public static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219: .anywhere  // • ‣ ⁃ ⁌ ⁍ ∙
    case 0x25A0, 0x25A1, 0x25AA...0x25AE: .anywhere  // ■ □ ▪ ▫ ▬ ▭ ▮
    case 0x25B6...0x25BB, 0x25C6...0x25CF, 0x25D8, 0x25D9, 0x25E6: .anywhere  // ▶ ► ◆ ○ ● ◘ ◦
    case 0x2794, 0x2798...0x27BE, 0x2756, 0x29BF, 0x2B9A...0x2B9F: .anywhere  // ➔ ➢ ➤ ❖ ⦿ ⮚
    case 0xF02D, 0xF06C, 0xF06E, 0xF06F, 0xF071, 0xF075...0xF077, 0xF09F, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0E0,
      0xF0E8, 0xF0F0, 0xF0FC:
      .anywhere
    case 0x2A, 0x2B, 0x2D, 0x6F, 0xB7: .leading  // * + - o ·
    case 0x2010, 0x2012...0x2015, 0x2192, 0x21D2, 0x2212, 0x2713, 0x2714: .leading  // dashes, → ⇒ − ✓ ✔
    default: nil
    }
  }

  /// Number of bytes that a bullet and the white space around it take up at the start of a paragraph, 0 where the
  /// paragraph begins with none, or where nothing but the bullet is in it.
  ///
  /// A dash before a number alone ("- 5%", "– 78") is a sign and no bullet.
  public static func leadingMarkLength(in text: UnsafeBufferPointer<UInt8>) -> Int {
    let begin = skipBlanks(in: text, from: 0)
    guard begin < text.count else { return 0 }
    let first = text[begin]
    let (scalar, length) = first < 0x80 ? (Unicode.Scalar(first), 1) : TextStore.decode(text, at: begin)
    guard let kind = kind(of: scalar) else { return 0 }
    let afterMark = begin + length
    let body = skipBlanks(in: text, from: afterMark)
    guard body < text.count else { return 0 }
    if case .leading = kind {
      guard body > afterMark, holdsLetter(text, from: body) else { return 0 }
    }
    return body
  }

  /// Index of the first byte at or after `start` that is neither ASCII white space nor part of a no-break space.
  private static func skipBlanks(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      if text[index] == 0x20 || (0x09...0x0D).contains(text[index]) {
        index += 1
      } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private static func holdsLetter(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < text.count {
      let byte = text[index]
      if (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3 && byte != 0xE2 { return true }
      index += 1
    }
    return false
  }
}
