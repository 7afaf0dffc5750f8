// SPDX-License-Identifier: GPL-3.0-or-later

/// Characters of Microsoft's symbol fonts, which PDFs carry in Unicode's private use area.
enum PrivateUseSymbols {
  /// The character that a private one shows; any other unchanged.
  ///
  /// Code points U+F020 to U+F0FF are the font's own codes. Symbol and Wingdings disagree on them; the ones below are
  /// bullets, ticks and arrows, which is what documents use them for (codes from the fonts' own charts).
  static func character(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xF020...0xF0FF).contains(scalar.value) else { return scalar }
    return switch scalar.value & 0xFF {
    case 0xB7, 0x6C, 0x9F, 0x9E: "\u{2022}"  // •
    case 0xA7, 0x6E: "\u{25AA}"  // ▪
    case 0x75, 0x76: "\u{2756}"  // ❖
    case 0xD8, 0xC4: "\u{27A2}"  // ➢
    case 0xE0, 0xAE, 0xF0: "\u{2192}"  // →
    case 0xFC: "\u{2713}"  // ✓
    case 0xFB: "\u{2717}"  // ✗
    case 0xFE: "\u{2611}"  // ☑
    case 0xFD: "\u{2612}"  // ☒
    case 0x6F, 0xA8, 0x71, 0x72: "\u{2610}"  // ☐
    case 0x2D: "\u{2013}"  // –
    default: scalar
    }
  }
}
