// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a text as texts are compared: runs of letters and digits in lower case, in order.
enum Words {
  /// A word and the piece of the text that it stands for.
  struct Piece: Hashable, Sendable {
    /// The word as it is compared.
    var word: String
    /// The characters from the word's first to the next word's; the first piece also has what stands before it. So the
    /// pieces of a text with a word in it, one after the other, are the text.
    var printed: String
  }

  /// The words; an apostrophe inside a word is dropped (`children's` is `childrens`), so is a comma that parts thousands
  /// (`1,600` is `1600`), every other sign divides.
  static func of(_ text: String) -> [String] { pieces(of: text).map(\.word) }

  /// The words with what is printed for each.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = ""
    var printed = ""
    var isInside = false
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character.isLetter || character.isNumber {
        if !isInside, !word.isEmpty {
          pieces.append(Piece(word: word, printed: printed))
          word = ""
          printed = ""
        }
        isInside = true
        word += character.lowercased()
      } else if character != "'" && character != "’" && !partsThousands(at: index, characters) {
        isInside = false
      }
      printed.append(character)
    }
    if !word.isEmpty { pieces.append(Piece(word: word, printed: printed)) }
    return pieces
  }

  private static func partsThousands(at index: Int, _ characters: [Character]) -> Bool {
    func isDigit(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
    }
    return characters[index] == "," && isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2)
      && isDigit(index + 3) && !isDigit(index + 4)
  }
}
