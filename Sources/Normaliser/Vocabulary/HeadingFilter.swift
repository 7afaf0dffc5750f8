// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Tells cheaply how strongly a text could name a column at best.
///
/// Most cells of a large table are data; looking each up in the vocabulary would cost more than reading it. The filter
/// knows the first word of each term by its hash: what it gives is never less than what
/// ``HeadingVocabulary/best(_:)`` would, and nearly always less than a header row needs.
struct HeadingFilter: Sendable {
  /// The filter of ``HeadingTerms``.
  static let standard = HeadingFilter(HeadingTerms.byFirstWord)

  /// What a text could say at best.
  struct Look: Equatable, Sendable {
    /// The most that the strongest vote of its words can weigh, 0 to 1; 0 where no term occurs in it.
    var weight = 0.0
    /// Whether it may hold a year: two figures side by side.
    var mayDate = false
    /// Whether it holds a letter, a figure or a character beyond ASCII.
    var holdsWord = false
    /// Length of the text in bytes, a break between two spans counted as one.
    var length = 0
  }

  /// What is known of the terms that begin with a word.
  private struct Entry {
    var hash: UInt64 = 0
    /// The greatest weight of a term, 0 in an empty slot.
    var weight = 0.0
    /// Words of the longest term.
    var longest = 0
    var isMonth = false
    var isFree: Bool { weight == 0 && !isMonth }
  }

  /// Number of slots and of bits, a power of two: one bit in twenty is set.
  private static let size = 1 << 13
  /// A Bloom filter over the words, which tells nearly all others before the table is looked at.
  private var bits = [UInt64](repeating: 0, count: HeadingFilter.size / 64)
  private var entries = [Entry](repeating: Entry(), count: HeadingFilter.size)

  init(_ terms: [String: [HeadingTerms.Term]]) {
    for (word, terms) in terms {
      change(word) { entry in
        entry.weight = terms.reduce(0) { max($0, $1.weight) }
        entry.longest = terms.reduce(1) { max($0, $1.words.count) }
      }
    }
    for month in HeadingVocabulary.months { change(month) { $0.isMonth = true } }
  }

  private mutating func change(_ word: String, _ change: (inout Entry) -> Void) {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    let bit = hash.index(HeadingFilter.size)
    bits[bit / 64] |= 1 << UInt64(bit % 64)
    var slot = bit
    while !entries[slot].isFree, entries[slot].hash != hash.value { slot = (slot + 1) % HeadingFilter.size }
    entries[slot].hash = hash.value
    change(&entries[slot])
  }

  /// What a text could say at best.
  ///
  /// Words are cut as ``HeadingVocabulary/words(_:limit:)`` cuts them; paragraphs are divided by a space.
  func look(at paragraphs: [Paragraph], in text: TextStore) -> Look {
    text.bytes.withUnsafeBufferPointer { bytes in
      var reader = WordReader()
      for index in paragraphs.indices {
        let range = paragraphs[index].span.range.clamped(to: bytes.indices)
        reader.read(UnsafeBufferPointer(rebasing: bytes[range]), knowing: self)
      }
      return reader.finish(knowing: self)
    }
  }

  /// Goes through a text byte by byte.
  private struct WordReader {
    private var look = Look()
    private var scan = Scan()
    private var word = WordHash()
    private var onlyDigits = true
    // A narrow column breaks a head inside a word: two or three words may be one.
    private var joined = WordHash()

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, knowing filter: borrowing HeadingFilter) {
      look.length += bytes.count + (look.length == 0 ? 0 : 1)
      var last: UInt8 = 0
      for byte in bytes {
        let letter = byte | 0x20
        if (0x61...0x7A).contains(letter) {
          word.add(letter)
          joined.add(letter)
          onlyDigits = false
          look.holdsWord = true
        } else if (0x30...0x39).contains(byte) {
          if (0x30...0x39).contains(last) { look.mayDate = true }
          word.add(byte)
          joined.add(byte)
          look.holdsWord = true
        } else {
          if byte >= 0x80 { look.holdsWord = true }
          if byte == UInt8(ascii: "'") || byte == 0xE2 || byte == 0x80 || byte == 0x99 || byte == 0x98 {
            // An apostrophe joins; it stands between no two figures of a year.
            last = byte
            continue
          }
          endWord(knowing: filter)
        }
        last = byte
      }
      endWord(knowing: filter)
    }

    private mutating func endWord(knowing filter: borrowing HeadingFilter) {
      guard !word.isEmpty else { return }
      scan.add(filter.entry(word), onlyDigits: onlyDigits)
      word = WordHash()
      onlyDigits = true
    }

    mutating func finish(knowing filter: borrowing HeadingFilter) -> Look {
      look.weight = scan.weight
      if (2...3).contains(scan.words), let whole = filter.entry(joined) {
        look.weight = max(look.weight, whole.weight)
      }
      return look
    }
  }

  private func entry(_ hash: WordHash) -> Entry? {
    let bit = hash.index(HeadingFilter.size)
    guard bits[bit / 64] & (1 << UInt64(bit % 64)) != 0 else { return nil }
    var slot = bit
    while !entries[slot].isFree {
      if entries[slot].hash == hash.value { return entries[slot] }
      slot = (slot + 1) % HeadingFilter.size
    }
    return nil
  }

  /// The words of a text and the terms that may begin in it, counted as ``HeadingVocabulary`` counts them.
  private struct Scan {
    /// All words.
    var words = 0
    /// Words that are neither months nor figures: "Update March 2024" is weighed as "Update".
    private var undated = 0
    /// The strongest term that may begin in the text, and words of the longest one.
    private var strongest = 0.0
    private var longest = 0
    /// Words that terms may cover together.
    private var covered = 0

    mutating func add(_ entry: Entry?, onlyDigits: Bool) {
      words += 1
      if !onlyDigits, entry?.isMonth != true { undated += 1 }
      guard let entry else { return }
      strongest = max(strongest, entry.weight)
      longest = max(longest, entry.longest)
      covered += entry.longest
    }

    /// At most what a vote of the words weighs.
    var weight: Double {
      guard strongest > 0 else { return 0 }
      // Where all words are dates they are weighed as words.
      let count = undated == 0 ? words : undated
      if count > HeadingVocabulary.mostWords { return 0 }
      let share = min(1, Double(longest) / Double(count))
      let one = strongest * HeadingVocabulary.weight(coverage: share)
      return covered > 1 && count - covered <= 1 ? max(one, HeadingVocabulary.coveredWeight) : one
    }
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
