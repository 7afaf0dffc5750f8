// SPDX-License-Identifier: GPL-3.0-or-later

/// Abbreviations in a text: words most of whose letters are capitals.
enum Abbreviations {
  /// Calls `body` with each abbreviation of a text in document order, and whether it stands alone in brackets, as it does
  /// behind its full words: `Parent Carer Forum (PCF)`.
  ///
  /// An abbreviation has two to eight letters, no digits, a capital first, and at least as many capitals as small letters.
  /// Texts without a small letter are headings, and have none.
  static func each(_ text: String, _ body: (String, Bool) -> Void) {
    guard text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) || text.utf8.count <= 8 else { return }
    var word: [UInt8] = []
    var before: UInt8 = 0x20
    var previous: UInt8 = 0x20
    var isPlain = true
    for byte in text.utf8 {
      let lower = byte | 0x20
      if lower >= 0x61, lower <= 0x7A {
        if word.isEmpty { before = previous }
        word.append(byte)
      } else if byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) {
        // Apostrophes of print divide like plain ones; letters with accents and digits make another kind of word.
        if byte == 0xE2, !word.isEmpty {
          finish(&word, before, byte, isPlain, body)
          isPlain = true
        } else if byte < 0x80 || (byte >= 0xC3 && byte != 0xE2) {
          isPlain = false
        }
      } else {
        finish(&word, before, byte, isPlain, body)
        isPlain = true
      }
      previous = byte
    }
    finish(&word, before, 0x20, isPlain, body)
  }

  /// An abbreviation without the ending of its plural and in capitals: `EHCPs` is `EHCP`, `SENCos` is `SENCO`.
  static func stem(_ word: String) -> String {
    let single = word.hasSuffix("s") ? String(word.dropLast()) : word
    return single.uppercased()
  }

  private static func finish(
    _ word: inout [UInt8], _ before: UInt8, _ after: UInt8, _ isPlain: Bool, _ body: (String, Bool) -> Void
  ) {
    defer { word.removeAll(keepingCapacity: true) }
    guard isPlain, word.count > 1, word.count <= 9, word[0] < 0x5B else { return }
    let capitals = word.reduce(0) { $0 + ($1 < 0x5B ? 1 : 0) }
    let isPlural = word.last == UInt8(ascii: "s") && capitals > 1
    guard capitals > 1, capitals * 2 >= word.count - (isPlural ? 1 : 0) else { return }
    let text = String(decoding: word, as: UTF8.self)
    guard NumberedReference.roman(text.lowercased()) == nil else { return }
    // Initials, as in P.E., and parts of compounds such as A/B are too short to say.
    guard before != UInt8(ascii: "."), word.count <= 8 || isPlural else { return }
    body(
      text, before == UInt8(ascii: "(") && (after == UInt8(ascii: ")") || after == UInt8(ascii: "'") || after == 0xE2))
  }
}
