// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// The document's title.
extension DocumentReader {
  /// Takes the document's title from its first lines, before anything else is read.
  mutating func readTitle(_ document: SourceDocument) {
    var candidates: [(phrase: Phrase, score: Double, block: Int)] = []
    let repeated = repeatedLines(document)
    scan: for (index, block) in document.blocks.prefix(40).enumerated() {
      let paragraph: Paragraph
      var score = 0.0
      switch block {
      case .heading(let level, let heading):
        paragraph = heading
        score = level <= 1 ? 1.2 : 0.5
      case .paragraph(let text):
        paragraph = text
      case .table(let table):
        // A sheet or a one-table plan carries its title in the table's first row.
        if !candidates.isEmpty { break scan }
        let first = table.cells.prefix { $0.row == 0 && !$0.paragraphs.isEmpty }
        guard first.count == 1, let cell = first.first, let title = cell.paragraphs.first,
          !table.cells.contains(where: { $0.row == 0 && $0.column > cell.column && !$0.paragraphs.isEmpty })
        else { break scan }
        let words = reading.string(title)
        if SectionHeading.parse(words).isExplicit || ReferenceReader.leading(words) != nil { break scan }
        paragraph = title
        score = 0.8
      default: continue
      }
      let words = reading.string(paragraph)
      if case .table = block {
        // An action, a section or a head in a table's first row is no title.
        if SectionHeading.parse(words).isExplicit || ReferenceReader.leading(words) != nil { break scan }
        if let vote = reading.headings.best(words), vote.weight >= 0.7 { break scan }
      }
      guard paragraph.marker == .none, words.utf8.count <= 170, words.utf8.count > 3 else { continue }
      let last = words.utf8.last
      if last == UInt8(ascii: ".") { score -= words.utf8.count > 60 ? 2.5 : 1 }
      if PlanKindReader.kind(words) != nil {
        // "Action plan" alone names a kind of plan, not this one.
        score += HeadingVocabulary.words(words).count > 2 ? 2 : 0.4
      }
      if !AuthorityRegister.find(in: words).isEmpty { score += 0.4 }
      if paragraph.fontSize > 0 { score += min(1, Double(paragraph.fontSize) / 40) }
      if SectionHeading.parse(words).kind != nil || ReferenceReader.leading(words).flatMap(namesAction) ?? false {
        score -= 1.5
      }
      if repeated.contains(words), TitleWords.speakOfPlan(words), HeadingVocabulary.words(words).count > 2 {
        score += 1.5
      }
      if candidates.isEmpty, case .paragraph = block, TitleWords.namePlan(words), last != UInt8(ascii: ":"),
        last != UInt8(ascii: "."), !reading.endsOpen(Phrase(paragraph.span))
      {
        score += 0.5
      }
      score -= min(1.2, Double(candidates.count) * 0.12)
      if words.utf8.count > 110 { score -= 0.8 }
      candidates.append((Phrase(paragraph.span), score, index))
      if candidates.count > 24 { break }
    }
    guard let best = candidates.max(by: { $0.score < $1.score }), best.score > 0.3 else { return }
    let title = withoutAppendix(best.phrase)
    plan.title = withNextLine(title, after: best.block, document)
  }

  /// Short lines that stand more than once at the head of a page: the trail, the menu and the heading name the page.
  private func repeatedLines(_ document: SourceDocument) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for block in document.blocks.prefix(40) {
      guard case .paragraph(let paragraph) = block, paragraph.span.count < 120 else { continue }
      let words = reading.string(paragraph)
      if !seen.insert(words).inserted { repeated.insert(words) }
    }
    return repeated
  }

  /// A title that a line break cuts inside a name, or that breaks off, goes on in the next line.
  private func withNextLine(_ title: Phrase, after index: Int, _ document: SourceDocument) -> Phrase {
    guard index + 1 < document.blocks.count, case .paragraph(let next) = document.blocks[index + 1],
      case .paragraph(let own) = document.blocks[index], next.marker == .none, next.span.count < 100,
      let line = own.location.line, let below = next.location.line, below == line + 1
    else { return title }
    let words = reading.string(title)
    let rest = reading.string(next)
    let cut = words.utf8.count
    let isCut = AuthorityRegister.find(in: words + " " + rest).contains { mention in
      mention.range.lowerBound < cut && mention.range.upperBound > cut + 1
    }
    guard isCut || reading.endsOpen(title) || reading.continuesSentence(Phrase(next.span)) else { return title }
    var joined = title
    joined.append(next.span)
    return joined
  }

  /// Whether a reference's label is that of an action ("Action 1.1"); nil where it has none.
  func namesAction(_ reference: LeadingReference) -> Bool? {
    reference.label.map { reading.headings.best($0)?.role == .action }
  }

  /// "Appendix 2 – Joint Action Plan" is titled "Joint Action Plan".
  func withoutAppendix(_ phrase: Phrase) -> Phrase {
    let bytes = Array(reading.string(phrase).utf8)
    for word in ["appendix", "annex"] {
      let letters = Array(word.utf8)
      guard bytes.count > letters.count + 4, zip(bytes, letters).allSatisfy({ ($0 | 0x20) == $1 }) else { continue }
      var position = SectionHeading.skipSpaces(bytes, from: letters.count)
      while position < bytes.count, bytes[position].isWordByte, bytes[position] < 0x80 { position += 1 }
      let rest = SectionHeading.skipSeparators(bytes, from: position)
      if rest.sawMark, rest.position < bytes.count { return phrase.part(rest.position..<bytes.count) }
    }
    return phrase
  }
}
