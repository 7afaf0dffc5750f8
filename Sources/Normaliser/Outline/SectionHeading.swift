// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A heading cut into the word that names its kind, its reference and its title.
struct SectionHeading {
  /// The kind that the heading's own word names, nil where it names none.
  var kind: SectionKind?
  /// The plan's number or letter, without punctuation.
  var ref: String?
  /// UTF-8 offsets of the reference, empty where there is none.
  var refRange: Range<Int>
  /// UTF-8 offsets of the title.
  var titleRange: Range<Int>
  /// UTF-8 offsets of the word that names the kind, empty where there is none.
  var labelRange: Range<Int>
  /// Whether the word is in the plural and without a reference ("Outcomes:"): it heads a list, not a section.
  var headsList = false

  /// Whether anything but its place says that this is a section.
  var isExplicit: Bool { kind != nil || ref != nil }

  /// Cuts a heading. Words and reference may stand in either order ("H.2 Required Outcome: …").
  static func parse(_ text: String) -> SectionHeading {
    let bytes = Array(text.utf8)
    var heading = SectionHeading(refRange: 0..<0, titleRange: 0..<bytes.count, labelRange: 0..<0)
    var position = 0
    for _ in 0..<2 {
      if heading.kind == nil, let found = SectionKindWords.leading(bytes, from: position) {
        let after = skipSeparators(bytes, from: found.end)
        let reference = shortReference(bytes, from: skipSpaces(bytes, from: found.end))
        if found.isPlural, !after.sawMark, let colon = listColon(bytes, from: found.end) {
          // "Outcomes we want for families:" heads a list.
          heading.kind = found.kind
          heading.labelRange = position..<colon + 1
          heading.headsList = true
          position = skipSeparators(bytes, from: colon).position
          continue
        }
        let separated = after.sawMark || after.position >= bytes.count
        if separated || (reference != nil && heading.ref == nil) {
          heading.kind = found.kind
          heading.labelRange = position..<found.end
          heading.headsList = found.isPlural
          position = separated && reference == nil ? after.position : skipSpaces(bytes, from: found.end)
          if let reference, heading.ref == nil {
            heading.ref = reference.ref
            heading.refRange = reference.range
            heading.headsList = false
            position = skipSeparators(bytes, from: reference.range.upperBound).position
          }
          continue
        }
      }
      if heading.ref == nil, let reference = leadingReference(text, bytes, from: position) {
        heading.ref = reference.ref
        heading.refRange = reference.range
        heading.headsList = false
        position = skipSeparators(bytes, from: reference.range.upperBound).position
        continue
      }
      break
    }
    heading.titleRange = position..<bytes.count
    return heading
  }

  /// A reference right behind a kind word: "Priority 1", "Theme A", "Outcome 2.3", "Objective iv".
  private static func shortReference(_ bytes: [UInt8], from start: Int) -> (ref: String, range: Range<Int>)? {
    var end = start
    while end < bytes.count, end - start < 7,
      bytes[end].isWordByte && bytes[end] < 0x80 || bytes[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    guard end == bytes.count || !bytes[end].isWordByte else { return nil }
    var stop = end
    while stop > start, bytes[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
    let token = bytes[start..<stop]
    guard let first = token.first else { return nil }
    let word = String(decoding: token, as: UTF8.self)
    if numberWords.contains(word.lowercased()) { return (word, start..<stop) }
    let hasDigit = token.contains { (0x30...0x39).contains($0) }
    let isLetter = token.count == 1 && (0x41...0x5A).contains(first)
    let isRoman = token.count <= 4 && token.allSatisfy { [0x69, 0x76, 0x78, 0x49, 0x56, 0x58].contains($0) }
    guard hasDigit || isLetter || isRoman, token.count <= 6 else { return nil }
    // "Priority 2024" is a year, not a reference.
    if token.count == 4, token.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
    return (String(decoding: token, as: UTF8.self), start..<stop)
  }

  private static let numberWords: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// A reference at the start of an unlabelled heading: "A. …", "1 …", "C.3 …".
  private static func leadingReference(
    _ text: String, _ bytes: [UInt8], from position: Int
  ) -> (ref: String, range: Range<Int>)? {
    let tail = String(decoding: bytes[position...], as: UTF8.self)
    guard let found = ReferenceReader.leading(tail), found.label == nil, found.kind != .code else { return nil }
    let ref = Array(found.ref.utf8)
    guard let start = firstIndex(of: ref, in: bytes, from: position) else { return nil }
    // "N.B. …" is an abbreviation, not a reference.
    let next = start + ref.count
    if ref.count == 1, next + 2 < bytes.count, bytes[next] == UInt8(ascii: "."), bytes[next + 1].isWordByte,
      bytes[next + 2] == UInt8(ascii: ".")
    {
      return nil
    }
    return (found.ref, start..<start + ref.count)
  }

  private static func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard !needle.isEmpty, bytes.count >= needle.count else { return nil }
    for index in start...max(start, min(bytes.count - needle.count, start + 12)) {
      guard index + needle.count <= bytes.count else { break }
      if bytes[index..<index + needle.count].elementsEqual(needle) { return index }
    }
    return nil
  }

  /// The colon that ends a list's label, nil where the words go on as a sentence.
  private static func listColon(_ bytes: [UInt8], from start: Int) -> Int? {
    for index in start..<min(bytes.count, start + 50) {
      if bytes[index] == UInt8(ascii: ":") { return index }
      if [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[index]) { return nil }
    }
    return nil
  }

  static func skipSpaces(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    return position
  }

  /// Skips spaces and the marks that stand between a label and its text; tells whether a mark was there.
  static func skipSeparators(_ bytes: [UInt8], from start: Int) -> (position: Int, sawMark: Bool) {
    var position = start
    var sawMark = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 {
        position += 1
      } else if [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ";")]
        .contains(byte)
      {
        sawMark = true
        position += 1
      } else if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
        (0x90...0x95).contains(bytes[position + 2])
      {
        sawMark = true  // a dash: U+2010 to U+2015
        position += 3
      } else {
        break
      }
    }
    return (position, sawMark)
  }
}
