// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// The colour behind the text, for each small tile of a scanned page.
struct Backdrop {
  /// Edge of a tile, in pixels: 2 points at 300 dpi, less than the space between a cell's border and its text.
  static let tile = 8

  /// What part of a page its paper takes at least: the margins alone take more.
  static let leastPaper = 0.1

  let columns: Int
  let rows: Int
  /// The commonest luminance in and around each tile.
  private(set) var luminance: [UInt8]
  /// The mean colour of the pixels of that luminance, 0x00RRGGBB.
  private(set) var colour: [UInt32]
  /// Whether a tile shows two colours at least: text, or the edge of a fill.
  private(set) var isMixed: [Bool]
  /// The luminance of the paper.
  let paper: Int
  /// The paper's colour.
  let paperColour: UInt32

  /// Finds the backdrop of a picture.
  init(of raster: PageRaster) {
    let tile = Backdrop.tile
    columns = (raster.width + tile - 1) / tile
    rows = (raster.height + tile - 1) / tile
    let (columns, rows) = (columns, rows)
    // How many pixels of each tile are of each sixteenth of the luminances.
    var counts = [UInt8](repeating: 0, count: columns * rows * 16)
    raster.pixels.withUnsafeBufferPointer { pixels in
      counts.withUnsafeMutableBufferPointer { counts in
        for y in 0..<raster.height {
          let base = y / tile * columns
          for x in 0..<raster.width {
            let bin = PageRaster.luminance(pixels[y * raster.width + x]) >> 4
            counts[(base + x / tile) * 16 + bin] &+= 1
          }
        }
      }
    }
    var bins = [UInt8](repeating: 15, count: columns * rows)
    var isMixed = [Bool](repeating: false, count: columns * rows)
    var pageBins = [Int](repeating: 0, count: 16)
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        var own = Backdrop.commonest(counts, [index])
        if own.share < 0.6 {
          isMixed[index] = true
          // Text covers much of a tile, but not of it and its neighbours.
          var around: [Int] = []
          for otherRow in max(0, row - 2)...min(rows - 1, row + 2) {
            for otherColumn in max(0, column - 2)...min(columns - 1, column + 2) {
              around.append(otherRow * columns + otherColumn)
            }
          }
          own = Backdrop.commonest(counts, around)
        }
        bins[index] = UInt8(own.bin)
        pageBins[own.bin] += 1
      }
    }
    BackdropStrokes(counts: counts, columns: columns, rows: rows)
      .remove(from: &bins, &isMixed) { PageRaster.chroma(Backdrop.mean(raster, row: $0, column: $1, bin: $2)) }
    // Paper is the lightest backdrop of a good part of the page; tables may cover most of it with pale fills.
    let leastTiles = Int(saturating: Backdrop.leastPaper * Double(columns * rows))
    let light = 8..<16
    let lightest = light.last { pageBins[$0] >= leastTiles }
    let paperBin = lightest ?? light.max { pageBins[$0] < pageBins[$1] } ?? 15
    var luminance = [UInt8](repeating: 255, count: columns * rows)
    var colour = [UInt32](repeating: 0xFF_FFFF, count: columns * rows)
    var paperMean = PixelMean()
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        let mean = Backdrop.mean(raster, row: row, column: column, bin: Int(bins[index]))
        colour[index] = mean
        luminance[index] = UInt8(PageRaster.luminance(mean))
        if Int(bins[index]) == paperBin { paperMean.add(mean) }
      }
    }
    paperColour = paperMean.colour ?? 0xFF_FFFF
    paper = PageRaster.luminance(paperColour)
    self.luminance = luminance
    self.colour = colour
    self.isMixed = isMixed
  }

  /// The commonest sixteenth of luminances in some tiles, and what part of the pixels it and its neighbours hold.
  private static func commonest(_ counts: [UInt8], _ tiles: [Int]) -> (bin: Int, share: Double) {
    var sums = (0..<16).map { _ in 0 }
    for tile in tiles {
      for bin in 0..<16 { sums[bin] += Int(counts[tile * 16 + bin]) }
    }
    let total = sums.reduce(0, +)
    guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }), total > 0 else { return (15, 1) }
    let near = sums[best] + (best > 0 ? sums[best - 1] : 0) + (best < 15 ? sums[best + 1] : 0)
    return (best, Double(near) / Double(total))
  }

  /// The mean colour of a tile's pixels that are of about one luminance.
  private static func mean(_ raster: PageRaster, row: Int, column: Int, bin: Int) -> UInt32 {
    var mean = PixelMean()
    for y in (row * tile)..<min(raster.height, (row + 1) * tile) {
      for x in (column * tile)..<min(raster.width, (column + 1) * tile) {
        let pixel = raster.pixels[y * raster.width + x]
        if abs(PageRaster.luminance(pixel) >> 4 - bin) <= 1 { mean.add(pixel) }
      }
    }
    // Perhaps not a pixel of this tile shows its backdrop.
    let grey = UInt32(bin * 16 + 8)
    return mean.colour ?? (grey << 16 | grey << 8 | grey)
  }

  /// The mean colour of the backdrop in an area of the picture.
  func mean(in area: PixelArea) -> UInt32 {
    var mean = PixelMean()
    // Tiles at the edge may belong to the neighbour.
    let inner = (
      (area.top / Backdrop.tile + 1)..<max(area.top / Backdrop.tile + 2, area.bottom / Backdrop.tile),
      (area.left / Backdrop.tile + 1)..<max(area.left / Backdrop.tile + 2, area.right / Backdrop.tile)
    )
    for row in inner.0.clamped(to: 0..<rows) {
      for column in inner.1.clamped(to: 0..<columns) {
        mean.add(colour[row * columns + column])
      }
    }
    return mean.colour ?? paperColour
  }

  /// The picture as contrast against its backdrop: black text on white, whatever the colours were.
  ///
  /// OCR misses most words on saturated fills, and light text on dark ones; here both look like print on paper.
  func contrast(of raster: PageRaster) -> [UInt8] {
    let tile = Backdrop.tile
    return [UInt8](unsafeUninitializedCapacity: raster.pixels.count) { buffer, count in
      for y in 0..<raster.height {
        let row = y / tile
        for x in 0..<raster.width {
          let column = x / tile
          let index = row * columns + column
          let here = PageRaster.luminance(raster.pixels[y * raster.width + x])
          var difference = abs(here - Int(luminance[index]))
          if isMixed[index] {
            // At a fill's edge either side counts as backdrop.
            if row > 0 { difference = min(difference, abs(here - Int(luminance[index - columns]))) }
            if row + 1 < rows { difference = min(difference, abs(here - Int(luminance[index + columns]))) }
            if column > 0 { difference = min(difference, abs(here - Int(luminance[index - 1]))) }
            if column + 1 < columns { difference = min(difference, abs(here - Int(luminance[index + 1]))) }
          }
          // On a backdrop of middling luminance the contrast can be no greater than half.
          let room = max(Int(luminance[index]), 255 - Int(luminance[index]))
          buffer[y * raster.width + x] = UInt8(255 - min(255, difference * 255 / max(96, room)))
        }
      }
      count = raster.pixels.count
    }
  }
}
