// SPDX-License-Identifier: GPL-3.0-or-later

/// A word's bytes packed into numbers, so that it can be compared and looked up without a text being made of it.
///
/// Of a word of more than sixteen bytes only the length is exact; such a word stands in no list and is equal to none that
/// does.
struct PackedWord: Hashable, WordForm {
  private(set) var count = 0
  /// Whether any of its bytes is ASCII.
  private(set) var hasASCII = false
  fileprivate var head: UInt64 = 0
  fileprivate var tail: UInt64 = 0

  init() {}

  /// The word of some bytes, which are taken as they are.
  init(_ bytes: some Sequence<UInt8>) { for byte in bytes { append(byte) } }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < 8 { head = head << 8 | UInt64(byte) } else { tail = tail << 8 | UInt64(byte) }
    count += 1
    if byte < 0x80 { hasASCII = true }
  }

  mutating func clear() { self = PackedWord() }

  /// Whether the word is a year from 2000 to 2099.
  var isYear: Bool {
    count == 4 && head >> 16 == 0x3230 && PackedWord.isDigit(head >> 8 & 0xFF) && PackedWord.isDigit(head & 0xFF)
  }

  private static func isDigit(_ byte: UInt64) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// Values by words in lower case, of up to sixteen bytes each.
struct WordTable<Value: Sendable>: Sendable {
  private var words: [PackedWord]
  private var values: [Value?]

  init(_ entries: [(word: PackedWord, value: Value)]) {
    // Half of the slots stay empty, so that a word that is not there is told at the first or second of them.
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    words = Array(repeating: PackedWord(), count: size)
    values = Array(repeating: nil, count: size)
    for (word, value) in entries {
      precondition(word.count <= 16, "a word of a list is longer than is compared")
      let slot = slot(of: word)
      (words[slot], values[slot]) = (word, value)
    }
  }

  /// The value of a word; nil where the table does not have it.
  subscript(_ word: PackedWord) -> Value? { values[slot(of: word)] }

  /// Where a word stands, or would stand.
  private func slot(of word: PackedWord) -> Int {
    let mixed = (word.head ^ (word.tail &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    var slot = Int(truncatingIfNeeded: mixed >> 32) & (words.count - 1)
    while !words[slot].isEmpty, words[slot] != word { slot = (slot + 1) & (words.count - 1) }
    return slot
  }
}

extension WordTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements.map { (PackedWord($0.0.utf8), $0.1) })
  }
}

/// Words in lower case to look up.
typealias WordList = WordTable<Void>

extension WordTable: ExpressibleByArrayLiteral where Value == Void {
  init(arrayLiteral elements: String...) {
    self.init(elements.map { (PackedWord($0.utf8), ()) })
  }

  /// Whether a word is in the list.
  func contains(_ word: PackedWord) -> Bool { self[word] != nil }
}
