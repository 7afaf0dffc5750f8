// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The page as seen by somebody who turns it until the text stands upright.
///
/// Words of all directions are built by the same rules: text runs along `u` to the right, and `v` grows from the line's
/// top to its bottom.
struct ReadingFrame: Hashable {
  /// Quarter turns of the text, clockwise, 0 to 3.
  let rotation: UInt8

  /// A rectangle in reading coordinates, in points.
  struct Extent {
    var start: Float
    var top: Float
    var end: Float
    var bottom: Float

    var length: Float { end - start }
    var height: Float { bottom - top }
    var middle: Float { (top + bottom) / 2 }
  }

  /// A box of the page in this frame.
  func extent(of box: Box) -> Extent {
    switch rotation {
    case 1: Extent(start: box.top, top: -box.right, end: box.bottom, bottom: -box.left)
    case 2: Extent(start: -box.right, top: -box.bottom, end: -box.left, bottom: -box.top)
    case 3: Extent(start: -box.bottom, top: box.left, end: -box.top, bottom: box.right)
    default: Extent(start: box.left, top: box.top, end: box.right, bottom: box.bottom)
    }
  }

  /// Whether a ruling line stands across the reading direction, so that it parts words.
  func isUpright(_ line: RulingLine) -> Bool { line.isHorizontal == (rotation % 2 == 1) }
}
