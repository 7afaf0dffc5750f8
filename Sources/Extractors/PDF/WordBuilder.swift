// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Builds words from a page's pieces by geometry alone.
struct WordBuilder {
  /// A narrower gap, in font sizes, between pieces that poppler set on different lines is none: they are one word.
  static let joinGap: Float = 0.1
  /// The same where poppler saw a space between them.
  static let spacedJoinGap: Float = 0.04
  /// The same where poppler saw no space.
  static let runJoinGap: Float = 0.2
  /// How far the middles of two pieces of one line may lie apart, in heights of the lower piece.
  static let lineTolerance: Float = 0.35

  /// What was found.
  struct Result {
    /// Words by direction, then by line, then along the line.
    var words: [(piece: WordPiece, spaceBefore: Bool)] = []
    /// Raised figures that were left out.
    var footnoteMarkCount = 0
    /// Words left out because they double others.
    var doubledCount = 0
  }

  private var result = Result()
  private let dividers: Dividers

  private init(_ dividers: Dividers) { self.dividers = dividers }

  /// The words of a page.
  ///
  /// - Parameter images: where the page shows pictures; asked for only where it matters.
  static func words(of glyphs: PageGlyphs, on drawing: PageDrawing, images: () -> [Box]) -> Result {
    let dividers = Dividers(drawing)
    var builder = WordBuilder(dividers)
    var pieces = PieceBuilder.pieces(of: glyphs)
    HiddenText.mark(&pieces, on: drawing, images: images)
    StruckText.mark(&pieces, on: drawing)
    builder.result.footnoteMarkCount = RaisedText.settle(&pieces)
    for rotation: UInt8 in [0, 1, 3, 2] {
      let turned = pieces.filter { $0.frame.rotation == rotation }
      if !turned.isEmpty { builder.add(turned) }
    }
    return builder.result
  }

  /// Adds the words of one direction.
  private mutating func add(_ pieces: [WordPiece]) {
    for line in TextLines.lines(of: pieces, tolerance: WordBuilder.lineTolerance) { addLine(line) }
  }

  private mutating func addLine(_ line: [WordPiece]) {
    let line = LetterSpacing.joined(withoutDoubles(line), dividers: dividers)
    var word: WordPiece?
    var spaceBefore = true
    for piece in line {
      guard var current = word else {
        word = piece
        continue
      }
      let gap = piece.extent.start - current.extent.end
      if joins(current, piece, gap: gap) {
        current.append(piece)
        word = current
      } else {
        result.words.append((current, spaceBefore))
        let isTight = gap < WordBuilder.joinGap * max(current.fontSize, piece.fontSize)
        spaceBefore = !isTight || dividers.part(current.extent, piece.extent, in: piece.frame)
        word = piece
      }
    }
    if let word { result.words.append((word, spaceBefore)) }
  }

  private func joins(_ left: WordPiece, _ right: WordPiece, gap: Float) -> Bool {
    let size = min(left.fontSize, right.fontSize)
    guard max(left.fontSize, right.fontSize) <= 1.25 * size,
      left.style.contains(.hidden) == right.style.contains(.hidden)
    else { return false }
    let isSameRun = left.run == right.run
    let widest =
      isSameRun
      ? WordBuilder.runJoinGap : left.run + 1 == right.run ? WordBuilder.spacedJoinGap : WordBuilder.joinGap
    guard gap <= widest * size, gap >= -0.5 * size else { return false }
    return !dividers.part(left.extent, right.extent, in: left.frame)
  }

  /// A line without pieces that repeat the one before them in the same place: shadows, fake bold, text behind text.
  private mutating func withoutDoubles(_ line: [WordPiece]) -> [WordPiece] {
    var kept: [WordPiece] = []
    kept.reserveCapacity(line.count)
    for piece in line {
      // Doubles differ by an offset of a fraction of a letter, so that they follow within a few places.
      let double = kept.indices.suffix(4).last { index in
        let other = kept[index]
        return other.text == piece.text && abs(other.extent.start - piece.extent.start) <= 0.3 * piece.fontSize
          && abs(other.extent.length - piece.extent.length) <= 0.3 * piece.fontSize
      }
      guard let double else {
        kept.append(piece)
        continue
      }
      result.doubledCount += 1
      if kept[double].style.contains(.hidden), !piece.style.contains(.hidden) { kept[double] = piece }
    }
    return kept
  }
}
