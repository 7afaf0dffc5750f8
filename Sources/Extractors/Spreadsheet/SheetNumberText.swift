// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Writes numbers as a section of a number format shows them.
enum SheetNumberText {
  static func show(_ number: DecimalText, _ section: SheetNumberFormat.Section) -> String {
    let tokens = section.tokens
    if tokens.contains(.general) || tokens.contains(.text) { return withLiterals(number, tokens) }
    guard tokens.contains(where: isDigit) else {
      // Only words: the sheet shows them, with a minus before them.
      let words = tokens.reduce(into: "") {
        if case .literal(let text) = $1 { $0 += text }
        if $1 == .percent { $0 += "%" }
      }
      return (number.isNegative ? "-" : "") + words
    }
    var value = number
    if !value.isZero {
      value.point += 2 * tokens.count { $0 == .percent } - 3 * section.thousandsScale
    }
    if let mark = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }) {
      return scientific(value, tokens, mark)
    }
    if let slash = tokens.firstIndex(of: .fraction) { return fraction(value, tokens, slash) }
    let decimals = decimalPlaces(tokens)
    value.round(toDecimals: decimals)
    let sign = value.isNegative && !value.isZero ? "-" : ""
    return sign + fill(tokens[...], value, groups: section.groups)
  }

  private static func isDigit(_ token: SheetNumberFormat.Token) -> Bool {
    if case .digit = token { return true }
    return false
  }

  private static func decimalPlaces(_ tokens: some Collection<SheetNumberFormat.Token>) -> Int {
    guard let point = tokens.firstIndex(of: .point) else { return 0 }
    return tokens[point...].count(where: isDigit)
  }

  private static func withLiterals(_ number: DecimalText, _ tokens: [SheetNumberFormat.Token]) -> String {
    tokens.reduce(into: "") { text, token in
      switch token {
      case .literal(let words): text += words
      case .general, .text: text += number.general
      case .percent: text += "%"
      default: break
      }
    }
  }

  /// Puts the digits of a rounded number into the places of a pattern.
  private static func fill(
    _ tokens: ArraySlice<SheetNumberFormat.Token>, _ value: DecimalText, groups: Bool
  ) -> String {
    let (whole, fraction) = value.parts
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let wholePlaces = tokens[..<point].count(where: isDigit)
    var text = ""
    var place = 0
    var nextFraction = 0
    func emit(_ digit: UInt8, remaining: Int) {
      text.unicodeScalars.append(Unicode.Scalar(digit + 0x30))
      if groups, remaining > 0, remaining % 3 == 0 { text += "," }
    }
    func emitSurplus() {
      for index in 0..<max(0, whole.count - wholePlaces) { emit(whole[index], remaining: whole.count - index - 1) }
    }
    for index in tokens.indices {
      switch tokens[index] {
      case .digit(let kind) where index < point:
        // The first place takes all digits that have no place of their own.
        if place == 0 { emitSurplus() }
        let rank = wholePlaces - place
        place += 1
        if rank <= whole.count {
          emit(whole[whole.count - rank], remaining: rank - 1)
        } else if kind == 0x30 {
          emit(0, remaining: rank - 1)
        }
      case .digit(let kind):
        if nextFraction < fraction.count {
          text.unicodeScalars.append(Unicode.Scalar(fraction[nextFraction] + 0x30))
        } else if kind == 0x30 {
          text += "0"
        }
        nextFraction += 1
      case .point:
        if wholePlaces == 0 { emitSurplus() }
        text += "."
      case .percent: text += "%"
      case .literal(let words): text += words
      default: break
      }
    }
    return text
  }

  private static func scientific(_ number: DecimalText, _ tokens: [SheetNumberFormat.Token], _ mark: Int) -> String {
    let front = tokens[..<mark]
    let places = max(1, front.prefix { $0 != .point }.count(where: isDigit))
    var value = number
    value.round(toDigits: max(1, places + decimalPlaces(front)))
    var exponent = value.isZero ? 0 : value.point - 1
    if places > 1 { exponent = Int(saturating: (Double(exponent) / Double(places)).rounded(.down)) * places }
    value.point -= exponent
    value.round(toDecimals: decimalPlaces(front))
    var showsPlus = false
    if case .exponent(let plus) = tokens[mark] { showsPlus = plus }
    let width = tokens[(mark + 1)...].prefix(while: isDigit).count
    var digits = String(exponent.magnitude)
    while digits.utf8.count < min(width, 10) { digits = "0" + digits }
    let rest = fill(tokens[(mark + 1)...].drop(while: isDigit), DecimalText(0), groups: false)
    return (number.isNegative ? "-" : "") + fill(front, value, groups: false) + "E"
      + (exponent < 0 ? "-" : showsPlus ? "+" : "") + digits + rest
  }

  /// `# ?/?`: the nearest fraction whose denominator has as many digits as the pattern, or the one it names.
  private static func fraction(_ number: DecimalText, _ tokens: [SheetNumberFormat.Token], _ slash: Int) -> String {
    let value = abs(number.double)
    guard value < 1e9 else { return number.general }
    let after = tokens[(slash + 1)...].prefix { isDigit($0) || { if case .literal = $0 { true } else { false } }($0) }
    var fixed = 0
    for token in after { if case .literal(let words) = token { fixed = Int(words.filter { $0.isNumber }) ?? 0 } }
    let hasWhole = tokens[..<slash].split(whereSeparator: { !isDigit($0) }).count > 1
    let whole = hasWhole ? value.rounded(.down) : 0
    let part = value - whole
    let limit = [1: 9, 2: 99][after.count(where: isDigit)] ?? 999
    var best = (numerator: 0.0, denominator: 1.0, error: Double.infinity)
    for denominator in fixed > 0 ? fixed...fixed : 1...limit {
      let numerator = (part * Double(denominator)).rounded()
      let error = abs(part - numerator / Double(denominator))
      if error < best.error - 1e-12 { best = (numerator, Double(denominator), error) }
    }
    var pieces: [String] = []
    if hasWhole, best.numerator == best.denominator {
      return "\(number.isNegative ? "-" : "")\(Int(saturating: whole) + 1)"
    }
    if whole > 0 || (hasWhole && best.numerator == 0) { pieces.append("\(Int(saturating: whole))") }
    if best.numerator > 0 || !hasWhole {
      pieces.append("\(Int(saturating: best.numerator))/\(Int(saturating: best.denominator))")
    }
    return (number.isNegative ? "-" : "") + pieces.joined(separator: " ")
  }
}
