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
    var previous: Character = " "
    for character in text {
      if "%<>≤≥±+£$€".contains(character) {
        signs.append(character)
      } else if character.isNumber, "-−–".contains(previous) {
        signs.append("-")
      }
      previous = "-−–".contains(character) && (previous.isNumber || previous.isLetter) ? "0" : character
    }
    return signs.isEmpty ? key(text) : key(text) + " " + signs
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
