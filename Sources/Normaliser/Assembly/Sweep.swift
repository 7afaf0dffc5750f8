// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Collects what no rule has placed: prose as narrative under its headings, table text as unplaced.
struct Sweep {
  let reading: Reading
  /// Whether what is left of tables is narrative: those of an inspection report hold addresses, not records.
  private let tablesAreNarrative: Bool
  private let prose: ProseReader

  init(reading: Reading, tablesAreNarrative: Bool = false) {
    self.reading = reading
    self.tablesAreNarrative = tablesAreNarrative
    prose = ProseReader(reading: reading)
  }

  func sweep(_ document: SourceDocument, into plan: inout CanonicalPlan) {
    var open: Narrative?
    // By itself, so that it grows in its place: a text of many lines would be copied with each of them.
    var text = ""
    var tableCount = 0
    func close() {
      if var narrative = open, !text.isEmpty || narrative.heading != nil {
        narrative.text = text
        plan.narrative.append(narrative)
      }
      open = nil
      text = ""
    }
    for block in document.blocks {
      switch block {
      case .heading(_, let paragraph) where reading.runs.contains(paragraph.span),
        .paragraph(let paragraph) where reading.runs.contains(paragraph.span):
        close()
        sweepRun(paragraph, into: &plan)
      case .heading(_, let paragraph):
        close()
        if let words = rest(of: paragraph) {
          open = Narrative(heading: words, text: "", source: SourcePlace(paragraph.location).source)
        }
      case .paragraph(let paragraph):
        guard let words = rest(of: paragraph) else { continue }
        let item = ProseItem(paragraph: paragraph, headingLevel: nil, isAfterBreak: false)
        if prose.isHeadingLike(item) {
          close()
          open = Narrative(heading: words, text: "", source: SourcePlace(paragraph.location).source)
        } else if open == nil {
          open = Narrative(heading: nil, text: "", source: SourcePlace(paragraph.location).source)
          text = words
        } else {
          if !text.isEmpty { text += "\n" }
          text += words
        }
      case .table(let table):
        close()
        tableCount += 1
        sweep(table, number: tableCount, into: &plan)
      default: break
      }
    }
    close()
  }

  /// What is left of a paragraph, nil where no word is.
  private func rest(of paragraph: Paragraph) -> String? {
    let stretches = reading.ledger.remainder(of: paragraph.span).filter { span in
      reading.text.bytes[span.range].holdsWord
    }
    guard !stretches.isEmpty else { return nil }
    let phrase = Phrase(stretches)
    reading.ledger.place(phrase, as: .narrative)
    return Sweep.trimmed(reading.string(phrase))
  }

  /// What is left of a page run stands without context: each stretch by itself.
  private func sweepRun(_ paragraph: Paragraph, into plan: inout CanonicalPlan) {
    for span in reading.ledger.remainder(of: paragraph.span)
    where reading.text.bytes[span.range].contains(where: \.isWordByte) {
      reading.ledger.place(Phrase(span), as: .unplaced)
      plan.unplaced.append(
        Unplaced(
          text: Sweep.trimmed(reading.string(Phrase(span))), reason: "no rule could place this part of a page",
          source: SourcePlace(paragraph.location).source))
    }
  }

  private func sweep(_ table: Table, number: Int, into plan: inout CanonicalPlan) {
    // In most tables every cell is placed: they are looked through in one go.
    let open = reading.ledger.withMarks { marks in
      table.cells.indices.filter { Sweep.hasUnmarked(table.cells[$0].paragraphs, in: marks) }
    }
    for index in open {
      let phrase = unplaced(table.cells[index].paragraphs)
      if phrase.isEmpty { continue }
      let cell = table.cells[index]
      if tablesAreNarrative {
        reading.ledger.place(phrase, as: .narrative)
        let place = SourcePlace(cell.paragraphs.first?.location ?? cell.location).source
        plan.narrative.append(Narrative(text: Sweep.trimmed(reading.string(phrase)), source: place))
        continue
      }
      reading.ledger.place(phrase, as: .unplaced)
      var place = SourcePlace(table: number, row: Int(cell.row) + 1, sheet: table.sheet)
      place.location = cell.paragraphs.first?.location ?? cell.location
      plan.unplaced.append(
        Unplaced(
          text: Sweep.trimmed(reading.string(phrase)), reason: "no rule could place this cell", source: place.source))
    }
  }

  /// Whether a byte of the paragraphs bears no mark.
  private static func hasUnmarked(_ paragraphs: [Paragraph], in marks: UnsafeBufferPointer<UInt8>) -> Bool {
    paragraphs.indices.contains { !Ledger.areMarked(paragraphs[$0].span, in: marks) }
  }

  /// The words of a cell that bear no mark.
  private func unplaced(_ paragraphs: [Paragraph]) -> Phrase {
    var phrase = Phrase.empty
    for paragraph in paragraphs {
      for span in reading.ledger.remainder(of: paragraph.span)
      where reading.text.bytes[span.range].holdsWord {
        phrase.append(span)
      }
    }
    return phrase
  }

  private static func trimmed(_ words: String) -> String {
    var bytes = Array(words.utf8)[...]
    while bytes.first == 0x20 { bytes = bytes.dropFirst() }
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
