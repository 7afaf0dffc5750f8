// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Finds parties in a page run: those that the document's tables name, and lists of what looks like parties.
struct RunParties {
  let text: RunText
  let lexicon: RunLexicon

  /// One party of a list.
  struct Unit {
    var range: Range<Int>
    var isKnown: Bool
    var isPerson: Bool
    /// Whether nothing of the list can follow.
    var endsList: Bool
    var entry: Int?
  }

  struct List {
    var range: Range<Int>
    var units: [Unit]
    /// The marks between the units, and perhaps one behind the last.
    var separators: [UInt8] = []
  }

  // MARK: Known parties

  /// The longest known party that begins at a token; its first letters may be cut off, a letter misread.
  func known(at start: Int, before end: Int) -> Unit? {
    guard text.isWord(start) else { return nil }
    var best: Unit?
    for (index, entry) in lexicon.parties.enumerated() {
      guard let length = match(entry, at: start, before: end) else { continue }
      if length > best?.range.count ?? 0 {
        best = Unit(range: start..<start + length, isKnown: true, isPerson: entry.isPerson, endsList: false, entry: index)
      }
    }
    return best
  }

  private func match(_ entry: RunLexicon.PartyEntry, at start: Int, before end: Int) -> Int? {
    var token = start
    for (number, word) in entry.words.enumerated() {
      if number > 0 {
        while token < end, text.isMark(token, Mark.ampersand) || text.isMark(token, Mark.hyphen) { token += 1 }
      }
      guard token < end, number == 0 || text.lines[token] == text.lines[start] else { return nil }
      guard let likeness = text.likeness(token, to: word) else {
        guard text.tokens[token].kind == .number, text.bytes(token).elementsEqual(word) else { return nil }
        token += 1
        continue
      }
      switch likeness {
      case .same: if number == 0, !text.isCapital(token) { return nil }
      case .cutFront:
        // Only a longer party can be known by what is left of its first word.
        guard number == 0, entry.words.count > 1, word.count >= 3, text.isSmall(token) else { return nil }
      case .cutBack:
        guard entry.isPerson, number + 1 == entry.words.count, text.bytes(token).count + 2 >= word.count else { return nil }
      case .misread:
        guard entry.words.count > 1 ? word.count >= 5 : word.count >= 4, text.isCapital(token) else { return nil }
      }
      token += 1
    }
    return token - start
  }

  // MARK: Lists

  /// The list of parties that begins at a token, nil where none does.
  ///
  /// - Parameter blocked: tokens that are known to be something else.
  func list(at start: Int, blocked: [Bool]) -> List? {
    guard text.isWord(start), !blocked[start], !followsPreposition(start), !text.isMark(start - 1, Mark.slash) || text.tokens[start].gapBefore else { return nil }
    var list = List(range: start..<start, units: [])
    var position = start
    while position < text.tokens.count, !blocked[position] {
      guard let unit = unit(at: position, isFirst: list.units.isEmpty, blocked: blocked) else { break }
      list.units.append(unit)
      position = unit.range.upperBound
      list.range = start..<position
      guard !unit.endsList, position < text.tokens.count, !blocked[position] else { break }
      if text.isMark(position, Mark.comma) || text.isMark(position, Mark.semicolon) {
        list.separators.append(UInt8(text.tokens[position].value))
      } else if text.isMark(position, Mark.slash) {
        list.separators.append(Mark.slash)
      } else {
        break
      }
      position += 1
    }
    return isPlausible(list) ? list : nil
  }

  private func isPlausible(_ list: List) -> Bool {
    guard let first = list.units.first else { return false }
    let certain = list.units.count { $0.isKnown || $0.isPerson }
    if list.units.count == 1 {
      // "Jo Bloggs & Ann Other"; "Jo Bloggs /", cut off.
      return first.isPerson && (list.range.contains { text.isMark($0, Mark.ampersand) } || !list.separators.isEmpty && certain > 0)
    }
    if list.separators.allSatisfy({ $0 == Mark.slash }), text.isMark(first.range.upperBound, Mark.slash),
      text.tokens[first.range.upperBound].gapBefore
    {
      return certain >= 1 || text.beginsLine(list.range.lowerBound)
    }
    // Three posts or bodies that open a cell.
    if list.units.count >= 3, opensCell(list.range.lowerBound), list.units.allSatisfy({ text.isCapital($0.range.lowerBound) }) {
      return true
    }
    return certain >= 1 && certain * 2 + 1 >= list.units.count
  }

  private func opensCell(_ start: Int) -> Bool { text.beginsLine(start) || text.followsSentenceEnd(start) }

  /// A party in a sentence is no cell: "led by Jo Bloggs, Ann Other and …", "i.e. health visitors, schools".
  func followsPreposition(_ start: Int) -> Bool {
    guard start > 0, !text.beginsLine(start) else { return false }
    if text.isFunctionWord(start - 1), text.isSmall(start - 1) { return true }
    return text.isMark(start - 1, Mark.point) && !text.followsSentenceEnd(start)
      || text.isMark(start - 1, Mark.colon) || text.isMark(start - 1, Mark.open)
  }

  private func unit(at start: Int, isFirst: Bool, blocked: [Bool]) -> Unit? {
    let (end, isClosed) = stretch(from: start, blocked: blocked)
    guard end > start else { return nil }
    let whole = start..<end
    let known = known(at: start, before: end)
    if let known, known.range.count == whole.count { return known }
    if isClosed {
      // What the list does not separate may still be two cells: "Board Ann Other".
      if let known, known.isPerson || isParty(known.range.upperBound..<end) {
        var unit = known
        unit.endsList = true
        return unit
      }
      if !isFirst, let next = knownPerson(in: start + 1..<end), next.lowerBound - start <= 3 {
        return Unit(range: start..<next.lowerBound, isKnown: false, isPerson: false, endsList: true, entry: nil)
      }
      if isPair(whole) { return Unit(range: whole, isKnown: false, isPerson: true, endsList: false, entry: nil) }
      if text.isCapital(start), isParty(whole) || whole.count == 1 && text.isMark(end, Mark.slash) && text.tokens[end].gapBefore {
        return Unit(range: whole, isKnown: false, isPerson: text.phrase.isName(whole), endsList: false, entry: nil)
      }
    }
    if let known, !isFirst || known.isPerson {
      var unit = known
      unit.endsList = true
      return unit
    }
    if let length = pairLength(at: start) {
      return Unit(range: start..<start + length, isKnown: false, isPerson: true, endsList: true, entry: nil)
    }
    guard !isFirst, text.isCapital(start), let length = openLength(at: start, before: end) else { return nil }
    let range = start..<start + length
    return Unit(range: range, isKnown: false, isPerson: text.phrase.isName(range), endsList: true, entry: nil)
  }

  /// The words up to the next separator, and whether they end by themselves: at a separator, a sentence's or a line's
  /// end, or at something known.
  private func stretch(from start: Int, blocked: [Bool]) -> (end: Int, isClosed: Bool) {
    var end = start
    while end < text.tokens.count, end - start <= 12 {
      if blocked[end] || end > start && (text.beginsLine(end) || text.followsSentenceEnd(end)) { return (end, true) }
      if text.isMark(end, Mark.comma) || text.isMark(end, Mark.slash) || text.isMark(end, Mark.semicolon) { return (end, true) }
      if text.isMark(end, Mark.colon) { return (end, false) }
      end += 1
    }
    return (end, end == text.tokens.count)
  }

  private func knownPerson(in range: Range<Int>) -> Range<Int>? {
    for start in range {
      if let unit = known(at: start, before: range.upperBound), unit.isPerson { return unit.range }
    }
    return nil
  }

  /// Whether words are a party by themselves.
  func isParty(_ range: Range<Int>) -> Bool {
    let words = range.count { text.tokens[$0].kind == .word }
    if known(at: range.lowerBound, before: range.upperBound)?.range == range { return true }
    guard words > 0, words <= 6, range.count <= 12, text.isCapital(range.lowerBound) else { return false }
    if words == 1, text.phrase.isAcronym(range.lowerBound) { return true }
    // "Group to be told": a sentence, though it names a body.
    if range.contains(where: { text.isSmall($0) && text.isFunctionWord($0) && !RunParties.isBinder(text.tokens[$0].key) }) {
      return false
    }
    return text.phrase.classify(range) != .unknown
  }

  private static func isBinder(_ key: WordKey) -> Bool {
    switch key {
    case "of", "for", "and", "the", "in", "with", "at", "all", "across": true
    default: false
    }
  }

  /// "Jo Bloggs & Ann Other".
  private func isPair(_ range: Range<Int>) -> Bool { pairLength(at: range.lowerBound) == range.count }

  private func pairLength(at start: Int) -> Int? {
    guard start + 5 <= text.tokens.count, text.isMark(start + 2, Mark.ampersand), text.lines[start] == text.lines[start + 4] else {
      return nil
    }
    let names = [start..<start + 2, start + 3..<start + 5]
    guard names.allSatisfy(text.phrase.isName) else { return nil }
    let given = names.contains { name in
      text.phrase.word(name.lowerBound).map { PartyWord.flags($0).contains(.givenName) } ?? false
        || known(at: name.lowerBound, before: name.upperBound) != nil
    }
    return given ? 5 : nil
  }

  /// The length of a party with other words behind it: up to the word that names a post or a body.
  private func openLength(at start: Int, before end: Int) -> Int? {
    if start + 2 <= end, text.phrase.isName(start..<start + 2), !text.phrase.isAcronym(start) { return 2 }
    for index in start..<min(end, start + 5) {
      guard names(index) else { continue }
      var last = index
      while last + 1 < end, last - start < 5, names(last + 1), !opensSentence(last + 1) { last += 1 }
      if last + 2 < end, text.phrase.word(last + 1) == "and" || text.isMark(last + 1, Mark.ampersand), text.isCapital(last + 2),
        let more = openLength(at: last + 2, before: end)
      {
        return last + 2 + more - start
      }
      return last + 1 - start
    }
    return nil
  }

  private func names(_ index: Int) -> Bool {
    text.phrase.isRole(index) || text.phrase.isBody(index) || text.phrase.isAcronym(index)
  }

  /// A capital with a small letter behind it, no name part: "… team Attendance is …".
  private func opensSentence(_ index: Int) -> Bool {
    text.isCapital(index) && text.isSmall(index + 1) && !text.phrase.isAcronym(index) && !names(index + 1)
  }
}
