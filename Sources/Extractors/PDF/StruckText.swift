// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Marks text that a line strikes out.
enum StruckText {
  /// Where a strike may run, as parts of a word's height from its top: through the small letters. Underlines and the
  /// rules of tables run lower or higher.
  static let band: ClosedRange<Float> = 0.36...0.7
  /// Thickest strike, in points.
  static let thickest: Float = 2
  /// What part of a word the strike covers at least.
  static let coverage: Float = 0.85

  /// Adds the style `struckThrough` to pieces that a drawn line crosses lengthwise.
  static func mark(_ pieces: inout [WordPiece], on drawing: PageDrawing) {
    let fills = drawing.fills.lazy.map(\.box).filter { $0.height <= thickest && $0.width > 2 * $0.height }
    let strikes = (drawing.lines.filter(\.isHorizontal).map(\.box).filter { $0.height <= thickest } + fills)
      .sorted { $0.top < $1.top }
    guard !strikes.isEmpty else { return }
    for index in pieces.indices where pieces[index].frame.rotation == 0 {
      let box = pieces[index].box
      let first = box.top + band.lowerBound * box.height
      let last = box.top + band.upperBound * box.height
      var low = 0
      var high = strikes.count
      while low < high {
        let half = (low + high) / 2
        if strikes[half].top < first { low = half + 1 } else { high = half }
      }
      while low < strikes.count, strikes[low].top <= last {
        let covered = min(box.right, strikes[low].right) - max(box.left, strikes[low].left)
        if strikes[low].bottom <= last + thickest, covered >= coverage * box.width {
          pieces[index].style.insert(.struckThrough)
          break
        }
        low += 1
      }
    }
  }
}
