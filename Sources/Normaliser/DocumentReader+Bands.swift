// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// Rows across a table, and the rows above its header.
extension DocumentReader {
  /// Whether a row is a heading across the table.
  func isBand(_ grid: Grid, row: Int, layout: Layout) -> Bool {
    let entries = grid.fresh(row)
    if isLabelledBand(entries, grid: grid) { return true }
    guard entries.count == 1, let entry = entries.first else { return false }
    if grid.entries(row).contains(where: { $0.isCarried && $0.hasText }) {
      return false
    }
    let words = reading.string(grid.paragraphs(entry))
    let heading = SectionHeading.parse(words)
    if entry.columnSpan * 10 >= grid.columnCount * 6, entry.columnSpan > 1 { return true }
    if entry.column > 0 { return headsNumbered(entry, words: words, grid: grid, row: row, layout: layout) }
    if heading.kind != nil { return true }
    let role = layout.columns.first?.role
    if role == .section || role == .outcome || role == .theme { return false }
    if role == .action || role == .measure {
      // Under the actions' own head only a reference makes a lone text a heading, and only where actions have none.
      let profile = layout.columns[0].profile
      return grid.table.alignment != .exact && heading.ref != nil && (profile?.leadingReferences ?? 0) < 0.3
    }
    if reading.continuesSentence(reading.phrase(grid.paragraphs(entry))) { return false }
    if grid.table.alignment != .exact, heading.ref == nil {
      // A lone text may have lost the empty cells before it: only what reads like a heading is one.
      guard words.utf8.count <= 90, words.utf8.last != UInt8(ascii: "."), DateReader.embedded(in: words) == nil else {
        return false
      }
    }
    return words.utf8.count > 3 && ReferenceReader.leading(words).map { $0.range.upperBound < words.utf8.count } ?? true
  }

  /// Whether a short text that stands alone under the actions' head, where all others have numbers, heads the next rows.
  private func headsNumbered(_ entry: Grid.Entry, words: String, grid: Grid, row: Int, layout: Layout) -> Bool {
    guard let action = layout.column(.action), entry.column == action, !actionState.isAfterBreak,
      let reference = layout.column(.reference), (layout.columns[reference].profile?.references ?? 0) > 0.6,
      words.utf8.count <= 60, words.utf8.last != UInt8(ascii: "."), DateReader.embedded(in: words) == nil,
      !reading.continuesSentence(reading.phrase(grid.paragraphs(entry)))
    else { return false }
    guard let next = (row + 1..<grid.rowCount).first(where: { grid.freshCount($0) > 0 }) else { return false }
    return grid.freshCount(next) >= 3 && grid.fresh(next).contains { $0.column == reference }
  }

  /// "Priority 1 | Community health": the label in one cell, the title across the rest.
  func isLabelledBand(_ entries: some BidirectionalCollection<Grid.Entry>, grid: Grid) -> Bool {
    guard entries.count == 2, let first = entries.first, let second = entries.last, first.column == 0,
      second.column == first.columnSpan
    else { return false }
    let label = reading.string(grid.paragraphs(first))
    guard label.utf8.count <= 40 else { return false }
    let heading = SectionHeading.parse(label)
    let spans = second.columnSpan * 2 >= grid.columnCount && second.columnSpan > 1
    return heading.kind != nil && heading.titleRange.isEmpty
      && (spans || grid.table.alignment != .exact || heading.ref != nil)
      || CellReference.parse(label) != nil && spans
  }

  mutating func readBand(_ grid: Grid, row: Int) -> Bool {
    let entries = grid.fresh(row)
    if isLabelledBand(entries, grid: grid) {
      let label = grid.paragraphs(entries[0])
      let title = grid.paragraphs(entries[1])
      if SectionHeading.parse(reading.string(label)).kind == nil {
        return readHeadingRow(grid, row: row, entries: entries)
      }
      _ = sections.consume(
        label + title, into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: true)
      lastSection = plan.outline.current
      return true
    }
    guard entries.count == 1, let entry = entries.first else { return false }
    let paragraphs = grid.paragraphs(entry)
    if readKey(paragraphs, fill: grid.table.cells[entry.cell].fill) { return true }
    let left = sections.consume(
      paragraphs, into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: true)
    lastSection = plan.outline.current
    return left.count < paragraphs.count
  }

  /// Rows above a table's header, and tables that are nothing but headings.
  mutating func readLead(_ grid: Grid, rows: Range<Int>, layout: Layout?) {
    readKeyColumns(grid, rows: rows)
    for row in rows {
      if let layout, layout.kind == .actions, !layout.has(.action) {
        actionState.current = nil
        let number = layoutNumber(layout.signature)
        let reader = ActionReader(reading: reading, grid: grid, layout: layout, layoutNumber: number)
        if reader.beginBandAction(row, into: &plan, state: &actionState) { continue }
      }
      let entries = grid.fresh(row).filter { entry in
        grid.paragraphs(entry).first.map { !legend.contains($0.span) } ?? false
      }
      guard let first = entries.first else { continue }
      if isLabelledBand(entries, grid: grid), readBand(grid, row: row) { continue }
      if readHeadingRow(grid, row: row, entries: entries) { continue }
      let paragraphs = grid.paragraphs(first)
      let words = reading.string(paragraphs)
      if let title = plan.title, title.first == paragraphs.first?.span { continue }
      if plan.title == nil, plan.actions.isEmpty, PlanKindReader.kind(words) != nil, words.utf8.count < 160 {
        plan.title = reading.phrase(paragraphs)
        continue
      }
      for entry in entries {
        let cell = grid.table.cells[entry.cell]
        if readKey(cell.paragraphs, fill: cell.fill) { continue }
        let cellWords = reading.string(cell.paragraphs)
        if entry.column > first.column, cellWords.utf8.count < 30, reading.headings.best(cellWords) != nil {
          reading.furnish(reading.phrase(cell.paragraphs), kind: "label")
          continue
        }
        // "Last updated: 3 May 2025"
        if entries.count == 1, PlanKindReader.edition(cellWords) != nil, SectionHeading.parse(cellWords).kind == nil {
          continue
        }
        let isSentence = cellWords.utf8.last == UInt8(ascii: ".") && cellWords.utf8.contains(0x20)
        let isHeading =
          entry.column == first.column && !prose.isGeneric(cellWords) && cellWords.utf8.count < 300 && !isSentence
        _ = sections.consume(
          cell.paragraphs, into: &plan.outline, origin: .row, place: grid.source(row),
          opensUnlabelled: isHeading && entries.count == 1)
      }
    }
    plan.outline.endList()
    lastSection = plan.outline.current
  }

  /// A row of a reference and a heading ("A | Title"), or of a label and its value ("Lead | …").
  mutating func readHeadingRow(_ grid: Grid, row: Int, entries: some BidirectionalCollection<Grid.Entry>) -> Bool {
    guard entries.count == 2, let first = entries.first, let second = entries.last else { return false }
    let label = grid.paragraphs(first)
    let value = grid.paragraphs(second)
    let labelPhrase = reading.phrase(label)
    let words = reading.string(labelPhrase)
    if let ref = CellReference.parse(words) {
      let text = reading.string(value[0])
      if let current = plan.outline.current, plan.outline.sections[current].ref == nil,
        LabelledText.leading(text, headings: &reading.headings)?.vote.role == .lead
      {
        // The reference of a heading that stands in the row above.
        plan.outline.setReference(of: current, to: ref, phrase: labelPhrase)
        plan.outline.settle(current)
        _ = sections.consume(value, into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: false)
        return true
      }
      let phrase = Phrase(value[0].span)
      let heading = SectionHeading.parse(text)
      reading.furnish(phrase.part(heading.labelRange), kind: "label")
      plan.outline.open(
        heading, phrase: phrase, origin: .row, place: grid.source(row), ref: ref, refPhrase: labelPhrase)
      _ = sections.consume(
        Array(value.dropFirst()), into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: false)
      return true
    }
    if words.utf8.count <= LabelledText.longestLabel, let vote = reading.headings.best(words),
      vote.weight >= LabelledText.leastWeight, plan.outline.current != nil
    {
      return addToSection(value, label: labelPhrase, role: vote.role)
    }
    return false
  }

  /// Gives the open section the leads or outcomes that a label names; false where it names anything else.
  mutating func addToSection(_ value: [Paragraph], label: Phrase, role: ColumnRole) -> Bool {
    switch role {
    case .lead: plan.outline.add(leads: value)
    case .outcome, .successMeasures:
      for paragraph in value { plan.outline.add(outcome: Phrase(paragraph.span)) }
    default: return false
    }
    reading.furnish(label, kind: "label")
    return true
  }
}
