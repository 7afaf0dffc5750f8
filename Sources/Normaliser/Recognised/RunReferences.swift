// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the references of a page run: numbers of one form that follow one another.
struct RunReferences {
  struct Found {
    var range: Range<Int>
    var words: String
    /// Letter before the number, 0 for none.
    var letter: UInt8
    var major: Int
    var minor: Int

    /// Whether another reference can be the next one: one or two further, or the first of the next part.
    func precedes(_ other: Found) -> Bool {
      guard letter == other.letter else { return false }
      if major == other.major { return other.minor > minor && other.minor <= minor + 2 }
      return other.major > major && other.major <= major + 2 && (1...2).contains(other.minor)
    }
  }

  /// The longest sequence of references; nothing where fewer than two follow one another.
  static func find(_ text: RunText, from start: Int, after last: Found?) -> [Found] {
    let candidates = candidates(text).filter { $0.range.lowerBound >= start }
    var length = [Int](repeating: 1, count: candidates.count)
    var previous = [Int](repeating: -1, count: candidates.count)
    for index in candidates.indices {
      if let last, last.precedes(candidates[index]) { length[index] = 2 }
      for before in candidates.indices[..<index] where candidates[before].precedes(candidates[index]) {
        if length[before] + 1 > length[index] {
          length[index] = length[before] + 1
          previous[index] = before
        }
      }
    }
    guard var index = length.indices.max(by: { length[$0] < length[$1] }) else { return [] }
    var chain: [Found] = []
    while index >= 0 {
      chain.insert(candidates[index], at: 0)
      index = previous[index]
    }
    return chain.count >= 2 ? chain : []
  }

  /// What a printed reference says; nil where it has another form.
  static func parse(_ words: String) -> Found? {
    let text = Token.scan(words)
    if text.count == 2, text[0].kind == .word, text[0].isCapitalised, text[0].range.count == 1, text[1].kind == .number {
      return Found(range: 0..<2, words: words, letter: words.utf8.first ?? 0, major: 0, minor: text[1].value)
    }
    guard text.count == 3, text[0].kind == .number, text[1].isMark(Mark.point), text[2].kind == .number else { return nil }
    return Found(range: 0..<3, words: words, letter: 0, major: text[0].value, minor: text[2].value)
  }

  private static func candidates(_ text: RunText) -> [Found] {
    var found: [Found] = []
    let tokens = text.tokens
    for index in tokens.indices {
      guard tokens[index].gapBefore else { continue }
      var first = index
      var letter: UInt8 = 0
      if tokens[first].kind == .word, tokens[first].end - tokens[first].start == 1, tokens[first].isCapitalised,
        first + 1 < tokens.count, !tokens[first + 1].gapBefore
      {
        letter = text.bytes(first).first ?? 0
        first += 1
      }
      guard tokens.indices.contains(first), tokens[first].kind == .number, tokens[first].digits <= 2 else { continue }
      var end = first + 1
      var minor = 0
      var major = tokens[first].value
      if end + 1 < tokens.count, tokens[end].isMark(Mark.point), !tokens[end].gapBefore, tokens[end + 1].kind == .number,
        !tokens[end + 1].gapBefore, tokens[end + 1].digits <= 2
      {
        minor = tokens[end + 1].value
        end += 2
      } else if letter != 0 {
        (major, minor) = (0, major)
      } else {
        continue
      }
      guard end >= tokens.count || tokens[end].gapBefore else { continue }
      found.append(Found(range: index..<end, words: text.string(index..<end), letter: letter, major: major, minor: minor))
    }
    return found
  }
}
