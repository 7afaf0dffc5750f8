// SPDX-License-Identifier: GPL-3.0-or-later

/// A character reference (`&amp;`, `&#8211;`, `&#x2013;`) in a text.
struct HTMLEntity {
  /// What it stands for.
  var scalar: Unicode.Scalar
  /// Offset after its semicolon.
  var end: Int

  /// The reference at `start`, where a `&` stands; nil where it is an ampersand and nothing else.
  init?(_ source: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    while index < source.count, index - start < 12, source[index] != Byte.semicolon {
      guard source[index].isLetter || source[index].isDigit || source[index] == Byte.numberSign else { return nil }
      index += 1
    }
    guard index < source.count, source[index] == Byte.semicolon, index > start + 1 else { return nil }
    let name = source.part(start + 1..<index)
    guard let scalar = name[0] == Byte.numberSign ? HTMLEntity.number(name) : HTMLEntity.named(name) else { return nil }
    self.scalar = scalar
    end = index + 1
  }

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard digits.count > 1 else { return nil }
    let isHexadecimal = digits[1] | 0x20 == 0x78
    let text = String(decoding: digits.part((isHexadecimal ? 2 : 1)..<digits.count), as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
    // As in HTML, numbers from 128 to 159 mean Windows-1252.
    if (0x80...0x9F).contains(value) { return CodePage.windows1252(UInt8(value)) }
    return Unicode.Scalar(value)
  }

  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    switch MarkupName(name) {
    case "amp", "AMP": "&"
    case "lt", "LT": "<"
    case "gt", "GT": ">"
    case "quot", "QUOT": "\""
    case "apos": "'"
    case "nbsp": "\u{A0}"
    case "ensp", "emsp", "thinsp": " "
    case "shy": "\u{AD}"
    case "zwnj", "zwj": "\u{200B}"
    case "ndash": "\u{2013}"
    case "mdash": "\u{2014}"
    case "minus": "\u{2212}"
    case "lsquo": "\u{2018}"
    case "rsquo": "\u{2019}"
    case "ldquo": "\u{201C}"
    case "rdquo": "\u{201D}"
    case "laquo": "\u{AB}"
    case "raquo": "\u{BB}"
    case "hellip": "\u{2026}"
    case "bull": "\u{2022}"
    case "middot": "\u{B7}"
    case "pound": "\u{A3}"
    case "euro": "\u{20AC}"
    case "cent": "\u{A2}"
    case "sect": "\u{A7}"
    case "para": "\u{B6}"
    case "copy": "\u{A9}"
    case "reg": "\u{AE}"
    case "trade": "\u{2122}"
    case "deg": "\u{B0}"
    case "plusmn": "\u{B1}"
    case "times": "\u{D7}"
    case "divide": "\u{F7}"
    case "frac12": "\u{BD}"
    case "frac14": "\u{BC}"
    case "frac34": "\u{BE}"
    case "le": "\u{2264}"
    case "ge": "\u{2265}"
    case "ne": "\u{2260}"
    case "larr": "\u{2190}"
    case "uarr": "\u{2191}"
    case "rarr": "\u{2192}"
    case "darr": "\u{2193}"
    case "harr": "\u{2194}"
    case "sup1": "\u{B9}"
    case "sup2": "\u{B2}"
    case "sup3": "\u{B3}"
    case "eacute": "\u{E9}"
    case "egrave": "\u{E8}"
    case "ecirc": "\u{EA}"
    case "agrave": "\u{E0}"
    case "aacute": "\u{E1}"
    case "acirc": "\u{E2}"
    case "ccedil": "\u{E7}"
    case "iuml": "\u{EF}"
    case "ocirc": "\u{F4}"
    case "ouml": "\u{F6}"
    case "uuml": "\u{FC}"
    default: nil
    }
  }
}
