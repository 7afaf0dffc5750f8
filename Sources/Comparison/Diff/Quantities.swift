// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// A number of a measure, a baseline or a target, in the old and the new edition.
public struct QuantityShift: Hashable, Sendable {
  /// The old number.
  public var before: Double
  /// The new number.
  public var after: Double
  /// `%`, or the word after the number, such as `weeks`; nil where there is none.
  public var unit: String?
  /// True where less is asked for than before, false where more is; nil where the words do not tell.
  public var isWeaker: Bool?

  /// A shift.
  public init(before: Double, after: Double, unit: String? = nil, isWeaker: Bool? = nil) {
    self.before = before
    self.after = after
    self.unit = unit
    self.isWeaker = isWeaker
  }
}

/// A number in a text with what its neighbours say about it.
struct Quantity {
  /// What a larger number means.
  enum Sense {
    /// More is better: `80 % of schools`.
    case floor
    /// Less is better: `within 20 weeks`, `fewer than 5`.
    case ceiling
    /// It only says where things start: `from 45 %`.
    case start
  }

  let value: Double
  let unit: String?
  let sense: Sense

  /// The numbers of a text in order, without years, dates, ordinals, references and numbers inside names such as `KS2`.
  static func all(in text: String) -> [Quantity] {
    let pieces = Words.pieces(of: text)
    var quantities: [Quantity] = []
    var index = 0
    while index < pieces.count {
      let start = index
      index += 1
      guard let number = number(pieces, &index) else { continue }
      let word = index < pieces.count ? pieces[index].word : nil
      let hasPercent = pieces[index - 1].printed.contains("%")
      let unit = hasPercent ? "%" : word.flatMap { units.contains($0) ? singular($0) : nil }
      guard hasPercent || !isDate(pieces, start, index) else { continue }
      quantities.append(Quantity(value: number, unit: unit, sense: sense(pieces, start, unit)))
    }
    return quantities
  }

  /// The numbers that differ between two texts; nil where the texts do not have the same numbers of the same units in the
  /// same order, so that nothing can be said.
  static func shifts(from old: String, to new: String) -> [QuantityShift]? {
    let (before, after) = (all(in: old), all(in: new))
    guard before.count == after.count, zip(before, after).allSatisfy({ $0.unit == $1.unit }) else { return nil }
    return zip(before, after).filter { $0.value != $1.value }.map { first, second in
      let isWeaker: Bool? =
        switch second.sense {
        case .floor: second.value < first.value
        case .ceiling: second.value > first.value
        case .start: nil
        }
      return QuantityShift(before: first.value, after: second.value, unit: second.unit, isWeaker: isWeaker)
    }
  }

  private static let months = Months.words.union(Seasons.names)
  private static let times: Set = ["hour", "day", "week", "month", "minute"]
  private static let units: Set = [
    "hour", "hours", "day", "days", "week", "weeks", "month", "months", "minute", "minutes", "percent", "points",
  ]
  private static let spelled = [
    "one": 1.0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
  ]
  private static let limits: Set = ["under", "below", "within", "fewer", "less", "most", "maximum", "max", "exceed"]
  private static let falls = ["reduc", "fall", "drop", "decreas", "lower", "cut", "declin", "shorten"]

  private static func singular(_ unit: String) -> String {
    unit == "percent" ? "%" : unit.hasSuffix("s") ? String(unit.dropLast()) : unit
  }

  /// The number that begins with the piece before `index`, which is moved behind its decimals.
  private static func number(_ pieces: [Words.Piece], _ index: inout Int) -> Double? {
    let piece = pieces[index - 1]
    if let value = spelled[piece.word] {
      // "one" is mostly no number: "one of them".
      guard piece.word != "one" || index < pieces.count && units.contains(pieces[index].word) else { return nil }
      return value
    }
    guard let whole = Double(piece.word), piece.word.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    guard piece.printed.hasSuffix("."), index < pieces.count, let decimals = Double("0." + pieces[index].word),
      pieces[index].word.utf8.allSatisfy({ (48...57).contains($0) })
    else { return whole }
    index += 1
    // 1.2.3 is a reference.
    var isReference = false
    while pieces[index - 1].printed.hasSuffix("."), index < pieces.count, Double(pieces[index].word) != nil {
      isReference = true
      index += 1
    }
    return isReference ? nil : whole + decimals
  }

  private static func isDate(_ pieces: [Words.Piece], _ start: Int, _ end: Int) -> Bool {
    let before = start > 0 ? pieces[start - 1] : nil
    let after = end < pieces.count ? pieces[end] : nil
    if let value = Double(pieces[start].word), (1900...2099).contains(value), end == start + 1 { return true }
    if let before, months.contains(before.word) { return true }
    if let after, months.contains(after.word) { return true }
    if pieces[end - 1].printed.hasSuffix("/") || before?.printed.hasSuffix("/") == true { return true }
    return false
  }

  private static func sense(_ pieces: [Words.Piece], _ start: Int, _ unit: String?) -> Sense {
    let before = pieces[..<start].map(\.word)
    let near = before.suffix(4)
    if pieces[start].printed.contains("<") || start > 0 && pieces[start - 1].printed.contains("<")
      || start > 0 && pieces[start - 1].printed.contains("≤")
    {
      return .ceiling
    }
    let last = near.last ?? ""
    if last == "from" { return .start }
    if near.contains("than"), near.contains("more") || near.contains("longer") || near.contains("later") {
      return near.contains("no") || near.contains("not") ? .ceiling : .floor
    }
    if near.contains("least") { return .floor }
    if near.contains(where: { limits.contains($0) }) { return .ceiling }
    if last == "to", before.contains(where: { word in falls.contains { word.hasPrefix($0) } }) { return .ceiling }
    if let unit, times.contains(unit), ["in", "every", "of"].contains(last) { return .ceiling }
    return .floor
  }
}
