// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts a number format's code into sections of tokens.
struct SheetNumberFormatParser {
  private let code: [Unicode.Scalar]
  private var index = 0
  private var section = SheetNumberFormat.Section()
  private var seenDigits = false

  /// Longer codes are not what a person wrote.
  private static let maximumLength = 2000

  private init(_ code: String) { self.code = Array(code.unicodeScalars.prefix(Self.maximumLength)) }

  static func sections(of code: String) -> [SheetNumberFormat.Section] {
    var parser = SheetNumberFormatParser(code)
    var sections: [SheetNumberFormat.Section] = []
    while sections.count < 4 {
      sections.append(parser.nextSection())
      guard parser.index < parser.code.count else { break }
      parser.index += 1
      if parser.index == parser.code.count, sections.count < 4 { sections.append(SheetNumberFormat.Section()) }
      if parser.index == parser.code.count { break }
    }
    return sections
  }

  private mutating func nextSection() -> SheetNumberFormat.Section {
    section = SheetNumberFormat.Section()
    seenDigits = false
    while index < code.count, code[index] != ";" { token() }
    settleMinutes()
    countCommas()
    return section
  }

  private mutating func token() {
    let scalar = code[index]
    index += 1
    switch scalar {
    case "\"":
      var words = String.UnicodeScalarView()
      while index < code.count, code[index] != "\"" {
        words.append(code[index])
        index += 1
      }
      index += 1
      literal(String(words))
    case "\\", "!":
      if index < code.count { literal(String(code[index])) }
      index += 1
    case "_":
      literal(" ")
      index += 1
    case "*": index += 1
    case "[": bracket()
    case "0", "#", "?":
      seenDigits = true
      if section.isDate, scalar == "0", subsecond() { return }
      section.tokens.append(.digit(UInt8(truncatingIfNeeded: scalar.value)))
    case ".":
      // In `ss.00` the point belongs to the seconds.
      if section.isDate, index < code.count, code[index] == "0" {
        index += 1
        _ = subsecond()
      } else {
        section.tokens.append(.point)
      }
    case ",": seenDigits ? section.tokens.append(.literal("\u{1}")) : literal(",")
    case "%": section.tokens.append(.percent)
    case "@": section.tokens.append(.text)
    case "E", "e":
      if index < code.count, code[index] == "+" || code[index] == "-" {
        section.tokens.append(.exponent(showsPlus: code[index] == "+"))
        index += 1
      } else {
        date(scalar, as: { .year($0) })
      }
    case "/":
      if seenDigits, !section.isDate { section.tokens.append(.fraction) } else { literal("/") }
    case "y", "Y": date(scalar, as: { .year($0) })
    case "m", "M": date(scalar, as: { .month($0) })
    case "d", "D": date(scalar, as: { .day($0) })
    case "h", "H": date(scalar, as: { .hour($0) })
    case "s", "S": date(scalar, as: { .second($0) })
    case "a", "A":
      if take("M/PM") {
        halfDay(isShort: false)
      } else if take("/P") {
        halfDay(isShort: true)
      } else {
        literal(String(scalar))
      }
    case "g", "G":
      if take("eneral") { section.tokens.append(.general) } else { literal(String(scalar)) }
    default: literal(String(scalar))
    }
  }

  private mutating func halfDay(isShort: Bool) {
    section.isDate = true
    section.isTwelveHours = true
    section.tokens.append(.halfDay(isShort: isShort))
  }

  private mutating func literal(_ words: String) {
    if case .literal(let before)? = section.tokens.last, before != "\u{1}", words != "\u{1}" {
      section.tokens[section.tokens.count - 1] = .literal(before + words)
    } else {
      section.tokens.append(.literal(words))
    }
  }

  /// Takes the rest of a word, whatever its case.
  private mutating func take(_ rest: String) -> Bool {
    let wanted = Array(rest.lowercased().unicodeScalars)
    guard index + wanted.count <= code.count else { return false }
    for (offset, scalar) in wanted.enumerated() where code[index + offset].properties.lowercaseMapping != String(scalar)
    {
      return false
    }
    index += wanted.count
    return true
  }

  private mutating func date(_ letter: Unicode.Scalar, as token: (Int) -> SheetNumberFormat.Token) {
    var count = 1
    let wanted = letter.properties.lowercaseMapping
    while index < code.count, code[index].properties.lowercaseMapping == wanted {
      count += 1
      index += 1
    }
    section.isDate = true
    section.tokens.append(token(count))
  }

  private mutating func subsecond() -> Bool {
    var count = 1
    while index < code.count, code[index] == "0" {
      count += 1
      index += 1
    }
    section.tokens.append(.subsecond(min(count, 3)))
    return true
  }

  /// `[Red]`, `[$£-809]`, `[>=100]`, `[h]`.
  private mutating func bracket() {
    var words = String.UnicodeScalarView()
    while index < code.count, code[index] != "]" {
      words.append(code[index])
      index += 1
    }
    index += 1
    let text = String(words)
    switch text.lowercased() {
    case "h", "hh": elapsed(.elapsedHours)
    case "m", "mm": elapsed(.elapsedMinutes)
    case "s", "ss": elapsed(.elapsedSeconds)
    case let system where system.hasPrefix("$-f800"):
      // The system's long date; what follows is only a stand-in.
      section.isDate = true
      section.tokens += [.day(2), .literal(" "), .month(4), .literal(" "), .year(4)]
      while index < code.count, code[index] != ";" { index += 1 }
    case let system where system.hasPrefix("$-f400"):
      section.isDate = true
      section.tokens += [.hour(2), .literal(":"), .minute(2), .literal(":"), .second(2)]
      while index < code.count, code[index] != ";" { index += 1 }
    case let currency where currency.hasPrefix("$"):
      let sign = text.dropFirst().prefix { $0 != "-" }
      if !sign.isEmpty { literal(String(sign)) }
    default: condition(text)
    }
  }

  private mutating func elapsed(_ token: SheetNumberFormat.Token) {
    section.isDate = true
    section.tokens.append(token)
  }

  private mutating func condition(_ text: String) {
    let signs: [(String, SheetNumberFormat.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .unequal), ("<", .less), (">", .greater), ("=", .equal),
    ]
    for (sign, comparison) in signs where text.hasPrefix(sign) {
      if let limit = Double(text.dropFirst(sign.count).filter { $0 != " " }) { section.condition = (comparison, limit) }
      return
    }
  }

  /// `m` means minutes next to hours or seconds.
  private mutating func settleMinutes() {
    func isHour(_ token: SheetNumberFormat.Token) -> Bool {
      if case .hour = token { return true }
      return token == .elapsedHours
    }
    func isSecond(_ token: SheetNumberFormat.Token) -> Bool {
      if case .second = token { return true }
      return token == .elapsedSeconds
    }
    func isLiteral(_ token: SheetNumberFormat.Token) -> Bool {
      if case .literal = token { return true }
      return false
    }
    for (place, token) in section.tokens.enumerated() {
      guard case .month(let count) = token, count <= 2 else { continue }
      let before = section.tokens[..<place].last { !isLiteral($0) }
      let after = section.tokens[(place + 1)...].first { !isLiteral($0) }
      if before.map(isHour) == true || after.map(isSecond) == true { section.tokens[place] = .minute(count) }
    }
  }

  /// Commas between digits group thousands, commas after the last digit divide.
  private mutating func countCommas() {
    let comma = SheetNumberFormat.Token.literal("\u{1}")
    func isDigit(_ token: SheetNumberFormat.Token) -> Bool {
      if case .digit = token { return true }
      return false
    }
    let lastDigit = section.tokens.lastIndex(where: isDigit) ?? -1
    let point = section.tokens.firstIndex(of: .point) ?? section.tokens.count
    for (place, token) in section.tokens.enumerated() where token == comma {
      if place > lastDigit, !section.isDate {
        section.thousandsScale += 1
      } else if place < point, !section.isDate {
        // `0,.0` divides, too: no digit stands between the comma and the point.
        if section.tokens[place..<point].contains(where: isDigit) {
          section.groups = true
        } else {
          section.thousandsScale += 1
        }
      }
    }
    if section.isDate {
      section.tokens = section.tokens.map { $0 == comma ? .literal(",") : $0 }
    } else {
      section.tokens.removeAll { $0 == comma }
    }
  }
}
