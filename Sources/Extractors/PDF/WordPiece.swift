// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Some glyphs that belong together without doubt; words are made of one piece or more.
struct WordPiece {
  /// Its letters in UTF-8.
  var text: [UInt8]
  /// Number of scalars.
  var scalarCount: Int
  /// The scalar if it is only one.
  var firstScalar: Unicode.Scalar
  /// On the page, in points.
  var box: Box
  /// In its frame, in points. Its end is moved behind a raised mark that was taken off the piece.
  var extent: ReadingFrame.Extent
  var frame: ReadingFrame
  /// In points, at least a small positive number.
  var fontSize: Float
  var colour: Colour
  var style: Paragraph.Style
  /// Number of the run of glyphs that poppler gave without a gap; pieces of one run touch.
  var run: Int32

  /// Takes another piece in behind this one.
  mutating func append(_ other: WordPiece) {
    text.append(contentsOf: other.text)
    scalarCount += other.scalarCount
    box = box.union(other.box)
    extent.end = max(extent.end, other.extent.end)
    extent.top = min(extent.top, other.extent.top)
    extent.bottom = max(extent.bottom, other.extent.bottom)
    // Only what holds for all of a word is its style; hidden text never joins visible text.
    style.formIntersection(other.style)
    run = other.run
  }

  /// Whether all of it is digits.
  var isNumber: Bool { text.allSatisfy { (0x30...0x39).contains($0) } }
}
