// SPDX-License-Identifier: GPL-3.0-or-later

/// What a PostScript font name says about the font's look.
///
/// Poppler hands out no weights; names are what every producer writes: `ABCDEE+Calibri-Bold`, `Arial,BoldItalic`,
/// `HelveticaNeue-Heavy`.
struct FontName {
  private let letters: [UInt8]

  /// A name from a C string; capitals do not matter.
  init(cString: UnsafePointer<CChar>) {
    var letters: [UInt8] = []
    var next = cString
    while next.pointee != 0 {
      let byte = UInt8(bitPattern: next.pointee)
      letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      next += 1
    }
    self.letters = letters
  }

  /// Whether the face is of a weight that stands out: semi-bold or more.
  var isBold: Bool {
    contains("bold") || contains("black") || contains("heavy") || contains("-demi") || contains(",demi")
      || contains("bdcn")
  }

  /// Whether the face is slanted.
  var isItalic: Bool { contains("italic") || contains("oblique") || contains("-it") }

  private func contains(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard letters.count >= count else { return false }
    return word.withUTF8Buffer { pattern in
      (0...(letters.count - count)).contains { start in
        for offset in 0..<count where letters[start + offset] != pattern[offset] { return false }
        return true
      }
    }
  }
}
