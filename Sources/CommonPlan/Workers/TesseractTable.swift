// SPDX-License-Identifier: GPL-3.0-or-later

import Extractors

/// Tesseract's TSV: one line for each page, block, paragraph, line and word, twelve columns each.
enum TesseractTable {
  /// The words, which are the lines of level 5, as far as there is anything in them.
  static func words(of table: [UInt8]) -> [RecognisedWord] {
    var words: [RecognisedWord] = []
    for line in table.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, fields[0].elementsEqual([0x35]) else { continue }
      let numbers = fields[6...9].map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
      guard numbers.allSatisfy({ $0 >= 0 }) else { continue }
      let text = String(decoding: fields[11], as: UTF8.self)
      guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { continue }
      words.append(
        RecognisedWord(
          text: text, left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3],
          confidence: confidence(fields[10])))
    }
    return words
  }

  /// A percentage with decimals; below 0 where tesseract has none.
  private static func confidence(_ field: ArraySlice<UInt8>) -> UInt8 {
    let whole = field.prefix { $0 != UInt8(ascii: ".") }
    return UInt8(min(100, max(0, Int(String(decoding: whole, as: UTF8.self)) ?? 0)))
  }
}
