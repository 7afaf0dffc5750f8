// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What a cell of a workbook holds. Nothing in it is ever a formula.
enum SheetCell: Sendable {
  case empty
  case text(String)
  /// A text on a ground, for ratings.
  case rating(String, RatingColour?)
  case date(CalendarDate)
  case number(Int)
  /// A text that opens a place: a file's path relative to the workbook, with `#` and the place where there is one.
  case link(String, text: String)

  /// A text, or nothing.
  init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }

  /// A list, an item a line; with a sign before each where there are several.
  init(lines: [String]) {
    switch lines.count {
    case 0: self = .empty
    case 1: self = .text(lines[0])
    default: self = .text(lines.map { "• " + $0 }.joined(separator: "\n"))
    }
  }

  init(_ rating: Rating?) {
    guard let rating else {
      self = .empty
      return
    }
    let words = rating.status.label ?? rating.text ?? rating.colour?.rawValue ?? ""
    self = .rating(words, rating.colour ?? rating.status.usualColour)
  }

  init(_ when: When?, _ end: CalendarDate.End) {
    self = CalendarDate(when, end).map { .date($0) } ?? .empty
  }
}

/// A sheet: its columns with their widths, and its rows.
struct Sheet: Sendable {
  struct Column: Sendable {
    let title: String
    /// In characters.
    let width: Double
  }

  let name: String
  let columns: [Column]
  var rows: [[SheetCell]] = []

  init(_ name: String, _ columns: [(title: String, width: Double)]) {
    self.name = name
    self.columns = columns.map { Column(title: $0.title, width: $0.width) }
  }
}
