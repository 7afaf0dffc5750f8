// SPDX-License-Identifier: GPL-3.0-or-later

/// Sentences that announce a list of areas of significant weakness: "… how it will tackle the following areas of significant
/// weakness:".
enum WeaknessAnnouncement {
  private static let things: Set<String> = ["weakness", "weaknesses", "concern", "concerns"]

  /// Whether a paragraph announces such a list.
  static func isOne(_ line: String) -> Bool {
    var bytes = Array(line.utf8)[...]
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    guard bytes.count < 700 else { return false }
    let ends = bytes.last == UInt8(ascii: ":")
    // What matters is the last sentence: what comes before it may be about anything.
    var start = bytes.startIndex
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == 0x20 {
      start = index + 1
    }
    let words = HeadingVocabulary.words(String(decoding: bytes[start...], as: UTF8.self))
    let set = Set(words)
    guard set.contains("significant"), !set.isDisjoint(with: things), set.contains("areas") || set.contains("area")
    else { return false }
    guard ends || words.suffix(4).contains("are") || set.contains("following") else { return false }
    // "the following areas of significant weakness", "areas of significant concern were identified"
    return set.contains("following") || ends
  }
}
