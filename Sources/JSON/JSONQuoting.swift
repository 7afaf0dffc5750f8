// SPDX-License-Identifier: GPL-3.0-or-later

/// Which bytes of a text may not stand in a string of JSON as they are (RFC 8259), and what stands for them.
enum JSONQuoting {
  /// How many bytes a text has more with its escapes.
  static func extra(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard hasAny(text) else { return 0 }
    return text.reduce(0) { $0 + (needsEscape($1) ? (short($1) == nil ? 5 : 1) : 0) }
  }

  /// Sets a text down in quotes, with its escapes where it has any.
  @inline(__always)
  static func put(_ text: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, with pen: inout ByteBuffer.Pen) {
    pen.put(UInt8(ascii: "\""))
    if hasEscapes { escape(text, with: &pen) } else { pen.put(text) }
    pen.put(UInt8(ascii: "\""))
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, with pen: inout ByteBuffer.Pen) {
    var start = 0
    for (index, byte) in text.enumerated() where needsEscape(byte) {
      pen.put(UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      if let short = short(byte) {
        pen.put(UInt8(ascii: "\\"))
        pen.put(short)
      } else {
        pen.put("\\u00")
        pen.put(0x30 + (byte >> 4))
        let low = byte & 0x0F
        pen.put(low < 10 ? 0x30 + low : UInt8(ascii: "a") + low - 10)
      }
    }
    pen.put(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The letter behind the backslash, for what has an escape of two signs.
  private static func short(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    default: nil
    }
  }

  /// Whether a byte of a text needs an escape: most texts have none, so that eight bytes are looked at together.
  static func hasAny(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    guard bytes.count >= 8 else {
      // The bytes behind a row of spaces, which need no escape.
      return hasAny(bytes.reduce(0x2020_2020_2020_2020) { $0 << 8 | UInt64($1) })
    }
    var at = 0
    while at + 8 <= bytes.count {
      if hasAny(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) { return true }
      at += 8
    }
    // The last eight, some of which were seen.
    return at < bytes.count && hasAny(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
  }

  /// Whether one of eight bytes needs an escape. Taking 1 from a byte that is zero, or 32 from one below it, is what sets a
  /// top bit that was not set before (S. E. Anderson, “Bit Twiddling Hacks”).
  private static func hasAny(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
    return found & (ones &* 0x80) != 0
  }
}
