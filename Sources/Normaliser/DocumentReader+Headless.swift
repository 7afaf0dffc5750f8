// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// Tables without a header.
extension DocumentReader {
  mutating func readWithoutHeader(_ grid: Grid) {
    let rows = 0..<grid.rowCount
    let heading = lastHeading()
    let headingWords = heading.map { HeadingVocabulary.words(reading.string($0.paragraph)) } ?? []
    let card = CardReader(reading: reading, grid: grid)
    if followsCard(grid), let pairs = card.pairs(rows: rows, isPart: true) {
      read(pairs, of: card)
      return
    }
    if let lastLayout, continuesUnderHeading(lastLayout, grid: grid) {
      settleProse(before: .actions, layout: lastLayout)
      begin(lastLayout, isRepeated: true, grid: grid)
      readData(grid, rows: rows, layout: lastLayout)
      reading.explanation.note(
        "table \(grid.number)", TableKind.actions.rawValue, ["goes on with the columns above, under the next heading"])
      return
    }
    if isControlTable(grid) {
      settleProse(before: .decoy)
      reading.explanation.note(
        "table \(grid.number)", TableKind.decoy.rawValue, ["versions, signatures, meetings or risks"])
      return
    }
    let glossary = GlossaryReader(reading: reading, grid: grid)
    let isGlossary = headingWords.contains { ["glossary", "acronyms", "abbreviations", "terms"].contains($0) }
    if let lastLayout, !isGlossary, continues(lastLayout, grid: grid) {
      waiting = []
      actionState.isAfterBreak = true
      readData(grid, rows: rows, layout: lastLayout)
      return
    }
    if isGlossary && grid.columnCount >= 2 && grid.columnCount <= 6 || glossary.score(rows: rows) > 0.8 {
      settleProse(before: .glossary)
      let pairs = stride(from: 0, to: grid.columnCount - 1, by: 2).map { (term: $0, meaning: $0 + 1) }
      glossary.read(rows: rows, pairs: pairs, into: &plan)
      reading.explanation.note(
        "table \(grid.number)", TableKind.glossary.rawValue, ["abbreviations beside their meanings"])
      return
    }
    if readKeyTable(grid, rows: rows) { return }
    if let pairs = card.pairs(rows: rows) {
      read(pairs, of: card)
      return
    }
    let groups = GroupReader(reading: reading, grid: grid)
    if groups.membershipScore(rows: rows) > 0.6 {
      settleProse(before: .membership)
      groups.readMembers(rows: rows, nameColumn: 0, roleColumns: [1], name: groupName(), into: &plan)
      reading.explanation.note("table \(grid.number)", TableKind.membership.rawValue, ["names beside posts"])
      return
    }
    if groups.boardScore(rows: rows) > 0.5 {
      settleProse(before: .membership)
      groups.readBoards(rows: rows, into: &plan)
      reading.explanation.note(
        "table \(grid.number)", TableKind.membership.rawValue, ["posts under the names of boards"])
      return
    }
    if readActionsWithoutHeader(grid, rows: rows) { return }
    readKeyColumns(grid, rows: rows)
    if isSectionTable(grid) {
      settleProse(before: .sections)
      readLead(grid, rows: rows, layout: nil)
      reading.explanation.note(
        "table \(grid.number)", TableKind.sections.rawValue, ["a few rows of references, headings and labels"])
      lastLayout = nil
      return
    }
    settleProse(before: .decoy)
    reading.explanation.note("table \(grid.number)", TableKind.decoy.rawValue, ["no header and no known shape"])
  }

  /// Whether a table has as many columns as the card right before it: the next card, or a part of it that a page break cut
  /// off.
  func followsCard(_ grid: Grid) -> Bool {
    lastCard.map { $0.table + 1 == grid.number && $0.columns == grid.columnCount } ?? false
  }

  private mutating func read(_ pairs: [CardReader.Pair], of card: CardReader) {
    let grid = card.grid
    let open = cutAction(pairs, grid: grid)
    let title = open == nil ? takeCardTitle(pairs) : nil
    settleProse(before: .card)
    let number = layoutNumber("card")
    card.read(
      pairs, rows: 0..<grid.rowCount, layout: number, title: title, goingOn: open, into: &plan, sections: sections)
    if !plan.actions.isEmpty { lastCard = (grid.number, grid.columnCount, plan.actions.count - 1) }
    reading.explanation.note(
      "table \(grid.number)", TableKind.card.rawValue,
      open == nil ? ["labels on the left, what they label on the right"] : ["goes on with the card before"])
  }

  /// The action of the card before that this part goes on with: it names no action and has none of that card's labels.
  private func cutAction(_ pairs: [CardReader.Pair], grid: Grid) -> Int? {
    guard followsCard(grid), let card = lastCard, card.action == plan.actions.count - 1, let first = pairs.first,
      first.row == 0, ![.action, .reference, .section].contains(first.vote.role),
      waiting.allSatisfy({ reading.ledger.isTouched($0.paragraph.span) || isRunningLine($0) })
    else { return nil }
    let action = plan.actions[card.action]
    let until = pairs.first { $0.vote.role == .action || $0.vote.role == .reference }?.row ?? grid.rowCount
    let roles = Set(pairs.filter { $0.row < until }.map(\.vote.role))
    let known = Set(action.values.map(\.role))
    let repeats = roles.contains { known.contains($0) && $0 != .other && $0 != .update }
    return repeats || action.text.isEmpty ? nil : card.action
  }

  /// The line right above a card that is the title of its action, not of a section: "Action 1.1", or "Action 1.1: …" where
  /// the card itself does not say what the action is.
  private mutating func takeCardTitle(_ pairs: [CardReader.Pair]) -> CardReader.Title? {
    guard let last = waiting.last, last.paragraph.marker != .bullet, last.paragraph.span.count < 400,
      !pairs.contains(where: { $0.vote.role == .reference })
    else { return nil }
    let words = reading.string(last.paragraph)
    guard let leading = ReferenceReader.leading(words) else { return nil }
    // What calls itself an action may be a sentence.
    guard namesAction(leading) ?? (leading.kind == .decimal && prose.isHeadingLike(last)) else { return nil }
    let saysAction = pairs.contains { $0.vote.role == .action }
    if leading.range.upperBound >= words.utf8.count {
      waiting.removeLast()
      return .reference(Phrase(last.paragraph.span))
    }
    guard !saysAction, !pairs.contains(where: { $0.vote.role == .section }) else { return nil }
    waiting.removeLast()
    return .action(last.paragraph)
  }

  /// The line right above a table that has no column of actions, where it says which action the table is about: "Action 1.1
  /// Publish the offer".
  mutating func takeActionTitle(before layout: Layout) -> Paragraph? {
    guard layout.kind == .actions, !layout.has(.action), let last = waiting.last, last.paragraph.marker != .bullet
    else {
      return nil
    }
    let words = reading.string(last.paragraph)
    guard words.utf8.count < 400, SectionHeading.parse(words).kind == nil,
      let leading = ReferenceReader.leading(words), leading.range.upperBound < words.utf8.count,
      namesAction(leading) ?? (leading.kind == .decimal)
    else { return nil }
    waiting.removeLast()
    return last.paragraph
  }

  /// Begins the record that the rows of a table without a column of actions belong to.
  mutating func beginAction(_ title: Paragraph, layout: Layout) {
    var action = RawAction(place: SourcePlace(title.location), layout: layoutNumber(layout.signature))
    action.section = plan.outline.current
    action.text = [title]
    plan.actions.append(action)
    actionState.current = plan.actions.count - 1
  }

  /// Reads a table of actions that lost its header, where the cells alone show it: numbers, texts and deadlines in each row.
  private mutating func readActionsWithoutHeader(_ grid: Grid, rows: Range<Int>) -> Bool {
    guard rows.count >= 2, grid.columnCount >= 4 else { return false }
    let layout = RoleDecision(reading: reading, known: knownColumns).layout(grid, header: 0..<0, data: rows)
    guard layout.kind == .actions, layout.has(.reference), layout.has(.action), layout.has(.timescale),
      layout.columns.allSatisfy({ ($0.profile?.filled ?? 0) * 2 > rows.count || $0.role == nil })
    else { return false }
    settleProse(before: .actions, layout: layout)
    begin(layout, isRepeated: false, grid: grid)
    readData(grid, rows: rows, layout: layout)
    return true
  }

  /// Whether the first row heads a table of versions, signatures, contacts, meetings or risks.
  func isControlTable(_ grid: Grid) -> Bool {
    guard let row = (0..<grid.rowCount).first(where: { grid.freshCount($0) > 0 }), row + 1 < grid.rowCount else {
      return false
    }
    let heads = grid.fresh(row).map { reading.string(grid.paragraphs($0)) }
    guard heads.count >= 3, heads.allSatisfy({ $0.utf8.count <= 30 && DateReader.embedded(in: $0) == nil }) else {
      return false
    }
    if heads.count(where: { DecoyWords.speakOfRisk($0) }) > 1 { return true }
    let marks = heads.count { DecoyWords.speakOfControl($0) }
    return marks >= 2 || marks == 1 && heads.contains { HeadingVocabulary.words($0).contains("date") }
  }

  /// Whether a table without a header goes on with the last one: nothing but a page break between, and as many columns.
  func continues(_ layout: Layout, grid: Grid) -> Bool {
    guard layout.kind == .actions || layout.kind == .indicators else { return false }
    // A running title or a page number may stand between; a heading or a sentence may not.
    guard waiting.allSatisfy({ reading.ledger.isTouched($0.paragraph.span) || isRunningLine($0) }) else { return false }
    guard grid.columnCount <= layout.columns.count + 1, grid.columnCount * 2 >= layout.columns.count else {
      return false
    }
    if contradicts(layout, grid: grid) { return false }
    // A few columns may be a heading; nearly all of them are rows that go on.
    if layout.columns.count >= 4, grid.columnCount + 1 >= layout.columns.count { return true }
    return !isSectionTable(grid)
  }

  /// Whether there is text in the columns of deadlines and all of it begins anew and is no date.
  private func contradicts(_ layout: Layout, grid: Grid) -> Bool {
    let columns = layout.columns.indices.filter { layout.columns[$0].role == .timescale }
    guard !columns.isEmpty, grid.columnCount == layout.columns.count else { return false }
    let words = (0..<grid.rowCount).flatMap { row in
      grid.fresh(row).filter { columns.contains($0.column) }.map {
        reading.string(grid.paragraphs($0))
      }
    }
    return !words.isEmpty
      && words.allSatisfy { DateReader.score($0) == 0 && $0.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
  }

  /// Whether a table without a header goes on with the columns of the last one under the next section's heading: an
  /// export prints a row across the table as a line of its own, an author leaves out the header after the first section.
  func continuesUnderHeading(_ layout: Layout, grid: Grid) -> Bool {
    guard layout.kind == .actions, layout.columns.count >= 4, grid.columnCount == layout.columns.count else {
      return false
    }
    // A header that had no rows of its own has them here: its first section's row stood right below it.
    let isHeadAlone = lastTableRecords.isEmpty
    let between = waiting.filter { !reading.ledger.isTouched($0.paragraph.span) && !isRunningLine($0) }
    guard (1...3).contains(between.count),
      between.allSatisfy({
        prose.isHeadingLike($0) && (isHeadAlone || SectionHeading.parse(reading.string($0.paragraph)).isExplicit)
      }),
      let row = (0..<grid.rowCount).first(where: { grid.freshCount($0) >= 3 })
    else { return false }
    // The first row's number or date stands where the columns above have theirs.
    var agrees = isHeadAlone && grid.fresh(row).contains { layout.columns[$0.column].role == .action }
    for entry in grid.fresh(row) where entry.column < layout.columns.count {
      let words = reading.string(grid.paragraphs(entry))
      switch layout.columns[entry.column].role {
      case .reference:
        if CellReference.parse(words) == nil { return false }
        agrees = true
      case .action where !layout.has(.reference) && ReferenceReader.leading(words) != nil: agrees = true
      case .timescale where DateReader.score(words) > 0.5: agrees = true
      default: break
      }
    }
    return agrees
  }

  func isRunningLine(_ item: ProseItem) -> Bool {
    let words = reading.string(item.paragraph)
    return item.headingLevel == nil && words.utf8.count <= 40 && !SectionHeading.parse(words).isExplicit
      && (prose.isGeneric(words) || words.utf8.allSatisfy { !$0.isWordByte || (0x30...0x39).contains($0) })
  }

  func isSectionTable(_ grid: Grid) -> Bool {
    guard grid.rowCount <= 12, (0..<grid.rowCount).allSatisfy({ grid.freshCount($0) <= 4 }) else { return false }
    var explicit = 0
    var filled = 0
    for row in 0..<grid.rowCount {
      let entries = grid.fresh(row).filter { entry in
        grid.paragraphs(entry).first.map { !legend.contains($0.span) } ?? false
      }
      guard let first = entries.first else { continue }
      filled += 1
      let words = reading.string(grid.paragraphs(first))
      let heading = SectionHeading.parse(words)
      let label = LabelledText.leading(words, headings: &reading.headings)
      let isReference = CellReference.parse(words) != nil
      // "Senior responsible officer | …"
      let vote =
        entries.count == 2 && words.utf8.count <= LabelledText.longestLabel ? reading.headings.best(words) : nil
      let isLabel =
        vote.map { $0.weight >= LabelledText.leastWeight && ($0.role == .lead || $0.role == .outcome) } ?? false
      if heading.kind != nil || heading.ref != nil && words.utf8.count > 6 || label?.vote.role == .lead || isReference
        || isLabel
      {
        explicit += 1
      }
    }
    return filled > 0 && explicit * 2 >= filled && explicit > 0
  }
}
