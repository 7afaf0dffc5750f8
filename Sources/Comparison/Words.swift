// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a text as texts are compared: runs of letters and digits in lower case, in order.
enum Words {
  /// The words; an apostrophe inside a word is dropped (`children's` is `childrens`), every other sign divides.
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character != "'" && character != "’", !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
