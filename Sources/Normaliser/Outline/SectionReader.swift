// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads headings, band rows and the labelled lines under them into the outline.
struct SectionReader {
  let reading: Reading

  /// Reads the paragraphs of one heading or band row: a section or several, what they list, who leads them.
  ///
  /// - Parameter opensUnlabelled: whether a first paragraph that names neither kind nor reference is a section all the
  ///   same.
  /// - Returns: the paragraphs that were none of this.
  func consume(
    _ paragraphs: [Paragraph], into outline: inout Outline, origin: RawSection.Look.Origin, place: SourcePlace,
    opensUnlabelled: Bool, isUnderHeading: Bool = false
  ) -> [Paragraph] {
    var left: [Paragraph] = []
    var isFirst = !isUnderHeading
    for paragraph in paragraphs {
      defer { isFirst = false }
      let phrase = Phrase(paragraph.span)
      let words = reading.string(phrase)
      if outline.pending != nil, paragraph.marker == .none, openPending(phrase, words, into: &outline, origin: origin, place: place) {
        continue
      }
      let heading = SectionHeading.parse(words)
      if paragraph.marker != .bullet, heading.headsList, heading.ref == nil, heading.kind == .outcome {
        beginOutcomes(phrase, heading: heading, into: &outline)
        continue
      }
      if paragraph.marker != .bullet, !isFirst, heading.kind == .outcome, heading.ref == nil, outline.current != nil {
        // "Outcome: …" under a heading lists what the section is to achieve; it is no section below it.
        beginOutcomes(phrase, heading: heading, into: &outline)
        continue
      }
      if paragraph.marker != .bullet, heading.isExplicit, heading.kind != nil || isFirst {
        if heading.titleRange.isEmpty {
          outline.wait(for: heading, phrase: phrase, place: place)
        } else {
          open(heading, phrase: phrase, words: words, into: &outline, origin: origin, place: place)
        }
        continue
      }
      if consumeLeads(paragraph, words: words, into: &outline) { continue }
      if let label = LabelledText.leading(words, headings: &reading.headings), paragraph.marker != .bullet,
        consume(label, paragraph: paragraph, into: &outline)
      {
        continue
      }
      if outline.collectsOutcomes {
        outline.add(outcome: phrase)
        continue
      }
      if isFirst, opensUnlabelled, paragraph.marker != .bullet {
        open(heading, phrase: phrase, words: words, into: &outline, origin: origin, place: place)
        continue
      }
      left.append(paragraph)
    }
    return left
  }

  /// Opens a section, or two where the heading names two; the words around reference and title are furniture.
  func open(
    _ heading: SectionHeading, phrase: Phrase, words: String, into outline: inout Outline,
    origin: RawSection.Look.Origin, place: SourcePlace
  ) {
    if let (first, second) = SectionReader.twins(heading, words: words) {
      outline.open(first, phrase: phrase, origin: origin, place: place)
      outline.openTwin(second, phrase: phrase)
      let joint = first.titleRange.upperBound..<second.refRange.lowerBound
      reading.furnish(phrase.part(heading.labelRange), kind: "label")
      reading.furnish(phrase.part(joint), kind: "label")
      return
    }
    outline.open(heading, phrase: phrase, origin: origin, place: place)
    reading.furnish(phrase.part(heading.labelRange), kind: "label")
  }

  private func openPending(
    _ phrase: Phrase, _ words: String, into outline: inout Outline, origin: RawSection.Look.Origin, place: SourcePlace
  ) -> Bool {
    let own = SectionHeading.parse(words)
    if own.kind != nil, !own.titleRange.isEmpty { return false }
    guard let pending = outline.takePending() else { return false }
    var heading = own
    heading.kind = pending.heading.kind
    reading.furnish(pending.phrase.part(pending.heading.labelRange), kind: "label")
    if heading.ref == nil, let ref = pending.heading.ref {
      outline.open(
        heading, phrase: phrase, origin: origin, place: pending.place, ref: ref,
        refPhrase: pending.phrase.part(pending.heading.refRange))
    } else {
      outline.open(heading, phrase: phrase, origin: origin, place: pending.place)
    }
    return true
  }

  private func beginOutcomes(_ phrase: Phrase, heading: SectionHeading, into outline: inout Outline) {
    reading.furnish(phrase.part(heading.labelRange), kind: "label")
    outline.beginOutcomes()
    let rest = phrase.part(heading.titleRange)
    if !rest.isEmpty { outline.add(outcome: rest) }
  }

  /// A line that names several leads: "Strategic lead: …; Operational lead: …".
  private func consumeLeads(_ paragraph: Paragraph, words: String, into outline: inout Outline) -> Bool {
    guard outline.current != nil, let labels = LabelledSegments.parse(words, headings: &reading.headings),
      labels.prefix.isEmpty, labels.segments.count > 1, labels.segments.allSatisfy({ $0.vote.role == .lead })
    else { return false }
    let phrase = Phrase(paragraph.span)
    for segment in labels.segments where !segment.value.isEmpty {
      reading.furnish(phrase.part(segment.label), kind: "label")
      var value = paragraph
      value.span = phrase.part(segment.value).first
      outline.add(leads: [value])
    }
    return true
  }

  /// A labelled line under a section's heading: its lead, or the outcomes it seeks.
  private func consume(_ label: LabelledText, paragraph: Paragraph, into outline: inout Outline) -> Bool {
    guard outline.current != nil else { return false }
    let phrase = Phrase(paragraph.span)
    switch label.vote.role {
    case .lead:
      guard !label.value.isEmpty else { return false }
      reading.furnish(phrase.part(label.label), kind: "label")
      var value = paragraph
      value.span = phrase.part(label.value).first
      outline.add(leads: [value])
      return true
    case .outcome, .successMeasures:
      reading.furnish(phrase.part(label.label), kind: "label")
      outline.beginOutcomes()
      if !label.value.isEmpty { outline.add(outcome: phrase.part(label.value)) }
      return true
    default: return false
    }
  }

  /// The two headings of "A. … AND B. …", nil where there is one.
  static func twins(_ heading: SectionHeading, words: String) -> (SectionHeading, SectionHeading)? {
    guard let ref = heading.ref, ref.utf8.count <= 2, let form = ref.utf8.first else { return nil }
    let bytes = Array(words.utf8)
    var position = heading.titleRange.lowerBound
    while position + 6 < bytes.count {
      defer { position += 1 }
      guard bytes[position] == 0x20, bytes[position + 1] | 0x20 == UInt8(ascii: "a"),
        bytes[position + 2] | 0x20 == UInt8(ascii: "n"), bytes[position + 3] | 0x20 == UInt8(ascii: "d"),
        bytes[position + 4] == 0x20
      else { continue }
      let next = position + 5
      // The second reference follows the first: B after A, 2 after 1, with a mark behind it.
      guard bytes[next] == form + 1, next + 1 < bytes.count,
        [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":")].contains(bytes[next + 1])
      else { continue }
      var first = heading
      first.titleRange = heading.titleRange.lowerBound..<position
      var second = heading
      second.ref = String(decoding: bytes[next...next], as: UTF8.self)
      second.refRange = next..<next + 1
      second.titleRange = SectionHeading.skipSeparators(bytes, from: next + 1).position..<heading.titleRange.upperBound
      second.labelRange = 0..<0
      return (first, second)
    }
    return nil
  }
}
