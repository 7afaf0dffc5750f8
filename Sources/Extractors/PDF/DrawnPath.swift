// SPDX-License-Identifier: GPL-3.0-or-later

/// A point of a path, in script units.
struct PathPoint {
  var x: Double
  var y: Double
}

/// A rectangle as a script states it: from one corner, with signed extents.
struct PathRectangle {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// Whether it runs clockwise on the page, so that a hole can be told from what surrounds it.
  var isClockwise: Bool { (width < 0) == (height < 0) }
  var left: Double { min(x, x + width) }
  var right: Double { max(x, x + width) }
  var top: Double { min(y, y + height) }
  var bottom: Double { max(y, y + height) }

  /// Whether another rectangle lies within it.
  func encloses(_ other: PathRectangle) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }
}

/// The current path of a script: rectangles, and everything else as polygons.
struct DrawnPath {
  /// Straight pieces of one subpath, curves flattened.
  struct Polygon {
    var points: [PathPoint] = []
    var isClosed = false
    /// For each point but the first, whether a straight line leads to it.
    var isStraight: [Bool] = []
  }

  var rectangles: [PathRectangle] = []
  var polygons: [Polygon] = []

  var isEmpty: Bool { rectangles.isEmpty && polygons.isEmpty }

  mutating func removeAll() {
    rectangles.removeAll(keepingCapacity: true)
    polygons.removeAll(keepingCapacity: true)
  }

  mutating func move(to point: PathPoint) {
    if let last = polygons.last, last.points.count < 2, !last.isClosed { polygons.removeLast() }
    polygons.append(Polygon(points: [point]))
  }

  mutating func line(to point: PathPoint, isStraight: Bool = true) {
    guard let last = polygons.indices.last else { return move(to: point) }
    if polygons[last].isClosed, let start = polygons[last].points.first { polygons.append(Polygon(points: [start])) }
    polygons[polygons.count - 1].points.append(point)
    polygons[polygons.count - 1].isStraight.append(isStraight)
  }

  /// A Bézier curve, flattened to four chords: enough to tell a disc from a triangle.
  mutating func curve(_ first: PathPoint, _ second: PathPoint, to end: PathPoint) {
    guard let start = polygons.last?.points.last else { return }
    for step in 1...4 {
      let t = Double(step) / 4
      let s = 1 - t
      let weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      let x = weights.0 * start.x + weights.1 * first.x + weights.2 * second.x + weights.3 * end.x
      let y = weights.0 * start.y + weights.1 * first.y + weights.2 * second.y + weights.3 * end.y
      line(to: PathPoint(x: x, y: y), isStraight: false)
    }
  }

  mutating func close() {
    guard let last = polygons.indices.last else { return }
    polygons[last].isClosed = true
  }

  /// The smallest rectangle around everything, nil for an empty path.
  var bounds: PathRectangle? {
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity
    for rectangle in rectangles {
      left = min(left, rectangle.left)
      top = min(top, rectangle.top)
      right = max(right, rectangle.right)
      bottom = max(bottom, rectangle.bottom)
    }
    for polygon in polygons where polygon.points.count > 1 {
      for point in polygon.points {
        left = min(left, point.x)
        top = min(top, point.y)
        right = max(right, point.x)
        bottom = max(bottom, point.y)
      }
    }
    guard left <= right, top <= bottom else { return nil }
    return PathRectangle(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension DrawnPath.Polygon {
  /// The area that the polygon encloses, in square script units (the shoelace formula).
  var area: Double {
    guard var previous = points.last else { return 0 }
    var twice = 0.0
    for point in points {
      twice += previous.x * point.y - point.x * previous.y
      previous = point
    }
    return abs(twice) / 2
  }
}
