// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Marks what can be told of a page run at sight: references, parties, groups, dates, measures with codes. What is left
/// between them is cut into sentences.
struct RunTagger {
  let text: RunText
  private(set) var lexicon: RunLexicon
  private var elements: [RunElement] = []
  private var blocked: [Bool]
  private let start: Int

  init(text: RunText, lexicon: RunLexicon, from start: Int) {
    self.text = text
    self.lexicon = lexicon
    self.start = start
    blocked = [Bool](repeating: false, count: text.tokens.count)
  }

  /// The elements of the run, in order.
  mutating func tagged(_ references: [RunReferences.Found]) -> [RunElement] {
    for reference in references { mark(RunElement(kind: .reference(reference.words), range: reference.range)) }
    tagGroups()
    learnNames()
    tagDates()
    tagLists()
    learnGroups(references)
    tagGroups()
    for reference in references { grow(from: reference.range) }
    tagGroups()
    tagMeasures()
    elements.sort { $0.range.lowerBound < $1.range.lowerBound }
    let pieces = RunPieces(text: text, lexicon: lexicon).cut(from: start, around: elements)
    return (elements + pieces).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func mark(_ element: RunElement) {
    elements.append(element)
    for index in element.range { blocked[index] = true }
  }

  private func isFree(_ range: Range<Int>) -> Bool { !range.isEmpty && !range.contains { blocked[$0] } }

  // MARK: Parties

  /// Persons and posts that stand in lists, so that they are known where they stand alone or cut.
  private mutating func learnNames() {
    let parties = RunParties(text: text, lexicon: lexicon)
    var index = start
    while index < text.tokens.count {
      guard let list = parties.list(at: index, blocked: blocked) else {
        index = parties.known(at: index, before: text.tokens.count).map { $0.isPerson ? $0.range.upperBound : index + 1 } ?? index + 1
        continue
      }
      for unit in list.units where !unit.isKnown && text.isCapital(unit.range.lowerBound) && unit.range.count <= 3 {
        let words = RunLexicon.words(text.string(unit.range))
        let isAcronym = unit.range.count == 1 && text.phrase.isAcronym(unit.range.lowerBound)
        guard unit.isPerson || isAcronym, !unit.range.contains(where: { text.isMark($0, Mark.ampersand) }) else { continue }
        lexicon.add(words: words, isPerson: unit.isPerson, role: nil)
      }
      index = list.range.upperBound
    }
  }

  private mutating func tagLists() {
    let parties = RunParties(text: text, lexicon: lexicon)
    var index = start
    while index < text.tokens.count {
      guard let list = parties.list(at: index, blocked: blocked) else {
        // A list begins behind a known person, not within the name.
        index = parties.known(at: index, before: text.tokens.count).map { $0.isPerson ? $0.range.upperBound : index + 1 } ?? index + 1
        continue
      }
      mark(element(list.units, range: list.range, separators: list.separators))
      index = list.range.upperBound
    }
  }

  private func element(_ units: [RunParties.Unit], range: Range<Int>, separators: [UInt8]) -> RunElement {
    var element = RunElement(kind: .parties, range: range)
    element.count = units.count
    for unit in units {
      if let entry = unit.entry.map({ lexicon.parties[$0] }) {
        element.leadership += entry.leads > entry.contributes ? 0.5 : entry.contributes > entry.leads ? -0.5 : 0
      }
      if unit.range.contains(where: { text.isMark($0, Mark.ampersand) }) { element.leadership += 1 }
    }
    element.leadership /= Double(units.count)
    if let separator = separators.first {
      let lean = lexicon.lean(separator)
      element.leadership += lean * (lean < 0 ? 2 : 0.5)
      element.isContributors = lean < -0.5
    }
    return element
  }

  // MARK: Dates

  /// Dates of the form "Jun-21": nothing but a deadline is printed so.
  private mutating func tagDates() {
    guard lexicon.roles.contains(.timescale) else { return }
    var index = start
    while index + 2 < text.tokens.count {
      let range = index..<index + 3
      if text.isWord(index), text.isMark(index + 1, Mark.hyphen), !text.tokens[index + 1].gapBefore,
        text.tokens[index + 2].kind == .number, !text.tokens[index + 2].gapBefore, isFree(range),
        index + 3 == text.tokens.count || text.tokens[index + 3].gapBefore,
        DateReader.when(text.string(range)).edtf != nil
      {
        mark(RunElement(kind: .date, range: range))
      }
      index += 1
    }
  }

  /// A deadline beside a reference or a lead, in any form that a cell may have.
  private func date(at index: Int, forwards: Bool) -> Range<Int>? {
    guard lexicon.roles.contains(.timescale) else { return nil }
    for length in [3, 2, 1] {
      let range = forwards ? index..<index + length : index - length + 1..<index + 1
      guard range.lowerBound >= start, range.upperBound <= text.tokens.count, isFree(range),
        text.lines[range.lowerBound] == text.lines[range.upperBound - 1], text.isCapital(range.lowerBound) || length > 1,
        length == 1 || !text.isWord(range.upperBound - 1) || !text.isFunctionWord(range.upperBound - 1)
      else { continue }
      let words = text.string(range)
      let when = DateReader.when(words)
      guard DateReader.score(words) > 0.85, when.edtf != nil || when.recurrence != nil || when.ongoing == true else { continue }
      return range
    }
    return nil
  }

  // MARK: Groups

  /// Groups that stand between a reference and a date, or again and again before other cells.
  private mutating func learnGroups(_ references: [RunReferences.Found]) {
    guard lexicon.roles.contains(.group) else { return }
    for reference in references {
      var first = reference.range.upperBound
      while first < text.tokens.count, blocked[first], !text.beginsLine(first), kind(at: first) == .parties { first += 1 }
      guard let range = groupBefore(end: first) else { continue }
      lexicon.add(group: RunLexicon.words(text.string(range)))
    }
    learnRepeatedGroups()
  }

  private func kind(at index: Int) -> RunElement.Kind? { elements.first { $0.range.contains(index) }?.kind }

  /// Title words from a token up to a date, a line's end or a reference.
  private func groupBefore(end first: Int) -> Range<Int>? {
    var end = first
    while end < text.tokens.count, end - first <= 8, !blocked[end], end == first || !text.beginsLine(end) {
      let isTitleWord =
        text.isCapital(end) || text.isFunctionWord(end) || text.tokens[end].kind == .number
        || text.isMark(end, Mark.hyphen) || text.isMark(end, Mark.ampersand)
      guard isTitleWord else { return nil }
      end += 1
    }
    let words = (first..<end).count { text.isWord($0) }
    guard words >= 2, words <= 7, text.isCapital(end - 1), !text.isFunctionWord(first),
      end == text.tokens.count || text.beginsLine(end) || kind(at: end) == .date
    else { return nil }
    return first..<end
  }

  /// Phrases that end in a word for a body and stand in the run three times or more.
  private mutating func learnRepeatedGroups() {
    let size = 3
    var places: [RunLexicon.Words: [Int]] = [:]
    for last in start + size..<max(start + size, text.tokens.count) where text.phrase.isBody(last) && !blocked[last] {
      let words = (last - size + 1...last).map { RunText.folded(text.bytes($0)) }
      guard (last - size + 1...last).allSatisfy({ text.isWord($0) && !blocked[$0] }) else { continue }
      places[words, default: []].append(last)
    }
    for (_, ends) in places.sorted(by: { $0.value[0] < $1.value[0] }) where ends.count >= 3 {
      var group: [Int] = Array(ends[0] - size + 1...ends[0])
      var alive = ends.map { $0 - size }
      // Backwards as long as two or more go on alike.
      while true {
        let usable = alive.filter { $0 >= start && !blocked[$0] && !text.followsSentenceEnd($0 + 1) }
        var counts: [[UInt8]: [Int]] = [:]
        for index in usable { counts[RunText.folded(text.bytes(index)), default: []].append(index) }
        guard let most = counts.values.max(by: { ($0.count, $1[0]) < ($1.count, $0[0]) }), most.count >= 2, group.count < 20 else { break }
        group = Array(most[0]...most[0] + group.count)
        alive = most.map { $0 - 1 }
      }
      while let first = group.first, group.count > 2, !text.isCapital(first) { group.removeFirst() }
      guard let first = group.first, let last = group.last, last - first >= 2 else { continue }
      lexicon.add(group: RunLexicon.words(text.string(first..<last + 1)))
    }
  }

  private mutating func tagGroups() {
    guard lexicon.roles.contains(.group) else { return }
    for group in lexicon.groups.sorted(by: { $0.count > $1.count }) {
      var index = start
      while index < text.tokens.count {
        if let range = match(group, at: index) ?? tail(of: group, at: index), isFree(range) {
          mark(RunElement(kind: .group, range: range))
          index = range.upperBound
        } else {
          index += 1
        }
      }
    }
  }

  /// A group's name from its beginning, the first letters perhaps cut off, the last word perhaps cut short.
  private func match(_ group: RunLexicon.Words, at first: Int) -> Range<Int>? {
    guard !blocked[first], !isWithinSentence(first) else { return nil }
    var token = first
    for (number, word) in group.enumerated() {
      while number > 0, token < text.tokens.count, text.isMark(token, Mark.ampersand) || text.isMark(token, Mark.hyphen) { token += 1 }
      guard token < text.tokens.count, !blocked[token] else { return nil }
      if text.tokens[token].kind == .number, text.bytes(token).elementsEqual(word) {
        token += 1
        continue
      }
      guard let likeness = text.likeness(token, to: word) else { return nil }
      switch likeness {
      case .same: if number == 0, !text.isCapital(token) { return nil }
      case .cutFront: guard number == 0, word.count >= 4, text.bytes(token).count + 2 >= word.count else { return nil }
      case .cutBack: guard number + 1 == group.count, word.count >= 6, group.count > 2 else { return nil }
      case .misread: guard number == 0, text.isCapital(token) else { return nil }
      }
      token += 1
    }
    return first..<token
  }

  /// The end of a long group's name, in which words may be missing: the reader lost a line of the cell.
  private func tail(of group: RunLexicon.Words, at last: Int) -> Range<Int>? {
    guard group.count >= 6, text.isWord(last), RunText.folded(text.bytes(last)) == group[group.count - 1] else { return nil }
    var token = last
    var word = group.count - 1
    var matched = 0
    var first = last
    while token >= start, !blocked[token] {
      if text.isMark(token, Mark.ampersand) {
        token -= 1
        continue
      }
      let letters = RunText.folded(text.bytes(token))
      guard word >= 0, let found = group[...word].lastIndex(of: letters) else { break }
      // Missing words only behind the part that all of them share.
      if found < word, matched < 4 { break }
      matched += 1
      first = token
      word = found - 1
      token -= 1
    }
    return matched >= 4 ? first..<last + 1 : nil
  }

  private func isWithinSentence(_ index: Int) -> Bool {
    index > 0 && !text.beginsLine(index) && !blocked[index - 1] && text.isFunctionWord(index - 1) && text.isSmall(index - 1)
  }

  // MARK: Around references

  /// Short cells stand beside the reference: single parties and deadlines are known by that.
  private mutating func grow(from reference: Range<Int>) {
    let parties = RunParties(text: text, lexicon: lexicon)
    var end = reference.upperBound
    while end < text.tokens.count {
      if blocked[end] {
        guard let element = elements.first(where: { $0.range.contains(end) }), !isReference(element) else { break }
        end = element.range.upperBound
      } else if let range = date(at: end, forwards: true) {
        mark(RunElement(kind: .date, range: range))
        end = range.upperBound
      } else if let unit = parties.known(at: end, before: text.tokens.count), isFree(unit.range),
        !parties.followsPreposition(end)
      {
        mark(element([unit], range: unit.range, separators: []))
        end = unit.range.upperBound
      } else {
        break
      }
    }
    var first = reference.lowerBound
    while first > start {
      if blocked[first - 1] {
        guard let element = elements.first(where: { $0.range.contains(first - 1) }), !isReference(element) else { break }
        first = element.range.lowerBound
      } else if let range = date(at: first - 1, forwards: false) {
        mark(RunElement(kind: .date, range: range))
        first = range.lowerBound
      } else if let unit = (max(start, first - 6)..<first).lazy.compactMap({ parties.known(at: $0, before: first) })
        .first(where: { $0.range.upperBound == first }), isFree(unit.range),
        !parties.followsPreposition(unit.range.lowerBound)
      {
        mark(element([unit], range: unit.range, separators: []))
        first = unit.range.lowerBound
      } else {
        break
      }
    }
  }

  private func isReference(_ element: RunElement) -> Bool {
    if case .reference = element.kind { return true }
    return false
  }

  // MARK: Measures

  private mutating func tagMeasures() {
    let found = RunMeasures(text: text, lexicon: lexicon).find(from: start, blocked: blocked)
    for range in found { mark(RunElement(kind: .measure, range: range)) }
  }
}
