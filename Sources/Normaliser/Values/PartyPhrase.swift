// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of a text with their places, and what they make together.
struct PartyPhrase {
  let tokens: [Token]

  /// What a stretch of words is.
  enum Class: Sendable {
    case name
    case role
    case organisation
    /// A post and a body in one ("DCO and providers"), two people in one: nothing that a single field could say.
    case mixed
    /// No word says what it is.
    case unknown
  }

  /// The word at an index, nil for marks and numbers.
  func word(_ index: Int) -> WordKey? {
    tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].key : nil
  }

  func isRole(_ index: Int) -> Bool { word(index).map { PartyWord.flags($0).contains(.role) } ?? false }
  func isBody(_ index: Int) -> Bool { word(index).map { PartyWord.flags($0).contains(.organisation) } ?? false }
  func isBinder(_ index: Int) -> Bool {
    tokens.indices.contains(index)
      && (tokens[index].isMark(Mark.ampersand) || (word(index).map { PartyWord.flags($0).contains(.binder) } ?? false))
  }

  /// The byte range of a stretch of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  /// Without separators, bullets and points at its ends; a closing bracket stays.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, tokens[lower].kind == .mark, !tokens[lower].isMark(Mark.open), !tokens[lower].isMark(0x22) {
      lower += 1
    }
    while upper > lower, tokens[upper - 1].kind == .mark, !tokens[upper - 1].isMark(Mark.close),
      !tokens[upper - 1].isMark(Mark.point), !tokens[upper - 1].isMark(0x22), !tokens[upper - 1].isMark(Mark.apostrophe)
    {
      upper -= 1
    }
    return lower..<upper
  }

  /// A stretch without what stands in brackets and without a final point.
  func core(_ range: Range<Int>) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound, tokens[upper - 1].isMark(Mark.point) { upper -= 1 }
    if upper > range.lowerBound, tokens[upper - 1].isMark(Mark.close),
      let open = tokens[range.lowerBound..<upper].lastIndex(where: { $0.isMark(Mark.open) }), open > range.lowerBound
    {
      upper = open
    }
    return range.lowerBound..<upper
  }

  /// What a stretch of tokens is, by its own words.
  func classify(_ whole: Range<Int>) -> Class {
    let range = core(trimmed(whole))
    guard !range.isEmpty else { return .unknown }
    if isName(range) { return .name }
    if let parts = conjuncts(range) {
      let classes = parts.map(simpleClass)
      if classes[0] == .name, classes[1] == .name { return .mixed }
      if classes[0] == .role, classes[1] == .organisation, roleHead(parts[0]) == parts[0].upperBound - 1 {
        return .mixed
      }
      if parts[0].count > 2, classes[0] == .role, classes[1] == .role, hasSlashedPeople(parts[1]) { return .mixed }
    }
    if let with = range.first(where: { word($0) == "with" }), with > range.lowerBound, with + 1 < range.upperBound,
      simpleClass(range.lowerBound..<with) == .role
    {
      return .mixed
    }
    return simpleClass(range)
  }

  private func hasSlashedPeople(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].isMark(Mark.slash) } }

  /// The two halves of "A and B", where there are just two.
  private func conjuncts(_ range: Range<Int>) -> [Range<Int>]? {
    let joints = range.filter { tokens[$0].isMark(Mark.ampersand) || word($0) == "and" }
    guard let joint = joints.last, joint > range.lowerBound, joint + 1 < range.upperBound else { return nil }
    return [range.lowerBound..<joint, joint + 1..<range.upperBound]
  }

  /// What a stretch is without looking at conjunctions.
  func simpleClass(_ range: Range<Int>) -> Class {
    guard !range.isEmpty else { return .unknown }
    if isName(range) { return .name }
    guard let last = range.last(where: { tokens[$0].kind == .word }) else { return .unknown }
    // "Kent Association of Headteachers" is a body, "Head of the Improvement Service" a post.
    if let of = range.first(where: { word($0) == "of" || word($0) == "for" || word($0) == "in" || word($0) == "within" }
    ),
      of > range.lowerBound
    {
      if isRole(of - 1) { return .role }
      if isBody(of - 1) { return .organisation }
      if range.lowerBound..<of == range.lowerBound..<range.lowerBound + 1, isRole(last) { return .role }
    }
    if isRole(last) { return .role }
    if isBody(last) {
      // A post may go on without "of": "Group Manager Early Intervention". A body may begin with a post's word
      // ("Parent Carer Forum", "Governor Services"); it then has no word between that could end a post.
      if let head = roleHead(range), head < last, endsPost(head, in: range), !isBodyWithPost(head, range) {
        return .role
      }
      return .organisation
    }
    if roleHead(range) != nil { return .role }
    if isAcronym(last) || range.contains(where: isBody) { return .organisation }
    return .unknown
  }

  /// The last word that names a post, before any preposition.
  func roleHead(_ range: Range<Int>) -> Int? {
    var found: Int?
    for index in range {
      if isBinder(index), found != nil, !tokens[index].isMark(Mark.ampersand), word(index) != "and" { break }
      if isRole(index) { found = index }
    }
    return found
  }

  /// Words that end a post wherever they stand; "parent", "partner" or "governor" also open the names of bodies.
  private func endsPost(_ index: Int, in range: Range<Int>) -> Bool {
    guard let key = word(index) else { return false }
    switch key {
    case "parent", "parents", "carer", "carers", "governor", "governors", "partner", "partners", "member", "members",
      "health", "staff", "lead", "executive", "professional", "ep":
      return false
    // "Head Teacher Hill College", but "Teacher Training College"
    case "teacher", "teachers": return word(index - 1) == "head"
    default: return true
    }
  }

  /// "Headteacher Forum", "Officer Group": the body follows the post's word directly and nothing stands before it.
  private func isBodyWithPost(_ head: Int, _ range: Range<Int>) -> Bool {
    guard let last = range.last, last == head + 1, let key = word(last) else { return false }
    switch key {
    case "forum", "group", "board", "network", "team", "service", "services", "panel", "association", "committee",
      "meeting", "groups", "teams", "networks":
      return true
    default: return false
    }
  }

  /// Whether a word is written as an acronym: two capitals or more, at most seven letters, perhaps with 's.
  func isAcronym(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word, tokens[index].isCapitalised else { return false }
    return tokens[index].capitals >= 2 && tokens[index].end - tokens[index].start <= 10
  }

  /// Whether a stretch is a person's name: two to four capitalised words of which none says something else.
  func isName(_ whole: Range<Int>) -> Bool {
    var range = whole
    while let first = range.first, let key = word(first), PartyWord.flags(key).contains(.title) {
      range = first + 1..<range.upperBound
      while let next = range.first, tokens[next].isMark(Mark.point) { range = next + 1..<range.upperBound }
    }
    let hasTitle = range.lowerBound > whole.lowerBound
    var words = 0
    var isFirst = true
    for index in range {
      let token = tokens[index]
      if token.kind == .mark {
        // "J. Smith", "Scott-Clark", "O' Brien"
        guard token.isMark(Mark.point) || (token.isMark(Mark.hyphen) && !token.gapBefore) else { return false }
        continue
      }
      guard token.kind == .word else { return false }
      let length = token.end - token.start
      if !token.isCapitalised {
        // An export may have cut the first letters off ("anne Everett"); nobility particles stand within.
        let isParticle = !isFirst && ["de", "van", "der", "von", "la", "le", "al", "bin"].contains(token.key)
        guard isParticle || (isFirst && length >= 3 && tokens.count == range.count) else { return false }
      } else if token.capitals > 1, !token.hasNameCapitals {
        return false
      }
      if PartyWord.flags(token.key).contains(.role) || PartyWord.flags(token.key).contains(.organisation) {
        return false
      }
      if PartyWord.flags(token.key).contains(.common) {
        // "May Jones", "April Young": a given name saves the word beside it.
        guard let first = word(range.lowerBound), PartyWord.flags(first).contains(.givenName) else { return false }
      }
      isFirst = false
      words += 1
    }
    if words == 1 {
      return hasTitle || (word(range.lowerBound).map { PartyWord.flags($0).contains(.givenName) } ?? false)
    }
    guard words >= 2, words <= 4 else { return false }
    // A cut first word needs a whole name behind it.
    return tokens[range.lowerBound].isCapitalised || words == 2 && tokens[range.upperBound - 1].isCapitalised
  }

  /// The length of a name that a stretch begins with, 0 where it begins with none: two words, three with a title.
  func leadingName(_ range: Range<Int>) -> Int {
    for length in [3, 2] where range.count > length {
      let candidate = range.lowerBound..<range.lowerBound + length
      guard isName(candidate), let key = word(range.lowerBound + (length == 3 ? 1 : 0)) else { continue }
      if let last = word(candidate.upperBound - 1), PartyWord.flags(last).contains(.common) { continue }
      let first = word(range.lowerBound)
      if first.map({ PartyWord.flags($0).contains(.givenName) || PartyWord.flags($0).contains(.title) }) ?? false
        || PartyWord.flags(key).contains(.givenName)
      {
        return length
      }
    }
    return 0
  }
}

extension Token {
  /// Whether capitals within the word are those of names: "McGuiggan", "O'Brien", "MacDonald", "DeSouza".
  var hasNameCapitals: Bool {
    capitals == 2
      && (key.hasPrefix("mc") || key.hasPrefix("mac") || key.hasPrefix("o'") || key.hasPrefix("de")
        || key.hasPrefix("d'")
        || key.hasPrefix("fitz"))
      && end - start > 4
  }
}
