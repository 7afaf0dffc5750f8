// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// Reads a page's cairo script and hands what is visible of it to a ``PageDrawing``.
///
/// The script keeps the graphics state apart from what is painted: clips are stated, not applied; colours and line
/// widths hold until they change; a path stays after `fill+`, `stroke+` and `clip+` and is not repeated.
struct ScriptReader {
  enum Source {
    case solid(Colour)
    /// A picture, a gradient, a pattern, or too transparent to be seen.
    case other
  }

  /// From what part of its box on a shape is taken for the box: a disc covers 0.79, a rounded rectangle more, a
  /// triangle 0.5.
  static let boxCoverage = 0.7

  var drawing: PageDrawing
  private var operands: [Double] = []
  private var array: [Double] = []
  private var isInArray = false
  private var pendingSource: Source?
  var state: State
  /// States of the surfaces around the one that is drawn on.
  private var outer: [State] = []

  /// What holds on one surface until it is changed: the page's, or a transparency group's.
  struct State {
    var path = DrawnPath()
    var source = Source.solid(Colour(red: 0, green: 0, blue: 0))
    var lineWidth = 2.0
    var pen = Pen()
    var clip: Box
    /// Whether the clip covers much less than its box.
    var isClipOdd = false
    var isEvenOdd = false
    var paints = true
  }

  /// How far a stroke of width 1 reaches, by the matrix in force: across a horizontal and across a vertical line.
  struct Pen {
    var acrossHorizontal = 1.0
    var acrossVertical = 1.0
  }

  private init(width: Float, height: Float) {
    drawing = PageDrawing(width: width, height: height)
    state = State(clip: drawing.page)
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
    case 4 where word.spells("OVER"): state.paints = true
    case 4 where word.spells("DEST"): state.paints = false
    case 5 where word.spells("fill+"): fill()
    case 5 where word.spells("clip+"): intersectClip()
    case 5 where word.spells("paint"): paint()
    case 5 where word.spells("scale"): setScale()
    case 5 where word.spells("CLEAR"): state.paints = false
    case 7 where word.spells("stroke+"): stroke()
    case 7 where word.spells("context"): beginSurface()
    case 3 where word.spells("pop"): endSurface()
    case 8 where word.spells("EVEN_ODD"): state.isEvenOdd = true
    case 7 where word.spells("WINDING"): state.isEvenOdd = false
    case 8 where word.spells("set-dash"): break
    case 8 where word.spells("identity"): state.pen = Pen()
    case 9 where word.spells("rectangle"): addRectangle()
    case 10 where word.spells("reset-clip"):
      state.clip = drawing.page
      state.isClipOdd = false
    case 10 where word.spells("set-source"):
      state.source = pendingSource ?? .other
      pendingSource = nil
    case 10 where word.spells("set-matrix"): setMatrix()
    case 14 where word.spells("set-line-width"): if let width = operands.last { state.lineWidth = width }
    case 12 where word.spells("set-operator"): break
    default:
      // Any other operator between a colour and `set-source` makes something else of it.
      pendingSource = nil
      if word.spells("SOURCE") || word.spells("MULTIPLY") || word.spells("DARKEN") { state.paints = true }
    }
  }

  private mutating func performLetter(_ letter: UInt8) {
    let count = operands.count
    switch letter {
    case UInt8(ascii: "n"): state.path.removeAll()
    case UInt8(ascii: "m"):
      guard count >= 2 else { return }
      state.path.move(to: PathPoint(x: operands[count - 2], y: operands[count - 1]))
    case UInt8(ascii: "l"):
      guard count >= 2 else { return }
      state.path.line(to: PathPoint(x: operands[count - 2], y: operands[count - 1]))
    case UInt8(ascii: "c"):
      guard count >= 6 else { return }
      state.path.curve(
        PathPoint(x: operands[count - 6], y: operands[count - 5]),
        PathPoint(x: operands[count - 4], y: operands[count - 3]),
        to: PathPoint(x: operands[count - 2], y: operands[count - 1]))
    case UInt8(ascii: "h"): state.path.close()
    case UInt8(ascii: "g"): setPending(count: 1)
    default: pendingSource = nil
    }
  }

  private mutating func addRectangle() {
    let count = operands.count
    guard count >= 4 else { return }
    state.path.rectangles.append(
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
      return UInt8(saturating: ((value * opacity + (1 - opacity)) * 255).rounded())
    }
    pendingSource =
      opacity < 0.02 ? .other : .solid(Colour(red: component(0), green: component(1), blue: component(2)))
  }

  private mutating func setScale() {
    guard operands.count >= 2 else { return }
    let x = abs(operands[operands.count - 2])
    let y = abs(operands[operands.count - 1])
    state.pen = Pen(acrossHorizontal: y, acrossVertical: x)
  }

  private mutating func setMatrix() {
    guard array.count >= 4 else { return }
    // A matrix [xx yx xy yy x0 y0] maps the round pen to an ellipse with these half axes along x and y.
    state.pen = Pen(
      acrossHorizontal: (array[1] * array[1] + array[3] * array[3]).squareRoot(),
      acrossVertical: (array[0] * array[0] + array[2] * array[2]).squareRoot())
    array.removeAll(keepingCapacity: true)
  }

  /// The page, a group or a pattern cell begins, with a state of its own.
  private mutating func beginSurface() {
    pendingSource = nil
    // Hostile files nest groups without end; cairo's own limits come later.
    guard outer.count < 1_000 else { return }
    outer.append(state)
    state = State(clip: drawing.page)
  }

  private mutating func endSurface() {
    pendingSource = nil
    guard let before = outer.popLast() else { return }
    state = before
  }

  private mutating func intersectClip() {
    guard let bounds = state.path.bounds, let box = state.clip.intersection(box(bounds)) else {
      state.clip = Box(left: 0, top: 0, right: 0, bottom: 0)
      return
    }
    state.clip = box
    let area = state.path.polygons.reduce(0) { $0 + $1.area }
    if state.path.rectangles.isEmpty, area < ScriptReader.boxCoverage * bounds.width * bounds.height {
      state.isClipOdd = true
    }
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
