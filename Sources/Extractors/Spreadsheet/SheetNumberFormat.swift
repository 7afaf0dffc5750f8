// SPDX-License-Identifier: GPL-3.0-or-later

/// A number format of a sheet, ready to be applied: `dd/mm/yyyy`, `0.0%`, `#,##0;[Red]-#,##0;"none";@`.
///
/// The codes are those of ECMA-376 part 1, 18.8.31. Names of months and days are English; padding and alignment are
/// left out, because the text is what counts.
struct SheetNumberFormat: Sendable {
  /// What a cell shows.
  enum Shown: Hashable, Sendable {
    case text(String)
    /// The format shows nothing for this value (`;;;`).
    case nothing
    /// The value cannot be shown in this format; the sheet would print `####`.
    case impossible
  }

  enum Token: Hashable, Sendable {
    case literal(String)
    case digit(UInt8)  // 0 # ?
    case point
    case exponent(showsPlus: Bool)
    case percent
    case fraction
    case general
    case text
    case year(Int)
    case month(Int)
    case day(Int)
    case hour(Int)
    case minute(Int)
    case second(Int)
    case elapsedHours
    case elapsedMinutes
    case elapsedSeconds
    case subsecond(Int)
    case halfDay(isShort: Bool)
  }

  enum Comparison: Hashable, Sendable { case less, lessOrEqual, equal, unequal, greaterOrEqual, greater }

  struct Section: Sendable {
    var tokens: [Token] = []
    var condition: (Comparison, Double)?
    /// Commas after the last digit: each divides by a thousand.
    var thousandsScale = 0
    var groups = false
    var isDate = false
    var isTwelveHours = false
  }

  private(set) var sections: [Section] = []

  /// The format "General".
  static let general = SheetNumberFormat("General")

  /// A format from its code.
  init(_ code: String) {
    sections = SheetNumberFormatParser.sections(of: code)
  }

  /// How a date without a date format is shown.
  static let isoDate = SheetNumberFormat("dd/mm/yyyy")

  /// Whether texts may look different from what they are.
  var changesTexts: Bool {
    sections.count >= 4 || sections.contains { $0.tokens.contains(.text) && $0.tokens.count > 1 }
  }

  /// Whether numbers are shown as dates or times.
  var isDate: Bool { sections.first?.isDate ?? false }

  /// What the format shows for a text.
  func show(text: String) -> Shown {
    guard let section = sections.count >= 4 ? sections[3] : sections.first(where: { $0.tokens.contains(.text) }) else {
      return .text(text)
    }
    // An empty fourth section hides texts.
    guard !section.tokens.isEmpty else { return .nothing }
    guard section.tokens.contains(.text) else { return sections.count >= 4 ? .text(literals(section)) : .text(text) }
    var shown = ""
    for token in section.tokens {
      if case .literal(let words) = token { shown += words } else if token == .text { shown += text }
    }
    return .text(shown)
  }

  /// What the format shows for a number.
  func show(number: DecimalText, uses1904: Bool) -> Shown {
    let value = number.double
    guard let (section, dropsSign) = section(for: value) else { return .impossible }
    guard !section.tokens.isEmpty else { return sections.count > 1 ? .nothing : .text(number.general) }
    if section.isDate { return SheetDateText.show(value, section, uses1904: uses1904) }
    var shown = number
    if dropsSign { shown.isNegative = false }
    return .text(SheetNumberText.show(shown, section))
  }

  /// The section for a number, and whether the section itself stands for the minus sign.
  private func section(for value: Double) -> (Section, dropsSign: Bool)? {
    let numeric = sections.count >= 4 ? Array(sections.prefix(3)) : sections
    guard let first = numeric.first else { return nil }
    if numeric.contains(where: { $0.condition != nil }) {
      for (index, section) in numeric.enumerated() {
        guard let (comparison, limit) = section.condition else {
          // A section without a condition takes what the others leave.
          if index == numeric.count - 1 { return (section, false) }
          continue
        }
        if holds(value, comparison, limit) { return (section, false) }
      }
      return (numeric[numeric.count - 1], false)
    }
    // A section for texts only is none for numbers.
    if numeric.count == 1 { return (first, false) }
    if value > 0 || (value == 0 && numeric.count < 3) { return (first, false) }
    if value == 0 { return numeric[2].tokens.contains(.text) ? (first, false) : (numeric[2], false) }
    return numeric[1].tokens.contains(.text) ? (first, false) : (numeric[1], true)
  }

  private func holds(_ value: Double, _ comparison: Comparison, _ limit: Double) -> Bool {
    switch comparison {
    case .less: value < limit
    case .lessOrEqual: value <= limit
    case .equal: value == limit
    case .unequal: value != limit
    case .greaterOrEqual: value >= limit
    case .greater: value > limit
    }
  }

  private func literals(_ section: Section) -> String {
    section.tokens.reduce(into: "") { if case .literal(let words) = $1 { $0 += words } }
  }

  /// The code of a built-in format as a British workbook shows it; nil for a number that stands for none.
  static func builtIn(_ identifier: Int) -> String? {
    switch identifier {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 5, 6: "£#,##0;-£#,##0"
    case 7, 8: "£#,##0.00;-£#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 14: "dd/mm/yyyy"
    case 15: "dd-mmm-yy"
    case 16: "dd-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "hh:mm"
    case 21: "hh:mm:ss"
    case 22: "dd/mm/yyyy hh:mm"
    case 27...36, 50...58: "dd/mm/yyyy"
    case 37, 38: "#,##0;-#,##0"
    case 39, 40: "#,##0.00;-#,##0.00"
    case 41: "#,##0;-#,##0;\"-\";@"
    case 42: "£#,##0;-£#,##0;\"£-\";@"
    case 43: "#,##0.00;-#,##0.00;\"-\";@"
    case 44: "£#,##0.00;-£#,##0.00;\"£-\";@"
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
