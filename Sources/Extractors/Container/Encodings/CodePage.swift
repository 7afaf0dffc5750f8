// SPDX-License-Identifier: GPL-3.0-or-later

/// The 8-bit code pages that documents in English have.
enum CodePage {
  /// Windows-1252, which also stands for ISO 8859-1 and ASCII, as on the web.
  case windows1252
  /// ISO 8859-15.
  case latin9

  /// What a byte stands for.
  func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard self == .latin9 else { return CodePage.windows1252(byte) }
    return switch byte {
    case 0xA4: "\u{20AC}"
    case 0xA6: "\u{160}"
    case 0xA8: "\u{161}"
    case 0xB4: "\u{17D}"
    case 0xB8: "\u{17E}"
    case 0xBC: "\u{152}"
    case 0xBD: "\u{153}"
    case 0xBE: "\u{178}"
    default: CodePage.windows1252(byte)
    }
  }

  /// What a byte of Windows-1252 stands for, as the WHATWG Encoding standard gives it; U+FFFD for the five bytes that the code
  /// page leaves open, so that what cannot be read can be seen.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return switch byte {
    case 0x80: "\u{20AC}"
    case 0x82: "\u{201A}"
    case 0x83: "\u{192}"
    case 0x84: "\u{201E}"
    case 0x85: "\u{2026}"
    case 0x86: "\u{2020}"
    case 0x87: "\u{2021}"
    case 0x88: "\u{2C6}"
    case 0x89: "\u{2030}"
    case 0x8A: "\u{160}"
    case 0x8B: "\u{2039}"
    case 0x8C: "\u{152}"
    case 0x8E: "\u{17D}"
    case 0x91: "\u{2018}"
    case 0x92: "\u{2019}"
    case 0x93: "\u{201C}"
    case 0x94: "\u{201D}"
    case 0x95: "\u{2022}"
    case 0x96: "\u{2013}"
    case 0x97: "\u{2014}"
    case 0x98: "\u{2DC}"
    case 0x99: "\u{2122}"
    case 0x9A: "\u{161}"
    case 0x9B: "\u{203A}"
    case 0x9C: "\u{153}"
    case 0x9E: "\u{17E}"
    case 0x9F: "\u{178}"
    default: "\u{FFFD}"
    }
  }
}
