// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A list style: what stands before the items of each level.
struct OpenDocumentList: Sendable {
  /// One level.
  struct Level: Sendable {
    var format = NumberFormat.none
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels' numbers are printed, this one the last.
    var shown = 1
    /// The printed text in which `%1%` to `%10%` stand for numbers, where the file gives it.
    var pattern: String?
  }

  /// Levels, from 1.
  private(set) var levels: [Int: Level] = [:]

  /// A list without levels.
  init() {}

  /// Reads `text:list-style` or `text:outline-style`, at whose start the reader stands.
  init(_ reader: OpenDocumentReader) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      let number = min(max(reader.integer(.level) ?? 1, 1), 10)
      switch reader.name {
      case .numberLevel, .outlineLevelStyle:
        var level = Level()
        level.format = Self.format(reader.attribute(.numberFormat) ?? "")
        // They are printed before each item, so they must not be books.
        level.prefix = String((reader.attribute(.numberPrefix) ?? "").prefix(255))
        level.suffix = String((reader.attribute(.numberSuffix) ?? "").prefix(255))
        level.start = reader.integer(.startValue) ?? 1
        level.shown = min(max(reader.integer(.displayLevels) ?? 1, 1), number)
        level.pattern = reader.attribute(.numberListFormat).map { String($0.prefix(255)) }
        levels[number] = level
      case .bulletLevel, .imageLevel:
        var level = Level()
        level.format = .bullet
        levels[number] = level
      default: break
      }
    }
  }

  private static func format(_ name: String) -> NumberFormat {
    switch name {
    case "": .none
    // LibreOffice writes "01, 02, 03, ...".
    case _ where name.hasPrefix("01"): .decimalZero
    case "I": .upperRoman
    case "i": .lowerRoman
    case "A": .upperLetter
    case "a": .lowerLetter
    case "1st": .ordinal
    case "One": .cardinalWords
    case "First": .ordinalWords
    default: .decimal
    }
  }

  /// What is printed before an item.
  ///
  /// - Parameters:
  ///   - number: the item's level, from 1.
  ///   - counters: the numbers of the levels, by level.
  func label(level number: Int, counters: [Int: Int]) -> ListLabel? {
    guard let level = levels[number] else { return nil }
    if level.format == .bullet { return .bullet }
    func text(of number: Int) -> String {
      let other = levels[number] ?? level
      return other.format.text(counters[number] ?? other.start)
    }
    var printed = ""
    if level.format == .none {
      // A level without a number of its own prints its prefix and suffix only.
      printed = level.pattern == nil ? level.prefix + level.suffix : ""
    } else if let pattern = level.pattern {
      var rest = pattern[...]
      while let character = rest.popFirst() {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if character == "%", let referred = Int(digits), rest.dropFirst(digits.count).first == "%" {
          rest = rest.dropFirst(digits.count + 1)
          printed += text(of: referred)
        } else {
          printed.append(character)
        }
      }
    } else {
      let shown = (number - level.shown + 1...number).map(text).filter { !$0.isEmpty }
      printed = level.prefix + shown.joined(separator: ".") + level.suffix
    }
    return printed.allSatisfy(\.isWhitespace) ? nil : .number(printed)
  }
}
