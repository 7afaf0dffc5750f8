// SPDX-License-Identifier: GPL-3.0-or-later

/// A font whose letters are pictures, and the Unicode characters that look like them.
///
/// Office writes such letters at U+F000 plus the font's own code. Only marks that carry meaning in a plan are listed;
/// the others stay what they are.
enum SymbolFont: Sendable {
  case symbol
  case wingdings
  case wingdings2
  case wingdings3

  /// The font by its family name, nil for a font of letters.
  init?(family: String) {
    switch family.lowercased() {
    case "symbol", "opensymbol", "starsymbol": self = .symbol
    case "wingdings": self = .wingdings
    case "wingdings 2": self = .wingdings2
    case "wingdings 3": self = .wingdings3
    default: return nil
    }
  }

  /// The character for a code of the font (0x20 to 0xFF, or 0xF020 to 0xF0FF); nil where none is listed.
  func character(_ code: UInt32) -> Unicode.Scalar? {
    let code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    return switch self {
    case .symbol: Self.symbols[code]
    case .wingdings: Self.dingbats[code]
    case .wingdings2: Self.dingbats2[code]
    case .wingdings3: Self.arrows[code]
    }
  }

  private static let symbols: [UInt32: Unicode.Scalar] = [
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xDE: "⇒", 0xD6: "√", 0xA5: "∞", 0x2D: "−", 0xBE: "—", 0xD0: "∠",
  ]

  private static let dingbats: [UInt32: Unicode.Scalar] = [
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA7: "▪", 0x6E: "■",
    0x6C: "●", 0x9F: "•", 0x9E: "·", 0xA1: "○", 0x76: "❖", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xDF: "←", 0xE1: "↑",
    0xE2: "↓", 0xF0: "⇨", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0xAB: "★", 0x77: "◆", 0xB5: "★", 0x46: "☞",
  ]

  private static let dingbats2: [UInt32: Unicode.Scalar] = [
    0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0x53: "☒", 0xA3: "☐", 0x97: "●", 0x98: "●", 0x96: "•",
  ]

  private static let arrows: [UInt32: Unicode.Scalar] = [
    0x67: "◀", 0x75: "▶", 0x70: "▲", 0x71: "▼", 0x66: "←", 0x68: "↑", 0x69: "↓", 0x7D: "▶",
    0x84: "▼",
  ]
}
