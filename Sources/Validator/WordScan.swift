// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a text in lower case, for look-ups in word lists.
///
/// Works on the bytes: each rule reads texts of its own, so that no text is lower-cased twice, and ten thousand plans a
/// minute leave no time for grapheme clusters.
enum WordScan {
  /// Calls `body` with each run of letters and digits, in lower case as far as it is ASCII. Apostrophes inside a word are
  /// dropped (`children's` is `childrens`), every other sign divides. `body` ends the scan by giving false.
  static func each(_ text: String, _ body: (String) -> Bool) {
    var word: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "'"): continue
      case 0xE2:
        // Dashes, quotation marks and bullets of the block General Punctuation and those after it; U+2019 is an apostrophe.
        let second = bytes.next()
        let third = bytes.next()
        if second == 0x80, third == 0x99 { continue }
        if !finish(&word, body) { return }
      case 0xC2:
        // No-break space and the signs of Latin-1.
        _ = bytes.next()
        if !finish(&word, body) { return }
      case 0x80...: word.append(byte)
      default: if !finish(&word, body) { return }
      }
    }
    _ = finish(&word, body)
  }

  /// All words of a text.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    each(text) { word in
      words.append(word)
      return true
    }
    return words
  }

  /// Whether a text has a word of a list.
  static func contains(_ text: String, anyOf list: Set<String>) -> Bool {
    var found = false
    each(text) { word in
      found = list.contains(word)
      return !found
    }
    return found
  }

  private static func finish(_ word: inout [UInt8], _ body: (String) -> Bool) -> Bool {
    guard !word.isEmpty else { return true }
    let goesOn = body(String(decoding: word, as: UTF8.self))
    word.removeAll(keepingCapacity: true)
    return goesOn
  }
}
