// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The words of a page that text recognition gave as running text: its table cells follow one another without marks.
struct RunText {
  let reading: Reading
  /// The paragraphs, in order.
  let paragraphs: [Paragraph]
  /// Their tokens; offsets are those of the text store.
  let tokens: [Token]
  /// Paragraph of each token.
  let lines: [Int]
  let phrase: PartyPhrase

  init(_ paragraphs: [Paragraph], reading: Reading) {
    self.reading = reading
    self.paragraphs = paragraphs
    var tokens: [Token] = []
    var lines: [Int] = []
    for (line, paragraph) in paragraphs.enumerated() {
      for var token in Token.scan(reading.string(paragraph)) {
        token.start += Int(paragraph.span.start)
        token.end += Int(paragraph.span.start)
        tokens.append(token)
        lines.append(line)
      }
    }
    self.tokens = tokens
    self.lines = lines
    phrase = PartyPhrase(tokens: tokens)
  }

  /// The spans of a range of tokens: one for each paragraph it touches.
  func spans(_ range: Range<Int>) -> [TextSpan] {
    var spans: [TextSpan] = []
    var first = range.lowerBound
    while first < range.upperBound {
      var last = first
      while last + 1 < range.upperBound, lines[last + 1] == lines[first] { last += 1 }
      spans.append(TextSpan(tokens[first].start..<tokens[last].end))
      first = last + 1
    }
    return spans
  }

  func phrase(_ range: Range<Int>) -> Phrase { Phrase(spans(range)) }

  func string(_ range: Range<Int>) -> String { reading.string(phrase(range)) }

  /// A range as paragraphs that go on with one another.
  func paragraphs(_ range: Range<Int>) -> [Paragraph] {
    spans(range).enumerated().map { index, span in
      var paragraph = Paragraph(span: span)
      paragraph.location = paragraphs[lines[range.lowerBound]].location
      if index > 0 { paragraph.style.insert(.continuation) }
      return paragraph
    }
  }

  func bytes(_ index: Int) -> ArraySlice<UInt8> { reading.text.bytes[tokens[index].range] }

  func isWord(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .word }

  func isCapital(_ index: Int) -> Bool { isWord(index) && tokens[index].isCapitalised }

  /// Whether a word begins with a small letter.
  func isSmall(_ index: Int) -> Bool { isWord(index) && !tokens[index].isCapitalised }

  func isMark(_ index: Int, _ mark: UInt8) -> Bool { tokens.indices.contains(index) && tokens[index].isMark(mark) }

  /// Whether a token is the first of its paragraph.
  func beginsLine(_ index: Int) -> Bool { index == 0 || lines[index] != lines[index - 1] }

  /// Whether a word never ends a sentence.
  func isFunctionWord(_ index: Int) -> Bool {
    isWord(index) && FunctionWords.contains(String(decoding: bytes(index), as: UTF8.self).lowercased())
  }

  /// "To publish", with a capital: an action opens, even in mid-sentence. Of a misread "To" the verb behind it tells.
  func opensWithTo(_ index: Int, isVerb: ([UInt8]) -> Bool) -> Bool {
    guard isCapital(index), bytes(index).count == 2, isSmall(index + 1) else { return false }
    let key = tokens[index].key
    if key == "to" { return true }
    guard bytes(index).last == UInt8(ascii: "o"), key != "so", key != "no", key != "do", key != "go" else { return false }
    return isVerb(RunText.folded(bytes(index + 1)))
  }

  /// Whether a sentence ends right before a token: a closing mark with a gap after it, not that of "i.e." or "e.g.".
  func followsSentenceEnd(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gapBefore else { return false }
    var last = index - 1
    while last > 0, isMark(last, Mark.close) || isMark(last, 0x22) || isMark(last, Mark.apostrophe) { last -= 1 }
    guard isMark(last, Mark.point) || isMark(last, UInt8(ascii: "?")) || isMark(last, UInt8(ascii: "!")) else { return false }
    guard isMark(last, Mark.point), last > 0, isWord(last - 1) else { return true }
    // The point of an abbreviation.
    let word = bytes(last - 1)
    return !(word.count == 1 && isMark(last - 2, Mark.point)) && tokens[last - 1].key != "vs"
  }
}

// MARK: Words with letters cut off

extension RunText {
  /// Whether a word is another one, as text recognition may have left it.
  enum Likeness {
    case same
    /// The first letters are missing.
    case cutFront
    /// The last letters are missing.
    case cutBack
    /// One letter was misread.
    case misread
  }

  /// How a word is like a known one, nil where it is another word.
  func likeness(_ index: Int, to known: [UInt8]) -> Likeness? {
    guard isWord(index) else { return nil }
    let word = RunText.folded(bytes(index))
    return RunText.likeness(word, to: known)
  }

  static func likeness(_ word: [UInt8], to known: [UInt8]) -> Likeness? {
    if word == known { return .same }
    if word.count >= 2, word.count < known.count {
      if known.suffix(word.count).elementsEqual(word) { return .cutFront }
      if word.count >= 4, known.starts(with: word) { return .cutBack }
    }
    if word.count == known.count, word.count >= 3, zip(word, known).count(where: { $0 != $1 }) == 1 { return .misread }
    return nil
  }

  /// A word's letters in small, without apostrophes.
  static func folded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for byte in bytes where byte != UInt8(ascii: "'") {
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return folded
  }
}
