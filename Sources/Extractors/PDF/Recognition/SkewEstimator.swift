// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Finds by how much a scanned page lies askew.
enum SkewEstimator {
  /// The largest slope that is looked for: 4 degrees. What lies more askew was not meant to be level.
  static let steepest = 0.07
  /// Smaller slopes do no harm: half a millimetre over a page.
  static let leastWorthwhile = 0.0008
  /// Every so many pixels are looked at, down and across.
  static let step = 4

  /// The tangent of the page's angle, positive where lines fall to the right; 0 where the page is level or says nothing.
  ///
  /// Dark pixels are summed along lines of each slope: along the right one, sums are either high (text, rules) or low
  /// (gaps), so that their squares add up to the most.
  static func slope(of raster: PageRaster) -> Double {
    let points = darkPoints(raster)
    guard points.count > 500 else { return 0 }
    func best(around middle: Double, reach: Double, step: Double) -> Double {
      var best = (slope: middle, score: score(points, middle, raster))
      var offset = step
      while offset <= reach {
        for slope in [middle - offset, middle + offset] {
          let score = score(points, slope, raster)
          if score > best.score { best = (slope, score) }
        }
        offset += step
      }
      return best.slope
    }
    let coarse = best(around: 0, reach: steepest, step: 0.004)
    let fine = best(around: coarse, reach: 0.004, step: 0.0005)
    return abs(fine) < leastWorthwhile ? 0 : fine
  }

  private struct Point {
    let x: Int32
    let y: Int32
  }

  /// Some of the pixels that are much darker than their right-hand surroundings' paper: text and rules, not fills.
  private static func darkPoints(_ raster: PageRaster) -> [Point] {
    var points: [Point] = []
    let width = raster.width
    raster.pixels.withUnsafeBufferPointer { pixels in
      for y in stride(from: 2, to: raster.height - 2, by: step / 2) {
        for x in stride(from: 0, to: width, by: step) {
          let index = y * width + x
          let here = PageRaster.luminance(pixels[index])
          // A step down the page is what text lines and rules are made of, on fills as on paper.
          let below = PageRaster.luminance(pixels[index + 2 * width])
          if abs(here - below) > 60 { points.append(Point(x: Int32(x), y: Int32(y))) }
        }
      }
    }
    guard points.count > 60_000 else { return points }
    let every = points.count / 60_000 + 1
    return points.indices.filter { $0 % every == 0 }.map { points[$0] }
  }

  private static func score(_ points: [Point], _ slope: Double, _ raster: PageRaster) -> Double {
    let margin = Int(saturating: Double(raster.width) * steepest) + 4
    var sums = [Int32](repeating: 0, count: (raster.height + 2 * margin) / 2 + 2)
    let fixed = Int(saturating: (slope * 65_536).rounded())
    sums.withUnsafeMutableBufferPointer { sums in
      for point in points {
        let y = Int(point.y) - ((Int(point.x) * fixed) >> 16) + margin
        sums[min(max(0, y / 2), sums.count - 1)] &+= 1
      }
    }
    return sums.reduce(0) { $0 + Double($1) * Double($1) }
  }
}
