// SPDX-License-Identifier: GPL-3.0-or-later

/// Letters of ligatures whose code some word processors write with its two bytes exchanged: "Educa琀椀on" shows "Education".
enum SwappedLigatures {
  /// The word as the page shows it; nil where nothing in it is exchanged.
  ///
  /// U+7400 is "t" (U+0074) read from the wrong end. Only beside letters of the Latin alphabet: in Chinese or Korean text
  /// the same code is the sign that it says.
  static func repaired(_ word: [UInt8]) -> [UInt8]? {
    // All these signs are three bytes long and begin with one of five bytes.
    guard word.contains(where: { (0xE4...0xEC).contains($0) }) else { return nil }
    var result: [UInt8] = []
    var count = 0
    var hasLatin = false
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      if let letters = letters(for: scalar) {
        result += letters
        count += 1
      } else {
        // Any other sign of those scripts: the word is written in it.
        if (0x3000...0xD7FF).contains(scalar.value) { return nil }
        hasLatin = hasLatin || isLatin(scalar)
        result += Array(String(scalar).utf8)
      }
    }
    return count > 0 && hasLatin ? result : nil
  }

  /// The letters that a sign stands for; the second half of "ffi" is the glyph's own number in the fonts concerned.
  private static func letters(for scalar: Unicode.Scalar) -> [UInt8]? {
    guard scalar.value & 0xFF == 0, scalar.value <= 0xFFFF else { return nil }
    let high = UInt8(truncatingIfNeeded: scalar.value >> 8)
    switch high {
    case 0x41...0x5A, 0x61...0x7A: return [high]
    case 0xCF: return [0x66, 0x69]
    default: return nil
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }
}
