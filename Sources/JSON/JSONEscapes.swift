// SPDX-License-Identifier: GPL-3.0-or-later

/// Escapes in the texts of JSON (RFC 8259, section 7).
enum JSONEscapes {
  /// What is wrong with an escape, and how many bytes behind its backslash.
  struct Fault: Error {
    var message: String
    var offset: Int
  }

  /// How many bytes an escape has, its backslash included, and the scalar that it stands for.
  ///
  /// - Parameter bytes: from the backslash on, at least that.
  static func escape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(Fault) -> (length: Int, scalar: Unicode.Scalar)
  {
    let start = bytes.startIndex
    guard bytes.count > 1 else { throw Fault(message: "the file ends before the plan does", offset: 1) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return (2, "\"")
    case UInt8(ascii: "\\"): return (2, "\\")
    case UInt8(ascii: "/"): return (2, "/")
    case UInt8(ascii: "b"): return (2, "\u{8}")
    case UInt8(ascii: "f"): return (2, "\u{C}")
    case UInt8(ascii: "n"): return (2, "\n")
    case UInt8(ascii: "r"): return (2, "\r")
    case UInt8(ascii: "t"): return (2, "\t")
    case UInt8(ascii: "u"):
      let unit = try codeUnit(bytes, at: 2)
      if (0xD800...0xDBFF).contains(unit), bytes.count > 7, bytes[start + 6] == UInt8(ascii: "\\"),
        bytes[start + 7] == UInt8(ascii: "u")
      {
        let low = try codeUnit(bytes, at: 8)
        if (0xDC00...0xDFFF).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return (12, scalar)
        }
      }
      guard let scalar = Unicode.Scalar(unit) else {
        throw Fault(message: "half a surrogate pair stands alone", offset: 6)
      }
      return (6, scalar)
    default: throw Fault(message: "an unknown escape stands after a backslash", offset: 2)
    }
  }

  private static func codeUnit(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int) throws(Fault) -> UInt32 {
    var unit: UInt32 = 0
    for byte in bytes.dropFirst(offset).prefix(4) {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw Fault(message: "four hexadecimal digits are missing", offset: offset)
      }
    }
    guard bytes.count >= offset + 4 else { throw Fault(message: "four hexadecimal digits are missing", offset: offset) }
    return unit
  }

  /// A text without its escapes, all of which are known to be sound.
  static func resolved(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), let (length, scalar) = try? escape(bytes[at...]) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        at += length
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
