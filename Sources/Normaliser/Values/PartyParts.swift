// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

// Names, roles and organisations within one party.
extension PartyReader {
  /// One party as it stands, taken apart but not split.
  static func party(_ text: String, known: KnownParties = KnownParties()) -> Party {
    let phrase = PartyPhrase(tokens: Token.scan(text))
    var party = Party(text: text)
    let range = phrase.trimmed(0..<phrase.tokens.count)
    guard !range.isEmpty else { return party }
    fill(&party, text, phrase, range)
    if let role = party.role { party.role = repaired(role, known: known) }
    return party
  }

  private static func fill(_ party: inout Party, _ text: String, _ phrase: PartyPhrase, _ range: Range<Int>) {
    func words(_ range: Range<Int>) -> String { clean(text.utf8Slice(phrase.bytes(phrase.trimmed(range)))) }
    let core = phrase.core(range)
    // A dash between a person or a body and what they are.
    if let dash = range.first(where: { isDash(phrase.tokens, $0) }), dash > range.lowerBound,
      dash + 1 < range.upperBound
    {
      let left = range.lowerBound..<dash
      let right = dash + 1..<range.upperBound
      if phrase.isName(left) {
        party.name = words(left)
        fill(&party, text, phrase, right)
        return
      }
      if phrase.isName(right), phrase.simpleClass(left) != .unknown {
        party.name = words(right)
        fill(&party, text, phrase, left)
        return
      }
    }
    // Brackets behind: a name, a post or a body.
    if core.upperBound < range.upperBound, phrase.tokens[core.upperBound].isMark(Mark.open) {
      let inner = core.upperBound + 1..<(range.lastIndex { phrase.tokens[$0].isMark(Mark.close) } ?? range.upperBound)
      if !inner.isEmpty {
        if phrase.isName(inner), phrase.classify(core) != .name {
          party.name = words(inner)
          fill(&party, text, phrase, core)
          return
        }
        if phrase.isName(core) {
          party.name = words(core)
          fill(&party, text, phrase, inner)
          return
        }
        if isAside(phrase, inner) {
          fill(&party, text, phrase, core)
          return
        }
      }
    }
    // Commas: name, role, organisation.
    let segments = split(core, at: { phrase.tokens[$0].isMark(Mark.comma) })
    if segments.count > 1, let first = segments.first, phrase.isName(first), party.name == nil {
      party.name = words(first)
      fill(&party, text, phrase, first.upperBound + 1..<range.upperBound)
      return
    }
    if segments.count > 1, let last = segments.last, party.name == nil, phrase.isName(last),
      phrase.simpleClass(core.lowerBound..<last.lowerBound - 1) == .role
    {
      party.name = words(last)
      fill(&party, text, phrase, core.lowerBound..<last.lowerBound - 1)
      return
    }
    if segments.count > 1, let last = segments.last, last.lowerBound - 1 > core.lowerBound {
      let front = core.lowerBound..<last.lowerBound - 1
      if phrase.simpleClass(last) == .organisation, isEmployer(phrase, last), phrase.simpleClass(front) == .role,
        !last.contains(where: { phrase.word($0) == "and" })
      {
        party.role = words(front)
        party.organisation = words(last)
        return
      }
    }
    fillSimple(&party, text, phrase, range)
  }

  /// A stretch without dash, bracketed name or comma that would take it apart.
  private static func fillSimple(_ party: inout Party, _ text: String, _ phrase: PartyPhrase, _ range: Range<Int>) {
    func words(_ range: Range<Int>) -> String { clean(text.utf8Slice(phrase.bytes(phrase.trimmed(range)))) }
    let core = phrase.core(range)
    let name = party.name == nil ? phrase.leadingName(core) : 0
    if name > 0, phrase.classify(core) != .name {
      let rest = core.lowerBound + name..<range.upperBound
      switch phrase.simpleClass(phrase.core(rest)) {
      case .role, .organisation:
        party.name = words(core.lowerBound..<core.lowerBound + name)
        fillSimple(&party, text, phrase, rest)
        return
      default: break
      }
    }
    switch phrase.classify(range) {
    case .name:
      if party.name == nil { party.name = words(range) } else { party.organisation = words(range) }
    case .role:
      if let (role, body) = employed(phrase, range) {
        party.role = words(role)
        party.organisation = words(body)
      } else {
        party.role = words(range)
      }
    case .organisation: party.organisation = words(range)
    case .mixed: break
    case .unknown:
      // What is neither a person nor a post is a body, except a mere number.
      if phrase.tokens[core].contains(where: { $0.kind == .word }) { party.organisation = words(range) }
    }
  }

  /// A post and its employer without a comma: "Executive Headteacher Hill College", "Lead Officer within TEP".
  private static func employed(_ phrase: PartyPhrase, _ range: Range<Int>) -> (role: Range<Int>, body: Range<Int>)? {
    guard phrase.core(range) == range else { return nil }
    if let within = range.first(where: {
      phrase.word($0) == "within" || phrase.word($0) == "at" || phrase.word($0) == "from"
    }),
      within > range.lowerBound, within + 1 < range.upperBound, phrase.isRole(within - 1)
    {
      return (range.lowerBound..<within, within + 1..<range.upperBound)
    }
    guard let head = range.last(where: phrase.isRole), head + 1 < range.upperBound, !phrase.isBinder(head + 1) else {
      return nil
    }
    let body = head + 1..<range.upperBound
    guard let last = phrase.word(range.upperBound - 1), PartyWord.flags(last).contains(.employer),
      !body.contains(where: phrase.isBinder), !body.contains(where: { phrase.tokens[$0].kind == .mark })
    else { return nil }
    return (range.lowerBound..<head + 1, body)
  }

  private static func isEmployer(_ phrase: PartyPhrase, _ range: Range<Int>) -> Bool {
    range.contains { phrase.word($0).map { PartyWord.flags($0).contains(.employer) } ?? false }
      || (range.count == 1 && phrase.isAcronym(range.lowerBound))
  }

  /// "(See page 5)", "(to be confirmed)": a remark that is no part of the post.
  private static func isAside(_ phrase: PartyPhrase, _ range: Range<Int>) -> Bool {
    switch phrase.word(range.lowerBound) {
    case "see"?, "to"?, "tbc"?, "as"?, "from"?, "until"?, "when"?: true
    default: false
    }
  }

  /// A dash with white space around it, or a colon.
  private static func isDash(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].isMark(Mark.colon)
      || tokens[index].isMark(Mark.hyphen) && tokens[index].gapBefore
        && (index + 1 < tokens.count && tokens[index + 1].gapBefore)
  }

  private static func split(_ range: Range<Int>, at isSeparator: (Int) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isSeparator(index) {
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private static func clean(_ text: String) -> String {
    var text = text[...]
    while let last = text.utf8.last, last == 0x2E || last == 0x20 || last == 0x2C { text = text.dropLast() }
    return String(text)
  }

  /// A post without the signs of other scripts that an OCR program put before it.
  ///
  /// Where the rest is the end of a post that is known from elsewhere, that is the post.
  static func repaired(_ role: String, known: KnownParties) -> String {
    guard
      let garbage = role.unicodeScalars.lastIndex(where: { $0.value > 0x24F && !(0x2010...0x2044).contains($0.value) })
    else { return role }
    var rest = role.unicodeScalars[role.unicodeScalars.index(after: garbage)...]
    while let first = rest.first, first == " " || !first.properties.isAlphabetic { rest = rest.dropFirst() }
    let clean = String(Substring(rest))
    var candidate = clean
    // A letter left over from a broken word stands before the first whole one.
    if let space = clean.firstIndex(of: " "), clean[..<space].utf8.count < 3 {
      candidate = String(clean[clean.index(after: space)...])
    }
    guard candidate.utf8.count >= 8 else { return clean.isEmpty ? role : clean }
    let matches = known.printed.filter { party in
      party.utf8.count > candidate.utf8.count && party.hasSuffix(candidate)
        && party.unicodeScalars.allSatisfy { $0.value <= 0x24F || (0x2010...0x2044).contains($0.value) }
    }
    return matches.min { $0.utf8.count < $1.utf8.count } ?? clean
  }
}
