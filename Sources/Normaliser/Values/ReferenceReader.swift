// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// A leading reference.
struct LeadingReference: Hashable, Sendable {
  /// What kind of reference it is.
  enum Kind: Sendable {
    /// Numbers with points, with or without letters: 1.1, A.1, 2.3.1a.
    case decimal
    /// One number: 4.
    case number
    /// One letter: A.
    case letter
    /// A numeral or letter in brackets, alone or behind a number: (iii), (a), 4(iii).
    case roman
    /// Letters and digits: P1, 1a, EHC-04.
    case code
  }

  /// The reference without label and trailing punctuation.
  var ref: String
  /// UTF-8 byte offsets of label, reference, punctuation and the white space behind them.
  var range: Range<Int>
  /// What kind it is.
  var kind: Kind
  /// The words before it (Action, Ref, Area of weakness), as printed.
  var label: String?
  /// False for a number that nothing but a capital behind it marks ("1 Review the offer"): the neighbours decide.
  var isCertain = true
}

/// Reads the reference that a cell or line begins with.
enum ReferenceReader {
  /// The reference that the text begins with, nil where it begins with none.
  ///
  /// A number alone is a reference only when it ends the text or punctuation or a label marks it: "3 months", "16-25",
  /// "2020 was" and "14-19 Adviser" are none.
  ///
  /// - Parameter bareNumbers: whether a number of one or two digits with only a capital behind it ("1 Review the offer")
  ///   is taken as well, marked as not certain: right where the neighbours are numbered in the same way.
  static func leading(_ text: String, bareNumbers: Bool = false) -> LeadingReference? {
    var text = text
    let found = text.withUTF8 { bytes in
      var scanner = ReferenceScanner(bytes: bytes)
      return scanner.read()
    }
    return found.flatMap { $0.isCertain || bareNumbers ? $0 : nil }
  }

  /// The reference that a text is, nil where anything else stands in it.
  static func whole(_ text: String) -> LeadingReference? {
    leading(text).flatMap { $0.range.upperBound >= text.utf8.count ? $0 : nil }
  }
}

/// Walks over the bytes at the beginning of a text.
private struct ReferenceScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  private static let labels: Set<WordKey> = [
    "action", "actions", "ref", "reference", "kpi", "priority", "objective", "outcome", "theme", "proposal", "step",
    "recommendation", "milestone", "measure", "task", "activity", "item", "no", "section", "workstream", "strand",
    "aim",
    "goal", "area", "part", "weakness", "indicator", "target", "concern", "pillar", "ambition", "phase", "point",
    "deliverable",
  ]

  private static let labelTails: Set<WordKey> = [
    "of", "for", "area", "action", "actions", "weakness", "improvement", "priority", "concern", "significant",
    "statement",
    "number", "outcome", "objective",
  ]

  mutating func read() -> LeadingReference? {
    skipSpace()
    let start = index
    let label = readLabel()
    let refStart = index
    guard let kind = readReference(isLabelled: label != nil) else { return nil }
    let refEnd = index
    let isMarked = readPunctuation(wasBracketed: bytes[refStart] == 0x28)
    let isAtEnd = index >= bytes.count
    // What follows has to be set off from the reference.
    guard isAtEnd || isMarked || bytes[index] <= 0x20 else { return nil }
    let isWeak =
      kind == .number && label == nil && !isMarked && !isAtEnd && refEnd - refStart <= 2 && nextIsCapital(index)
    guard isWeak || isAllowed(kind, refStart..<refEnd, isLabelled: label != nil, isMarked: isMarked, isAtEnd: isAtEnd)
    else {
      return nil
    }
    skipSpace()
    return LeadingReference(
      ref: string(refStart..<refEnd), range: start..<index, kind: kind, label: label,
      isCertain: !isWeak)
  }

  /// "Action", "Ref.", "KPI no."
  private mutating func readLabel() -> String? {
    let start = index
    var end = start
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    guard end > start, ReferenceScanner.labels.contains(WordKey(bytes, start..<end)) else { return nil }
    // "Area of weakness 1", "Priority area 2"
    var longer = end
    while longer < bytes.count, bytes[longer] == 0x20 {
      var stop = longer + 1
      while stop < bytes.count, bytes[stop].isLetter { stop += 1 }
      guard ReferenceScanner.labelTails.contains(WordKey(bytes, longer + 1..<stop)) else { break }
      longer = stop
    }
    if longer > end, longer + 1 < bytes.count, bytes[longer] == 0x20, bytes[longer + 1].isDigit { end = longer }
    var next = end
    if next < bytes.count, bytes[next] == 0x2E || bytes[next] == 0x3A { next += 1 }
    let space = next
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    // "Action no. 3"
    if next + 2 < bytes.count, bytes[next] | 0x20 == 0x6E, bytes[next + 1] | 0x20 == 0x6F, !bytes[next + 2].isLetter {
      next += 2
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x2E { next += 1 }
    }
    guard next > space || next > end, next < bytes.count,
      bytes[next].isDigit || bytes[next].isLetter || bytes[next] == 0x28
    else { return nil }
    // A label without a digit behind it is an ordinary word, unless a single letter follows: "Outcome A".
    if bytes[next].isLetter {
      let isSingle = next + 1 >= bytes.count || !bytes[next + 1].isLetter
      let isArticle = bytes[next] == 0x61 && next + 1 < bytes.count && bytes[next + 1] == 0x20
      guard isSingle && !isArticle || startsCode(next) else { return nil }
    }
    index = next
    return string(start..<end)
  }

  /// Reads the reference itself and says what it is.
  private mutating func readReference(isLabelled: Bool) -> LeadingReference.Kind? {
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x28 { return readBracketed() }
    if bytes[index].isDigit { return readNumber() }
    return bytes[index].isLetter ? readLettered() : nil
  }

  /// "(iii)", "(a)", "(2)"
  private mutating func readBracketed() -> LeadingReference.Kind? {
    var end = index + 1
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    guard end > index + 1, end < bytes.count, bytes[end] == 0x29, isOrdinal(index + 1..<end) else { return nil }
    index = end + 1
    return .roman
  }

  /// "1", "1.1", "2.3.1a", "4(iii)", "1a", "1.C"
  private mutating func readNumber() -> LeadingReference.Kind? {
    let start = index
    skipDigits()
    guard index - start <= 3 else { return nil }
    var kind = LeadingReference.Kind.number
    while index + 1 < bytes.count, bytes[index] == 0x2E || bytes[index] == 0x2D && kind == .decimal,
      bytes[index + 1].isDigit
    {
      let part = index
      index += 1
      skipDigits()
      // "1.2019" and "1-25" are no references.
      guard index - part <= 4 else { return nil }
      kind = .decimal
    }
    // "1.C"
    if kind == .number, index + 2 <= bytes.count, index + 1 < bytes.count, bytes[index] == 0x2E,
      isCapital(bytes[index + 1]),
      index + 2 >= bytes.count || !bytes[index + 2].isLetter
    {
      index += 2
      return .decimal
    }
    if index < bytes.count, bytes[index].isLetter, index + 1 >= bytes.count || !isAlphanumeric(bytes[index + 1]) {
      index += 1
      return kind == .decimal ? .decimal : .code
    }
    if index < bytes.count, bytes[index] == 0x28 {
      let open = index
      if readBracketed() == nil { index = open } else { return .roman }
    }
    return kind
  }

  /// "A", "A.1", "A1", "EHC-04", "iv)"
  private mutating func readLettered() -> LeadingReference.Kind? {
    let start = index
    while index < bytes.count, bytes[index].isLetter { index += 1 }
    let letters = index - start
    // "A.1", "II.1"
    let isDotted = letters == 1 || isCapital(bytes[start]) && isRoman(start..<index)
    if isDotted, index + 1 < bytes.count, bytes[index] == 0x2E, bytes[index + 1].isDigit {
      index += 1
      return readNumber() == nil ? nil : .decimal
    }
    if letters <= 4, isCapital(bytes[start]), index < bytes.count {
      var next = index
      if bytes[next] == 0x2D { next += 1 }
      if next < bytes.count, bytes[next].isDigit {
        index = next
        guard readNumber() != nil else { return nil }
        return .code
      }
    }
    guard index >= bytes.count || !bytes[index].isDigit else { return nil }
    if letters == 1 { return .letter }
    // "Aii)" under (A)
    if letters <= 5, isCapital(bytes[start]), isRoman(start + 1..<index), index < bytes.count, bytes[index] == 0x29 {
      return .roman
    }
    return isRoman(start..<index) ? .roman : nil
  }

  /// Punctuation and dashes behind a reference; whether there were any that mark it as one.
  private mutating func readPunctuation(wasBracketed: Bool) -> Bool {
    var isMarked = wasBracketed
    while index < bytes.count {
      switch bytes[index] {
      case 0x2E, 0x3A, 0x29, 0x5D:
        // "1:1 conversations"
        if bytes[index] == 0x3A, index + 1 < bytes.count, bytes[index + 1].isDigit { return isMarked }
        isMarked = true
        index += 1
        continue
      case 0x2C, 0x3B:
        index += 1
        continue
      default: break
      }
      break
    }
    // A dash set off by a space, or right behind the reference with a space after it.
    var next = index
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let length = dashLength(next)
    if length > 0, next + length < bytes.count, bytes[next + length] == 0x20 {
      index = next + length
      return true
    }
    return isMarked
  }

  private func isAllowed(
    _ kind: LeadingReference.Kind, _ range: Range<Int>, isLabelled: Bool, isMarked: Bool, isAtEnd: Bool
  ) -> Bool {
    if isLabelled { return true }
    switch kind {
    case .decimal:
      // "1.5 million", "2.5%" and "3.2 years" are figures.
      return isAtEnd || isMarked || !isFigure(after: index) || countPoints(range) > 1
    case .number, .letter: return isMarked || (isAtEnd && kind == .number)
    // "(See ...)": only numerals and single letters come here. Roman numerals need brackets or a mark.
    case .roman: return isMarked || bytes[range.upperBound - 1] == 0x29
    // "P1 Improve", "1a Outcomes": but not "A4 paper" or "Y9 pupils", which no capital follows.
    case .code: return isMarked || isAtEnd || nextIsCapital(index)
    }
  }

  /// Whether a word of quantity follows.
  private func isFigure(after index: Int) -> Bool {
    var start = index
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    if start < bytes.count, bytes[start] == 0x25 { return true }
    var end = start
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    switch WordKey(bytes, start..<end) {
    case "million", "m", "k", "billion", "percent", "per", "years", "year", "months", "month", "weeks", "days", "hours",
      "fte", "times", "points", "days'", "wte", "pp":
      return true
    default: return false
    }
  }

  private func nextIsCapital(_ index: Int) -> Bool {
    var next = index
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next < bytes.count && (isCapital(bytes[next]) || bytes[next] == 0x22 || bytes[next] >= 0x80)
  }

  private func startsCode(_ index: Int) -> Bool {
    var end = index
    while end < bytes.count, isCapital(bytes[end]) { end += 1 }
    return end > index && end - index <= 4 && end < bytes.count && (bytes[end].isDigit || bytes[end] == 0x2E)
  }

  private func countPoints(_ range: Range<Int>) -> Int { range.count { bytes[$0] == 0x2E } }

  /// A single letter, a number of up to two digits, or a roman numeral.
  private func isOrdinal(_ range: Range<Int>) -> Bool {
    if range.count == 1 { return true }
    if range.allSatisfy({ bytes[$0].isDigit }) { return range.count <= 2 }
    return isRoman(range)
  }

  private func isRoman(_ range: Range<Int>) -> Bool {
    range.count <= 5 && range.allSatisfy { [0x69, 0x76, 0x78].contains(bytes[$0] | 0x20) }
  }

  private func dashLength(_ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == 0x2D { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x90...0x95).contains(bytes[index + 2])
    else { return 0 }
    return 3
  }

  private mutating func skipSpace() { while index < bytes.count, bytes[index] == 0x20 { index += 1 } }
  private mutating func skipDigits() { while index < bytes.count, bytes[index].isDigit { index += 1 } }
  private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
