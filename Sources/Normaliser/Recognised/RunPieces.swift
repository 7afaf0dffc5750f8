// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts what lies between the marked parts of a page run into sentences, and says what each looks like.
struct RunPieces {
  let text: RunText
  let lexicon: RunLexicon

  func cut(from start: Int, around elements: [RunElement]) -> [RunElement] {
    var pieces: [RunElement] = []
    var first = start
    for element in elements + [RunElement(kind: .piece, range: text.tokens.count..<text.tokens.count)] {
      if element.range.lowerBound > first { pieces += sentences(first..<element.range.lowerBound) }
      first = max(first, element.range.upperBound)
    }
    return pieces
  }

  private func sentences(_ range: Range<Int>) -> [RunElement] {
    var pieces: [RunElement] = []
    var first = range.lowerBound
    for index in range.dropFirst() {
      guard text.beginsLine(index) || text.followsSentenceEnd(index) || RunPieces.opensWithTo(index, in: text) || opensCell(index)
      else { continue }
      pieces.append(piece(first..<index))
      first = index
    }
    pieces.append(piece(first..<range.upperBound))
    return pieces
  }

  /// "To publish": a capital in mid-sentence opens an action.
  static func opensWithTo(_ index: Int, in text: RunText) -> Bool {
    guard text.isCapital(index), text.tokens[index].key == "to", text.isSmall(index + 1) else { return false }
    return true
  }

  /// A capital behind a small word that ends a phrase, and small words after it: the next cell begins.
  private func opensCell(_ index: Int) -> Bool {
    guard text.isCapital(index), text.isSmall(index + 1), text.isSmall(index - 1), !text.isFunctionWord(index - 1),
      text.bytes(index).count >= 4, !text.phrase.isAcronym(index)
    else { return false }
    let word = RunText.folded(text.bytes(index))
    // A verb form, or a word that the run also prints small.
    return lexicon.isVerb(word) || word.suffix(2).elementsEqual("ed".utf8) || word.suffix(3).elementsEqual("ing".utf8)
  }

  private func piece(_ range: Range<Int>) -> RunElement {
    var piece = RunElement(kind: .piece, range: range)
    let first = range.lowerBound
    piece.isContinuation = text.isSmall(first)
    let second = range.count > 1 && text.isWord(first + 1) ? RunText.folded(text.bytes(first + 1)) : []
    let word = text.isWord(first) ? RunText.folded(text.bytes(first)) : []
    if range.count >= 5 {
      if RunPieces.opensWithTo(first, in: text) {
        piece.action = 0.65 + lexicon.toShare * 0.4 + (lexicon.isVerb(second) ? 0.4 : 0)
      } else if word.count == 2, word.last == UInt8(ascii: "o"), text.isCapital(first), text.isSmall(first + 1), lexicon.isVerb(second) {
        // "Fo create": a misread "To".
        piece.action = 0.9 + lexicon.toShare * 0.4
      } else if text.isCapital(first), lexicon.isVerb(word), !text.isMark(first + 1, Mark.comma) {
        piece.action = 0.7
      }
    }
    piece.update = progress(range) + (piece.isContinuation ? 0.4 : 0)
    if piece.action > 0 { piece.update -= 1 }
    return piece
  }

  /// How much a sentence tells of what was done or is being done.
  private func progress(_ range: Range<Int>) -> Double {
    var score = 0.0
    for index in range where text.isWord(index) {
      let key = text.tokens[index].key
      if RunPieces.progressWords.contains(key) { score += 1 }
      if key == "no" || key == "due" || key == "in",
        let next = text.phrase.word(index + 1), next == "change" || next == "to" && key == "due" || next == "place" || next == "progress"
      {
        score += 0.7
      }
      if key == "is" || key == "are", let next = text.phrase.word(index + 1), next == "being" || next == "now" || next == "back" {
        score += 1
      }
      if key == "will" || key == "should" || key == "report" || key == "increased" { score -= 0.4 }
    }
    return score
  }

  private static let progressWords: Set<WordKey> = [
    "has", "have", "been", "was", "were", "now", "currently", "still", "underway", "ongoing", "completed", "delayed",
    "awaiting", "waiting", "arranged", "started", "attended", "drafted", "raised", "scheduled", "progress", "progressing",
    "recently", "began", "held", "launched", "meanwhile", "already",
  ]
}
