// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Takes who and when out of the brackets at the end of a listed action: "Train staff (Head of SEND, by May 2025)".
struct ListedAction {
  let reading: Reading
  let structure: ProseStructure

  func split(_ line: ProseLine, _ action: inout RawAction) {
    dropListNumber(line, &action)
    guard let text = action.text.first, action.text.count == 1 else { return }
    let words = reading.string(text)
    let bytes = Array(words.utf8)
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ";")
    {
      end -= 1
    }
    guard end > 12, bytes[end - 1] == UInt8(ascii: ")"), let open = bytes[..<end].lastIndex(of: UInt8(ascii: "(")),
      open > 8, end - open > 5
    else { return }
    let inside = open + 1..<end - 1
    guard let parts = parts(of: inside, in: words) else { return }
    let phrase = Phrase(text.span)
    for part in parts {
      var value = text
      value.span = phrase.part(part.range).first
      value.marker = .none
      action.values.append(RawValue(role: part.role, paragraphs: [value], column: -1 - action.values.count, row: 0))
      if let label = part.label { reading.furnish(phrase.part(label), kind: "label") }
    }
    var rest = text
    rest.span = phrase.part(trimmed(0..<open, bytes)).first
    action.text = [rest]
    for span in phrase.spans { setAside(marks: span, from: trimmed(0..<open, bytes).upperBound, parts.map(\.range)) }
  }

  /// Brackets and commas between the values are no words.
  private func setAside(marks span: TextSpan, from open: Int, _ values: [Range<Int>]) {
    let phrase = Phrase(span)
    var start = open
    for value in values.sorted(by: { $0.lowerBound < $1.lowerBound }) + [span.count..<span.count] {
      if value.lowerBound > start {
        reading.ledger.setAsideMarks(in: phrase.part(start..<value.lowerBound).first, of: reading.text)
      }
      start = max(start, value.upperBound)
    }
  }

  private struct Part {
    var role: ColumnRole
    var range: Range<Int>
    var label: Range<Int>?
  }

  /// The leads and the date that a bracket holds, nil where it holds anything else.
  private func parts(of inside: Range<Int>, in words: String) -> [Part]? {
    let text = words.utf8Slice(inside)
    if reading.dateScore(text) >= 0.9, text.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      return [Part(role: .timescale, range: inside)]
    }
    var found: [Part] = []
    var start = inside.lowerBound
    let bytes = Array(words.utf8)
    var pieces: [Range<Int>] = []
    for index in inside where bytes[index] == UInt8(ascii: ";") || bytes[index] == UInt8(ascii: ",") {
      pieces.append(start..<index)
      start = index + 1
    }
    pieces.append(start..<inside.upperBound)
    for piece in pieces.map({ trimmed($0, bytes) }) where !piece.isEmpty {
      let own = words.utf8Slice(piece)
      if let label = LabelledText.leading(own, headings: &reading.headings), label.vote.role.marksAction {
        found.append(
          Part(
            role: label.vote.role, range: piece.lowerBound + label.value.lowerBound..<piece.upperBound,
            label: piece.lowerBound..<piece.lowerBound + label.label.upperBound))
      } else if reading.dateScore(own) >= 0.9 {
        found.append(Part(role: .timescale, range: piece))
      } else if PartyReader.score(own) >= 0.8 {
        // "Head of SEND, ICB" is one cell of leads.
        if let last = found.last, last.role == .lead, last.range.upperBound + 2 >= piece.lowerBound {
          found[found.count - 1].range = last.range.lowerBound..<piece.upperBound
        } else {
          found.append(Part(role: .lead, range: piece))
        }
      } else {
        return nil
      }
    }
    // A bracket with nothing but a name may explain a word; beside a date or a label it names the lead.
    let isPlain = found.allSatisfy { $0.role == .lead && $0.label == nil }
    return found.isEmpty || isPlain ? nil : found
  }

  private func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// The number of an item in its list is no reference where every list begins with 1.
  private func dropListNumber(_ line: ProseLine, _ action: inout RawAction) {
    guard structure.hasCountedLists, line.paragraph.marker == .number, let reference = line.reference,
      reference.label == nil, reference.range.upperBound < line.words.utf8.count, var text = action.text.first
    else { return }
    let phrase = Phrase(text.span)
    reading.furnish(phrase.part(0..<reference.range.upperBound), kind: "list-number")
    text.span = phrase.part(reference.range.upperBound..<line.words.utf8.count).first
    action.text[0] = text
  }
}
