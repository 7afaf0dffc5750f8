// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Finds what a plan says about itself: title, kind, authority, edition, inspection.
struct PlanIdentity {
  let reading: Reading

  /// Words of the document that are looked through for the authority and the inspection, in bytes: front matter is at
  /// the front.
  static let searchLimit = 200_000

  func read(_ document: SourceDocument, title: Phrase?, hasActions: Bool, into info: inout PlanInfo) {
    var front: [String] = []
    var body: [String] = []
    var budget = PlanIdentity.searchLimit
    var inspection: When?
    var isList = false
    /// The first lines, each with whether a bare date in it may be that of the edition.
    var editions: [(words: String, mayBeBare: Bool)] = []
    for block in document.blocks where budget > 0 {
      var paragraphs: [Paragraph] = []
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph), .furniture(_, let paragraph): paragraphs = [paragraph]
      case .table(let table): paragraphs = table.cells.lazy.flatMap(\.paragraphs)
      case .pageBreak: continue
      }
      for paragraph in paragraphs where budget > 0 {
        let words = reading.string(paragraph)
        budget -= words.utf8.count
        if PlanIdentity.isOfOthers(words) {
          isList = true
          continue
        }
        // Those present may stand one a line.
        isList = isList && paragraph.marker == .bullet
        if isList { continue }
        body.append(words)
        if case .table = block { continue }
        if front.count < 8, words.utf8.count < 200 { front.append(words) }
        // A date that heads what is to happen by then is no edition's.
        if editions.count < 8, words.utf8.count < 200, !reading.ledger.isTouched(paragraph.span) {
          editions.append((words, canDate(paragraph, words)))
        }
        if inspection == nil, let found = PlanKindReader.inspection(words) { inspection = found.when }
      }
    }
    if let title {
      if !title.spans.contains(where: { reading.ledger.isTouched($0) }) { reading.ledger.place(title, as: .field) }
      info.title = reading.string(title)
      front.insert(reading.string(title), at: 0)
      editions.insert((reading.string(title), true), at: 0)
    }
    info.authority = AuthorityRegister.decide(title: front, body: body)
    info.kind = kind(front, hasActions: hasActions)
    info.inspection = inspection
    info.date = editions.lazy.compactMap { PlanKindReader.edition($0.words, mayBeBare: $0.mayBeBare)?.when }.first
  }

  /// Whether a line tells who was there, who got a copy or who supplied something: their employers are not whose plan it is.
  private static func isOfOthers(_ words: String) -> Bool {
    let parts = HeadingVocabulary.words(words, limit: 3)
    guard let first = parts.first else { return false }
    let hasColon = words.utf8.prefix(30).contains(UInt8(ascii: ":"))
    let isAlone = words.utf8.count < 24
    if ["present", "apologies", "attendees", "attending", "attendance", "circulation", "distribution", "cc"].contains(
      first)
    {
      return hasColon || isAlone
    }
    if first == "in" || first == "also" || first == "members", parts.count > 1,
      ["attendance", "present", "attending"].contains(parts[1])
    {
      return hasColon || isAlone
    }
    return ["supplied", "supported", "designed", "printed", "photograph", "photo", "photographs", "hosted"].contains(
      first)
      && parts.count > 1 && (parts[1] == "by" || hasColon)
  }

  /// Whether a date that nothing announces may be the edition's: not in a sentence, an item of a list or a line that
  /// says what its date is.
  private func canDate(_ paragraph: Paragraph, _ words: String) -> Bool {
    if paragraph.marker == .bullet { return false }
    if words.utf8.last == UInt8(ascii: "."), words.utf8.count(where: { $0 == 0x20 }) >= 8 { return false }
    guard let label = LabelledText.leading(words, headings: &reading.headings) else { return true }
    return !label.vote.role.marksAction || label.vote.role == .update || label.vote.term == "date"
  }

  private func kind(_ front: [String], hasActions: Bool) -> PlanKind {
    for line in front {
      if let kind = PlanKindReader.kind(line) { return kind }
    }
    return hasActions ? .actionPlan : .other
  }
}
