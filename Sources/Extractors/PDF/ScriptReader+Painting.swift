// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What paints: fills, strokes and whole-surface paint, seen through the clip.
extension ScriptReader {
  mutating func paint() {
    guard state.paints, case .solid(let colour) = state.source, !state.isClipOdd else { return }
    drawing.addFill(state.clip, colour: colour)
  }

  mutating func fill() {
    guard state.paints, let bounds = state.path.bounds else { return }
    guard case .solid(let colour) = state.source, !state.isClipOdd else {
      if let visible = state.clip.intersection(box(bounds)) { drawing.addUnknownPaint(visible) }
      return
    }
    fillRectangles(colour)
    for polygon in state.path.polygons where polygon.points.count > 2 {
      var single = DrawnPath()
      single.polygons = [polygon]
      guard let around = single.bounds, let visible = state.clip.intersection(box(around)) else { continue }
      if polygon.area >= ScriptReader.boxCoverage * around.width * around.height {
        drawing.addFill(visible, colour: colour)
      } else {
        drawing.addUnknownPaint(visible)
      }
    }
  }

  /// Paints the path's rectangles; one that lies in another with the other turn (or by even-odd) is a hole in it.
  private mutating func fillRectangles(_ colour: Colour) {
    let rectangles = state.path.rectangles
    guard rectangles.count == 2 else {
      for rectangle in rectangles { addFill(rectangle, colour) }
      return
    }
    let isFirstOuter = rectangles[0].encloses(rectangles[1])
    let outer = isFirstOuter ? rectangles[0] : rectangles[1]
    let inner = isFirstOuter ? rectangles[1] : rectangles[0]
    guard outer.encloses(inner), state.isEvenOdd || outer.isClockwise != inner.isClockwise else {
      for rectangle in rectangles { addFill(rectangle, colour) }
      return
    }
    func strip(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
      addFill(PathRectangle(x: left, y: top, width: right - left, height: bottom - top), colour)
    }
    strip(outer.left, outer.top, outer.right, inner.top)
    strip(outer.left, inner.bottom, outer.right, outer.bottom)
    strip(outer.left, inner.top, inner.left, inner.bottom)
    strip(inner.right, inner.top, outer.right, inner.bottom)
  }

  private mutating func addFill(_ rectangle: PathRectangle, _ colour: Colour) {
    guard let visible = state.clip.intersection(box(rectangle)) else { return }
    drawing.addFill(visible, colour: colour)
  }

  mutating func stroke() {
    guard state.paints, case .solid(let colour) = state.source else { return }
    for rectangle in state.path.rectangles {
      let corners = [
        PathPoint(x: rectangle.left, y: rectangle.top), PathPoint(x: rectangle.right, y: rectangle.top),
        PathPoint(x: rectangle.right, y: rectangle.bottom), PathPoint(x: rectangle.left, y: rectangle.bottom),
      ]
      for index in corners.indices { strokeLine(corners[index], corners[(index + 1) % 4], colour) }
    }
    for polygon in state.path.polygons where polygon.points.count > 1 {
      for index in 1..<polygon.points.count where polygon.isStraight[index - 1] {
        strokeLine(polygon.points[index - 1], polygon.points[index], colour)
      }
      if polygon.isClosed, polygon.points.count > 2, let first = polygon.points.first, let last = polygon.points.last {
        strokeLine(last, first, colour)
      }
    }
  }

  private mutating func strokeLine(_ start: PathPoint, _ end: PathPoint, _ colour: Colour) {
    let scale = PageScript.scale
    let across = (x: abs(end.x - start.x) / scale, y: abs(end.y - start.y) / scale)
    let isHorizontal = across.x >= across.y
    let run = max(across.x, across.y)
    // Lines that climb more than a hundredth of their length, and half a point, are slanted: parts of drawings.
    guard run > 0, min(across.x, across.y) <= max(0.5, run / 100) else { return }
    let width = max(1, state.lineWidth * (isHorizontal ? state.pen.acrossHorizontal : state.pen.acrossVertical))
    let middle = isHorizontal ? (start.y + end.y) / 2 : (start.x + end.x) / 2
    let rectangle =
      isHorizontal
      ? PathRectangle(x: min(start.x, end.x), y: middle - width / 2, width: abs(end.x - start.x), height: width)
      : PathRectangle(x: middle - width / 2, y: min(start.y, end.y), width: width, height: abs(end.y - start.y))
    guard let visible = state.clip.intersection(box(rectangle)) else { return }
    drawing.addLine(visible, isHorizontal: isHorizontal, thickness: Float(width / scale), colour: colour)
  }

  /// A rectangle of the script in points on the page.
  func box(_ rectangle: PathRectangle) -> Box {
    Box(
      left: Glyph.place((rectangle.left - PageScript.offset) / PageScript.scale),
      top: Glyph.place(rectangle.top / PageScript.scale),
      right: Glyph.place((rectangle.right - PageScript.offset) / PageScript.scale),
      bottom: Glyph.place(rectangle.bottom / PageScript.scale))
  }
}
