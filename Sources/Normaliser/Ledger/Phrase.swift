// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Words of the document that belong together: one or more spans of its text store, in reading order.
///
/// Values travel through the normaliser as phrases, not as strings, so that whoever places a value in the plan can tell
/// the ledger which words of the document it was made of.
struct Phrase: Hashable, Sendable {
  /// The spans; a phrase of one span is the common case and needs no allocation.
  private(set) var first: TextSpan
  private(set) var rest: [TextSpan]

  /// A phrase without words.
  static var empty: Phrase { Phrase(TextSpan(start: 0, end: 0)) }

  init(_ span: TextSpan) {
    first = span
    rest = []
  }

  init(_ spans: some Collection<TextSpan>) {
    self = .empty
    for span in spans { append(span) }
  }

  var isEmpty: Bool { first.isEmpty }

  var spans: Spans { Spans(phrase: self) }

  /// The spans of a phrase in reading order, none where it is empty: looking at them allocates nothing.
  struct Spans: RandomAccessCollection {
    fileprivate let phrase: Phrase

    var startIndex: Int { 0 }
    var endIndex: Int { phrase.isEmpty ? 0 : 1 + phrase.rest.count }
    subscript(position: Int) -> TextSpan { position == 0 ? phrase.first : phrase.rest[position - 1] }
  }

  mutating func append(_ span: TextSpan) {
    if span.isEmpty { return }
    if first.isEmpty { first = span } else { rest.append(span) }
  }

  mutating func append(_ other: Phrase) {
    for span in other.spans { append(span) }
  }

  /// The part of the phrase at UTF-8 offsets of its text, in which one space stands between two spans.
  func part(_ range: Range<Int>) -> Phrase {
    if range.isEmpty || isEmpty { return .empty }
    if rest.isEmpty {
      let start = Int(first.start) + range.lowerBound
      let end = Int(first.start) + min(first.count, range.upperBound)
      return start < end ? Phrase(TextSpan(start..<end)) : .empty
    }
    var part = Phrase.empty
    var offset = 0
    for span in spans {
      let lower = max(range.lowerBound, offset)
      let upper = min(range.upperBound, offset + span.count)
      if lower < upper {
        let start = Int(span.start) + lower - offset
        part.append(TextSpan(start..<start + upper - lower))
      }
      offset += span.count + 1
    }
    return part
  }
}
