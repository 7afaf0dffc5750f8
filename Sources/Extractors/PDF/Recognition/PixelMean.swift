// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean of colours, which are given one by one as 0x00RRGGBB.
struct PixelMean {
  private(set) var count = 0
  private var red = 0
  private var green = 0
  private var blue = 0

  mutating func add(_ pixel: UInt32) {
    count += 1
    red += Int(pixel >> 16 & 0xFF)
    green += Int(pixel >> 8 & 0xFF)
    blue += Int(pixel & 0xFF)
  }

  /// The mean, each component rounded down; nil where no colour was given.
  var colour: UInt32? {
    count == 0 ? nil : UInt32(red / count) << 16 | UInt32(green / count) << 8 | UInt32(blue / count)
  }
}
