// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Sentences that announce a list of the inspectors' areas: "… how it will tackle the following areas of significant
/// weakness:".
enum WeaknessAnnouncement {
  private static let things: Set<String> = ["weakness", "weaknesses", "concern", "concerns"]

  /// The kind of area that a paragraph announces a list of; nil for any other.
  static func kind(_ line: String) -> InspectionArea.Kind? {
    var bytes = Array(line.utf8)[...]
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: "-") { bytes = bytes.dropLast() }
    guard bytes.count < 900 else { return nil }
    let ends = bytes.last == UInt8(ascii: ":")
    // What matters is the last sentence: what comes before it may be about anything.
    var start = bytes.startIndex
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == 0x20 {
      start = index + 1
    }
    let words = HeadingVocabulary.words(String(decoding: bytes[start...], as: UTF8.self))
    let set = Set(words)
    guard set.contains("areas") || set.contains("area"), ends || set.contains("following") || words.last == "are" else {
      return nil
    }
    if set.contains("priority"), set.contains("action") { return .priorityAction }
    if !set.isDisjoint(with: things), set.contains("significant") || set.contains("following") {
      return .significantWeakness
    }
    return nil
  }
}
