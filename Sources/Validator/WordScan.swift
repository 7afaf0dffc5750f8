// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// What a scan makes of a word: its bytes come one by one.
protocol WordForm {
  init()
  /// Whether no byte has come yet.
  var isEmpty: Bool { get }
  mutating func append(_ byte: UInt8)
  /// Makes ready for the next word.
  mutating func clear()
}

/// The words of a text in lower case, for look-ups in word lists.
///
/// Works on the bytes: each rule reads texts of its own, so that no text is lower-cased twice, and ten thousand plans a
/// minute leave no time for grapheme clusters.
enum WordScan {
  /// Calls `body` with each run of letters and digits, in lower case as far as it is ASCII. Apostrophes inside a word are
  /// dropped (`children's` is `childrens`), every other sign divides. `body` ends the scan by giving false.
  @inline(__always)
  static func each<Word: WordForm>(_ text: String, _ body: (Word) -> Bool) {
    text.withBytes { bytes in
      var word = Word()
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          word.append(byte)
          continue
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          word.append(byte | 0x20)
          continue
        case UInt8(ascii: "'"): continue
        case 0xE2:
          // Dashes, quotation marks and bullets of the block General Punctuation and those after it; U+2019 is an apostrophe.
          let isApostrophe = at + 1 < bytes.count && bytes[at] == 0x80 && bytes[at + 1] == 0x99
          at += 2
          if isApostrophe { continue }
        case 0xC2:
          // No-break space and the signs of Latin-1.
          at += 1
        case 0x80...:
          word.append(byte)
          continue
        default: break
        }
        guard !word.isEmpty else { continue }
        guard body(word) else { return }
        word.clear()
      }
      if !word.isEmpty { _ = body(word) }
    }
  }

  /// Calls `body` with each word as a text; see above.
  static func each(_ text: String, _ body: (String) -> Bool) { each(text) { (word: SpelledWord) in body(word.text) } }

  /// All words of a text.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    each(text) { (word: String) in
      words.append(word)
      return true
    }
    return words
  }

  /// Whether a text has a word of a list.
  static func contains(_ text: String, anyOf list: WordList) -> Bool {
    var found = false
    each(text) { (word: PackedWord) in
      found = list.contains(word)
      return !found
    }
    return found
  }
}

/// A word of any length.
private struct SpelledWord: WordForm {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }
  mutating func append(_ byte: UInt8) { bytes.append(byte) }
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}
