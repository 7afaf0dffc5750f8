// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// What all steps of one normalisation share: the document's text, the ledger, the furniture found on the way, and the
/// reasons for each decision.
final class Reading {
  let text: TextStore
  var ledger: Ledger
  var furniture: [Furniture] = []
  var explanation = Explanation()
  /// Paragraphs that are pages of a table read as running text: what is left of them is no narrative.
  var runs: Set<TextSpan> = []
  /// Vocabulary look-ups, each heading once.
  var headings = HeadingVocabulary()

  /// What is struck through in the document, in the order of its text.
  private let struck: [TextSpan]
  /// How much short texts look like a deadline, each once: the same few stand in most rows.
  private var dateScores: [String: Double] = [:]

  init(text: TextStore) {
    self.text = text
    struck = text.struck
    ledger = Ledger(text: text)
  }

  /// The phrase's words; its spans are joined by single spaces.
  func string(_ phrase: Phrase) -> String {
    if phrase.rest.isEmpty { return phrase.isEmpty ? "" : text.string(phrase.first) }
    return phrase.spans.map(text.string).joined(separator: " ")
  }

  /// What of a phrase's words is struck through: UTF-8 offsets into them. Whole paragraphs count where others stand beside
  /// them.
  func struck(in phrase: Phrase, of paragraphs: [Paragraph] = []) -> [Range<Int>] {
    let whole = paragraphs.filter { $0.style.contains(.struckThrough) }.map(\.span)
    if struck.isEmpty && whole.isEmpty { return [] }
    var ranges: [Range<Int>] = []
    var offset = 0
    for span in phrase.spans {
      for other in struck.overlapping(span) + whole {
        let (start, end) = (max(span.start, other.start), min(span.end, other.end))
        if start < end { ranges.append((offset + Int(start - span.start))..<(offset + Int(end - span.start))) }
      }
      offset += span.count + 1
    }
    return ranges
  }

  func string(_ paragraph: Paragraph) -> String { text.string(paragraph.span) }

  /// The words of several paragraphs as one phrase.
  func phrase(_ paragraphs: some Collection<Paragraph>) -> Phrase { Phrase(paragraphs.lazy.map(\.span)) }

  func string(_ paragraphs: some Collection<Paragraph>) -> String { string(phrase(paragraphs)) }

  /// Places a phrase in a field and gives its words.
  func place(_ phrase: Phrase) -> String {
    ledger.place(phrase, as: .field)
    return string(phrase)
  }

  /// Puts words that only frame the content aside.
  func furnish(_ phrase: Phrase, kind: String) {
    if phrase.isEmpty || phrase.spans.allSatisfy({ ledger.isTouched($0) }) { return }
    ledger.place(phrase, as: .furniture)
    let words = string(phrase)
    if words.utf8.holdsWord { furniture.append(Furniture(kind: kind, text: words)) }
  }

  /// How much a cell looks like a deadline: see ``DateReader/score(_:)``.
  func dateScore(_ words: String) -> Double {
    if words.utf8.count > 32 { return DateReader.score(words) }
    if let known = dateScores[words] { return known }
    let score = DateReader.score(words)
    // Where thousands differ, few stand there twice.
    if dateScores.count < 4_096 { dateScores[words] = score }
    return score
  }

  /// Whether any of the paragraphs holds a letter or a digit.
  func holdsWord(_ paragraphs: [Paragraph]) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      paragraphs.contains { bytes[$0.span.range.clamped(to: bytes.indices)].holdsWord }
    }
  }

  /// First byte of a phrase that is part of a word, nil where it has none.
  func firstLetter(_ phrase: Phrase) -> UInt8? {
    for span in phrase.spans {
      if let byte = text.bytes[span.range].first(where: \.isWordByte) { return byte }
    }
    return nil
  }

  /// Last byte of a phrase, nil where it is empty.
  func lastByte(_ phrase: Phrase) -> UInt8? {
    guard let span = phrase.rest.last ?? (phrase.isEmpty ? nil : phrase.first) else { return nil }
    return text.bytes[span.range].last
  }

  /// Whether the words begin in the middle of a sentence: with a lower-case letter, or with a mark that joins.
  func continuesSentence(_ phrase: Phrase) -> Bool {
    guard let span = phrase.spans.first, let byte = text.bytes[span.range].first else { return false }
    return (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "/")
  }

  /// Whether the words end in the middle of a sentence: with a comma, a hyphen or a word that needs another one.
  func endsOpen(_ phrase: Phrase) -> Bool {
    guard let span = phrase.spans.last else { return false }
    let bytes = text.bytes[span.range]
    guard let last = bytes.last else { return false }
    if [UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "(")].contains(last) {
      return true
    }
    let word = String(decoding: bytes.reversed().prefix { $0.isWordByte }.reversed(), as: UTF8.self)
    return FunctionWords.contains(word)
  }
}

/// Words that never end a sentence: articles, prepositions, conjunctions.
enum FunctionWords {
  private static let words: Set<String> = [
    "a", "an", "the", "of", "and", "or", "to", "with", "for", "in", "on", "at", "by", "from", "as", "that", "which",
    "who", "their", "our", "its", "through", "across", "between", "including", "ensure", "is", "are", "be", "will",
    "into", "about", "within", "all", "any", "this", "these", "those", "has", "have", "between", "via",
  ]

  static func contains(_ word: String) -> Bool { words.contains(word) }
}

extension Collection<Paragraph> {
  /// Bytes of the paragraphs' words, joined by single spaces: the length of ``Reading/string(_:)`` without making it.
  var byteCount: Int { Swift.max(0, reduce(-1) { $0 + $1.span.count + 1 }) }
}

extension Collection<UInt8> {
  /// Whether UTF-8 text holds a letter or a digit; dashes, quotes and bullets (U+2000 to U+2BFF) are neither.
  var holdsWord: Bool {
    var index = startIndex
    while index != endIndex {
      let byte = self[index]
      index = self.index(after: index)
      if byte < 0x80 {
        if byte.isWordByte { return true }
      } else if byte == 0xE2, index != endIndex, self[index] < 0xB0 {
        // General punctuation, arrows, symbols and dingbats: three bytes.
        for _ in 0..<2 where index != endIndex { index = self.index(after: index) }
      } else {
        return true
      }
    }
    return false
  }
}

extension UInt8 {
  /// Whether the byte can be part of a word: an ASCII letter or digit, or part of a scalar beyond ASCII.
  @inline(__always)
  var isWordByte: Bool {
    (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self) || self >= 0x80
  }
}

extension [TextSpan] {
  /// Those of sorted spans that overlap another.
  fileprivate func overlapping(_ span: TextSpan) -> ArraySlice<TextSpan> {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return self[low...].prefix { $0.start < span.end }
  }
}
