// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Cuts a page's glyphs into pieces of words.
///
/// Poppler's runs are trusted only as far as geometry bears them out: it sets the end of one table cell and the start of
/// the next one together without a space where their lines overlap.
struct PieceBuilder {
  /// A gap within a run that is wider than this, in font sizes, parts two pieces. Boxes are advances, so that letters
  /// of one word touch but for kerning.
  static let widestGap: Float = 0.2
  /// How far a letter may step back onto the one before it, in font sizes.
  static let deepestOverlap: Float = 0.45
  /// A step of the baseline, in font sizes, from which on letters are of different lines, raised or lowered.
  static let baselineStep: Float = 0.12

  private let glyphs: [Glyph]
  private let looks: [GlyphLook]
  private var pieces: [WordPiece] = []
  private var run: Int32 = 0
  /// The way most turned text of the page runs: what single turned letters are taken for.
  private var usualTurn: UInt8 = 3

  private init(_ page: PageGlyphs) {
    glyphs = page.glyphs
    looks = page.looks
    pieces.reserveCapacity(glyphs.count / 4)
  }

  /// The pieces of a page, in poppler's order.
  static func pieces(of page: PageGlyphs) -> [WordPiece] {
    var builder = PieceBuilder(page)
    builder.build()
    return builder.pieces
  }

  private mutating func build() {
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, glyphs[end].followsDirectly { end += 1 }
      run += 1
      addRun(start..<end)
      start = end
    }
  }

  /// Cuts a run where its direction, size or baseline changes.
  private mutating func addRun(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let frame = ReadingFrame(rotation: rotation(from: start, in: range))
      var end = start + 1
      while end < range.upperBound, continues(at: end, in: frame) { end += 1 }
      addPiece(start..<end, frame)
      start = end
    }
  }

  /// Quarter turns of the text that begins at a glyph.
  private func rotation(from start: Int, in range: Range<Int>) -> UInt8 {
    let glyph = glyphs[start]
    let size = fontSize(glyph)
    if start + 1 < range.upperBound {
      let next = glyphs[start + 1].box
      let x = (next.left + next.right - glyph.box.left - glyph.box.right) / 2
      let y = (next.top + next.bottom - glyph.box.top - glyph.box.bottom) / 2
      // Farther neighbours are of another cell; steps within a letter's height and width tell the direction.
      if max(abs(x), abs(y)) <= 1.5 * size, max(abs(x), abs(y)) > 0.05 * size {
        if abs(y) <= 0.3 * abs(x) { return x > 0 || isRightToLeft(glyph.scalar) || overlapsUpright(start) ? 0 : 2 }
        if abs(x) <= 0.3 * abs(y) { return y > 0 ? 1 : 3 }
      }
    }
    // A single letter: an upright box is about as high as its font, a turned one as wide.
    let isTurned = glyph.box.height < 0.8 * size && glyph.box.width >= 0.8 * size && glyph.box.width > glyph.box.height
    guard isTurned else { return 0 }
    return pieces.last { $0.frame.rotation % 2 == 1 }?.frame.rotation ?? usualTurn
  }

  /// Whether the next letter only steps back by kerning or as an overprint, not because text runs leftwards.
  private func overlapsUpright(_ index: Int) -> Bool {
    let box = glyphs[index].box
    let next = glyphs[index + 1].box
    return next.right > box.left + 0.3 * box.width && box.height >= 0.8 * fontSize(glyphs[index])
      && next.left > box.left - 0.3 * fontSize(glyphs[index]) && glyphs[index].scalar == glyphs[index + 1].scalar
  }

  private func continues(at index: Int, in frame: ReadingFrame) -> Bool {
    let previous = frame.extent(of: glyphs[index - 1].box)
    let current = frame.extent(of: glyphs[index].box)
    let size = fontSize(glyphs[index - 1])
    guard abs(fontSize(glyphs[index]) - size) <= 0.06 * size else { return false }
    guard abs(current.bottom - previous.bottom) <= PieceBuilder.baselineStep * size else { return false }
    if isRightToLeft(glyphs[index].scalar) { return abs(previous.start - current.end) <= size }
    let gap = current.start - previous.end
    return gap <= PieceBuilder.widestGap * size && gap >= -PieceBuilder.deepestOverlap * size
  }

  private mutating func addPiece(_ range: Range<Int>, _ frame: ReadingFrame) {
    let first = glyphs[range.lowerBound]
    let look = looks[Int(first.look)]
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var box = first.box
    var style: Paragraph.Style = [.bold, .italic]
    for index in range {
      let glyph = glyphs[index]
      box = box.union(glyph.box)
      let scalar = PrivateUseSymbols.character(for: glyph.scalar)
      // A soft hyphen that poppler reports stands at a line's end, and can be seen there.
      let visible = scalar == "\u{AD}" ? "-" : scalar
      if let encoded = UTF8.encode(visible) { text.append(contentsOf: encoded) }
      let look = looks[Int(glyph.look)]
      if !look.isBold { style.remove(.bold) }
      if !look.isItalic { style.remove(.italic) }
    }
    pieces.append(
      WordPiece(
        text: text, scalarCount: range.count, firstScalar: first.scalar, box: box, extent: frame.extent(of: box),
        frame: frame, fontSize: fontSize(first), colour: look.colour, style: style, run: run))
  }

  /// Font size, or the box's height where poppler gives none.
  private func fontSize(_ glyph: Glyph) -> Float {
    let size = looks[Int(glyph.look)].fontSize
    return size > 0.1 ? size : max(1, min(glyph.box.height, 200))
  }

  private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
      || (0xFE70...0xFEFC).contains(scalar.value)
  }
}
