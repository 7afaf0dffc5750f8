// SPDX-License-Identifier: GPL-3.0-or-later

/// Words by which the titles and the notes of tables and figures begin.
enum CaptionWord: UInt8 {
  /// None of them.
  case none
  /// "Table", "Figure" and the like: a caption where a number follows.
  case caption
  /// "Source:", "Note:" and the like.
  case note

  /// What a word is, whatever its case.
  init(_ letters: UnsafeBufferPointer<UInt8>) {
    self = .none
    guard letters.count > 3, letters.count < 12 else { return }
    func isWord(_ words: [StaticString]) -> Bool {
      words.contains { word in
        word.utf8CodeUnitCount == letters.count
          && zip(letters, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).allSatisfy {
            (Letters.isUpper($0) ? $0 | 0x20 : $0) == $1
          }
      }
    }
    switch letters[0] | 0x20 {
    case 0x74, 0x66, 0x63, 0x67, 0x65:
      if isWord(["table", "figure", "fig.", "chart", "graph", "exhibit"]) { self = .caption }
    case 0x6E, 0x73:
      if isWord(["note:", "notes:", "source:", "sources:", "source(s):"]) { self = .note }
    default: break
    }
  }
}

extension PageText {
  /// Whether a line begins as the caption of a table or figure does: "Table 3".
  func opensCaption(_ number: Int) -> Bool {
    guard !isCharacterGrid else { return false }
    let range = lines[number].words
    guard range.count > 1, words[range.lowerBound].captionWord == .caption else { return false }
    let next = words[range.lowerBound + 1]
    return next.start == .digit && next.left - words[range.lowerBound].right < next.em
  }

  /// Whether a line begins as a note below a table does: "Source:".
  func opensNote(_ number: Int) -> Bool {
    guard !isCharacterGrid, let first = lines[number].words.first else { return false }
    return words[first].captionWord == .note
  }
}
