// SPDX-License-Identifier: GPL-3.0-or-later

/// A rectangle of a picture's pixels, right and bottom excluded.
struct PixelArea: Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int
}
