// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Finds the thin lines of paper that divide a filled area into cells ("white grid" tables).
///
/// On pale fills such a line is hardly lighter than its surroundings, less than the grain of the scan: it shows only in the
/// mean over its length.
struct PaperLines {
  let raster: PageRaster
  /// The fill's luminance and the paper's.
  private let fill: Int
  private let paper: Int

  /// Thickest line, in points; thicker ones are gaps between fills, which the fills' own edges tell.
  static let thickest = 3.0
  /// Least difference of paper and fill in luminance, 0 to 255, at which lines are looked for.
  static let leastContrast = 6
  /// How much of the way from fill to paper a line's mean goes at least. A thin line is a blend of both.
  static let leastShare = 0.4
  /// Shortest side of a part, in points.
  static let shortestSide = 6.0

  init(raster: PageRaster, fill: UInt32, paper: UInt32) {
    self.raster = raster
    self.fill = PageRaster.luminance(fill)
    self.paper = PageRaster.luminance(paper)
  }

  /// The parts of an area between its lines: bands from line to line across it, each cut at the lines down it.
  func parts(of area: PixelArea) -> [PixelArea] {
    guard paper - fill >= PaperLines.leastContrast else { return [area] }
    var parts: [PixelArea] = []
    for rows in stretches(area.top..<area.bottom, across: area.left..<area.right, isRow: true) {
      for columns in stretches(area.left..<area.right, across: rows, isRow: false) {
        parts.append(
          PixelArea(left: columns.lowerBound, top: rows.lowerBound, right: columns.upperBound, bottom: rows.upperBound))
      }
    }
    return parts.isEmpty ? [area] : parts
  }

  /// The stretches between lines.
  private func stretches(_ range: Range<Int>, across: Range<Int>, isRow: Bool) -> [Range<Int>] {
    let thickest = Int(saturating: PaperLines.thickest * raster.scale)
    let shortest = Int(saturating: PaperLines.shortestSide * raster.scale)
    var stretches: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard isPaper(index, across, isRow: isRow) else {
        index += 1
        continue
      }
      let first = index
      while index < range.upperBound, isPaper(index, across, isRow: isRow) { index += 1 }
      // A line at the area's edge only ends it.
      guard index - first <= thickest, first - start >= shortest else {
        if first - start < shortest { start = index }
        continue
      }
      stretches.append(start..<first)
      start = index
    }
    if range.upperBound - start >= shortest { stretches.append(start..<range.upperBound) }
    return stretches
  }

  /// Pieces that a row or column of pixels is looked at in.
  private static let pieces = 16
  /// What part of them must be paper: letters and dirt may touch a line.
  private static let leastPaper = 0.85

  /// Whether a row or column of pixels is paper along nearly all its length, text left aside.
  private func isPaper(_ index: Int, _ across: Range<Int>, isRow: Bool) -> Bool {
    let limit = Double(fill) + PaperLines.leastShare * Double(paper - fill)
    let darkest = fill - 24
    let step = max(8, across.count / PaperLines.pieces)
    var (light, seen) = (0, 0)
    raster.pixels.withUnsafeBufferPointer { pixels in
      for start in stride(from: across.lowerBound, to: across.upperBound, by: step) {
        var (sum, count) = (0, 0)
        for other in start..<min(across.upperBound, start + step) {
          let pixel = isRow ? pixels[index * raster.width + other] : pixels[other * raster.width + index]
          let luminance = PageRaster.luminance(pixel)
          guard luminance >= darkest else { continue }
          sum += luminance
          count += 1
        }
        // A piece of nothing but text says nothing.
        guard count * 2 >= step else { continue }
        seen += 1
        if Double(sum) >= limit * Double(count) { light += 1 }
      }
    }
    return seen * 2 * step >= across.count && Double(light) >= PaperLines.leastPaper * Double(seen)
  }
}
