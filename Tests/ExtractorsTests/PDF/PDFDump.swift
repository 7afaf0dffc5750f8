// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

/// Readable forms of what a page holds.
extension SourceDocument {
  /// A sample's document.
  init(reading sample: SamplePDF, with extractor: PDFExtractor = PDFExtractor()) throws {
    self = try extractor.extract(sample.bytes)
  }

  /// The words of a page in their order.
  func words(page: Int = 0) -> [String] { pages[page].words.map { text.string($0.span) } }

  /// The words of a page with marks: `~` behind hidden ones, `<` in front of those that touch the word before them.
  func markedWords(page: Int = 0) -> [String] {
    pages[page].words.map { word in
      (word.spaceBefore ? "" : "<") + text.string(word.span) + (word.style.contains(.hidden) ? "~" : "")
    }
  }

  /// A word's place, rounded to whole points: left, top, right, bottom.
  func place(of word: String, page: Int = 0) -> [Int]? {
    pages[page].words.first { text.string($0.span) == word }.map { $0.box.rounded }
  }
}

extension Box {
  /// Left, top, right and bottom in whole points.
  var rounded: [Int] { [left, top, right, bottom].map { Int($0.rounded()) } }
}
