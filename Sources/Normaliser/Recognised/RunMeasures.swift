// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds success measures in a page run: by the codes that open them ("1g Parents report …"), and by words that the
/// document's measures have elsewhere.
struct RunMeasures {
  let text: RunText
  let lexicon: RunLexicon

  /// How many words alike make a measure a known one.
  private static let sharedWords = 6

  func find(from start: Int, blocked: [Bool]) -> [Range<Int>] {
    var taken = blocked
    var ranges: [Range<Int>] = []
    if lexicon.hasCodes {
      var index = start
      while index + 2 < text.tokens.count {
        let follows = ranges.last?.upperBound == index
        guard !taken[index], let word = codeEnd(index) ?? (follows ? misreadCodeEnd(index) : nil), !taken[word] else {
          index += 1
          continue
        }
        let range = measure(from: index, word: word, blocked: taken)
        ranges.append(range)
        for token in range { taken[token] = true }
        index = range.upperBound
      }
    }
    let bodies = lexicon.measures + ranges.map(body)
    ranges = ranges.map { cutBehindShared($0, bodies: bodies) }
    taken = blocked
    for range in ranges { for token in range { taken[token] = true } }
    return ranges + repeated(bodies, from: start, blocked: taken)
  }

  private func measure(from index: Int, word: Int, blocked: [Bool]) -> Range<Int> {
    var end = word
    while end < text.tokens.count, !blocked[end], end == word || !endsMeasure(before: end) { end += 1 }
    return index..<end
  }

  /// The first word behind a code that begins here.
  private func codeEnd(_ index: Int) -> Int? {
    let tokens = text.tokens
    guard tokens[index].kind == .number, tokens[index].gapBefore, tokens[index].digits == 1, text.isWord(index + 1),
      !tokens[index + 1].gapBefore, text.bytes(index + 1).count == 1
    else { return nil }
    var word = index + 2
    if text.isMark(word, Mark.comma) || text.isMark(word, Mark.point) { word += 1 }
    return text.isWord(word) && tokens[word].gapBefore ? word : nil
  }

  /// Right behind a measure two signs before a capital are a code, whatever was read for them.
  private func misreadCodeEnd(_ index: Int) -> Int? {
    let length = text.tokens[index].end - text.tokens[index].start
    guard length == 2, text.tokens[index].kind != .mark, !text.beginsLine(index + 1), text.isCapital(index + 1),
      !FunctionWords.contains(text.string(index..<index + 1).lowercased())
    else { return nil }
    return text.tokens[index].kind == .number || text.tokens[index].capitals == 1 ? index + 1 : nil
  }

  private func endsMeasure(before index: Int) -> Bool {
    text.beginsLine(index) || text.followsSentenceEnd(index) || codeEnd(index) != nil
      || text.opensWithTo(index, isVerb: lexicon.isVerb)
  }

  // MARK: Known measures

  private func body(_ range: Range<Int>) -> RunLexicon.Words {
    range.filter { text.isWord($0) && text.bytes($0).count > 1 }.map { RunText.folded(text.bytes($0)) }
  }

  /// A measure that leaves a known one in mid-sentence with a capital was cut: the next cell begins there.
  private func cutBehindShared(_ range: Range<Int>, bodies: [RunLexicon.Words]) -> Range<Int> {
    let tokens = range.filter { text.isWord($0) && text.bytes($0).count > 1 }
    let words = tokens.map { RunText.folded(text.bytes($0)) }
    for known in bodies where known != words {
      let shared = zip(words, known).prefix { $0 == $1 }.count
      guard shared >= RunMeasures.sharedWords, shared < words.count, shared < known.count, text.isCapital(tokens[shared]) else {
        continue
      }
      return range.lowerBound..<tokens[shared]
    }
    return range
  }

  /// Sentences that begin as a known measure does, its code lost.
  private func repeated(_ bodies: [RunLexicon.Words], from start: Int, blocked: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = start
    while index < text.tokens.count {
      guard !blocked[index], text.isWord(index), index == start || blocked[index - 1] || !text.isSmall(index - 1) || text.beginsLine(index) || text.isSmall(index),
        bodies.contains(where: { matches($0, at: index, blocked: blocked) })
      else {
        index += 1
        continue
      }
      var end = index + RunMeasures.sharedWords
      while end < text.tokens.count, !blocked[end], !endsMeasure(before: end) { end += 1 }
      var first = index
      // Its code may stand on a line of its own.
      if first > start, text.beginsLine(first), text.beginsLine(first - 1), !blocked[first - 1], text.bytes(first - 1).count <= 2 {
        first -= 1
      }
      ranges.append(first..<end)
      index = end
    }
    return ranges
  }

  private func matches(_ known: RunLexicon.Words, at start: Int, blocked: [Bool]) -> Bool {
    guard known.count >= RunMeasures.sharedWords, start + RunMeasures.sharedWords <= text.tokens.count else { return false }
    for (number, word) in known.prefix(RunMeasures.sharedWords).enumerated() {
      let token = start + number
      guard !blocked[token], let likeness = text.likeness(token, to: word) else { return false }
      switch likeness {
      case .same: if number == 0, !text.isCapital(token) { return false }
      case .cutFront: if number > 0 || word.count < 5 { return false }
      default: return false
      }
    }
    return true
  }
}
