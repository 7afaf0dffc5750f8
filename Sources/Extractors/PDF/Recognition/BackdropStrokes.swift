// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells the strokes of large letters from backdrops: both may fill tiles of a page wholly.
///
/// A backdrop holds most of the pixels of some area that no letter fills: it is wide, or solid over a square. Headings in
/// heavy type hold less than half of the area of their line, and their strokes are thin. What is no backdrop gets that of
/// its surroundings, so that the letters stand out against it.
struct BackdropStrokes {
  /// An area in tiles and the share of its pixels that a backdrop holds there.
  private struct Area {
    let width: Int
    let height: Int
    let share: Double
  }

  /// A fill with a line of text in it (23 by 11.5 points at 300 dpi), the same on its side, a solid square of 9.6 points,
  /// and strips of 46 by 5.8 points, which no letter is.
  private static let areas = [
    Area(width: 12, height: 6, share: 0.65), Area(width: 6, height: 12, share: 0.65),
    Area(width: 5, height: 5, share: 0.9), Area(width: 24, height: 3, share: 0.9),
    Area(width: 3, height: 24, share: 0.9),
  ]
  /// A status dot, some 7 points across, which is no letter where it has a colour.
  private static let dot = Area(width: 3, height: 3, share: 0.8)
  /// The least chroma of a status dot.
  private static let leastChroma = 60
  /// A luminance this many times rarer than its neighbour is a rim.
  private static let rimRatio: UInt32 = 4
  /// How far around a stroke its backdrop is looked for, in tiles.
  private static let reach = 8

  private let columns: Int
  private let rows: Int
  /// Pixels of each sixteenth of the luminances above and left of each corner of the tiles.
  private let sums: [UInt32]

  /// - Parameters:
  ///   - counts: pixels of each tile by sixteenths of the luminances.
  ///   - columns: tiles in a row.
  ///   - rows: rows of tiles.
  init(counts: [UInt8], columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    var sums = [UInt32](repeating: 0, count: (columns + 1) * (rows + 1) * 16)
    for row in 0..<rows {
      for column in 0..<columns {
        let corner = ((row + 1) * (columns + 1) + column + 1) * 16
        let above = corner - (columns + 1) * 16
        let tile = (row * columns + column) * 16
        for bin in 0..<16 {
          sums[corner + bin] =
            sums[above + bin] &+ sums[corner - 16 + bin] &- sums[above - 16 + bin] &+ UInt32(counts[tile + bin])
        }
      }
    }
    self.sums = sums
  }

  /// Gives tiles within strokes the backdrop around them and marks them as mixed.
  ///
  /// - Parameters:
  ///   - bins: the sixteenth taken for each tile's backdrop.
  ///   - isMixed: whether each tile shows two colours at least.
  ///   - chroma: the chroma of the pixels of a luminance in the tile of a row and column.
  func remove(from bins: inout [UInt8], _ isMixed: inout [Bool], chroma: (_ row: Int, _ column: Int, _ bin: Int) -> Int)
  {
    let found = bins
    var isStroke = [Bool](repeating: false, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let bin = Int(found[row * columns + column])
        if BackdropStrokes.areas.contains(where: { fills($0, around: row, column, bin) }) { continue }
        if fills(BackdropStrokes.dot, around: row, column, bin), chroma(row, column, bin) >= BackdropStrokes.leastChroma
        {
          continue
        }
        isStroke[row * columns + column] = true
      }
    }
    for row in 0..<rows {
      for column in 0..<columns where isStroke[row * columns + column] {
        isMixed[row * columns + column] = true
        bins[row * columns + column] = backdrop(around: row, column, found, isStroke) ?? 15
      }
    }
  }

  /// Whether a luminance holds its share of some area of the form that a tile lies in.
  private func fills(_ area: Area, around row: Int, _ column: Int, _ bin: Int) -> Bool {
    let width = min(area.width, columns)
    let height = min(area.height, rows)
    let lefts = max(0, column - width + 1)...min(column, columns - width)
    let tops = max(0, row - height + 1)...min(row, rows - height)
    // The tile is more often in the middle of its backdrop than at the edge.
    let middle = (
      min(max(column - width / 2, lefts.lowerBound), lefts.upperBound),
      min(max(row - height / 2, tops.lowerBound), tops.upperBound)
    )
    if share(middle.0, middle.1, width, height, bin) >= area.share { return true }
    for top in tops {
      for left in lefts where share(left, top, width, height, bin) >= area.share { return true }
    }
    return false
  }

  /// The share of an area's pixels that are of about one luminance; 0 where a neighbour of it is far commoner, as a fill is
  /// beside the grey rims of its text.
  private func share(_ left: Int, _ top: Int, _ width: Int, _ height: Int, _ bin: Int) -> Double {
    let tile = Backdrop.tile
    var (sum, own, most): (UInt32, UInt32, UInt32) = (0, 0, 0)
    sums.withUnsafeBufferPointer { sums in
      let upper = top * (columns + 1)
      let lower = (top + height) * (columns + 1)
      for near in max(0, bin - 1)...min(15, bin + 1) {
        let below = sums[(lower + left + width) * 16 + near] &- sums[(lower + left) * 16 + near]
        let above = sums[(upper + left + width) * 16 + near] &- sums[(upper + left) * 16 + near]
        let count = below &- above
        sum &+= count
        most = max(most, count)
        if near == bin { own = count }
      }
    }
    if own * BackdropStrokes.rimRatio < most { return 0 }
    return Double(sum) / Double(width * height * tile * tile)
  }

  /// The commonest backdrop around a tile, strokes left aside; nil where there is none.
  private func backdrop(around row: Int, _ column: Int, _ bins: [UInt8], _ isStroke: [Bool]) -> UInt8? {
    var counts = (0..<16).map { _ in 0 }
    for reach in [BackdropStrokes.reach / 2, BackdropStrokes.reach, BackdropStrokes.reach * 2] {
      for otherRow in max(0, row - reach)...min(rows - 1, row + reach) {
        for otherColumn in max(0, column - reach)...min(columns - 1, column + reach) {
          let other = otherRow * columns + otherColumn
          if !isStroke[other] { counts[Int(bins[other])] += 1 }
        }
      }
      if let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 { return UInt8(best) }
    }
    return nil
  }
}
