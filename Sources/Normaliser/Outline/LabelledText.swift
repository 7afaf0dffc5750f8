// SPDX-License-Identifier: GPL-3.0-or-later

/// A label in front of a text: "Lead officer: …", "Outcomes we are seeking to achieve:- …".
struct LabelledText {
  /// What the label's words speak for.
  var vote: HeadingVocabulary.Vote
  /// UTF-8 offsets of label and mark.
  var label: Range<Int>
  /// UTF-8 offsets of the text behind it, perhaps empty.
  var value: Range<Int>

  /// Longest label, in bytes.
  static let longestLabel = 70
  /// Least weight at which a label's words are taken for a role.
  static let leastWeight = 0.74

  /// The label that a text begins with, nil where it begins with none that the vocabulary knows.
  static func leading(_ text: String, headings: inout HeadingVocabulary) -> LabelledText? {
    var colon: Int?
    for (index, byte) in text.utf8.enumerated() {
      if index > longestLabel { break }
      if byte == UInt8(ascii: ":") {
        colon = index
        break
      }
    }
    guard let colon else { return nil }
    let bytes = Array(text.utf8)
    let label = String(decoding: bytes[..<colon], as: UTF8.self)
    guard let vote = headings.best(label), vote.weight >= leastWeight else { return nil }
    let start = SectionHeading.skipSeparators(bytes, from: colon).position
    return LabelledText(vote: vote, label: 0..<colon + 1, value: start..<bytes.count)
  }
}
