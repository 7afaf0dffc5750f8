// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP105: table text that found no place in a field.
struct TextUnplaced: Rule {
  let about = RuleDescription(
    id: "CP105", name: "text-unplaced", severity: .warning,
    looksAt: "Table text that no rule could place in a field; it stands in `unplaced`.",
    why: "It may be an action, a lead or a date that is missing from the plan's fields.",
    fix: "Compare the place with the document. Merged, split or shifted cells are the usual cause.",
    example: "A cell in a column behind the table's last heading.")

  /// Pieces that are named one by one; a document of another kind may have thousands.
  static let mostNamed = 20

  func check(_ subject: Subject) -> [Violation] {
    let unplaced = subject.plan.unplaced
    var found = unplaced.prefix(TextUnplaced.mostNamed).enumerated().map { index, piece in
      Violation(
        // A lone number or mark is rarely more than a row's number.
        severity: piece.text.contains(where: \.isLetter) ? nil : .note,
        message: "“\(Excerpt.start(of: piece.text))” could not be placed: \(piece.reason).",
        pointer: "/unplaced/\(index)", source: piece.source, key: piece.text)
    }
    if unplaced.count > found.count {
      found.append(
        Violation(
          message: "\(unplaced.count - found.count) more pieces of table text could not be placed; see unplaced.",
          pointer: "/unplaced", source: nil, key: "more"))
    }
    return found
  }
}

/// Words of the plan inside a message.
enum Excerpt {
  /// The first words of a text on one line, with an ellipsis where there are more.
  static func start(of text: String, words limit: Int = 12) -> String {
    let words = text.split(maxSplits: limit, whereSeparator: \.isWhitespace)
    return words.prefix(limit).joined(separator: " ") + (words.count > limit ? " …" : "")
  }
}
