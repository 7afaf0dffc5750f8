// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The words that a document uses with and without a hyphen: they tell whether a hyphen at a line end belongs to the word.
///
/// A line may end in "co-" because the word is "co-ordinated" or because a typesetter divided "community". Authors of
/// plans seldom let a program divide words, so the hyphen stays unless the document itself writes the word without one.
struct Vocabulary {
  private var plain: Set<UInt64> = []
  private var hyphenated: Set<UInt64> = []

  /// Learns the words of all pages; looks at nothing where no line can end in a hyphen.
  init(_ document: SourceDocument) {
    document.text.bytes.withUnsafeBufferPointer { bytes in
      let canDivide = document.pages.contains { page in
        page.words.contains { word in
          let range = word.span.range(in: bytes)
          return range.count > 1 && bytes[range.upperBound - 1] == 0x2D
        }
      }
      guard canDivide else { return }
      for page in document.pages {
        for word in page.words {
          let range = word.span.range(in: bytes)
          guard range.count > 3 else { continue }
          let core = Vocabulary.core(UnsafeBufferPointer(rebasing: bytes[range]))
          guard core.count > 3, let last = core.last, last != 0x2D else { continue }
          let hash = Vocabulary.hash(core, skipping: nil)
          if core.contains(0x2D) { hyphenated.insert(hash) } else { plain.insert(hash) }
        }
      }
    }
  }

  /// Joins the next line's text to a paragraph: a space between, or nothing after a hyphen that parts a word.
  func join(_ text: inout [UInt8], _ next: [UInt8]) {
    guard let last = text.last, let first = next.first else {
      text.append(contentsOf: next)
      return
    }
    guard last == 0x2D, text.count > 1, Letters.isAlphanumeric(text[text.count - 2]), Letters.isAlphanumeric(first)
    else {
      text.append(0x20)
      text.append(contentsOf: next)
      return
    }
    if Letters.isLower(first), isDivided(text, next) { text.removeLast() }
    text.append(contentsOf: next)
  }

  /// Whether the document writes the word across the line end without its hyphen, and never with it.
  private func isDivided(_ text: [UInt8], _ next: [UInt8]) -> Bool {
    let start = text.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    let end = next.firstIndex(of: 0x20) ?? next.count
    guard end < 80, text.count - start < 80, !Vocabulary.isPrefix(text[start..<(text.count - 1)]) else { return false }
    let joined = Array(text[start...]) + next[..<end]
    return joined.withUnsafeBufferPointer { letters in
      let core = Vocabulary.core(letters)
      let position = text.count - 1 - start
      let hyphen = position - (core.isEmpty ? 0 : letters.count - Vocabulary.tail(letters).count)
      guard hyphen >= 0, hyphen < core.count else { return false }
      return plain.contains(Vocabulary.hash(core, skipping: hyphen))
        && !hyphenated.contains(Vocabulary.hash(core, skipping: nil))
    }
  }

  /// Prefixes that authors hyphenate themselves: "co-ordinated" is one word to them, wherever the line ends.
  private static func isPrefix(_ letters: ArraySlice<UInt8>) -> Bool {
    let prefixes: [StaticString] = [
      "co", "re", "pre", "non", "multi", "self", "inter", "post", "mid", "sub", "well", "cross",
    ]
    return prefixes.contains { prefix in
      prefix.utf8CodeUnitCount == letters.count
        && zip(letters, UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)).allSatisfy {
          (Letters.isUpper($0) ? $0 | 0x20 : $0) == $1
        }
    }
  }

  /// A word without the marks at its start.
  private static func tail(_ letters: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = letters.firstIndex(where: Letters.isAlphanumeric) ?? letters.endIndex
    return UnsafeBufferPointer(rebasing: letters[start...])
  }

  /// A word without the marks at both ends.
  private static func core(_ letters: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let tail = tail(letters)
    let end = tail.lastIndex { Letters.isAlphanumeric($0) || $0 == 0x2D }.map { $0 + 1 } ?? 0
    return UnsafeBufferPointer(rebasing: tail[..<end])
  }

  /// FNV-1a over the letters in lower case.
  private static func hash(_ letters: UnsafeBufferPointer<UInt8>, skipping position: Int?) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (index, byte) in letters.enumerated() where index != position {
      hash = (hash ^ UInt64(Letters.isUpper(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
