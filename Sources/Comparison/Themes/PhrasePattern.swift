// SPDX-License-Identifier: GPL-3.0-or-later

/// A term of a theme as words to be found one after the other.
struct PhrasePattern: Hashable, Sendable {
  /// One step of a pattern.
  enum Part: Hashable, Sendable {
    /// This word.
    case word(String)
    /// A word that begins so.
    case start(String)
    /// Up to ``PhrasePattern/widestGap`` words of any kind.
    case gap
  }

  /// How many words a gap may hold.
  static let widestGap = 4

  let parts: [Part]

  /// Reads a pattern: words, `start*`, and `..` for a gap between two words. Nil where it has no word, or a gap at an end.
  init?(_ text: String) {
    var parts: [Part] = []
    for piece in text.split(separator: " ") {
      if piece == ".." {
        parts.append(.gap)
        continue
      }
      var words = Words.of(String(piece))
      guard let last = words.popLast() else { continue }
      parts += words.map { .word($0) }
      parts.append(piece.last == "*" ? .start(last) : .word(last))
    }
    guard let first = parts.first, let last = parts.last, first != .gap, last != .gap else { return nil }
    self.parts = parts
  }

  /// Whether a word can begin the pattern.
  func begins(with word: String) -> Bool { Self.agrees(parts[0], word) }

  /// The position after the pattern's last word where it begins at a position of a text; nil where it does not.
  func end(in words: [String], from position: Int) -> Int? { end(in: words, position, 0) }

  private func end(in words: [String], _ position: Int, _ part: Int) -> Int? {
    guard part < parts.count else { return position }
    if parts[part] == .gap {
      for length in 0...Self.widestGap {
        if let found = end(in: words, position + length, part + 1) { return found }
      }
      return nil
    }
    guard position < words.count, Self.agrees(parts[part], words[position]) else { return nil }
    return end(in: words, position + 1, part + 1)
  }

  private static func agrees(_ part: Part, _ word: String) -> Bool {
    switch part {
    case .word(let exact): word == exact
    case .start(let start): word.hasPrefix(start)
    case .gap: false
    }
  }
}
