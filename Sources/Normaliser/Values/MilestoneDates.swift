// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

// Dates that the words of a milestone carry.
extension DateReader {
  /// A phrase of a milestone that is its date.
  struct Phrase {
    /// Indices of its tokens.
    var tokens: Range<Int>
    /// Events of the phrase.
    var events: [DateEvent]
    /// Whether it stands in brackets.
    var isBracketed: Bool
  }

  /// The date that a milestone's words carry; `when.text` is the date's words (from several brackets, joined).
  ///
  /// Dates in brackets count wherever they stand; without brackets a date counts at the end of the words ("by October
  /// 2019."), at their beginning ("September 2024: ...") or after "by". Dates that merely occur do not.
  static func embedded(in text: String) -> (range: Range<Int>, when: When)? {
    guard mayHoldDate(text) else { return nil }
    let parser = DateParser(tokens: Token.scan(text))
    let phrases = parser.phrases()
    guard let first = phrases.first, let last = phrases.last else { return nil }
    let words = phrases.map { phrase in text.utf8Slice(parser.byteRange(phrase.tokens)) }.joined(separator: " ")
    // Events of several phrases are one series, so that two brackets give a list.
    var events: [DateEvent] = []
    for phrase in phrases {
      if !events.isEmpty {
        events.append(DateEvent(kind: .boundary, tokens: phrase.tokens.lowerBound..<phrase.tokens.lowerBound))
      }
      events += phrase.events
    }
    let reading = DateReading(events)
    guard !reading.isEmpty else { return nil }
    let range = parser.byteRange(first.tokens.lowerBound..<last.tokens.upperBound)
    return (range, reading.when(words))
  }

  /// The date that a milestone's words carry, parts of which are struck through: a date there no longer holds where another
  /// stands.
  static func embedded(in text: String, struck: [Range<Int>]) -> (range: Range<Int>, when: When)? {
    guard !struck.isEmpty else { return embedded(in: text) }
    var bytes = Array(text.utf8)
    for range in struck { for index in range.clamped(to: 0..<bytes.count) { bytes[index] = 0x20 } }
    guard let standing = embedded(in: String(decoding: bytes, as: UTF8.self)), standing.when.edtf != nil else {
      return embedded(in: text)
    }
    return standing
  }

  /// The milestones of a cell whose sentences each carry a date of their own, nil where that is not so.
  ///
  /// One sentence among them may go without ("... Workshops follow.").
  static func sentencesWithDates(in text: String) -> [Range<Int>]? {
    guard mayHoldDate(text) else { return nil }
    let parser = DateParser(tokens: Token.scan(text))
    let sentences = parser.sentences()
    guard sentences.count > 1 else { return nil }
    var undated = 0
    let ranges = sentences.map(parser.byteRange)
    for range in ranges where embedded(in: text.utf8Slice(range)) == nil {
      undated += 1
      if undated > 1 { return nil }
    }
    return ranges.count - undated > 1 ? ranges : nil
  }

  /// The clauses between semicolons, where each of them has a date of its own.
  static func clausesWithDates(in text: String) -> [Range<Int>]? {
    guard text.utf8.contains(UInt8(ascii: ";")), mayHoldDate(text) else { return nil }
    var ranges: [Range<Int>] = []
    var start = 0
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: ";") {
      ranges.append(start..<offset)
      start = offset + 1
      while start < text.utf8.count, text.utf8Slice(start..<start + 1) == " " { start += 1 }
    }
    ranges.append(start..<text.utf8.count)
    return ranges.allSatisfy { !$0.isEmpty && embedded(in: text.utf8Slice($0)) != nil } ? ranges : nil
  }

  /// A quick no for texts without a digit and without a word that stands for a date in brackets.
  private static func mayHoldDate(_ text: String) -> Bool {
    text.utf8.contains { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x28 }
  }
}

extension DateParser {
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  /// The phrases that count as the date of a milestone.
  func phrases() -> [DateReader.Phrase] {
    var phrases = bracketed()
    let end = trailing(0..<tokens.count)
    if let end, phrases.last.map({ $0.tokens.upperBound <= end.tokens.lowerBound }) ?? true { phrases.append(end) }
    if phrases.isEmpty, let start = leading() { phrases.append(start) }
    if phrases.isEmpty, let middle = afterBy() { phrases.append(middle) }
    return phrases
  }

  /// Brackets whose words are a date.
  private func bracketed() -> [DateReader.Phrase] {
    var phrases: [DateReader.Phrase] = []
    var open: Int?
    for (index, token) in tokens.enumerated() where token.kind == .mark {
      if token.isMark(Mark.open) || token.isMark(Mark.squareOpen) {
        open = index
      } else if token.isMark(Mark.close) || token.isMark(Mark.squareClose), let start = open {
        open = nil
        if start + 1 < index, let phrase = bracket(start + 1..<index) { phrases.append(phrase) }
      }
    }
    // A bracket that was never closed at the end of the words.
    if let start = open, start + 1 < tokens.count, let phrase = bracket(start + 1..<tokens.count) {
      phrases.append(phrase)
    }
    return phrases
  }

  private func bracket(_ range: Range<Int>) -> DateReader.Phrase? {
    var range = range
    while range.count > 1, tokens[range.upperBound - 1].isMark(Mark.point) {
      range = range.lowerBound..<range.upperBound - 1
    }
    guard range.count <= 16 else { return nil }
    let events = events(range)
    guard !DateReading(events).isEmpty else { return nil }
    // "(2018 baseline of all pupils)" speaks of something else.
    let others = events.count(where: \.isOther)
    let isExact = events.contains { $0.point.map { $0.isExact && $0.hasYear } ?? false }
    guard others <= (isExact ? 3 : 0) else { return nil }
    return DateReader.Phrase(tokens: range, events: events, isBracketed: true)
  }

  /// A date at the end of a range of tokens, with the words that lead up to it, without "in" and "on".
  func trailing(_ range: Range<Int>) -> DateReader.Phrase? {
    var end = range.upperBound
    while end > range.lowerBound, tokens[end - 1].isMark(Mark.point) { end -= 1 }
    let lowest = max(range.lowerBound, end - 20)
    let events = events(range.lowerBound..<end)
    guard var first = events.indices.last else { return nil }
    var last = first
    // "by January 2020 latest", "May 2019 and ongoing"
    while first >= 0, isTail(events[first]) { first -= 1 }
    guard first >= 0, let point = events[first].point, point.hasYear else { return nil }
    if first < last, !events[(first + 1)...last].contains(where: { $0.word != nil }) { last = first }
    // Further dates that belong to it, and the words before it.
    var start = first
    var isLed = false
    scan: while start > 0, events[start].tokens.lowerBound > lowest {
      let before = events[start - 1]
      if case .ongoing? = before.word {
        start -= 1
        break
      }
      guard !isLed else { break }
      switch before.word {
      case .by?, .from?, .until?, .between?: isLed = true
      default: guard before.point != nil || DateReader.isJoint(before) else { break scan }
      }
      start -= 1
    }
    // What joins nothing is not part of it.
    while start < first, isLoose(events, start) { start += 1 }
    let chosen = Array(events[start...last])
    guard chosen.contains(where: { $0.point.map { $0.isExact && $0.hasYear } ?? false }) || isLedBy(events, start)
    else { return nil }
    return DateReader.Phrase(
      tokens: chosen[0].tokens.lowerBound..<chosen[chosen.count - 1].tokens.upperBound, events: chosen,
      isBracketed: false)
  }

  /// Whether an event may stand behind the last date.
  private func isTail(_ event: DateEvent) -> Bool {
    switch event.kind {
    case .word(.ongoing), .word(.onwards), .word(.and), .word(.company): true
    default: false
    }
  }

  /// Whether an event at the beginning of a phrase belongs to the sentence rather than to the date.
  private func isLoose(_ events: [DateEvent], _ index: Int) -> Bool {
    switch events[index].kind {
    case .dash, .separator, .word(.and), .word(.to), .word(.company): return true
    case .point(let point): return !point.isExact && index + 1 < events.count && !DateReader.isJoint(events[index + 1])
    default: return false
    }
  }

  /// Whether "by", "from" or "until" opens the phrase: then a bare year may be a deadline, too.
  private func isLedBy(_ events: [DateEvent], _ index: Int) -> Bool {
    switch events[index].word {
    case .by?, .from?, .until?, .between?, .ongoing?: true
    default: false
    }
  }

  /// "September 2024: launch of ..." and "By September 2024, all schools ..."
  private func leading() -> DateReader.Phrase? {
    let events = events(0..<min(tokens.count, 24))
    var end = 0
    while end < events.count {
      if events[end].point != nil || DateReader.isJoint(events[end]) {
        end += 1
      } else if case .word = events[end].kind {
        end += 1
      } else {
        break
      }
    }
    while end > 0, events[end - 1].point == nil {
      if case .ongoing? = events[end - 1].word { break }
      if case .onwards? = events[end - 1].word { break }
      end -= 1
    }
    guard end > 0, end < events.count else { return nil }
    let chosen = Array(events[..<end])
    let separates =
      switch events[end].kind {
      case .dash, .separator, .boundary: true
      default: false
      }
    guard chosen.contains(where: { $0.point.map { $0.isExact && $0.hasYear } ?? false }),
      separates || isLedBy(chosen, 0)
    else { return nil }
    return DateReader.Phrase(
      tokens: 0..<chosen[end - 1].tokens.upperBound, events: chosen, isBracketed: false)
  }

  /// "... by October 2019 and share the findings."
  private func afterBy() -> DateReader.Phrase? {
    let events = events(0..<tokens.count)
    for index in events.indices.reversed() {
      guard let point = events[index].point, point.isExact, point.hasYear else { continue }
      var start = index
      while start > 0, case .nearness? = events[start - 1].word { start -= 1 }
      guard start > 0, case .by? = events[start - 1].word else { continue }
      while start > 0, case .by? = events[start - 1].word { start -= 1 }
      let chosen = Array(events[start...index])
      return DateReader.Phrase(
        tokens: chosen[0].tokens.lowerBound..<chosen[chosen.count - 1].tokens.upperBound, events: chosen,
        isBracketed: false)
    }
    return nil
  }

  /// The sentences of the text. One ends at a full stop, or at a date in brackets, that a capital follows.
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var open: Int?
    for (index, token) in tokens.enumerated() {
      var ends = false
      if token.isMark(Mark.open) || token.isMark(Mark.squareOpen) {
        open = index
      } else if token.isMark(Mark.close) || token.isMark(Mark.squareClose) {
        if let first = open, first + 1 < index, beginsSentence(index + 1) { ends = bracket(first + 1..<index) != nil }
        open = nil
      } else if token.isMark(Mark.point) || token.isMark(Mark.semicolon), open == nil {
        ends = beginsSentence(index + 1) && !isAbbreviation(index - 1)
      }
      if ends {
        sentences.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Whether the word before a full stop is cut short: "e.g.", "Dr.", an initial.
  private func isAbbreviation(_ index: Int) -> Bool {
    guard index >= 0, tokens[index].kind == .word else { return false }
    switch tokens[index].key {
    case "eg", "ie", "etc", "dr", "mr", "mrs", "ms", "st", "no", "inc", "incl", "approx", "yr", "ref", "prof":
      return true
    default: return tokens[index].end - tokens[index].start == 1
    }
  }

  /// Whether a sentence may begin at a token: a capital or a number behind white space.
  private func beginsSentence(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let token = tokens[index]
    return token.gapBefore && (token.isCapitalised || token.kind == .number || token.isMark(UInt8(ascii: "\"")))
  }
}
