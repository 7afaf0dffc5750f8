// SPDX-License-Identifier: GPL-3.0-or-later

/// Eight bytes side by side in one number, the first lowest, so that a question is asked of all of them at once.
///
/// The tests are those of SWAR ("SIMD within a register"; Hacker's Delight, 2nd edition, chapter 6): the answer for each
/// byte stands in its highest bit.
struct ByteEight: Equatable {
  /// Bytes that are asked at once.
  static let count = 8
  /// The highest bit of each byte.
  private static let high: UInt64 = 0x8080_8080_8080_8080
  /// The lowest bit of each byte.
  private static let low: UInt64 = 0x0101_0101_0101_0101

  let value: UInt64

  /// Eight bytes of 0.
  static let zero = ByteEight(repeating: 0)

  /// The bytes at an offset; eight must be left there.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    value = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The same byte eight times.
  @inline(__always)
  init(repeating byte: UInt8) { value = UInt64(byte) &* ByteEight.low }

  /// Writes the bytes at an offset; there must be room for eight.
  @inline(__always)
  func store(in bytes: UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
    UnsafeMutableRawBufferPointer(bytes).storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Whether none of the bytes is beyond ASCII.
  var isASCII: Bool { value & ByteEight.high == 0 }

  /// Whether one of the bytes is 0.
  var hasZero: Bool { (value &- ByteEight.low) & ~value & ByteEight.high != 0 }

  /// How many bytes are marked.
  @inline(__always)
  static func count(of marked: UInt64) -> Int { Int(((marked >> 7) &* low) >> 56) }

  /// Marks the bytes that can be part of a word: see ``Swift/UInt8/isWordByte``.
  var wordBytes: UInt64 {
    let seven = value & ~ByteEight.high
    let letters = seven | (0x20 &* ByteEight.low)
    // Adding what a byte lacks to 0x80 sets its highest bit where it is that great.
    let isLetter = (letters &+ (0x1F &* ByteEight.low)) & ~(letters &+ (0x05 &* ByteEight.low))
    let isDigit = (seven &+ (0x50 &* ByteEight.low)) & ~(seven &+ (0x46 &* ByteEight.low))
    return (isLetter | isDigit | value) & ByteEight.high
  }
}
