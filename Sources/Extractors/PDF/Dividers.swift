// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Lines and thin fills of a page that part neighbouring words however close these are.
struct Dividers {
  /// A fill no thicker than this, in points, is a drawn line.
  static let thickestFill: Float = 3

  /// Upright dividers of the page, then lying ones, each sorted by place.
  private let upright: [Divider]
  private let lying: [Divider]

  private struct Divider {
    /// Across the reading direction: x of an upright divider, y of a lying one.
    let place: Float
    let start: Float
    let end: Float
  }

  init(_ drawing: PageDrawing) {
    var upright: [Divider] = []
    var lying: [Divider] = []
    func add(_ box: Box, isHorizontal: Bool) {
      if isHorizontal {
        lying.append(Divider(place: (box.top + box.bottom) / 2, start: box.left, end: box.right))
      } else {
        upright.append(Divider(place: (box.left + box.right) / 2, start: box.top, end: box.bottom))
      }
    }
    for line in drawing.lines { add(line.box, isHorizontal: line.isHorizontal) }
    for fill in drawing.fills where min(fill.box.width, fill.box.height) <= Dividers.thickestFill {
      add(fill.box, isHorizontal: fill.box.width >= fill.box.height)
    }
    self.upright = upright.sorted { $0.place < $1.place }
    self.lying = lying.sorted { $0.place < $1.place }
  }

  /// Whether a divider stands between two neighbours of a line.
  func part(_ left: ReadingFrame.Extent, _ right: ReadingFrame.Extent, in frame: ReadingFrame) -> Bool {
    // Text may run over its cell's border by a little.
    let slack = min(left.height, right.height) * 0.15
    let first = min(left.end, right.start) - slack
    let last = max(left.end, right.start) + slack
    let middle = (left.middle + right.middle) / 2
    // Reading coordinates back to the page's: see ReadingFrame.extent(of:).
    return switch frame.rotation {
    case 1: hit(lying, from: first, to: last, at: -middle)
    case 2: hit(upright, from: -last, to: -first, at: -middle)
    case 3: hit(lying, from: -last, to: -first, at: middle)
    default: hit(upright, from: first, to: last, at: middle)
    }
  }

  private func hit(_ dividers: [Divider], from first: Float, to last: Float, at middle: Float) -> Bool {
    var low = 0
    var high = dividers.count
    while low < high {
      let half = (low + high) / 2
      if dividers[half].place < first { low = half + 1 } else { high = half }
    }
    while low < dividers.count, dividers[low].place <= last {
      if dividers[low].start <= middle, middle <= dividers[low].end { return true }
      low += 1
    }
    return false
  }
}
