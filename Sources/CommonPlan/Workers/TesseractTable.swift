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

  /// How much surer a second reading must be to replace the first one, in points of confidence.
  static let replacingMargin: UInt8 = 20
  /// How sure a word must be that the first reading did not see at all.
  static let addingConfidence: UInt8 = 80

  /// Words of one reading, with those of a second one where it is much surer of the same place, and what it alone saw.
  static func merged(_ first: [RecognisedWord], with second: [RecognisedWord]) -> [RecognisedWord] {
    var words = first
    for word in second {
      let rivals = first.indices.filter { shared(first[$0], word) * 2 >= min(area(first[$0]), area(word)) }
      if rivals.isEmpty {
        if word.confidence >= addingConfidence { words.append(word) }
      } else if rivals.count == 1, shared(first[rivals[0]], word) * 2 >= max(area(first[rivals[0]]), area(word)) {
        let rival = first[rivals[0]]
        if Int(word.confidence) >= Int(rival.confidence) + Int(replacingMargin) || sawMore(word, than: rival) {
          words[rivals[0]] = word
        }
      }
    }
    return words
  }

  /// Whether a reading saw the same word and a mark at its end, or figures where the other saw the letters like them.
  private static func sawMore(_ word: RecognisedWord, than rival: RecognisedWord) -> Bool {
    guard word.confidence >= leastSureReading, Int(word.confidence) + Int(replacingMargin) >= Int(rival.confidence)
    else {
      return false
    }
    let (new, old) = (Array(word.text.utf8), Array(rival.text.utf8))
    if new.count == old.count + 1, new.starts(with: old), let mark = new.last {
      return [".", ",", ":", ";", ")", "%", "?"].contains(Character(UnicodeScalar(mark)))
    }
    // "Al" for "A1" and "l.2" for "1.2": a letter of a word stands among other small letters.
    guard new.count == old.count, new.count <= 4, new != old else { return false }
    return zip(new, old).allSatisfy { figure, letter in
      figure == letter && !(0x61...0x7A).contains(letter)
        || figure == UInt8(ascii: "1") && [UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i")].contains(letter)
        || figure == UInt8(ascii: "0") && [UInt8(ascii: "O"), UInt8(ascii: "o")].contains(letter)
    }
  }

  /// How sure a second reading must be to count at all.
  static let leastSureReading: UInt8 = 50

  private static func area(_ word: RecognisedWord) -> Int { max(1, word.width * word.height) }

  /// The area that two words share, in square pixels.
  private static func shared(_ one: RecognisedWord, _ other: RecognisedWord) -> Int {
    let width = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    let height = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return width > 0 && height > 0 ? width * height : 0
  }

  /// A percentage with decimals; below 0 where tesseract has none.
  private static func confidence(_ field: ArraySlice<UInt8>) -> UInt8 {
    let whole = field.prefix { $0 != UInt8(ascii: ".") }
    return UInt8(min(100, max(0, Int(String(decoding: whole, as: UTF8.self)) ?? 0)))
  }
}
