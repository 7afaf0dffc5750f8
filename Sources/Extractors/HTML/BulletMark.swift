// SPDX-License-Identifier: GPL-3.0-or-later

/// Bullets that authors type into the text itself.
enum BulletMark {
  /// Signs that are nothing but bullets, U+F0B7 and its like being Symbol and Wingdings letters.
  private static let signs: Set<UInt32> = [
    0x2022, 0x25CF, 0x25CB, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x2023, 0x2043, 0x2219, 0x00B7, 0x27A2, 0x27A4,
    0x25BA, 0x25B6, 0x2756, 0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF06C, 0xF06E, 0xF0FC,
  ]
  /// Signs that are bullets where a space and a letter follow them.
  private static let dashes: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x2A, 0x2192]

  /// Number of bytes that a bullet takes at the start of a text, white space around it included; nil where there is
  /// none, or nothing after it: a lone `●` in a cell may be a rating.
  static func length(in text: [UInt8]) -> Int? {
    var scalars = String(decoding: text.prefix(48), as: UTF8.self).unicodeScalars[...]
    var length = 0
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    while let first = scalars.first, isSpace(first) {
      length += UTF8.width(first)
      scalars = scalars.dropFirst()
    }
    guard let sign = scalars.popFirst() else { return nil }
    let isSign = signs.contains(sign.value)
    guard isSign || dashes.contains(sign.value) else { return nil }
    length += UTF8.width(sign)
    var spaces = 0
    while let next = scalars.first, isSpace(next) {
      length += UTF8.width(next)
      scalars = scalars.dropFirst()
      spaces += 1
    }
    guard let next = scalars.first else { return nil }
    if isSign { return length }
    return spaces > 0 && next.properties.isAlphabetic ? length : nil
  }
}
