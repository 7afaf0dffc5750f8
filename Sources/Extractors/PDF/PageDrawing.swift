// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// The ruling lines and fills of a page, without repetitions.
struct PageDrawing {
  /// The most lines and fills that are kept of a page. A full table page has about 500.
  static let maximumMarks = 60_000
  /// A stroke thicker than this, in points, is a band, not a line.
  static let maximumLineThickness: Float = 5
  /// Shorter strokes, in points, are dots and ticks.
  static let minimumLineLength: Float = 1
  /// How far the next dash of a line drawn dash by dash may be, in points.
  static let dashGap: Float = 2

  /// The whole page.
  let page: Box
  private(set) var lines: [RulingLine] = []
  /// In paint order.
  private(set) var fills: [PageFill] = []
  /// Places painted with something that is no flat colour: gradients, patterns, odd shapes.
  private(set) var unknownPaint: [Box] = []
  /// Whether the page draws more than is kept.
  private(set) var isFull = false

  private var lineKeys: Set<Key> = []
  private var lastFill: [Key: Int] = [:]

  /// A rectangle to 1/32 point, and a colour.
  private struct Key: Hashable {
    let left: Int32
    let top: Int32
    let right: Int32
    let bottom: Int32
    let colour: Colour

    init(_ box: Box, _ colour: Colour) {
      func rounded(_ value: Float) -> Int32 { Int32(saturating: (value * 32).rounded()) }
      left = rounded(box.left)
      top = rounded(box.top)
      right = rounded(box.right)
      bottom = rounded(box.bottom)
      self.colour = colour
    }
  }

  /// An empty page of a size in points.
  init(width: Float, height: Float) {
    page = Box(left: 0, top: 0, right: width, bottom: height)
  }

  /// Adds a line with its visible extent. A thick one is a band of colour.
  mutating func addLine(_ box: Box, isHorizontal: Bool, thickness: Float, colour: Colour) {
    guard thickness <= PageDrawing.maximumLineThickness else { return addFill(box, colour: colour) }
    if joinsLast(box, isHorizontal: isHorizontal, colour: colour) { return }
    guard hasRoom(), lineKeys.insert(Key(box, colour)).inserted else { return }
    dropLastIfDot()
    lines.append(RulingLine(box: box, isHorizontal: isHorizontal, colour: colour))
  }

  /// Adds a fill with its visible extent. Word processors paint many cells twice: of equal fills the last one stays,
  /// since it covers the others.
  mutating func addFill(_ box: Box, colour: Colour) {
    guard box.width > 0, box.height > 0, hasRoom() else { return }
    lastFill[Key(box, colour)] = fills.count
    fills.append(PageFill(box: box, colour: colour))
  }

  /// Notes a place that is painted, without a colour that is known.
  mutating func addUnknownPaint(_ box: Box) {
    guard unknownPaint.count < 1_000 else { return }
    unknownPaint.append(box)
  }

  /// Fills without those that are painted again later; to be called once everything is added.
  mutating func finish() {
    dropLastIfDot()
    guard lastFill.count < fills.count else { return }
    fills = fills.enumerated().filter { lastFill[Key($1.box, $1.colour)] == $0 }.map(\.element)
  }

  private mutating func hasRoom() -> Bool {
    if lines.count + fills.count >= PageDrawing.maximumMarks { isFull = true }
    return !isFull
  }

  /// Lengthens the line before by its next dash.
  private mutating func joinsLast(_ box: Box, isHorizontal: Bool, colour: Colour) -> Bool {
    guard let last = lines.last, last.isHorizontal == isHorizontal, last.colour == colour else { return false }
    let length = isHorizontal ? box.width : box.height
    // A long piece is a line of its own: its ends may mean something.
    guard length < 6 else { return false }
    let offAxis = isHorizontal ? abs(last.box.top - box.top) : abs(last.box.left - box.left)
    let gap = isHorizontal ? box.left - last.box.right : box.top - last.box.bottom
    guard offAxis < 0.1, gap > -0.5, gap <= max(PageDrawing.dashGap, length * 1.5) else { return false }
    lines[lines.count - 1].box = last.box.union(box)
    return true
  }

  /// A piece that found no continuation and is too short for a line.
  private mutating func dropLastIfDot() {
    guard let last = lines.last else { return }
    let length = last.isHorizontal ? last.box.width : last.box.height
    if length < PageDrawing.minimumLineLength { lines.removeLast() }
  }
}
