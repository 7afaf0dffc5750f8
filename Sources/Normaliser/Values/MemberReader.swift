// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A member of a group with the places of the words.
struct MemberPart: Hashable, Sendable {
  /// The member.
  var member: Member
  /// UTF-8 byte offsets of the name's words into the name cell, empty where there are none.
  var nameRange: Range<Int>
  /// UTF-8 byte offsets of the role's words into the role cell, empty where there are none.
  var roleRange: Range<Int>
}

// Membership rows.
extension PartyReader {
  /// The members that a membership row names: several names in the first cell share the role of the second.
  ///
  /// An office in brackets behind a name, such as "(Chair)", is the member's part.
  static func members(name: String, role: String) -> [MemberPart] {
    let rolePhrase = PartyPhrase(tokens: Token.scan(role))
    let roleTokens = rolePhrase.trimmed(0..<rolePhrase.tokens.count)
    let roleRange = rolePhrase.bytes(roleTokens)
    let roleText = roleTokens.isEmpty ? nil : role.utf8Slice(roleRange)
    let phrase = PartyPhrase(tokens: Token.scan(name))
    let pieces = names(phrase)
    if pieces.isEmpty {
      guard let roleText else { return [] }
      return [MemberPart(member: Member(role: roleText), nameRange: 0..<0, roleRange: roleRange)]
    }
    return pieces.map { piece in
      var shown = piece
      var part: String?
      if phrase.tokens[piece.upperBound - 1].isMark(Mark.close),
        let open = piece.last(where: { phrase.tokens[$0].isMark(Mark.open) }), open > piece.lowerBound,
        isOffice(phrase, open + 1..<piece.upperBound - 1)
      {
        shown = piece.lowerBound..<open
        part = name.utf8Slice(phrase.bytes(open + 1..<piece.upperBound - 1))
      }
      let member = Member(name: name.utf8Slice(phrase.bytes(shown)), role: roleText, part: part)
      return MemberPart(member: member, nameRange: phrase.bytes(piece), roleRange: roleRange)
    }
  }

  /// The names of a cell: split at slashes and semicolons; at commas and "and" only between names of persons.
  private static func names(_ phrase: PartyPhrase) -> [Range<Int>] {
    func cut(_ range: Range<Int>, _ isSeparator: (Int) -> Bool) -> [Range<Int>] {
      var parts: [Range<Int>] = []
      var start = range.lowerBound
      for index in range where isSeparator(index) {
        parts.append(start..<index)
        start = index + 1
      }
      parts.append(start..<range.upperBound)
      return parts.map(phrase.trimmed).filter { !$0.isEmpty }
    }
    let tokens = phrase.tokens
    let whole = cut(0..<tokens.count) { index in
      if tokens[index].isMark(Mark.semicolon) || tokens[index].isMark(Mark.bullet) { return true }
      return tokens[index].isMark(Mark.slash) && index > 0
        && phrase.isName(phrase.trimmed(0..<index)) == true
    }
    return whole.flatMap { range -> [Range<Int>] in
      let people = cut(range) {
        tokens[$0].isMark(Mark.comma) || tokens[$0].isMark(Mark.ampersand) || phrase.word($0) == "and"
          || tokens[$0].isMark(Mark.slash)
      }
      return people.count > 1 && people.allSatisfy { phrase.isName(phrase.core($0)) } ? people : [range]
    }
  }

  private static func isOffice(_ phrase: PartyPhrase, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 5 else { return false }
    return range.contains {
      switch phrase.word($0) {
      case "chair"?, "chairs"?, "chairperson"?, "secretary"?, "vice"?, "lead"?, "sro"?, "deputy"?, "observer"?,
        "minutes"?:
        true
      default: false
      }
    }
  }
}
