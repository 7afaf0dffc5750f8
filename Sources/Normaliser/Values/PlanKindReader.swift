// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Reads a plan's kind, its edition and the inspection that it answers.
enum PlanKindReader {
  /// The kind that a title names, nil where it names none.
  static func kind(_ title: String) -> PlanKind? {
    let tokens = Token.scan(title)
    let words = tokens.filter { $0.kind == .word }
    func has(_ phrase: WordKey...) -> Bool {
      guard words.count >= phrase.count else { return false }
      return (0...(words.count - phrase.count)).contains { start in
        phrase.indices.allSatisfy { words[start + $0].key == phrase[$0] }
      }
    }
    /// An acronym counts only in its own letters: "PAP", not "pap".
    func hasAcronym(_ word: WordKey) -> Bool { words.contains { $0.key == word && $0.capitals >= 3 } }
    if has("written", "statement", "of", "action") || has("written", "statements", "of", "action")
      || words.contains(where: { $0.key == "wsoa" && $0.capitals >= 3 })
    {
      return .writtenStatementOfAction
    }
    if has("priority", "action", "plan") || hasAcronym("pap") { return .priorityActionPlan }
    if has("accelerated", "progress", "plan") || has("accelerated", "action", "plan") || hasAcronym("app") {
      return .acceleratedProgressPlan
    }
    let hasStrategy = words.contains { $0.key == "strategy" || $0.key == "strategies" }
    let isPlan =
      has("action", "plan") || has("action", "plans") || has("delivery", "plan") || has("implementation", "plan")
    if hasStrategy, isPlan { return .strategyActionPlan }
    if has("improvement", "plan") || has("improvement", "programme") || has("recovery", "plan")
      || has("improvement", "action", "plan")
    {
      return .improvementPlan
    }
    return isPlan || has("plan", "of", "action") || has("development", "plan") ? .actionPlan : nil
  }

  /// The date of this edition in a title line; ranges are UTF-8 byte offsets.
  ///
  /// A day or a month counts ("April 2018", "Version 3, 14 May 2024"); a period of years is the plan's span, a year alone
  /// counts only behind a word such as "updated". Unless `mayBeBare`, a day or a month needs such a word too.
  static func edition(_ title: String, mayBeBare: Bool = true) -> (range: Range<Int>, when: When)? {
    guard DateReader.mayHoldYear(title) else { return nil }
    let parser = DateParser(tokens: Token.scan(title))
    let events = DateReading.dated(parser.events(0..<parser.tokens.count))
    var best: (rank: Int, index: Int)?
    for (index, event) in events.enumerated() {
      guard let point = event.point, point.hasYear, point.end == 0 else { continue }
      // A period ("April 2021 - March 2024") is the plan's span.
      if index + 2 < events.count, isSpan(events[index + 1]), events[index + 2].point != nil { continue }
      if index >= 2, isSpan(events[index - 1]), events[index - 2].point != nil { continue }
      var rank = 0
      switch point.unit {
      case .day, .month: rank = 2
      case .season: rank = 1
      case .quarter, .financialYear, .academicYear, .year, .years: break
      }
      if isAnnounced(parser.tokens, before: event.tokens.lowerBound) {
        rank += 2
      } else if !mayBeBare {
        rank = 0
      }
      // "Inspection March 2023", "published letter of May 2019": another document's date.
      if isForeign(parser.tokens, before: event.tokens.lowerBound) { continue }
      if rank > 0, rank > best?.rank ?? 0 { best = (rank, index) }
    }
    guard let best, let point = events[best.index].point else { return nil }
    let range = parser.byteRange(events[best.index].tokens)
    return (range, When(text: title.utf8Slice(range), edtf: point.edtf))
  }

  private static func isSpan(_ event: DateEvent) -> Bool {
    switch event.kind {
    case .dash, .word(.to), .word(.until): true
    default: false
    }
  }

  /// Whether a word that announces an edition stands shortly before a token.
  private static func isAnnounced(_ tokens: [Token], before index: Int) -> Bool {
    tokens[max(0, index - 5)..<index].contains { token in
      guard token.kind == .word else { return false }
      switch token.key {
      case "updated", "update", "version", "v", "published", "publication", "dated", "date", "edition", "revised",
        "refreshed",
        "draft", "final", "reviewed", "approved", "as":
        return true
      default: return false
      }
    }
  }

  private static func isForeign(_ tokens: [Token], before index: Int) -> Bool {
    tokens[max(0, index - 6)..<index].contains { token in
      guard token.kind == .word else { return false }
      switch token.key {
      case "inspection", "inspected", "ofsted", "cqc", "visit", "revisit", "letter", "inspectors", "deadline", "by",
        "until":
        return true
      default: return false
      }
    }
  }

  /// The date of the inspection that a paragraph tells of; ranges are UTF-8 byte offsets.
  ///
  /// The paragraph has to speak of an area inspection that took place; the date is the one nearest to the word, with the
  /// word "between" where it opens a period. When a report was published is another matter.
  static func inspection(_ prose: String) -> (range: Range<Int>, when: When)? {
    guard prose.utf8.count < 6000 else { return nil }
    let parser = DateParser(tokens: Token.scan(prose))
    let tokens = parser.tokens
    guard let word = tokens.firstIndex(where: isInspection) else { return nil }
    let events = DateReading.dated(parser.events(0..<tokens.count))
    var best: (distance: Int, range: ClosedRange<Int>)?
    var index = 0
    while index < events.count {
      guard let point = events[index].point, point.hasYear else {
        index += 1
        continue
      }
      var last = index
      if let end = DateReading.periodEnd(events, from: index) { last = end }
      var first = index
      if last > index, index > 0, case .between? = events[index - 1].word { first -= 1 }
      defer { index = last + 1 }
      guard point.isExact, isSameSentence(tokens, word, events[index].tokens.lowerBound),
        !tells(tokens, of: other, before: events[first].tokens.lowerBound)
      else { continue }
      let distance = abs(events[index].tokens.lowerBound - word)
      // A statement that inspections exist since some month is not one that this one took place.
      guard distance <= 40, best.map({ distance < $0.distance }) ?? true else { continue }
      best = (distance, first...last)
    }
    guard let best else { return nil }
    let chosen = Array(events[best.range])
    let range = parser.byteRange(chosen[0].tokens.lowerBound..<chosen[chosen.count - 1].tokens.upperBound)
    return (range, DateReading(chosen).when(prose.utf8Slice(range)))
  }

  private static func isInspection(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    switch token.key {
    case "inspection", "inspected", "inspections", "inspectors", "reinspection", "revisit": return true
    default: return false
    }
  }

  /// Words behind which a date is that of something else.
  private static func other(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    switch token.key {
    case "published", "publication", "letter", "introduced", "submitted", "report", "until", "since", "by", "following",
      "updated", "reforms", "act":
      return true
    default: return false
    }
  }

  private static func tells(_ tokens: [Token], of isOther: (Token) -> Bool, before index: Int) -> Bool {
    tokens[max(0, index - 4)..<index].contains(where: isOther)
  }

  /// Whether no full stop that ends a sentence lies between two tokens.
  private static func isSameSentence(_ tokens: [Token], _ left: Int, _ right: Int) -> Bool {
    let range = min(left, right)..<max(left, right)
    return !range.contains {
      tokens[$0].isMark(Mark.point) && $0 + 1 < tokens.count && tokens[$0 + 1].gapBefore && tokens[$0 + 1].isCapitalised
    }
  }
}
