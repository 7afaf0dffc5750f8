// SPDX-License-Identifier: GPL-3.0-or-later

/// Texts without what makes no difference between editions.
enum Folded {
  /// The words of a text, which white space, case and punctuation do not change; a text without a letter or digit, such
  /// as a tick, is itself without its white space.
  static func key(_ text: String) -> String {
    let words = Words.of(text)
    return words.isEmpty ? String(text.filter { !$0.isWhitespace }) : words.joined(separator: " ")
  }

  /// The key of a figure, in which signs and units count: `-5`, `<5%` and `£5` differ from `5`.
  static func figure(_ text: String) -> String {
    var signs = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if "%<>≤≥±+£$€".contains(character) {
        signs.append(character)
      } else if "-−–".contains(character), isMinus(at: index, characters) {
        signs.append("-")
      }
    }
    return signs.isEmpty ? key(text) : key(text) + " " + signs
  }

  /// Whether a dash makes the number after it negative: it stands behind no number (`10-15`, `2018 - 2019`) and not in a
  /// word (`KS-2`). A space between it and the number makes no difference.
  private static func isMinus(at index: Int, _ characters: [Character]) -> Bool {
    guard let next = characters[(index + 1)...].first(where: { !$0.isWhitespace }), next.isNumber else { return false }
    if index > 0, characters[index - 1].isLetter { return false }
    let previous = characters[..<index].last { !$0.isWhitespace }
    return previous.map { !$0.isNumber && $0 != "%" } ?? true
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
