// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Extractors

struct BackdropStrokesTests {
  /// Tiles of a fill of luminance 10 in which every pixel of text has a rim of luminance 11; in the tiles of one column the
  /// rims outnumber the fill.
  private func bins(rimsElsewhere: UInt8) -> [UInt8] {
    let (columns, rows) = (30, 20)
    let pixels = UInt8(Backdrop.tile * Backdrop.tile)
    var counts = [UInt8](repeating: 0, count: columns * rows * 16)
    var bins = [UInt8](repeating: 10, count: columns * rows)
    for tile in 0..<columns * rows {
      let isRim = tile % columns == 15
      let rims = isRim ? pixels / 16 * 9 : rimsElsewhere
      counts[tile * 16 + 11] = rims
      counts[tile * 16 + 10] = pixels - rims
      if isRim { bins[tile] = 11 }
    }
    var mixed = [Bool](repeating: false, count: columns * rows)
    BackdropStrokes(counts: counts, columns: columns, rows: rows).remove(from: &bins, &mixed) { _, _, _ in 0 }
    return bins
  }

  @Test func `rims of text are given the fill around them`() {
    #expect(bins(rimsElsewhere: 0).allSatisfy { $0 == 10 })
  }

  @Test func `a shade that is nearly as common as the fill is part of it`() {
    let pixels = UInt8(Backdrop.tile * Backdrop.tile)
    #expect(bins(rimsElsewhere: pixels / 2).contains(11))
  }
}
