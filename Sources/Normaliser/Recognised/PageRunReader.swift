// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads pages whose table came out of text recognition as one run of words: the heads in any order, then the cells of
/// one row after the other, cut and mixed.
///
/// The document's well-read tables say what the columns are and who is named in them. It fires on nothing else: the run
/// must be long, open with several of the known heads, and hold references that follow one another.
struct PageRunReader {
  let reading: Reading
  let layout: Layout
  /// Number of the layout.
  let number: Int

  /// Fewest bytes of a run.
  static let leastBytes = 800
  /// Most bytes of a run: a page has a few thousand, and the work grows faster than the text.
  private static let mostBytes = 150_000
  /// Longest header, in bytes.
  private static let headerBytes = 1_000

  /// Reads the run that some prose is; nil where it is none, and nothing was changed.
  ///
  /// - Returns: the records read.
  func read(_ items: [ProseItem], into plan: inout RawPlan) -> Range<Int>? {
    guard layout.kind == .actions, layout.columns.count >= 5, layout.has(.action),
      (PageRunReader.leastBytes...PageRunReader.mostBytes).contains(items.reduce(0) { $0 + $1.paragraph.span.count })
    else { return nil }
    let known = layout.columns.map { RunLexicon.words($0.words) }.filter { !$0.isEmpty }
    guard let first = items.indices.first(where: { opens(items[$0...], known: known) }) else { return nil }
    let paragraphs = body(items[first...], plan: plan)
    let text = RunText(paragraphs, reading: reading)
    guard let start = header(text, known: known) else { return nil }
    let last = plan.actions.last?.reference.flatMap(RunReferences.parse)
    let references = RunReferences.find(text, from: start, after: last)
    guard references.count >= 2 else { return nil }

    reading.furnish(text.phrase(0..<start), kind: "header-row")
    for paragraph in paragraphs { reading.runs.insert(paragraph.span) }
    var tagger = RunTagger(
      text: text, lexicon: RunLexicon(layout: layout, actions: plan.actions, reading: reading), from: start)
    let elements = tagger.tagged(references)
    let dealt = RunRecords(elements: elements, roles: tagger.lexicon.roles).records()
    let writer = RunWriter(text: text, elements: elements, lexicon: tagger.lexicon, layout: layout, number: number)
    let begin = plan.actions.count
    writer.write(dealt, references: references, into: &plan)
    reading.explanation.note(
      "page run \(references[0].words)", TableKind.actions.rawValue,
      ["the table's heads in a row, then \(references.count) references that follow one another"])
    return begin..<plan.actions.count
  }

  /// The paragraphs of the run, without the plan's title that stands on the next page.
  private func body(_ items: ArraySlice<ProseItem>, plan: RawPlan) -> [Paragraph] {
    var paragraphs = items.map(\.paragraph)
    let title = plan.title.map { reading.string($0) }
    while paragraphs.count > 1, let last = paragraphs.last, let title, reading.string(last) == title {
      if plan.title != Phrase(last.span) { reading.furnish(Phrase(last.span), kind: "running-header") }
      paragraphs.removeLast()
    }
    return paragraphs
  }

  /// Whether the paragraphs begin with the heads of a run; only their beginning is looked at.
  private func opens(_ items: ArraySlice<ProseItem>, known: [RunLexicon.Words]) -> Bool {
    func beginning(_ bytes: Int) -> RunText {
      var paragraphs: [Paragraph] = []
      var left = bytes
      for item in items where left > 0 {
        var paragraph = item.paragraph
        paragraph.span.end = min(paragraph.span.end, paragraph.span.start + UInt32(left))
        left -= paragraph.span.count
        paragraphs.append(paragraph)
      }
      return RunText(paragraphs, reading: reading)
    }
    let glance = beginning(120)
    guard known.contains(where: { match($0, glance, at: 0) != nil }) else { return false }
    return header(beginning(PageRunReader.headerBytes), known: known) != nil
  }

  /// The first token behind the heads that open a run; nil where fewer than half of the columns are named.
  private func header(_ text: RunText, known: [RunLexicon.Words]) -> Int? {
    var left = known
    var token = 0
    var found = 0
    while token < text.tokens.count {
      var best: (index: Int, end: Int)?
      for (index, head) in left.enumerated() {
        if let end = match(head, text, at: token), end > best?.end ?? token { best = (index, end) }
      }
      guard let best else { break }
      left.remove(at: best.index)
      token = best.end
      found += 1
    }
    return found >= 3 && found * 2 >= known.count ? token : nil
  }

  private func match(_ head: RunLexicon.Words, _ text: RunText, at start: Int) -> Int? {
    var token = start
    for (number, word) in head.enumerated() {
      while number > 0, token < text.tokens.count, text.tokens[token].kind == .mark { token += 1 }
      guard token < text.tokens.count else { return nil }
      if text.tokens[token].kind == .number {
        guard text.bytes(token).elementsEqual(word) else { return nil }
      } else {
        guard let likeness = text.likeness(token, to: word), number == 0 || likeness != .cutFront,
          text.bytes(token).count >= 3 || likeness == .same
        else { return nil }
      }
      token += 1
    }
    return token
  }
}
