// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A cell's paragraphs as phrases, one after the other; a paragraph that goes on with the one before it is joined to it.
struct Lines: Sequence {
  private let paragraphs: [Paragraph]

  init(_ paragraphs: [Paragraph]) { self.paragraphs = paragraphs }

  var underestimatedCount: Int { paragraphs.isEmpty ? 0 : 1 }

  func makeIterator() -> Iterator { Iterator(paragraphs: paragraphs) }

  struct Iterator: IteratorProtocol {
    fileprivate let paragraphs: [Paragraph]
    private var index = 0

    fileprivate init(paragraphs: [Paragraph]) { self.paragraphs = paragraphs }

    mutating func next() -> Phrase? {
      guard index < paragraphs.count else { return nil }
      var line = Phrase(paragraphs[index].span)
      index += 1
      while index < paragraphs.count, paragraphs[index].style.contains(.continuation) {
        line.append(paragraphs[index].span)
        index += 1
      }
      return line
    }
  }
}
