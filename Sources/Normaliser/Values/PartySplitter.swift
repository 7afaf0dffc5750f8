// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where one party of a cell ends and the next begins.
struct PartySplitter {
  let phrase: PartyPhrase
  let known: KnownParties
  /// Whether a comma always separates, as in a column of contributors.
  let isList: Bool

  private var tokens: [Token] { phrase.tokens }

  /// The parties as stretches of tokens.
  func pieces() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for part in separated() {
      for glued in unglued(part) {
        for piece in atCommas(glued) {
          for last in unglued(piece) {
            let trimmed = phrase.trimmed(last)
            if trimmed.contains(where: { tokens[$0].kind != .mark }) { result.append(trimmed) }
          }
        }
      }
    }
    return result
  }

  // MARK: Separators

  /// Split at slashes, semicolons, bars and bullets outside brackets.
  private func separated() -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var depth = 0
    for (index, token) in tokens.enumerated() where token.kind == .mark {
      switch UInt8(clamping: token.value) {
      case Mark.open, Mark.squareOpen: depth += 1
      case Mark.close, Mark.squareClose: depth = max(0, depth - 1)
      case Mark.semicolon, Mark.bar, Mark.bullet:
        if depth == 0 {
          parts.append(start..<index)
          start = index + 1
        }
      case Mark.slash:
        if depth == 0, slashSeparates(index, from: start) {
          parts.append(start..<index)
          start = index + 1
        }
      case Mark.point:
        // "BSAT. Primary schools" in a list: a full stop that a capital follows, unless it marks an abbreviation.
        if isList, depth == 0, index > start, index + 1 < tokens.count, tokens[index + 1].gapBefore,
          tokens[index + 1].isCapitalised, tokens[index - 1].end - tokens[index - 1].start > 2
        {
          parts.append(start..<index)
          start = index + 1
        }
      default: break
      }
    }
    parts.append(start..<tokens.count)
    return parts.filter { !$0.isEmpty }
  }

  /// Whether a slash stands between two parties rather than between two halves of one word.
  private func slashSeparates(_ index: Int, from start: Int) -> Bool {
    guard index > start, index + 1 < tokens.count else { return true }
    let left = tokens[index - 1]
    let right = tokens[index + 1]
    let isTight = !tokens[index].gapBefore && !right.gapBefore
    // "D/Supt", "n/a"
    if isTight, left.kind == .word, left.end - left.start == 1 { return false }
    guard left.kind == .word, right.kind == .word, PartyWord.flags(left.key).contains(.slashPartner),
      PartyWord.flags(right.key).contains(.slashPartner)
    else {
      // "SEND/Inclusion Manager": an adjective alone is no party.
      guard isTight, index == start + 1, left.kind == .word else { return true }
      switch left.key {
      case "sen", "send", "ehc", "ehcp", "ap", "cyp", "asd", "semh", "post", "pre", "early", "joint", "special":
        return false
      default: return true
      }
    }
    // "Parents/Carers" is one; "Parents / Carers Forum / ..." with spaces on both sides is not told apart: one as well.
    return false
  }

  // MARK: Commas

  /// Split at commas behind which another party begins.
  private func atCommas(_ range: Range<Int>) -> [Range<Int>] {
    var commas: [Int] = []
    var depth = 0
    for index in range where tokens[index].kind == .mark {
      if tokens[index].isMark(Mark.open) { depth += 1 }
      if tokens[index].isMark(Mark.close) { depth = max(0, depth - 1) }
      if tokens[index].isMark(Mark.comma), depth == 0 { commas.append(index) }
    }
    guard !commas.isEmpty else { return [range] }
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    for comma in commas + [range.upperBound] {
      if comma > start { segments.append(start..<comma) }
      start = comma + 1
    }
    guard var current = segments.first else { return [] }
    var result: [Range<Int>] = []
    let classes = segments.map { phrase.simpleClass(phrase.core($0)) }
    let names = classes.count(where: { $0 == .name })
    // "Jane Smith, Head of SEN, Tom Jones, DCO" pairs people with posts; "Jane Smith, DCO, Tom Jones" does not.
    let isPaired =
      names > 0 && classes[0] == .name && !zip(classes, classes.dropFirst()).contains { $0 == .name && $1 == .name }
      && classes.last != .name && (!isList || names > 1 ? classes.count == names * 2 : classes.count <= 3)
    for (position, next) in segments.enumerated().dropFirst() {
      if commaSeparates(
        current, next, following: classes[(position + 1)...], pairsPeople: isPaired || (names == 1 && !isList),
        isSplit: !result.isEmpty)
      {
        result.append(current)
        current = next
      } else {
        current = current.lowerBound..<next.upperBound
      }
    }
    result.append(current)
    return result
  }

  /// Whether a comma between two stretches separates two parties.
  ///
  /// - Parameters:
  ///   - following: what the stretches behind the right one are.
  ///   - pairsPeople: whether a post behind a name is that person's.
  ///   - isSplit: whether an earlier comma of the cell separated.
  private func commaSeparates(
    _ left: Range<Int>, _ right: Range<Int>, following: ArraySlice<PartyPhrase.Class>, pairsPeople: Bool, isSplit: Bool
  ) -> Bool {
    let first = phrase.simpleClass(phrase.core(left))
    let second = phrase.simpleClass(phrase.core(right))
    let leftHasComma = left.contains { tokens[$0].isMark(Mark.comma) }
    let startsWithName = left.first(where: { tokens[$0].isMark(Mark.comma) }).map {
      phrase.isName(left.lowerBound..<$0)
    }
    if isKnown(right), second == .role, !pairsPeople { return true }
    switch (first, second) {
    case (.name, .name): return true
    case (.name, .role): return !pairsPeople
    case (.name, .organisation): return isList
    // "Head of SEN, Jane Smith" is one; with more on either side a list.
    case (_, .name): return isList || first != .role || leftHasComma || isSplit || !following.isEmpty
    case (_, .role):
      if startsWithName == true, !leftHasComma { return !pairsPeople }
      return !startsMidPhrase(right) && !isOpenPhrase(left, right)
    case (.role, .organisation):
      if isOpenPhrase(left, right) { return false }
      if isList { return !isEmployer(right) || left.count == 1 || isPlural(left) }
      if isEmployer(right), !(isShortPost(left) && following.first == .organisation) {
        return leftHasComma && startsWithName != true
      }
      // Other bodies behind a post are its department, unless the cell is a list in other ways.
      return isKnown(right) || isSplit || following.first == .organisation
    case (.organisation, .organisation):
      if isList || isKnown(right) || (isStandaloneBody(left) && isStandaloneBody(right)) { return true }
      // "Children's Services, Oldtown Council" is one body in another; "Health, Education and Care" is one phrase.
      return !isEmployer(right) && !right.contains(where: phrase.isBinder)
    default: return isList && !startsMidPhrase(right)
    }
  }

  /// "Headteachers", "SEND Officers": people of whom a single body behind a comma is not the employer.
  private func isPlural(_ range: Range<Int>) -> Bool {
    guard let last = range.last(where: { tokens[$0].kind == .word }) else { return false }
    return tokens[last].key.endsWithS
  }

  /// "DCO", "PEP": a post that is written in one word and has no employer behind a comma.
  private func isShortPost(_ range: Range<Int>) -> Bool {
    range.count == 1 && (phrase.word(range.lowerBound).map { PartyWord.flags($0).contains(.standalone) } ?? false)
  }

  /// Whether a stretch ends in a body that employs people, or is one "of" something.
  private func isEmployer(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard let key = phrase.word(index), PartyWord.flags(key).contains(.employer) else { return false }
      return index == range.upperBound - 1 || phrase.word(index + 1) == "of" || key == "nhs"
    }
  }

  private func isStandaloneBody(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return phrase.isAcronym(last) || isEmployer(range)
  }

  /// "Director of Education, Planning and Access": the words before the comma wait for more.
  private func isOpenPhrase(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard let of = left.first(where: { phrase.word($0) == "of" || phrase.word($0) == "for" }), phrase.isRole(of - 1)
    else { return false }
    // The list that "of" opens ends with "and".
    let joins = right.contains { phrase.word($0) == "and" || tokens[$0].isMark(Mark.ampersand) }
    return joins && phrase.roleHead(right) == nil
  }

  private func startsMidPhrase(_ range: Range<Int>) -> Bool { range.first.map(phrase.isBinder) ?? true }

  private func isKnown(_ range: Range<Int>) -> Bool { known.count(keys(range)[...]) > 0 }

  // MARK: Glue

  private func keys(_ range: Range<Int>) -> [WordKey] {
    range.filter { tokens[$0].kind != .mark }.map { tokens[$0].partyKey }
  }

  /// Splits a stretch in which an export has left out what separated two parties.
  private func unglued(_ range: Range<Int>) -> [Range<Int>] {
    let range = phrase.trimmed(range)
    let words = range.filter { tokens[$0].kind != .mark }
    guard words.count >= 2, words.count <= 80 else { return [range] }
    if let cut = knownCut(range, words) {
      return unglued(range.lowerBound..<cut) + unglued(cut..<range.upperBound)
    }
    let cuts = structuralCuts(range)
    return zip([range.lowerBound] + cuts, cuts + [range.upperBound]).map { $0..<$1 }
  }

  /// The token before which a stretch is to be cut, nil where it is one party.
  private func knownCut(_ range: Range<Int>, _ words: [Int]) -> Int? {
    guard !known.isEmpty else { return nil }
    let keys = words.map { tokens[$0].partyKey }
    for length in stride(from: min(words.count - 1, known.longest), to: 0, by: -1) {
      let count = known.count(keys[..<length])
      let cut = words[length]
      if count > 0, mayCut(at: cut, in: range, knownLeft: true, knownCount: count, keys: keys[length...]) { return cut }
    }
    for length in stride(from: min(words.count - 1, known.longest), to: 0, by: -1) {
      let split = words.count - length
      let cut = words[split]
      if known.count(keys[split...]) > 0,
        mayCut(at: cut, in: range, knownLeft: false, knownCount: 1, keys: keys[..<split])
      {
        return cut
      }
    }
    return nil
  }

  /// Whether two parties may meet before a token, one of which is known.
  private func mayCut(
    at cut: Int, in range: Range<Int>, knownLeft: Bool, knownCount: Int, keys: ArraySlice<WordKey>
  ) -> Bool {
    let left = phrase.trimmed(range.lowerBound..<cut)
    let right = phrase.trimmed(cut..<range.upperBound)
    guard let end = left.last, !phrase.isBinder(end), !phrase.isBinder(cut),
      depth(at: cut, from: range.lowerBound) == 0,
      !tokens[cut - 1].isMark(Mark.hyphen), !tokens[cut - 1].isMark(Mark.comma), !tokens[cut - 1].isMark(Mark.slash)
    else { return false }
    let rest = knownLeft ? right : left
    if let rank = phrase.word(end), !knownLeft, left.count == 1, PartyWord.flags(rank).contains(.rank) { return false }
    let isRestKnown = known.count(keys) > 0
    if phrase.word(cut) != nil, !tokens[cut].isCapitalised, !isRestKnown { return false }
    let knownClass = phrase.simpleClass(knownLeft ? left : right)
    let restClass = phrase.simpleClass(phrase.core(rest))
    switch (knownClass, restClass) {
    case (.name, .name): return true
    // Two bodies, or a body and a post, may well be one name: both have to be known.
    case (.organisation, _), (_, .organisation):
      return isRestKnown && !(knownLeft && phrase.isRole(range.upperBound - 1) && knownClass == .organisation)
    case (.role, .role):
      if rest.count == 1 { return isRestKnown }
      // "Head of SEN" is known and "Head of SEN Transport Manager" is not two posts when nothing else says so.
      return isRestKnown || (isWholePost(rest) && (knownCount > 1 || startsPost(rest.lowerBound)))
    default: return isRestKnown
    }
  }

  private func depth(at index: Int, from start: Int) -> Int {
    var depth = 0
    for token in tokens[start..<index] where token.kind == .mark {
      if token.isMark(Mark.open) { depth += 1 }
      if token.isMark(Mark.close) { depth -= 1 }
    }
    return depth
  }

  /// Whether a stretch could stand alone as a post.
  private func isWholePost(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last, !phrase.isBinder(first), !phrase.isBinder(last),
      let head = phrase.roleHead(range)
    else { return false }
    // "Deputy" and "Senior" alone are no post.
    return range.count > 1 && (head == last || startsPost(first) || phrase.simpleClass(range) == .role)
  }

  /// "Head of", "Director of", "Chief Nurse".
  private func startsPost(_ index: Int) -> Bool {
    guard let key = phrase.word(index) else { return false }
    switch key {
    case "head", "director", "chair", "leader", "commissioner", "manager":
      return phrase.word(index + 1) == "of" || phrase.word(index + 1) == "for"
    case "chief": return phrase.isRole(index + 1)
    default: return false
    }
  }

  /// The boundaries of posts that stand in a row with nothing between them.
  ///
  /// A single boundary counts only before "Head of", "Director of" and the like; a run of three posts proves itself.
  private func structuralCuts(_ range: Range<Int>) -> [Int] {
    // Two people: "Jane Smith Tom Jones".
    if range.count == 4, phrase.isName(range),
      [range.lowerBound, range.lowerBound + 2].allSatisfy({
        phrase.word($0).map { PartyWord.flags($0).contains(.givenName) } ?? false
      })
    {
      return [range.lowerBound + 2]
    }
    var cuts: [Int] = []
    var isCertain = false
    var depth = 0
    var start = range.lowerBound
    for index in range {
      if tokens[index].isMark(Mark.open) { depth += 1 }
      if tokens[index].isMark(Mark.close) { depth -= 1 }
      guard depth == 0, index > start, tokens[index].kind == .word, tokens[index].isCapitalised else { continue }
      let before = tokens[index - 1]
      guard before.kind == .word || before.isMark(Mark.close), !phrase.isBinder(index - 1),
        phrase.roleHead(start..<index) != nil
      else { continue }
      if beginsNextPerson(index, from: start, to: range.upperBound) {
        isCertain = true
        cuts.append(index)
        start = index
        continue
      }
      // The post may carry its rank before it: "Corporate Director of".
      let post = isStrongRank(index) && index + 1 < range.upperBound ? index + 1 : index
      if startsPost(post), index - start >= 2, !isStrongRank(index - 1) {
        isCertain = true
      } else {
        // "Lead Officer", "Team Manager": a post's word that another follows goes on.
        guard phrase.isRole(index - 1) || before.isMark(Mark.close), !phrase.isRole(index),
          before.isMark(Mark.close) || !goesOn(index - 1, from: start)
        else { continue }
      }
      cuts.append(index)
      start = index
    }
    // The last stretch has to be a post as well.
    guard let last = cuts.last, phrase.roleHead(last..<range.upperBound) != nil, isCertain || cuts.count >= 2 else {
      return []
    }
    return cuts
  }

  /// Whether a second person with a post follows on a first without a separator: "Ann Lee, Team Manager Jo Day, SENCO".
  private func beginsNextPerson(_ index: Int, from start: Int, to end: Int) -> Bool {
    guard start + 3 < index, tokens[start + 2].isMark(Mark.comma), phrase.isName(start..<start + 2),
      phrase.isRole(index - 1), index + 3 < end, tokens[index + 2].isMark(Mark.comma)
    else { return false }
    return phrase.isName(index..<index + 2) && phrase.roleHead(index + 3..<end) != nil
  }

  /// Whether a post's word takes a complement without "of".
  private func goesOn(_ index: Int, from start: Int) -> Bool {
    switch phrase.word(index) {
    case "head"?, "director"?, "deputy"?, "assistant"?, "executive"?, "chief"?, "principal"?, "sro"?, "chair"?: true
    // "Group Manager Early Intervention" goes on.
    case "manager"?: phrase.word(index - 1) == "group" && index - 1 == start
    default: false
    }
  }

  private func isStrongRank(_ index: Int) -> Bool {
    switch phrase.word(index) {
    case "deputy"?, "assistant"?, "associate"?, "interim"?, "acting"?, "corporate"?, "executive"?, "strategic"?,
      "joint"?,
      "managing"?, "senior"?, "vice"?:
      true
    default: false
    }
  }
}
