// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Tells cheaply which texts cannot name a column: those without any word that begins a term of the vocabulary.
///
/// Most cells of a large table are data; looking each up in the vocabulary would cost more than reading it. This is a
/// Bloom filter over the words' bytes: it may let a text pass that names nothing, never the other way round.
struct HeadingFilter: Sendable {
  /// The filter of ``HeadingTerms``.
  static let standard = HeadingFilter(HeadingTerms.byFirstWord.keys)

  /// Number of bits, a power of two: some twenty a term keep false alarms below one word in twenty.
  private static let size = 1 << 13
  private var bits = [UInt64](repeating: 0, count: HeadingFilter.size / 64)

  init(_ words: some Sequence<String>) {
    for word in words {
      var hash = WordHash()
      for byte in word.utf8 { hash.add(byte) }
      bits[hash.index(HeadingFilter.size) / 64] |= 1 << UInt64(hash.index(HeadingFilter.size) % 64)
    }
  }

  /// Whether a text may hold a term, and whether it may hold a year (two figures side by side).
  ///
  /// Words are cut as ``HeadingVocabulary/words(_:)`` cuts them; spans are divided by a space.
  func look(at spans: some Sequence<TextSpan>, in text: TextStore) -> (mayName: Bool, mayDate: Bool) {
    var mayName = false
    var mayDate = false
    var words = 0
    var word = WordHash()
    // A narrow column breaks a head inside a word: two or three words may be one.
    var joined = WordHash()
    var last: UInt8 = 0
    func close() {
      guard !word.isEmpty else { return }
      words += 1
      if holds(word) { mayName = true }
      word = WordHash()
    }
    for span in spans {
      for byte in text.bytes[span.range] {
        let isDigit = (0x30...0x39).contains(byte)
        if isDigit, (0x30...0x39).contains(last) { mayDate = true }
        last = byte
        if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || isDigit {
          word.add(byte | (isDigit ? 0 : 0x20))
          joined.add(byte | (isDigit ? 0 : 0x20))
        } else if byte == UInt8(ascii: "'") || byte == 0xE2 || byte == 0x80 || byte == 0x99 || byte == 0x98 {
          continue
        } else {
          close()
        }
      }
      close()
      last = 0
    }
    if !mayName, (2...3).contains(words), holds(joined) { mayName = true }
    return (mayName, mayDate)
  }

  private func holds(_ hash: WordHash) -> Bool {
    let index = hash.index(HeadingFilter.size)
    return bits[index / 64] & (1 << UInt64(index % 64)) != 0
  }
}

/// FNV-1a over a word's bytes (Fowler, Noll and Vo; <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>).
private struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var isEmpty = true

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    isEmpty = false
  }

  /// The bit of a table of `size` bits, a power of two.
  func index(_ size: Int) -> Int { Int(truncatingIfNeeded: (value ^ (value >> 32)) & UInt64(size - 1)) }
}
