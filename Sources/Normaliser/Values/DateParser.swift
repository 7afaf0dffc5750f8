// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads single dates out of tokens.
struct DateParser {
  let tokens: [Token]

  /// The date that begins at a token, and the index after its last token.
  func point(at index: Int) -> (point: DatePoint, next: Int)? {
    guard index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .number: return numeric(at: index)
    case .word: return worded(at: index)
    case .mark:
      // "'23" alone is no date, but "'23/24" is a year of two.
      return nil
    }
  }

  // MARK: Beginning with a word

  private func worded(at index: Int) -> (point: DatePoint, next: Int)? {
    let token = tokens[index]
    let meaning = DateWord.meaning(of: token.key)
    switch meaning {
    case .month(let month): return afterMonth(month, at: index)
    case .season(let season): return afterSeason(season, at: index)
    case nil: return misspelt(at: index)
    case .opener?, .company?: break
    case .weekday?:
      var next = index + 1
      if mark(at: next, Mark.comma) || mark(at: next, Mark.point) { next += 1 }
      guard let (point, end) = point(at: next), point.unit == .day else { return nil }
      return (point, end)
    default: return nil
    }
    if let quarter = quarter(at: index) { return quarter }
    if token.isWord("fy") || token.isWord("ay") {
      guard let (year, next) = splitYear(at: index + 1, loosely: true) ?? self.year(at: index + 1, short: true) else {
        return nil
      }
      return (DatePoint(unit: token.isWord("fy") ? .financialYear : .academicYear, year: year), next)
    }
    if token.isWord("academic") || token.isWord("financial") || token.isWord("school") || token.isWord("fiscal"),
      word(at: index + 1, "year"), let (year, next) = splitYear(at: index + 2, loosely: true)
    {
      let isAcademic = token.isWord("academic") || token.isWord("school")
      return (DatePoint(unit: isAcademic ? .academicYear : .financialYear, year: year), next)
    }
    return nil
  }

  /// A month's name with a slip of the pen, beside a number.
  private func misspelt(at index: Int) -> (point: DatePoint, next: Int)? {
    guard
      isNumber(at: index + 1) || mark(at: index + 1, Mark.hyphen) || mark(at: index + 1, Mark.apostrophe)
        || (index > 0 && tokens[index - 1].kind == .number), let month = DateWord.misspeltMonth(tokens[index].key)
    else { return nil }
    return afterMonth(month, at: index)
  }

  /// What follows a month's name: a year, a day and a year, or nothing.
  private func afterMonth(_ month: Int, at index: Int) -> (point: DatePoint, next: Int)? {
    var next = index + 1
    let bare = (DatePoint(unit: .month, year: 0, month: month), next)
    if mark(at: next, Mark.point), !gap(at: next) { next += 1 }
    // "March 3rd 2024", "March 3, 2024"
    if let day = number(at: next), day.value <= 31, day.digits <= 2, DatePoint.isDay(day.value, month: month, year: 0) {
      var after = next + 1
      if mark(at: after, Mark.comma) { after += 1 }
      if let year = number(at: after), year.digits == 4, isYear(year.value), gap(at: after) {
        return (DatePoint(unit: .day, year: year.value, month: month, day: day.value), after + 1)
      }
      if day.isOrdinal { return (DatePoint(unit: .day, year: 0, month: month, day: day.value), next + 1) }
    }
    var yearAt = next
    if mark(at: yearAt, Mark.comma) || mark(at: yearAt, Mark.slash) { yearAt += 1 }
    if word(at: yearAt, "of") { yearAt += 1 }
    var hyphenated = false
    if mark(at: yearAt, Mark.hyphen), isNumber(at: yearAt + 1) {
      hyphenated = true
      yearAt += 1
    }
    if mark(at: yearAt, Mark.apostrophe) { yearAt += 1 }
    if let (year, after) = year(at: yearAt, short: !mark(at: yearAt - 1, Mark.comma)) {
      // "March - 2024" opens with a range's dash only where a month stands on its other side, so the dash is part of it.
      if let digits = number(at: yearAt)?.digits, digits == 2, hyphenated, gap(at: yearAt) { return bare }
      // A split year after a month ("March 2023/24") is the financial year that the month lies in.
      if let (first, end) = splitYear(at: yearAt, loosely: false), end > after, !dayFollows(yearAt) {
        return (DatePoint(unit: .month, year: month >= 4 ? first : first + 1, month: month), end)
      }
      return (DatePoint(unit: .month, year: year, month: month), after)
    }
    // A dash typed for a nought: "March 2-21".
    if let two = number(at: next), two.value == 2, two.digits == 1, mark(at: next + 1, Mark.hyphen), !gap(at: next + 1),
      let rest = number(at: next + 2), rest.digits == 2, rest.value > 12, !gap(at: next + 2)
    {
      return (DatePoint(unit: .month, year: 2000 + rest.value, month: month), next + 3)
    }
    return bare
  }

  /// Whether the year at a token begins a longer number group such as "20/01/2024".
  private func dayFollows(_ index: Int) -> Bool {
    mark(at: index + 1, Mark.slash) && isNumber(at: index + 2) && mark(at: index + 3, Mark.slash)
  }

  /// What follows a season: "term", a half of the term, a year or a split year.
  private func afterSeason(_ season: Int, at index: Int) -> (point: DatePoint, next: Int)? {
    var next = index + 1
    while word(at: next, "term") || word(at: next, "half") || word(at: next, "holiday") || word(at: next, "holidays") {
      next += 1
    }
    // "Spring Term 2 2024", "Autumn 1 2023"
    if let half = number(at: next), half.digits == 1, half.value <= 6 {
      var after = next + 1
      while word(at: after, "half") || word(at: after, "term") { after += 1 }
      if mark(at: after, Mark.comma) || mark(at: after, Mark.hyphen) { after += 1 }
      if year(at: after, short: true) != nil { next = after }
    }
    if mark(at: next, Mark.comma) || mark(at: next, Mark.hyphen) || mark(at: next, Mark.open) { next += 1 }
    if word(at: next, "of") || word(at: next, "in") { next += 1 }
    if mark(at: next, Mark.apostrophe) { next += 1 }
    if let (first, end) = splitYear(at: next, loosely: true) {
      // Autumn and winter open the academic year, spring and summer close it.
      return (
        DatePoint(unit: .season, year: season >= 23 ? first : first + 1, month: season), closing(end, from: index)
      )
    }
    if let (year, end) = year(at: next, short: true) {
      if word(at: end, "term"), gap(at: end) {
        return (DatePoint(unit: .season, year: year, month: season), end + 1)
      }
      return (DatePoint(unit: .season, year: year, month: season), closing(end, from: index))
    }
    return (DatePoint(unit: .season, year: 0, month: season), index + 1)
  }

  /// Past the bracket that closes one opened since a token.
  private func closing(_ end: Int, from index: Int) -> Int {
    mark(at: end, Mark.close) && (index..<end).contains { mark(at: $0, Mark.open) } ? end + 1 : end
  }

  /// "Q3 19-20", "Quarter 3 2019/20", "Qtr 2 of 2024".
  private func quarter(at index: Int) -> (point: DatePoint, next: Int)? {
    let token = tokens[index]
    guard token.isWord("q") || token.isWord("quarter") || token.isWord("qtr"), let number = number(at: index + 1),
      (1...4).contains(number.value), number.digits == 1
    else { return nil }
    var next = index + 2
    if mark(at: next, Mark.comma) || mark(at: next, Mark.hyphen) || mark(at: next, Mark.slash) { next += 1 }
    if mark(at: next, Mark.open) { next += 1 }
    if word(at: next, "of") || word(at: next, "fy") { next += 1 }
    if let (year, end) = splitYear(at: next, loosely: true) ?? year(at: next, short: true) {
      return (DatePoint(unit: .quarter, year: year, month: number.value), closing(end, from: index))
    }
    return (DatePoint(unit: .quarter, year: 0, month: number.value), index + 2)
  }

  // MARK: Beginning with a number

  private func numeric(at index: Int) -> (point: DatePoint, next: Int)? {
    let first = tokens[index]
    // Part of a decimal, a price or a code is no date.
    if index > 0, !first.gapBefore {
      let before = tokens[index - 1]
      if before.kind == .word || before.isMark(UInt8(ascii: "$")) || before.isMark(0x7F) { return nil }
      if before.kind == .mark, before.isMark(Mark.point) || before.isMark(Mark.slash), index > 1,
        tokens[index - 2].kind == .number, tokens[index - 1].start == tokens[index - 2].end
      {
        return nil
      }
    }
    if mark(at: index + 1, UInt8(ascii: "%")) { return nil }
    return grouped(at: index) ?? dayAndMonth(at: index) ?? yearlike(at: index)
  }

  /// 2024-03-01, 14/07/2019, 12.05.2023, 02/2020.
  private func grouped(at index: Int) -> (point: DatePoint, next: Int)? {
    guard let first = number(at: index), let separator = separator(at: index + 1), let second = number(at: index + 2),
      !gap(at: index + 1), !gap(at: index + 2)
    else { return nil }
    if self.separator(at: index + 3) == separator, let third = number(at: index + 4), !gap(at: index + 3),
      !gap(at: index + 4)
    {
      if first.digits == 4, isYear(first.value), DatePoint.isDay(third.value, month: second.value, year: first.value) {
        return (
          DatePoint(unit: .day, year: first.value, month: second.value, day: third.value), afterTime(index + 5)
        )
      }
      let year = third.digits == 4 ? third.value : third.digits == 2 ? 2000 + third.value : 0
      guard isYear(year) else { return nil }
      if DatePoint.isDay(first.value, month: second.value, year: year) {
        return (DatePoint(unit: .day, year: year, month: second.value, day: first.value), afterTime(index + 5))
      }
      // Day first is the rule; month first only where nothing else is possible.
      if DatePoint.isDay(second.value, month: first.value, year: year) {
        return (DatePoint(unit: .day, year: year, month: first.value, day: second.value), afterTime(index + 5))
      }
      return nil
    }
    // 02/2020
    if second.digits == 4, isYear(second.value), (1...12).contains(first.value), first.digits <= 2 {
      return (DatePoint(unit: .month, year: second.value, month: first.value), index + 3)
    }
    // 2024-03; 2023-24 is a year of two, see splitYear.
    if first.digits == 4, isYear(first.value), second.digits == 2, (1...12).contains(second.value),
      second.value != (first.value + 1) % 100, separator == Mark.hyphen
    {
      return (DatePoint(unit: .month, year: first.value, month: second.value), index + 3)
    }
    return nil
  }

  /// Past a time of day: "00:00:00", "T09:30".
  private func afterTime(_ index: Int) -> Int {
    var next = index
    if word(at: next, "t"), isNumber(at: next + 1) { next += 1 }
    guard isNumber(at: next), mark(at: next + 1, Mark.colon), isNumber(at: next + 2) else { return index }
    next += 3
    if mark(at: next, Mark.colon), isNumber(at: next + 1) { next += 2 }
    return next
  }

  /// "14 July 2019", "1st of May 2024", "3-5 March 2024", "14-Jul-19".
  private func dayAndMonth(at index: Int) -> (point: DatePoint, next: Int)? {
    guard let day = number(at: index), day.digits <= 2, day.value >= 1, day.value <= 31 else { return nil }
    var next = index + 1
    var lastDay = 0
    if let end = number(at: next + 1), end.digits <= 2, end.value > day.value, end.value <= 31,
      mark(at: next, Mark.hyphen) || word(at: next, "to")
        || ((word(at: next, "and") || mark(at: next, Mark.ampersand)) && end.value == day.value + 1)
    {
      lastDay = end.value
      next += 2
    }
    if word(at: next, "of") { next += 1 }
    var isTight = false
    if mark(at: next, Mark.hyphen) || mark(at: next, Mark.slash) || mark(at: next, Mark.point), !gap(at: next),
      !gap(at: next + 1)
    {
      isTight = true
      next += 1
    }
    guard next < tokens.count, tokens[next].kind == .word,
      let month = DateWord.month(tokens[next].key)
        ?? (isNumber(at: next + 1) ? DateWord.misspeltMonth(tokens[next].key) : nil),
      DatePoint.isDay(max(day.value, lastDay), month: month, year: 0)
    else { return nil }
    // "2 may attend" and "by 3 march on": a verb is no month.
    var after = next + 1
    if mark(at: after, Mark.point) || mark(at: after, Mark.comma), isNumber(at: after + 1) { after += 1 }
    if mark(at: after, Mark.hyphen) || mark(at: after, Mark.slash), isTight, isNumber(at: after + 1) { after += 1 }
    if mark(at: after, Mark.apostrophe) { after += 1 }
    if let (year, end) = year(at: after, short: true) {
      return (DatePoint(unit: .day, year: year, month: month, day: day.value, end: lastDay), end)
    }
    guard tokens[next].isCapitalised || day.isOrdinal else { return nil }
    return (DatePoint(unit: .day, year: 0, month: month, day: day.value, end: lastDay), next + 1)
  }

  /// "2021", "2022/23", "2019-2022", "2019/20 Q3", "21/22 academic year".
  private func yearlike(at index: Int) -> (point: DatePoint, next: Int)? {
    if let (year, end) = splitYear(at: index, loosely: false) {
      if let quarter = quarterAfter(end) {
        return (DatePoint(unit: .quarter, year: year, month: quarter), end + 2)
      }
      if word(at: end, "academic") || word(at: end, "school"), word(at: end + 1, "year") {
        return (DatePoint(unit: .academicYear, year: year), end + 2)
      }
      if word(at: end, "financial"), word(at: end + 1, "year") {
        return (DatePoint(unit: .financialYear, year: year), end + 2)
      }
      return (DatePoint(unit: .financialYear, year: year), end)
    }
    guard let first = number(at: index), first.digits == 4, isYear(first.value), !first.isOrdinal else { return nil }
    // "2,019" and "2020s" and "2019 children" are figures; the last is for the caller, who knows the words beside it.
    if mark(at: index + 1, Mark.comma), !gap(at: index + 1), isNumber(at: index + 2), !gap(at: index + 2) { return nil }
    if index + 1 < tokens.count, tokens[index + 1].kind == .word, !gap(at: index + 1) { return nil }
    if mark(at: index + 1, Mark.hyphen) || mark(at: index + 1, Mark.slash), let second = number(at: index + 2) {
      let last = second.digits == 4 ? second.value : second.digits == 2 ? first.value / 100 * 100 + second.value : 0
      if isYear(last), last > first.value, last - first.value <= 15, !separatorFollows(index + 3) {
        return (DatePoint(unit: .years, year: first.value, end: last), index + 3)
      }
    }
    if let quarter = quarterAfter(index + 1) {
      return (DatePoint(unit: .quarter, year: first.value, month: quarter), index + 3)
    }
    return (DatePoint(unit: .year, year: first.value), index + 1)
  }

  private func quarterAfter(_ index: Int) -> Int? {
    guard word(at: index, "q"), let number = number(at: index + 1), number.digits == 1, (1...4).contains(number.value)
    else { return nil }
    return number.value
  }

  /// Two years in a row as one: 2022/23, 2022-2023, 19-20. `loosely` lets short ones stand that alone could be ages.
  private func splitYear(at index: Int, loosely: Bool) -> (year: Int, next: Int)? {
    guard let first = number(at: index), mark(at: index + 1, Mark.slash) || mark(at: index + 1, Mark.hyphen),
      let second = number(at: index + 2), !separatorFollows(index + 3)
    else { return nil }
    let isSpaced = gap(at: index + 1) || gap(at: index + 2)
    switch (first.digits, second.digits) {
    case (4, 4):
      guard isYear(first.value), second.value == first.value + 1, !isSpaced else { return nil }
      return (first.value, index + 3)
    case (4, 2):
      guard isYear(first.value), second.value == (first.value + 1) % 100, !isSpaced || loosely else { return nil }
      return (first.value, index + 3)
    case (2, 2):
      // "19/20" is a year; "16-17" without a word that says so may be an age.
      guard second.value == first.value + 1, first.value >= 10, first.value < 50, !isSpaced,
        loosely || (mark(at: index + 1, Mark.slash) && first.value >= 13)
          || (first.value >= 19 && standsAlone(index..<index + 3)) || academicFollows(index + 3)
      else { return nil }
      return (2000 + first.value, index + 3)
    default: return nil
    }
  }

  private func academicFollows(_ index: Int) -> Bool {
    (word(at: index, "academic") || word(at: index, "school") || word(at: index, "financial"))
      && word(at: index + 1, "year")
  }

  private func standsAlone(_ range: Range<Int>) -> Bool { range == 0..<tokens.count }

  private func separatorFollows(_ index: Int) -> Bool {
    (mark(at: index, Mark.slash) || mark(at: index, Mark.hyphen)) && isNumber(at: index + 1) && !gap(at: index)
      && !gap(at: index + 1)
  }

  // MARK: Small questions

  /// A year of four digits, or of two where those are welcome.
  private func year(at index: Int, short: Bool) -> (year: Int, next: Int)? {
    guard let number = number(at: index), !number.isOrdinal, !mark(at: index + 1, UInt8(ascii: "%")) else { return nil }
    if number.digits == 4, isYear(number.value) { return (number.value, index + 1) }
    guard short, number.digits == 2, number.value >= 9, number.value < 60 else { return nil }
    // "May 25 schools" is a figure when more digits hang on: "25.5", "25:30".
    if mark(at: index + 1, Mark.point) || mark(at: index + 1, Mark.colon), !gap(at: index + 1), isNumber(at: index + 2),
      !gap(at: index + 2)
    {
      return nil
    }
    return (2000 + number.value, index + 1)
  }

  private func isYear(_ value: Int) -> Bool { value >= 1990 && value <= 2069 }

  private func number(at index: Int) -> Token? {
    index >= 0 && index < tokens.count && tokens[index].kind == .number ? tokens[index] : nil
  }

  private func isNumber(at index: Int) -> Bool { number(at: index) != nil }

  private func separator(at index: Int) -> UInt8? {
    mark(at: index, Mark.slash)
      ? Mark.slash : mark(at: index, Mark.hyphen) ? Mark.hyphen : mark(at: index, Mark.point) ? Mark.point : nil
  }

  func mark(at index: Int, _ mark: UInt8) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isMark(mark)
  }

  func word(at index: Int, _ word: WordKey) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isWord(word)
  }

  private func gap(at index: Int) -> Bool { index < tokens.count && tokens[index].gapBefore }
}
