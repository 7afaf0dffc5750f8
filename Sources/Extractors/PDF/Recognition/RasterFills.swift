// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds filled rectangles in a picture by its backdrop.
enum RasterFills {
  /// Largest difference of red, green or blue, 0 to 255, to the paper that may be the paper's own.
  static let paperTolerance = 14
  /// Largest difference beside a fill: a pale fill is about as far from the paper as paper may be from itself, and must
  /// not fall to pieces for that.
  static let paperToleranceBesideFill = 8
  /// What part of a fill's tiles must be no paper for sure.
  static let leastSureShare = 0.3
  /// Largest difference between neighbouring tiles of one fill.
  static let fillTolerance = 14
  /// Smallest fill, in points: a cell's height or a status dot.
  static let minimumExtent = 7.0
  /// What part of its box a fill covers at least.
  static let coverage = 0.6

  /// A fill found, in tiles.
  private struct Region {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    var tiles: [Int]
    var mean = PixelMean()
  }

  /// The fills of a page, in points.
  static func fills(of raster: PageRaster, on backdrop: Backdrop) -> [PageFill] {
    var fills: [PageFill] = []
    for region in regions(of: backdrop) {
      for part in parts(of: region, columns: backdrop.columns) { fills += self.fills(in: part, raster, backdrop) }
    }
    return fills
  }

  /// Connected tiles of one colour that is not the paper's.
  private static func regions(of backdrop: Backdrop) -> [Region] {
    let (columns, rows) = (backdrop.columns, backdrop.rows)
    let distances = backdrop.colour.map { differs($0, backdrop.paperColour) }
    var seen = distances.map { $0 <= paperToleranceBesideFill }
    var regions: [Region] = []
    for start in seen.indices where !seen[start] && distances[start] > paperTolerance {
      seen[start] = true
      var region = Region(
        left: start % columns, top: start / columns, right: start % columns, bottom: start / columns, tiles: [start])
      var next = 0
      while next < region.tiles.count {
        let tile = region.tiles[next]
        next += 1
        let (row, column) = (tile / columns, tile % columns)
        let colour = backdrop.colour[tile]
        region.left = min(region.left, column)
        region.right = max(region.right, column)
        region.top = min(region.top, row)
        region.bottom = max(region.bottom, row)
        region.mean.add(colour)
        func visit(_ neighbour: Int) {
          guard !seen[neighbour], differs(backdrop.colour[neighbour], colour) <= fillTolerance else { return }
          seen[neighbour] = true
          region.tiles.append(neighbour)
        }
        if column > 0 { visit(tile - 1) }
        if column + 1 < columns { visit(tile + 1) }
        if row > 0 { visit(tile - columns) }
        if row + 1 < rows { visit(tile + columns) }
      }
      let sure = region.tiles.count { distances[$0] > paperTolerance }
      if region.tiles.count >= 4, Double(sure) >= leastSureShare * Double(region.tiles.count) { regions.append(region) }
    }
    return regions
  }

  /// A region as rectangles: itself where it nearly is one, else its stretches of equal rows.
  private static func parts(of region: Region, columns: Int) -> [Region] {
    let width = region.right - region.left + 1
    let height = region.bottom - region.top + 1
    if Double(region.tiles.count) >= coverage * Double(width * height) { return [region] }
    var extents = [(left: Int, right: Int, count: Int)](repeating: (Int.max, -1, 0), count: height)
    for tile in region.tiles {
      let row = tile / columns - region.top
      let column = tile % columns
      extents[row] = (min(extents[row].left, column), max(extents[row].right, column), extents[row].count + 1)
    }
    var parts: [Region] = []
    for (row, extent) in extents.enumerated() where extent.right >= extent.left {
      // A row full of holes is no part of a rectangle.
      guard Double(extent.count) >= coverage * Double(extent.right - extent.left + 1) else { continue }
      let y = region.top + row
      if let last = parts.last, last.bottom == y - 1, abs(last.left - extent.left) <= 1,
        abs(last.right - extent.right) <= 1
      {
        parts[parts.count - 1].bottom = y
      } else {
        var part = region
        (part.left, part.right, part.top, part.bottom) = (extent.left, extent.right, y, y)
        parts.append(part)
      }
    }
    return parts
  }

  /// The fills of a region: one, or those between the lines of paper that divide it.
  private static func fills(in region: Region, _ raster: PageRaster, _ backdrop: Backdrop) -> [PageFill] {
    let tile = Backdrop.tile
    guard let colour = region.mean.colour else { return [] }
    var area = PixelArea(
      left: region.left * tile, top: region.top * tile, right: min(raster.width, (region.right + 1) * tile),
      bottom: min(raster.height, (region.bottom + 1) * tile))
    refine(&area, colour, raster)
    let parts = PaperLines(raster: raster, fill: colour, paper: backdrop.paperColour).parts(of: area)
    return parts.compactMap { fill($0, parts.count == 1 ? colour : nil, of: raster, on: backdrop) }
  }

  /// - Parameter colour: the fill's colour; nil where it is still to be measured.
  private static func fill(
    _ area: PixelArea, _ colour: UInt32?, of raster: PageRaster, on backdrop: Backdrop
  ) -> PageFill? {
    let scale = raster.scale
    let width = Double(area.right - area.left) / scale
    let height = Double(area.bottom - area.top) / scale
    guard width >= minimumExtent, height >= minimumExtent else { return nil }
    let colour = colour ?? backdrop.mean(in: area)
    // Small pale patches are dirt.
    guard width * height >= 400 || differs(colour, backdrop.paperColour) >= 30 else { return nil }
    return PageFill(
      box: Box(
        left: Float(Double(area.left) / scale), top: Float(Double(area.top) / scale),
        right: Float(Double(area.right) / scale), bottom: Float(Double(area.bottom) / scale)),
      colour: onWhite(colour, paper: backdrop.paperColour))
  }

  /// Moves edges from the tiles' grid to where the colour really ends.
  private static func refine(
    _ edges: inout PixelArea, _ colour: UInt32, _ raster: PageRaster
  ) {
    let reach = Backdrop.tile + 2
    let box = edges
    /// Whether most of a column of pixels has the colour.
    func isFilled(column: Int) -> Bool {
      let step = max(1, (box.bottom - box.top) / 40)
      let rows = stride(from: box.top, to: box.bottom, by: step)
      let hits = rows.reduce(0) { $0 + (differs(raster.pixels[$1 * raster.width + column], colour) <= 28 ? 1 : 0) }
      return hits * step * 2 >= box.bottom - box.top
    }
    func isFilled(row: Int) -> Bool {
      let step = max(1, (box.right - box.left) / 80)
      let columns = stride(from: box.left, to: box.right, by: step)
      let hits = columns.reduce(0) { $0 + (differs(raster.pixels[row * raster.width + $1], colour) <= 28 ? 1 : 0) }
      return hits * step * 2 >= box.right - box.left
    }
    edges.left =
      (max(0, box.left - reach)..<min(raster.width, box.left + reach)).first { isFilled(column: $0) } ?? box.left
    edges.right =
      ((max(0, box.right - reach)..<min(raster.width, box.right + reach)).last { isFilled(column: $0) } ?? box.right - 1)
      + 1
    edges.top = (max(0, box.top - reach)..<min(raster.height, box.top + reach)).first { isFilled(row: $0) } ?? box.top
    edges.bottom =
      ((max(0, box.bottom - reach)..<min(raster.height, box.bottom + reach)).last { isFilled(row: $0) } ?? box.bottom
        - 1)
      + 1
  }

  /// A colour as it would be if the paper were white.
  private static func onWhite(_ colour: UInt32, paper: UInt32) -> Colour {
    func component(_ shift: UInt32) -> UInt8 {
      let paper = max(128, Int(paper >> shift & 0xFF))
      return UInt8(min(255, Int(colour >> shift & 0xFF) * 255 / paper))
    }
    return Colour(red: component(16), green: component(8), blue: component(0))
  }

  /// The largest difference of red, green or blue.
  private static func differs(_ one: UInt32, _ other: UInt32) -> Int {
    func difference(_ shift: UInt32) -> Int { abs(Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF)) }
    return max(difference(16), difference(8), difference(0))
  }
}
