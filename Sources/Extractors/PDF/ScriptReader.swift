// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a page's cairo script and hands what is visible of it to a ``PageDrawing``.
///
/// The script keeps the graphics state apart from what is painted: clips are stated, not applied; colours and line
/// widths hold until they change; a path stays after `fill+`, `stroke+` and `clip+` and is not repeated.
struct ScriptReader {
  private enum Source {
    case solid(Colour)
    /// A picture, a gradient, a pattern, or too transparent to be seen.
    case other
  }

  private var drawing: PageDrawing
  private var operands: [Double] = []
  private var array: [Double] = []
  private var isInArray = false
  private var path = DrawnPath()
  private var source = Source.solid(Colour(red: 0, green: 0, blue: 0))
  private var pendingSource: Source?
  private var lineWidth = 2.0
  private var pen = Pen()
  private var clip: Box
  private var isEvenOdd = false
  private var paints = true

  /// How far a stroke of width 1 reaches, by the matrix in force: across a horizontal and across a vertical line.
  private struct Pen {
    var acrossHorizontal = 1.0
    var acrossVertical = 1.0
  }

  private init(width: Float, height: Float) {
    drawing = PageDrawing(width: width, height: height)
    clip = drawing.page
    operands.reserveCapacity(16)
  }

  /// What a script paints on a page of a size in points.
  static func read(_ script: PageScript, width: Float, height: Float) -> PageDrawing {
    var reader = ScriptReader(width: width, height: height)
    script.bytes.withUnsafeBufferPointer { bytes in
      var scanner = ScriptScanner(bytes)
      while let token = scanner.next() {
        if reader.drawing.isFull { break }
        reader.take(token)
      }
    }
    reader.drawing.finish()
    return reader.drawing
  }

  private mutating func take(_ token: ScriptScanner.Token) {
    switch token {
    case .number(let value):
      if isInArray { array.append(value) } else { operands.append(value) }
    case .arrayStart:
      isInArray = true
      array.removeAll(keepingCapacity: true)
    case .arrayEnd: isInArray = false
    case .string, .dictionaryMark:
      pendingSource = nil
      operands.removeAll(keepingCapacity: true)
    case .word(let word):
      perform(word)
      if !isInArray { operands.removeAll(keepingCapacity: true) }
    }
  }

  private mutating func perform(_ word: UnsafeBufferPointer<UInt8>) {
    switch word.count {
    case 1: performLetter(word[0])
    case 3 where word.spells("rgb"): setPending(count: 3)
    case 4 where word.spells("rgba"): setPending(count: 4)
    case 4 where word.spells("OVER"): paints = true
    case 4 where word.spells("DEST"): paints = false
    case 5 where word.spells("fill+"): fill()
    case 5 where word.spells("clip+"): intersectClip()
    case 5 where word.spells("paint"): paint()
    case 5 where word.spells("scale"): setScale()
    case 5 where word.spells("CLEAR"): paints = false
    case 7 where word.spells("stroke+"): stroke()
    case 7 where word.spells("context"): beginSurface()
    case 8 where word.spells("EVEN_ODD"): isEvenOdd = true
    case 7 where word.spells("WINDING"): isEvenOdd = false
    case 8 where word.spells("set-dash"): break
    case 8 where word.spells("identity"): pen = Pen()
    case 9 where word.spells("rectangle"): addRectangle()
    case 10 where word.spells("reset-clip"): clip = drawing.page
    case 10 where word.spells("set-source"):
      source = pendingSource ?? .other
      pendingSource = nil
    case 10 where word.spells("set-matrix"): setMatrix()
    case 14 where word.spells("set-line-width"): if let width = operands.last { lineWidth = width }
    case 12 where word.spells("set-operator"): break
    default:
      // Any other operator between a colour and `set-source` makes something else of it.
      pendingSource = nil
      if word.spells("SOURCE") || word.spells("MULTIPLY") || word.spells("DARKEN") { paints = true }
    }
  }

  private mutating func performLetter(_ letter: UInt8) {
    let count = operands.count
    switch letter {
    case UInt8(ascii: "n"): path.removeAll()
    case UInt8(ascii: "m"):
      guard count >= 2 else { return }
      path.move(to: PathPoint(x: operands[count - 2], y: operands[count - 1]))
    case UInt8(ascii: "l"):
      guard count >= 2 else { return }
      path.line(to: PathPoint(x: operands[count - 2], y: operands[count - 1]))
    case UInt8(ascii: "c"):
      guard count >= 6 else { return }
      path.curve(
        PathPoint(x: operands[count - 6], y: operands[count - 5]),
        PathPoint(x: operands[count - 4], y: operands[count - 3]),
        to: PathPoint(x: operands[count - 2], y: operands[count - 1]))
    case UInt8(ascii: "h"): path.close()
    case UInt8(ascii: "g"): setPending(count: 1)
    default: pendingSource = nil
    }
  }

  private mutating func addRectangle() {
    let count = operands.count
    guard count >= 4 else { return }
    path.rectangles.append(
      PathRectangle(
        x: operands[count - 4], y: operands[count - 3], width: operands[count - 2], height: operands[count - 1]))
  }

  /// A colour as operand: grey, RGB, or RGB with opacity, which is laid over white.
  private mutating func setPending(count: Int) {
    guard operands.count >= count else { return }
    let values = operands.suffix(count)
    let first = values.startIndex
    let opacity = count == 4 ? min(1, max(0, values[first + 3])) : 1
    func component(_ offset: Int) -> UInt8 {
      let value = min(1, max(0, count == 1 ? values[first] : values[first + offset]))
      return UInt8(((value * opacity + (1 - opacity)) * 255).rounded())
    }
    pendingSource =
      opacity < 0.02 ? .other : .solid(Colour(red: component(0), green: component(1), blue: component(2)))
  }

  private mutating func setScale() {
    guard operands.count >= 2 else { return }
    let x = abs(operands[operands.count - 2])
    let y = abs(operands[operands.count - 1])
    pen = Pen(acrossHorizontal: y, acrossVertical: x)
  }

  private mutating func setMatrix() {
    guard array.count >= 4 else { return }
    // A matrix [xx yx xy yy x0 y0] maps the round pen to an ellipse with these half axes along x and y.
    pen = Pen(
      acrossHorizontal: (array[1] * array[1] + array[3] * array[3]).squareRoot(),
      acrossVertical: (array[0] * array[0] + array[2] * array[2]).squareRoot())
    array.removeAll(keepingCapacity: true)
  }

  /// A group or a pattern cell begins, or the page goes on: either way the clip is stated anew.
  private mutating func beginSurface() {
    clip = drawing.page
    path.removeAll()
  }

  private mutating func intersectClip() {
    guard let bounds = path.bounds, let box = clip.intersection(box(bounds)) else {
      clip = Box(left: 0, top: 0, right: 0, bottom: 0)
      return
    }
    clip = box
  }

  private mutating func paint() {
    guard paints, case .solid(let colour) = source else { return }
    drawing.addFill(clip, colour: colour)
  }

  private mutating func fill() {
    guard paints, let bounds = path.bounds else { return }
    guard case .solid(let colour) = source else {
      if let visible = clip.intersection(box(bounds)) { drawing.addUnknownPaint(visible) }
      return
    }
    fillRectangles(colour)
    for polygon in path.polygons where polygon.points.count > 2 {
      var single = DrawnPath()
      single.polygons = [polygon]
      guard let around = single.bounds, let visible = clip.intersection(box(around)) else { continue }
      // A disc covers 0.79 of the square around it, a rounded rectangle more, a triangle half.
      if polygon.area >= 0.7 * around.width * around.height {
        drawing.addFill(visible, colour: colour)
      } else {
        drawing.addUnknownPaint(visible)
      }
    }
  }

  /// Paints the path's rectangles; one that lies in another with the other turn (or by even-odd) is a hole in it.
  private mutating func fillRectangles(_ colour: Colour) {
    let rectangles = path.rectangles
    guard rectangles.count == 2 else {
      for rectangle in rectangles { addFill(rectangle, colour) }
      return
    }
    let isFirstOuter = rectangles[0].encloses(rectangles[1])
    let outer = isFirstOuter ? rectangles[0] : rectangles[1]
    let inner = isFirstOuter ? rectangles[1] : rectangles[0]
    guard outer.encloses(inner), isEvenOdd || outer.isClockwise != inner.isClockwise else {
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
    guard let visible = clip.intersection(box(rectangle)) else { return }
    drawing.addFill(visible, colour: colour)
  }

  private mutating func stroke() {
    guard paints, case .solid(let colour) = source else { return }
    for rectangle in path.rectangles {
      let corners = [
        PathPoint(x: rectangle.left, y: rectangle.top), PathPoint(x: rectangle.right, y: rectangle.top),
        PathPoint(x: rectangle.right, y: rectangle.bottom), PathPoint(x: rectangle.left, y: rectangle.bottom),
      ]
      for index in corners.indices { strokeLine(corners[index], corners[(index + 1) % 4], colour) }
    }
    for polygon in path.polygons where polygon.points.count > 1 {
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
    let width = max(1, lineWidth * (isHorizontal ? pen.acrossHorizontal : pen.acrossVertical))
    let middle = isHorizontal ? (start.y + end.y) / 2 : (start.x + end.x) / 2
    let rectangle =
      isHorizontal
      ? PathRectangle(x: min(start.x, end.x), y: middle - width / 2, width: abs(end.x - start.x), height: width)
      : PathRectangle(x: middle - width / 2, y: min(start.y, end.y), width: width, height: abs(end.y - start.y))
    guard let visible = clip.intersection(box(rectangle)) else { return }
    drawing.addLine(visible, isHorizontal: isHorizontal, thickness: Float(width / scale), colour: colour)
  }

  /// A rectangle of the script in points on the page.
  private func box(_ rectangle: PathRectangle) -> Box {
    Box(
      left: Float((rectangle.left - PageScript.offset) / PageScript.scale),
      top: Float(rectangle.top / PageScript.scale),
      right: Float((rectangle.right - PageScript.offset) / PageScript.scale),
      bottom: Float(rectangle.bottom / PageScript.scale))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of a word.
  func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { other in
      for index in 0..<count where self[index] != other[index] { return false }
      return true
    }
  }
}
