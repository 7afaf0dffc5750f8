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
      guard text.beginsLine(index) || text.followsSentenceEnd(index) || text.opensWithTo(index, isVerb: lexicon.isVerb) || opensCell(index)
      else { continue }
      pieces.append(piece(first..<index))
      first = index
    }
    pieces.append(piece(first..<range.upperBound))
    return pieces
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
      if text.opensWithTo(first, isVerb: lexicon.isVerb) {
        piece.action = 0.65 + lexicon.toShare * 0.4 + (lexicon.isVerb(second) ? 0.4 : 0)
      } else if text.isCapital(first), lexicon.isVerb(word), !text.isMark(first + 1, Mark.comma), !isFinite(second) {
        piece.action = 0.7
      }
    }
    piece.update = progress(range) + (piece.isContinuation ? 0.4 : 0)
    if piece.action > 0 { piece.update -= 1 }
    // A whole word in small letters goes on with a sentence of some other cell; a cut cell begins with half a word.
    piece.isTail = piece.isContinuation && text.isFunctionWord(first)
    if piece.isTail { piece.update -= 1 }
    return piece
  }

  /// How much a sentence tells of what was done or is being done.
  private func progress(_ range: Range<Int>) -> Double {
    var score = 0.0
    for index in range where text.isWord(index) {
      let key = text.tokens[index].key
      let next = text.phrase.word(index + 1)
      if RunPieces.progressWords.contains(key) { score += 1 }
      switch key {
      case "has", "have": score += participle(index + 1) ? 1 : 0.2
      case "no": if next == "change" { score += 1 }
      case "due": if next == "to" { score += 0.7 }
      case "in": if next == "place" || next == "progress" { score += 0.5 }
      case "is", "are": if next == "being" { score += 1 } else if next == "now" || next == "back" || next == "due" { score += 0.6 }
      case "will", "should": score -= 0.4
      case "we", "our": score += 0.3
      default: break
      }
    }
    return score
  }

  /// "Work is …": what looks like a verb is none before one.
  private func isFinite(_ word: [UInt8]) -> Bool { RunPieces.finiteVerbs.contains(word) }

  private static let finiteVerbs: Set<[UInt8]> = Set(
    ["is", "are", "was", "were", "has", "have", "had", "will", "can", "continues", "began", "of", "by"].map { Array($0.utf8) })

  /// "has been", "have drafted", "has still been"
  private func participle(_ index: Int) -> Bool {
    for place in index...index + 1 where text.isSmall(place) {
      let word = text.bytes(place)
      if word.count >= 4, word.suffix(2).elementsEqual("ed".utf8) || word.suffix(2).elementsEqual("en".utf8) { return true }
    }
    return false
  }

  private static let progressWords: Set<WordKey> = [
    "been", "was", "were", "now", "currently", "still", "underway", "ongoing", "completed", "delayed",
    "awaiting", "waiting", "arranged", "started", "attended", "drafted", "raised", "scheduled", "progress", "progressed", "progressing",
    "recently", "began", "launched", "meanwhile", "already",
  ]
}
