// SPDX-License-Identifier: GPL-3.0-or-later

extension UInt8 {
  /// Whether the byte is a figure, 0 to 9.
  @inlinable
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is an ASCII letter.
  @inlinable
  package var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  /// The byte, a capital letter of ASCII as a small one.
  @inlinable
  package var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
