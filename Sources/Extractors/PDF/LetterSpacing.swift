// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds words that are set with spaces between their letters ("A C T I O N   P L A N").
enum LetterSpacing {
  /// Gaps between letters, in font sizes, that count as letter-spacing.
  static let gaps: ClosedRange<Float> = 0.03...0.75
  /// How much wider than the usual gap of the run a gap between words is.
  static let wordGapFactor: Float = 1.5
  /// Fewest letters of a spaced run: two or three single letters may be initials or references.
  static let minimumLetters = 4

  /// A line with spaced words joined to one piece each.
  static func joined(_ line: [WordPiece], dividers: Dividers) -> [WordPiece] {
    guard line.count >= minimumLetters else { return line }
    let runs = runs(of: line, dividers)
    guard let sure = runs.first(where: { isSpaced($0) }) else { return line }
    // Beside a long spaced run short ones are words of the same heading.
    return runs.flatMap { run -> [WordPiece] in
      let isShortWord = run.count >= 2 && isLetter(run[run.startIndex]) && hasSize(of: sure, run)
      return isSpaced(run) || isShortWord ? words(of: run) : Array(run)
    }
  }

  /// Stretches of spaced letters, and everything else piece by piece.
  private static func runs(of line: [WordPiece], _ dividers: Dividers) -> [ArraySlice<WordPiece>] {
    var runs: [ArraySlice<WordPiece>] = []
    var start = 0
    while start < line.count {
      var end = start + 1
      if isLetter(line[start]) {
        while end < line.count, follows(line[end], line[end - 1]), !part(line, end, dividers) { end += 1 }
      }
      runs.append(line[start..<end])
      start = end
    }
    return runs
  }

  private static func isSpaced(_ run: ArraySlice<WordPiece>) -> Bool { run.count >= minimumLetters }

  private static func hasSize(of one: ArraySlice<WordPiece>, _ other: ArraySlice<WordPiece>) -> Bool {
    abs(one[one.startIndex].fontSize - other[other.startIndex].fontSize) <= 0.05 * one[one.startIndex].fontSize
  }

  private static func part(_ line: [WordPiece], _ index: Int, _ dividers: Dividers) -> Bool {
    dividers.part(line[index - 1].extent, line[index].extent, in: line[index].frame)
  }

  private static func isLetter(_ piece: WordPiece) -> Bool {
    piece.scalarCount == 1 && (piece.firstScalar.properties.isAlphabetic || piece.isNumber || piece.text == [0x26])
  }

  private static func follows(_ piece: WordPiece, _ previous: WordPiece) -> Bool {
    guard isLetter(piece), abs(piece.fontSize - previous.fontSize) <= 0.05 * piece.fontSize else { return false }
    return gaps.contains((piece.extent.start - previous.extent.end) / piece.fontSize)
  }

  /// Cuts a spaced run at its wide gaps.
  private static func words(of run: ArraySlice<WordPiece>) -> [WordPiece] {
    let pieces = Array(run)
    let spaces = pieces.indices.dropFirst().map { pieces[$0].extent.start - pieces[$0 - 1].extent.end }
    let usual = spaces.sorted()[spaces.count / 3]
    let widest = max(usual * wordGapFactor, usual + 0.1 * pieces[0].fontSize)
    var words: [WordPiece] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0, spaces[index - 1] <= widest {
        words[words.count - 1].append(piece)
      } else {
        words.append(piece)
      }
    }
    guard pieces.count >= minimumLetters else { return words }
    // Were most of them single letters, the run is a row of marks or a list of options.
    let spaced = words.filter { $0.scalarCount >= 3 }.count
    return spaced * 2 >= words.count ? words : pieces
  }
}
