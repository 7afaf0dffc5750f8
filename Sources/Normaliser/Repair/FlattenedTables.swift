// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers
import Documents

/// Puts tables back together that became plain text: cells joined by spaces or marks, one cell a line, or the text dump
/// of a ruled table in reading order.
///
/// The lines must begin with the heads of a table of actions, and what follows must fit them; everything else stays as it
/// is.
struct FlattenedTables {
  let reading: Reading

  /// Fewest rows.
  private static let leastRows = 2
  /// Most words of one table.
  private static let mostWords = 40_000
  /// Most lines between the heads and the first row.
  private static let mostLead = 6

  /// The document with its flattened tables as tables.
  func repaired(_ document: SourceDocument) -> SourceDocument {
    var blocks: [Block] = []
    var next = 0
    var isChanged = false
    var trial = Trial()
    while next < document.blocks.count {
      if let (table, end) = table(in: document.blocks, at: next, &trial) {
        blocks += table
        next = end
        isChanged = true
      } else {
        blocks.append(document.blocks[next])
        next += 1
      }
    }
    guard isChanged else { return document }
    var repaired = document
    repaired.blocks = blocks
    return repaired
  }

  /// What was tried and came to nothing: some lines of a text may look like heads.
  private struct Trial {
    /// Up to here no heads are looked for again.
    var end = 0
    var count = 0
  }

  /// Most lines that are taken for heads and turn out to be none.
  private static let mostTrials = 100
  /// Words below the heads that a first look takes in.
  private static let trialWords = 3_000

  /// The blocks of the flattened table that begins at a block, with the first block behind it.
  private func table(in blocks: [Block], at start: Int, _ trial: inout Trial) -> ([Block], Int)? {
    guard start >= trial.end, trial.count < FlattenedTables.mostTrials else { return nil }
    guard case .paragraph(let first) = blocks[start], mayBeHead(first), !first.style.contains(.recognised) else {
      return nil
    }
    let bytes = reading.text.bytes[first.span.range]
    let divider = FlattenedHead.divider(bytes)
    var lead = FlattenedText(reading: reading)
    fill(&lead, from: blocks[start...], divider: divider, lines: FlattenedHead.mostLines)
    guard let head = FlattenedHead(lead, headings: &reading.headings), head.end <= lead.lines.count else { return nil }
    let action = actionColumn(head)
    let columns = head.columns.indices.map { FlattenedColumn(role: head.columns[$0].role, isAction: $0 == action) }
    func align(_ limit: Int) -> (
      text: FlattenedText, set: [(block: Int, content: Block)], FlattenedAlignment, [FlattenedAlignment.Row]
    ) {
      var (text, set) = body(blocks, head: head, lead: lead, divider: divider, limit: limit)
      text.markEdges(areWrapped: head.form == .running)
      var alignment = FlattenedAlignment(text: text, form: head.form, columns: columns)
      alignment.learn(from: alignment.rows())
      return (text, set, alignment, alignment.rows())
    }
    var (text, set, alignment, rows) = align(FlattenedTables.trialWords)
    let isTable = isTable(rows, alignment, action: action)
    if isTable, text.words.count >= FlattenedTables.trialWords {
      (text, set, alignment, rows) = align(FlattenedTables.mostWords)
    }
    note(head, lead: lead, rows: rows, isTable: isTable)
    guard isTable, let last = rows.last?.cells.last else {
      trial.count += 1
      trial.end = lead.lines[head.end - 1].block + 1
      return nil
    }
    let writer = FlattenedWriter(head: head, lead: lead, text: text, columns: alignment.columns)
    let lastLine = text.words[last.words.upperBound - 1].line
    let end = text.lines[lastLine].block + 1
    return (set.filter { $0.block < end }.map(\.content) + writer.blocks(rows, from: blocks), end)
  }

  /// A quick look: nearly no line begins with a name of a column.
  private func mayBeHead(_ paragraph: Paragraph) -> Bool {
    guard paragraph.marker == .none, (2...FlattenedHead.longestLine).contains(paragraph.span.count) else {
      return false
    }
    let bytes = reading.text.bytes[paragraph.span.range]
    guard let first = bytes.first, (0x41...0x5A).contains(first) || first == 0x23 || first == 0x7C,
      bytes.last != UInt8(ascii: "."), bytes.last != UInt8(ascii: ":")
    else { return false }
    let start = String(decoding: bytes.prefix(24), as: UTF8.self)
    return HeadingVocabulary.words(start, limit: 2).contains { HeadingTerms.byFirstWord[$0] != nil }
  }

  private func fill(_ text: inout FlattenedText, from blocks: ArraySlice<Block>, divider: UInt8?, lines: Int) {
    for index in blocks.indices {
      guard case .paragraph(let paragraph) = blocks[index], text.lines.count < lines,
        paragraph.span.count <= FlattenedHead.longestLine
      else { return }
      if reading.text.bytes[paragraph.span.range].last == UInt8(ascii: ".") { return }
      text.append(paragraph, block: index, divider: divider)
    }
  }

  /// The lines behind the heads up to the next table; heads that are repeated and what only frames pages are set apart.
  private func body(
    _ blocks: [Block], head: FlattenedHead, lead: FlattenedText, divider: UInt8?, limit: Int
  ) -> (text: FlattenedText, set: [(block: Int, content: Block)]) {
    var text = FlattenedText(reading: reading)
    var set: [(block: Int, content: Block)] = []
    let repeats = RepeatedHeads(head, lead: lead)
    var index = lead.lines[head.end - 1].block + 1
    while index < blocks.count, text.words.count < limit {
      switch blocks[index] {
      case .table: return (text, set)
      case .heading(_, let paragraph):
        text.append(paragraph, block: index, divider: nil, isHeading: true)
      case .paragraph(let paragraph):
        let end = repeats.end(blocks, from: index, reading: reading)
        for block in index..<end {
          if case .paragraph(let paragraph) = blocks[block] {
            set.append((block, .furniture(.runningHeader, paragraph)))
          } else {
            set.append((block, blocks[block]))
          }
        }
        if end > index {
          index = end
          continue
        }
        text.append(paragraph, block: index, divider: divider)
      case .furniture, .pageBreak: set.append((index, blocks[index]))
      }
      index += 1
    }
    return (text, set)
  }

  /// The column that holds what is to be done.
  private func actionColumn(_ head: FlattenedHead) -> Int? {
    head.columns.firstIndex { $0.role == .action }
      ?? head.columns.firstIndex { FlattenedColumn.Nature($0.role) == .text }
  }

  /// Whether rows are those of a table: most have an action, and a date, a reference, a party or a status in its place.
  private func isTable(_ rows: [FlattenedAlignment.Row], _ alignment: FlattenedAlignment, action: Int?) -> Bool {
    guard rows.count >= FlattenedTables.leastRows, let first = rows.first?.cells.first else { return false }
    guard alignment.text.words[first.words.lowerBound].line <= FlattenedTables.mostLead else { return false }
    let filled = rows.count { row in
      row.cells.contains { $0.column == action }
        && row.cells.contains { alignment.columns[$0.column].nature != .text && alignment.isAnchor($0) }
    }
    return mean(rows) >= FlattenedWeights.leastCell
      && Double(filled) >= FlattenedWeights.leastFilled * Double(rows.count)
  }

  /// What the rows come to for each of their cells.
  private func mean(_ rows: [FlattenedAlignment.Row]) -> Double {
    rows.reduce(0) { $0 + $1.score } / Double(max(1, rows.reduce(0) { $0 + $1.cells.count }))
  }

  private func note(_ head: FlattenedHead, lead: FlattenedText, rows: [FlattenedAlignment.Row], isTable: Bool) {
    let line = lead.lines.first?.paragraph.location.line.map { "line \($0)" } ?? "lines"
    let heads = head.columns.map { lead.string($0.words) }.joined(separator: " | ")
    let tenths = Int(saturating: (mean(rows) * 10).rounded())
    reading.explanation.note(
      line, isTable ? "table" : "text",
      ["heads of a table as text: \(heads)", "\(rows.count) rows fit them by \(tenths) tenths a cell"])
  }
}
