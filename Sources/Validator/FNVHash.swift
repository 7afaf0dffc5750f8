// SPDX-License-Identifier: GPL-3.0-or-later

/// FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923): the same for the same bytes on every run, unlike `Hasher`.
struct FNVHash {
  /// The hash of the bytes so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a byte.
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
