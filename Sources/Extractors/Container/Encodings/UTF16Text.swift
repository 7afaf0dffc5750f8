// SPDX-License-Identifier: GPL-3.0-or-later

/// UTF-16 text as UTF-8.
struct UTF16Text {
  /// The text; U+FFFD stands for lone surrogates and an odd last byte.
  private(set) var utf8: [UInt8] = []
  /// Number of ill-formed parts.
  private(set) var damageCount = 0
  /// Offset of the first ill-formed part in the file.
  private(set) var firstDamage: Int?
  /// Line of the first ill-formed part, from 1.
  private(set) var damagedLine = 1

  init(_ input: UnsafeBufferPointer<UInt8>, from start: Int, isBigEndian: Bool) {
    utf8.reserveCapacity((input.count - start) * 3 / 4)
    var line = 1
    var index = start
    func unit(_ at: Int) -> UInt32 {
      let first = UInt32(input[at])
      let second = UInt32(input[at + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    while index + 1 < input.count {
      let value = unit(index)
      if value < 0x80 {
        if value == 0x0A { line += 1 }
        utf8.append(UInt8(value))
        index += 2
        continue
      }
      if value >= 0xD800, value < 0xDC00, index + 3 < input.count, (0xDC00...0xDFFF).contains(unit(index + 2)) {
        let scalar = 0x10000 + (value - 0xD800) << 10 + (unit(index + 2) - 0xDC00)
        append(scalar)
        index += 4
        continue
      }
      if (0xD800...0xDFFF).contains(value) { note(at: index, line: line) }
      append(value)
      index += 2
    }
    if index < input.count {
      note(at: index, line: line)
      append(0xFFFD)
    }
  }

  private mutating func append(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    utf8.append(contentsOf: String(scalar).utf8)
  }

  private mutating func note(at offset: Int, line: Int) {
    damageCount += 1
    if firstDamage == nil {
      firstDamage = offset
      damagedLine = line
    }
  }

  /// The byte order of UTF-16 text without a mark, by the zero bytes that English text has at every other place; nil
  /// where the bytes are no UTF-16.
  static func isBigEndian(_ input: [UInt8]) -> Bool? {
    let sample = input.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd * 10 >= half * 6, zeros.even * 20 <= half { return false }
    if zeros.even * 10 >= half * 6, zeros.odd * 20 <= half { return true }
    return nil
  }
}
