// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// One line of the prose with what can be seen of it; nothing is decided.
struct ProseLine {
  /// How the line is set.
  enum Form: Hashable {
    /// Marked as a heading by the format.
    case heading(Int)
    /// Bold from end to end, short.
    case bold
    /// An item of a list, with its depth.
    case item(Int)
    /// Anything else.
    case plain
  }

  /// The mark at the end.
  enum Ending: Hashable {
    case none
    case stop
    case colon
    case question
  }

  var item: ProseItem
  var words: String
  var form: Form
  var ending: Ending
  /// Number of the run of prose between two tables that it stands in.
  var run: Int
  /// The reference that it begins with, a long code included.
  var reference: LeadingReference?
  /// Labels with what they label on the same line.
  var segments: [LabelSegment] = []
  /// What stands before the first label on the line.
  var prefix = 0..<0
  /// The words by which equal labels are known, empty for a line that is too long for a label.
  var key = ""

  var paragraph: Paragraph { item.paragraph }
  var isItem: Bool { if case .item = form { true } else { false } }
  var isHeading: Bool { if case .heading = form { true } else { false } }

  /// Lines of a lower rank stand above those of a higher one.
  var rank: Int {
    switch form {
    case .heading(let level): min(level, 6) * 10
    case .bold: 70
    case .plain: 80
    case .item(let depth): 92 + 4 * min(depth, 8)
    }
  }

  /// Depth of an item, -1 for anything else.
  var depth: Int { if case .item(let depth) = form { depth } else { -1 } }
}

/// A label inside a line with what it labels.
struct LabelSegment {
  /// The words by which equal labels are known.
  var key: String
  /// UTF-8 offsets of the label and its mark.
  var label: Range<Int>
  /// UTF-8 offsets of what it labels, perhaps empty.
  var value: Range<Int>
}

/// Reads lines: how they are set, their labels and references.
struct ProseLineReader {
  let reading: Reading

  /// Longest label on a line of its own, in bytes.
  static let longestLabel = 110

  func line(_ item: ProseItem, run: Int) -> ProseLine {
    let words = reading.string(item.paragraph)
    let bytes = Array(words.utf8)
    var line = ProseLine(item: item, words: words, form: form(item, bytes), ending: ending(bytes), run: run)
    guard bytes.count < 4_000 else { return line }
    line.reference = ReferenceReader.leading(words) ?? CodeReference.leading(words)
    readLabels(of: &line, bytes)
    if bytes.count <= ProseLineReader.longestLabel, line.segments.isEmpty || !line.prefix.isEmpty {
      line.key = ProseLineReader.key(words)
    }
    return line
  }

  private func form(_ item: ProseItem, _ bytes: [UInt8]) -> ProseLine.Form {
    if let level = item.headingLevel { return .heading(level) }
    if item.paragraph.marker == .bullet { return .item(Int(item.paragraph.level)) }
    if item.paragraph.style.contains(.bold), bytes.count <= 160 { return .bold }
    if item.paragraph.marker == .number, !hasDecimal(bytes) { return .item(Int(item.paragraph.level)) }
    return .plain
  }

  /// "1.2 Train staff" is a numbered paragraph even where the format calls it an item of a list.
  private func hasDecimal(_ bytes: [UInt8]) -> Bool {
    ReferenceReader.leading(String(decoding: bytes.prefix(16), as: UTF8.self))?.kind == .decimal
  }

  private func ending(_ bytes: [UInt8]) -> ProseLine.Ending {
    switch bytes.last {
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "!"): return .stop
    case UInt8(ascii: "-") where bytes.dropLast().last == UInt8(ascii: ":"): return .colon
    default: return .none
    }
  }

  // MARK: Labels

  private func readLabels(of line: inout ProseLine, _ bytes: [UInt8]) {
    guard bytes.contains(UInt8(ascii: ":")), line.ending != .colon || bytes.count > 90 else { return }
    let first = firstLabel(of: line, bytes)
    let known = LabelledSegments.parse(line.words, headings: &reading.headings)
    if let known, !known.segments.isEmpty,
      first == nil || known.prefix.isEmpty || known.segments[0].label.lowerBound == 0
    {
      line.prefix = ProseLineReader.withoutDash(known.prefix, bytes)
      line.segments = known.segments.map { segment in
        LabelSegment(
          key: ProseLineReader.key(line.words.utf8Slice(segment.label)), label: segment.label,
          value: ProseLineReader.withoutDash(segment.value, bytes))
      }
    } else if let first {
      line.segments = [first]
    }
    // A reference before the label belongs to the line: "Action 1.1: Train staff" has no label.
    if let reference = line.reference, line.prefix.isEmpty, let segment = line.segments.first,
      segment.label.upperBound <= reference.range.upperBound
    {
      line.segments = []
    }
  }

  /// A stretch without the dash that parts it from the label behind it.
  private static func withoutDash(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound {
      if bytes[upper - 1] == 0x20
        || bytes[upper - 1] == UInt8(ascii: "-") && upper - 2 >= range.lowerBound
          && bytes[upper - 2] == 0x20
      {
        upper -= 1
      } else if upper - 4 >= range.lowerBound, bytes[upper - 3] == 0xE2, bytes[upper - 2] == 0x80,
        (0x90...0x95).contains(bytes[upper - 1]), bytes[upper - 4] == 0x20
      {
        upper -= 3
      } else {
        break
      }
    }
    return range.lowerBound..<upper
  }

  /// "Words that say nothing of a role: what they label", at the start of the line.
  private func firstLabel(of line: ProseLine, _ bytes: [UInt8]) -> LabelSegment? {
    guard let colon = bytes.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > 1, colon + 1 < bytes.count,
      bytes[colon + 1] == 0x20 || bytes[colon + 1] == UInt8(ascii: "-"), let first = bytes.first,
      (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) && line.isItem
    else { return nil }
    if let reference = line.reference, reference.range.upperBound > 0 { return nil }
    let label = bytes[..<colon]
    let marks = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\"")]
    guard !label.contains(where: { marks.contains($0) }), label.count(where: { $0 == 0x20 }) <= 9 else { return nil }
    let start = SectionHeading.skipSeparators(bytes, from: colon).position
    guard start < bytes.count else { return nil }
    return LabelSegment(
      key: ProseLineReader.key(line.words.utf8Slice(0..<colon)), label: 0..<colon + 1, value: start..<bytes.count)
  }

  /// The words by which equal labels are known: stems without figures and months.
  static func key(_ words: String) -> String {
    var parts: [String] = []
    for word in HeadingVocabulary.words(words) {
      if HeadingVocabulary.months.contains(word) || word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { continue }
      if word.utf8.count == 1, word != "a", word != "i" { continue }
      parts.append(Stem.of(word))
    }
    return parts.joined(separator: " ")
  }
}

/// Words without the endings of the plural.
enum Stem {
  static func of(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s"), !word.hasSuffix("ss"), !word.hasSuffix("us") else {
      return word
    }
    if word.hasSuffix("ies"), bytes.count > 4 { return String(word.dropLast(3)) + "y" }
    return String(word.dropLast())
  }
}

/// A reference of several parts before a dash, in capitals and figures: "AP 24/25 - CS 03 - …".
enum CodeReference {
  private static let longest = 30

  static func leading(_ words: String) -> LeadingReference? {
    let bytes = Array(words.utf8)
    var end: (ref: Int, next: Int)?
    var index = 0
    var hasFigure = false
    while index < min(bytes.count, longest) {
      let byte = bytes[index]
      if (0x61...0x7A).contains(byte) { break }
      if (0x30...0x39).contains(byte) { hasFigure = true }
      if byte == 0x20, hasFigure, let next = dash(bytes, index + 1), next < bytes.count, bytes[next] == 0x20 {
        end = (index, next + 1)
      }
      index += 1
    }
    guard let end, end.next < bytes.count, bytes[..<end.ref].contains(where: { (0x41...0x5A).contains($0) }) else {
      return nil
    }
    return LeadingReference(
      ref: String(decoding: bytes[..<end.ref], as: UTF8.self), range: 0..<end.next, kind: .code, label: nil)
  }

  private static func dash(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "-") { return index + 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x90...0x95).contains(bytes[index + 2])
    else { return nil }
    return index + 3
  }
}
