// SPDX-License-Identifier: GPL-3.0-or-later

/// The labels in a paragraph that carries several: "Lead: Head of SEN. By when: March 2025."
struct LabelledSegments {
  struct Segment {
    var vote: HeadingVocabulary.Vote
    /// UTF-8 offsets of the label and its mark.
    var label: Range<Int>
    /// UTF-8 offsets of what it labels, perhaps empty.
    var value: Range<Int>
  }

  /// What stands before the first label, perhaps empty.
  var prefix: Range<Int>
  var segments: [Segment]

  /// Most words of a label inside a paragraph.
  private static let mostWords = 7

  static func parse(_ text: String, headings: inout HeadingVocabulary) -> LabelledSegments? {
    let bytes = Array(text.utf8)
    guard bytes.count < 6_000, bytes.contains(UInt8(ascii: ":")) else { return nil }
    var found: [(label: Range<Int>, vote: HeadingVocabulary.Vote)] = []
    var floor = 0
    for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
      // "10:30" and "https://" are no labels.
      if colon + 1 < bytes.count, bytes[colon + 1] != 0x20, bytes[colon + 1] != UInt8(ascii: "-") { continue }
      if let label = label(endingAt: colon, in: bytes, floor: floor, headings: &headings) {
        found.append((label.range.lowerBound..<colon + 1, label.vote))
        floor = colon + 1
      }
    }
    guard let first = found.first else { return nil }
    var segments: [Segment] = []
    for (index, entry) in found.enumerated() {
      let end = index + 1 < found.count ? found[index + 1].label.lowerBound : bytes.count
      let start = SectionHeading.skipSeparators(bytes, from: entry.label.upperBound).position
      segments.append(Segment(vote: entry.vote, label: entry.label, value: trimmed(min(start, end)..<end, bytes)))
    }
    return LabelledSegments(prefix: trimmed(0..<first.label.lowerBound, bytes), segments: segments)
  }

  /// The label whose mark stands at `colon`: the longest run of words before it that the vocabulary knows well.
  private static func label(
    endingAt colon: Int, in bytes: [UInt8], floor: Int, headings: inout HeadingVocabulary
  ) -> (range: Range<Int>, vote: HeadingVocabulary.Vote)? {
    var starts: [Int] = []
    var position = colon
    while position > floor, starts.count < mostWords {
      while position > floor, bytes[position - 1] == 0x20 { position -= 1 }
      while position > floor, bytes[position - 1] != 0x20 { position -= 1 }
      starts.append(position)
      let before = position - 1
      if before > floor,
        bytes[before - 1] == UInt8(ascii: ".") || bytes[before - 1] == UInt8(ascii: ";")
          || bytes[before - 1] == UInt8(ascii: "|")
      {
        break
      }
    }
    for start in starts.reversed() where start < colon {
      let atEdge = start == floor || start == starts.last
      // A label inside a paragraph begins with a capital letter.
      guard atEdge || (0x41...0x5A).contains(bytes[start]) else { continue }
      let words = String(decoding: bytes[start..<colon], as: UTF8.self)
      guard let vote = headings.best(words), vote.weight >= (start == 0 ? 0.74 : 0.9) else { continue }
      return (start..<colon, vote)
    }
    return nil
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    func isEdge(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";") }
    while lower < upper, isEdge(bytes[lower]) { lower += 1 }
    while upper > lower, isEdge(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
