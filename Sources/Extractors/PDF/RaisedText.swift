// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Deals with small raised text: ordinals ("1st") join their number, units ("m²") their letter, and footnote marks go.
enum RaisedText {
  /// Raised text is at most this many times as large as what it stands behind.
  static let largestSize: Float = 0.8
  /// How far it may stand off the letter before it, in that letter's font sizes.
  static let gap: ClosedRange<Float> = -0.3...0.25

  /// Joins or removes raised pieces and returns how many footnote marks were removed.
  static func settle(_ pieces: inout [WordPiece]) -> Int {
    let usual = usualFontSize(pieces)
    let candidates = pieces.indices.filter { pieces[$0].fontSize <= largestSize * usual && pieces[$0].scalarCount <= 3 }
    // A page in small print has no usual size to be smaller than; more marks than words would be no marks.
    guard !candidates.isEmpty, candidates.count * 3 <= pieces.count else { return 0 }
    var removed: Set<Int> = []
    var markCount = 0
    for index in candidates {
      guard let base = base(of: index, in: pieces) else { continue }
      let mark = pieces[index]
      if isFootnoteMark(mark, behind: pieces[base]) {
        pieces[base].extent.end = max(pieces[base].extent.end, mark.extent.end)
        pieces[base].run = mark.run
        markCount += 1
        removed.insert(index)
      } else if isSuffix(mark) {
        let extent = pieces[base].extent
        pieces[base].append(mark)
        pieces[base].extent.top = extent.top
        pieces[base].extent.bottom = extent.bottom
        removed.insert(index)
      }
    }
    if !removed.isEmpty { pieces = pieces.indices.filter { !removed.contains($0) }.map { pieces[$0] } }
    return markCount
  }

  /// The font size of most letters.
  private static func usualFontSize(_ pieces: [WordPiece]) -> Float {
    var letters: [Int: Int] = [:]
    for piece in pieces { letters[Int(saturating: (piece.fontSize * 4).rounded()), default: 0] += piece.scalarCount }
    let usual = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Float(usual?.key ?? 0) / 4
  }

  /// The piece that a raised one stands behind.
  private static func base(of index: Int, in pieces: [WordPiece]) -> Int? {
    let mark = pieces[index]
    func isBase(_ other: Int) -> Bool {
      let piece = pieces[other]
      guard other != index, piece.frame == mark.frame, mark.fontSize <= largestSize * piece.fontSize else {
        return false
      }
      let gap = (mark.extent.start - piece.extent.end) / piece.fontSize
      guard RaisedText.gap.contains(gap) else { return false }
      return mark.extent.bottom < piece.extent.bottom - 0.15 * piece.fontSize
        && mark.extent.bottom > piece.extent.top + 0.2 * piece.fontSize
        && mark.extent.middle > piece.extent.top - 0.3 * piece.fontSize
    }
    // Mostly it is the piece before it.
    if index > 0, isBase(index - 1) { return index - 1 }
    return pieces.indices.first(where: isBase)
  }

  private static func isFootnoteMark(_ mark: WordPiece, behind base: WordPiece) -> Bool {
    if mark.isNumber {
      let isPower = mark.scalarCount == 1 && (mark.text == [0x32] || mark.text == [0x33])
      let isUnit = base.text == Array("m".utf8) || base.text == Array("km".utf8) || base.text == Array("cm".utf8)
      return !(isPower && isUnit)
    }
    return mark.firstScalar == "*" || mark.firstScalar == "\u{2020}" || mark.firstScalar == "\u{2021}"
  }

  /// What is raised and belongs to the word: ordinal endings, powers of units, trade marks.
  private static func isSuffix(_ mark: WordPiece) -> Bool {
    mark.isNumber
      || ["st", "nd", "rd", "th", "TM", "\u{2122}", "\u{AE}"].contains { $0.utf8.elementsEqual(mark.text) }
  }
}
