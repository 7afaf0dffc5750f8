// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A party with the place of its words.
struct PartyPart: Hashable, Sendable {
  /// Index of the paragraph it stands in.
  var paragraph: Int
  /// UTF-8 byte offsets into that paragraph.
  var range: Range<Int>
  /// The party.
  var party: Party
}

/// Reads persons, roles, teams and organisations out of cells. Ranges are UTF-8 byte offsets into the text given.
enum PartyReader {
  /// The parties of a lead cell.
  static func split(_ paragraphs: [String], known: KnownParties) -> [PartyPart] {
    var parts: [PartyPart] = []
    for (index, text) in paragraphs.enumerated() {
      parts += read(text, paragraph: index, known: known, isList: false)
    }
    return parts
  }

  /// The parties of a contributors cell, in which every comma separates.
  static func commaList(_ text: String, known: KnownParties = KnownParties()) -> [PartyPart] {
    read(text, paragraph: 0, known: known, isList: true)
  }

  private static func read(_ text: String, paragraph: Int, known: KnownParties, isList: Bool) -> [PartyPart] {
    let splitter = PartySplitter(phrase: PartyPhrase(tokens: Token.scan(text)), known: known, isList: isList)
    return splitter.pieces().map { piece in
      let range = splitter.phrase.bytes(piece)
      let words = text.utf8Slice(range)
      return PartyPart(paragraph: paragraph, range: range, party: party(words, known: known))
    }
  }

  /// How much a cell looks like a name, a role or an organisation, 0 to 1.
  static func score(_ text: String) -> Double {
    // A long cell is a list of parties or it is prose.
    guard !text.isEmpty, text.utf8.count <= 400,
      text.utf8.count <= 120 || text.utf8.contains(where: { $0 == 0x2F || $0 == 0x3B || $0 == 0x2C })
    else { return 0 }
    let splitter = PartySplitter(phrase: PartyPhrase(tokens: Token.scan(text)), known: KnownParties(), isList: true)
    let pieces = splitter.pieces()
    guard !pieces.isEmpty else { return 0 }
    var sum = 0.0
    for piece in pieces {
      let words = piece.count(where: { splitter.phrase.tokens[$0].kind == .word })
      guard words > 0, words <= 14 else { continue }
      // A long phrase that ends in a full stop is a sentence.
      if words > 6, splitter.phrase.tokens[piece.upperBound - 1].isMark(Mark.point) { continue }
      switch splitter.phrase.classify(piece) {
      case .name: sum += 1
      case .role: sum += words <= 8 ? 1 : 0.6
      case .organisation, .mixed: sum += words <= 6 ? 0.8 : 0.3
      case .unknown: sum += words <= 2 && splitter.phrase.tokens[piece.lowerBound].isCapitalised ? 0.2 : 0
      }
    }
    return min(1, sum / Double(pieces.count))
  }
}
