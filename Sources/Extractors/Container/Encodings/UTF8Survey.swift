// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What one pass over a file says about its being UTF-8.
struct UTF8Survey {
  /// Well-formed sequences beyond ASCII.
  private(set) var sequences = 0
  /// Sequences that begin well and break off.
  private(set) var brokenOff = 0
  /// Bytes that make no sense in UTF-8 but do in a code page.
  private(set) var strays = 0
  /// Number of ill-formed parts.
  private(set) var damageCount = 0
  /// Offset of the first ill-formed part.
  private(set) var firstDamage: Int?

  /// Whether the ill-formed parts are better explained by an 8-bit code page.
  var looksLikeCodePage: Bool { strays > sequences + brokenOff }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < count {
      // Eight ASCII bytes at a time.
      while index + 8 <= count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      { index += 8 }
      guard index < count else { break }
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let (scalar, length) = TextStore.decode(bytes, at: index)
      if scalar != "\u{FFFD}" || lead == 0xEF && length == 3 {
        sequences += 1
      } else {
        damageCount += 1
        if firstDamage == nil { firstDamage = index }
        // Â, Ã and â at the end of a file, or alone, are more often the head of a lost sequence than letters.
        let isUsualLead = lead == 0xC2 || lead == 0xC3 || lead == 0xE2
        if length > 1 || isUsualLead { brokenOff += 1 } else { strays += 1 }
      }
      index += length
    }
  }
}
