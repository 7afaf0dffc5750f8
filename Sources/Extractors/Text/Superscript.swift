// SPDX-License-Identifier: GPL-3.0-or-later

/// Superscript digits, which in a plan are footnote marks and not text, save in units.
enum Superscript {
  /// Whether the scalar is a superscript digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }

  /// Whether ² or ³ makes a unit of the words before it: m², km³.
  static func isUnit(_ scalar: Unicode.Scalar, after text: [UInt8]) -> Bool {
    guard scalar.value == 0xB2 || scalar.value == 0xB3, text.last == 0x6D else { return false }
    var start = text.count - 1
    while start > 0, text[start - 1].isLetter { start -= 1 }
    let unit = text[start...]
    return unit.count <= 2 && (unit.count == 1 || [0x6B, 0x63, 0x6D, 0x64].contains(unit[start]))
  }
}
