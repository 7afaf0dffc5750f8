// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of a tag or of a character reference, at most sixteen ASCII bytes, kept as a number: a text full of tags asks
/// for each of them which of fifty names it has.
struct MarkupName: Equatable, ExpressibleByStringLiteral {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  /// A name that a reader knows.
  @inline(__always)
  init(stringLiteral name: StaticString) {
    for index in 0..<name.utf8CodeUnitCount { append(name.utf8Start[index]) }
  }

  /// A name as it stands in a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// A name in which the case of the letters means nothing.
  init(lowercasing bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { append(byte.isUppercase ? byte | 0x20 : byte) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    head = head << 8 | tail >> 56
    tail = tail << 8 | UInt64(byte)
  }
}
