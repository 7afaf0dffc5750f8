// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// One thing that a text says about time, or a word that says nothing about it.
struct DateEvent: Sendable {
  enum Kind: Sendable {
    case point(DatePoint)
    case word(DateWord)
    /// A dash between two things.
    case dash
    /// A comma, a slash or the like between two things.
    case separator
    /// A bracket or a full stop.
    case boundary
    /// Anything else.
    case other
  }

  var kind: Kind
  /// Indices of its tokens.
  var tokens: Range<Int>

  /// The date, where it is one.
  var point: DatePoint? {
    if case .point(let point) = kind { point } else { nil }
  }

  /// The word's meaning, where it is one.
  var word: DateWord? {
    if case .word(let word) = kind { word } else { nil }
  }

  var isOther: Bool {
    if case .other = kind { true } else { false }
  }

  var isBoundary: Bool {
    if case .boundary = kind { true } else { false }
  }
}

extension DateParser {
  /// What a range of tokens says, in order, without gaps.
  func events(_ range: Range<Int>) -> [DateEvent] {
    var events: [DateEvent] = []
    events.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let (kind, next) = event(at: index)
      let end = min(max(next, index + 1), range.upperBound)
      events.append(DateEvent(kind: kind, tokens: index..<end))
      index = end
    }
    return events
  }

  private func event(at index: Int) -> (DateEvent.Kind, Int) {
    let token = tokens[index]
    if token.kind == .word {
      // Most words of running text mean nothing here: one look-up says so.
      switch DateWord.meaning(of: token.key) {
      case nil:
        if let (point, next) = point(at: index) { return (.point(point), next) }
        return (.other, index + 1)
      case .and?, .to?, .placeholder?, .onwards?:
        return (DateWord.meaning(of: token.key).map(DateEvent.Kind.word) ?? .other, index + 1)
      default: break
      }
    }
    if let (recurrence, next) = recurrence(at: index) { return (.word(.recurrence(recurrence)), next) }
    if let (point, next) = point(at: index) { return (.point(point), next) }
    switch token.kind {
    case .number: return (.other, index + 1)
    case .mark:
      switch UInt8(clamping: token.value) {
      case Mark.hyphen: return (.dash, index + 1)
      case Mark.comma, Mark.slash, Mark.semicolon, Mark.ampersand, Mark.bullet, Mark.bar, Mark.plus:
        return (.separator, index + 1)
      case Mark.arrow: return (.word(.revised), index + 1)
      case Mark.open, Mark.close, Mark.squareOpen, Mark.squareClose, Mark.point, Mark.colon:
        return (.boundary, index + 1)
      default: return (.other, index + 1)
      }
    case .word: break
    }
    // "on-going", "on going", "bi-monthly" and other words that are written in two.
    if token.isWord("on") {
      let second = mark(at: index + 1, Mark.hyphen) ? index + 2 : index + 1
      if word(at: second, "going") || word(at: second, "goings") { return (.word(.ongoing), second + 1) }
    }
    if token.isWord("week") {
      if word(at: index + 1, "commencing") || word(at: index + 1, "beginning") || word(at: index + 1, "ending") {
        return (.word(.within), index + 2)
      }
    }
    if token.isWord("w"), mark(at: index + 1, Mark.slash), index + 2 < tokens.count, tokens[index + 2].kind == .word {
      return (.word(.within), index + 3)
    }
    if token.isWord("up"), word(at: index + 1, "to") { return (.word(.until), index + 2) }
    if token.isWord("with"), word(at: index + 1, "effect"), word(at: index + 2, "from") {
      return (.word(.from), index + 3)
    }
    if token.isWord("start") || token.isWord("begin") || token.isWord("beginning"), !word(at: index + 1, "of") {
      return (.word(.from), index + 1)
    }
    if token.isWord("no"), !word(at: index + 1, "later") { return (.other, index + 1) }
    if let meaning = DateWord.meaning(of: token.key) {
      switch meaning {
      case .month, .season, .opener, .weekday: return (.other, index + 1)
      default: return (.word(meaning), index + 1)
      }
    }
    return (.other, index + 1)
  }

  /// "monthly", "every term", "6 monthly", "bi-monthly", "twice a year".
  func recurrence(at index: Int) -> (Recurrence, Int)? {
    let token = tokens[index]
    if token.kind == .number {
      guard token.digits <= 2, !token.isOrdinal else { return nil }
      let unit = mark(at: index + 1, Mark.hyphen) ? index + 2 : index + 1
      guard word(at: unit, "monthly") else { return nil }
      return months(token.value).map { ($0, unit + 1) }
    }
    guard token.kind == .word else { return nil }
    let next = mark(at: index + 1, Mark.hyphen) ? index + 2 : index + 1
    switch token.key {
    case "six", "half", "bi", "three", "two", "twelve", "twice", "once":
      if token.isWord("half"), word(at: next, "termly") { return (.halfTermly, next + 1) }
      if word(at: next, "monthly") {
        let count: Int? =
          switch token.key {
          case "six": 6
          case "bi", "two": 2
          case "three": 3
          case "twelve": 12
          default: nil
          }
        return count.flatMap(months).map { ($0, next + 1) }
      }
      if token.isWord("half") || token.isWord("bi") || token.isWord("twice"),
        word(at: next, "yearly") || word(at: next, "annually") || word(at: next, "annual")
      {
        return (.sixMonthly, next + 1)
      }
      if token.isWord("twice"), word(at: next, "a") || word(at: next, "per"), word(at: next + 1, "year") {
        return (.sixMonthly, next + 2)
      }
      if token.isWord("once"), word(at: next, "a") || word(at: next, "per") || word(at: next, "every") {
        return unit(at: next + 1)
      }
      return nil
    case "every", "each", "per":
      if next < tokens.count,
        tokens[next].kind == .number || word(at: next, "two") || word(at: next, "six")
          || word(at: next, "three"), word(at: next + 1, "months")
      {
        let count =
          tokens[next].kind == .number
          ? tokens[next].value
          : word(at: next, "two") ? 2 : word(at: next, "three") ? 3 : 6
        return months(count).map { ($0, next + 2) }
      }
      if word(at: next, "half"), word(at: next + 1, "term") { return (.halfTermly, next + 2) }
      if word(at: next, "other"), word(at: next + 1, "month") { return (.bimonthly, next + 2) }
      return unit(at: next)
    default:
      guard case .recurrence(let recurrence)? = DateWord.meaning(of: token.key) else { return nil }
      // "annual review" in running words is no frequency; "annually" is one wherever it stands.
      return (recurrence, index + 1)
    }
  }

  private func unit(at index: Int) -> (Recurrence, Int)? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    switch tokens[index].key {
    case "day": return (.daily, index + 1)
    case "week": return (.weekly, index + 1)
    case "month": return (.monthly, index + 1)
    case "term": return (.termly, index + 1)
    case "quarter": return (.quarterly, index + 1)
    case "year": return (.annual, index + 1)
    default: return nil
    }
  }

  private func months(_ count: Int) -> Recurrence? {
    switch count {
    case 1: .monthly
    case 2: .bimonthly
    case 3: .quarterly
    case 6: .sixMonthly
    case 12: .annual
    default: nil
    }
  }
}
