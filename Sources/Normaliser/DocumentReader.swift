// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Walks through a document's blocks in reading order and collects what they hold.
struct DocumentReader {
  let reading: Reading
  private(set) var plan = RawPlan()

  private let prose: ProseReader
  private let sections: SectionReader
  private let finder: HeaderFinder

  /// Prose since the last table.
  private var waiting: [ProseItem] = []
  private var isAfterBreak = false
  private var tableCount = 0

  /// The layout that a table without a header of its own goes on with.
  private var lastLayout: Layout?
  private var layoutNumbers: [[String]: Int] = [:]
  private var knownLayouts: [[String]: (layout: Layout, agreements: Int)] = [:]
  private var actionState = ActionReader.State()
  private var indicatorState = IndicatorReader.State()
  private var lastSection: Int?
  /// Records of the last action table, for columns that stand on a page of their own.
  private var lastTableRecords: Range<Int> = 0..<0
  private var lastTableIsRun = false
  private var strip: ColumnStrip?

  init(reading: Reading) {
    self.reading = reading
    prose = ProseReader(reading: reading)
    sections = SectionReader(reading: reading)
    finder = HeaderFinder(reading: reading)
  }

  mutating func read(_ document: SourceDocument) {
    for block in document.blocks {
      switch block {
      case .heading(let level, let paragraph):
        waiting.append(ProseItem(paragraph: paragraph, headingLevel: level, isAfterBreak: isAfterBreak))
        isAfterBreak = false
      case .paragraph(let paragraph):
        waiting.append(ProseItem(paragraph: paragraph, headingLevel: nil, isAfterBreak: isAfterBreak))
        isAfterBreak = false
      case .table(let table):
        tableCount += 1
        read(Grid(table, number: tableCount))
        isAfterBreak = false
      case .furniture(let kind, let paragraph):
        reading.furnish(Phrase(paragraph.span), kind: kind.rawValue)
      case .pageBreak:
        isAfterBreak = true
      }
    }
    finishIndicators()
    settleProse(before: nil)
    finishStrip()
  }

  // MARK: Tables

  private mutating func read(_ grid: Grid) {
    guard grid.rowCount > 0, grid.columnCount > 0 else { return }
    if readStrip(grid) { return }
    let headers = headerRows(grid)
    guard let first = headers.first else {
      readWithoutHeader(grid)
      return
    }
    let assignment = RoleAssignment(reading: reading)
    for (index, header) in headers.enumerated() {
      let end = index + 1 < headers.count ? headers[index + 1].lowerBound : grid.rowCount
      let signature = finder.signature(grid, row: header.lowerBound)
      let isRepeated = lastLayout?.signature == signature && lastLayout?.columns.count == grid.columnCount
      let layout: Layout
      if isRepeated, index > 0, let known = lastLayout {
        layout = known
      } else {
        layout = self.layout(grid, header: header, data: header.upperBound..<end, signature: signature, by: assignment)
      }
      if index == 0, layout.kind == .decoy || layout.kind == .glossary,
        readKeyTable(grid, rows: header.upperBound..<end)
      {
        furnishHeader(grid, rows: header)
        continue
      }
      if index == 0 {
        settleProse(before: layout.kind, layout: layout)
        readLead(grid, rows: 0..<first.lowerBound, layout: layout)
      }
      if let column = layout.sectionHead, let cell = grid.cell(header.lowerBound, column) {
        _ = sections.consume(
          cell.paragraphs, into: &plan.outline, origin: .row, place: grid.source(header.lowerBound),
          opensUnlabelled: true)
      }
      furnishHeader(grid, rows: header, except: layout.sectionHead)
      let bandAction = index == 0 && !layout.has(.action) && layout.kind == .actions ? actionState.current : nil
      begin(layout, isRepeated: isRepeated, grid: grid)
      if let bandAction { actionState.current = bandAction }
      readData(grid, rows: header.upperBound..<end, layout: layout)
    }
  }

  /// The layout of a header. One that was read alike several times is not weighed again: long exports repeat their
  /// headers on every page.
  private mutating func layout(
    _ grid: Grid, header: Range<Int>, data: Range<Int>, signature: [String], by assignment: RoleAssignment
  ) -> Layout {
    let key = signature + ["\(grid.columnCount)", "\(header.count)"]
    if let known = knownLayouts[key], known.agreements >= 3 { return known.layout }
    let layout = assignment.layout(grid, header: header, data: data)
    let agrees = knownLayouts[key].map { $0.layout.columns.map(\.role) == layout.columns.map(\.role) } ?? false
    knownLayouts[key] = (layout, agrees ? (knownLayouts[key]?.agreements ?? 0) + 1 : 0)
    return layout
  }

  /// Reads columns that stand on a page of their own; they wait until all their rows are there.
  private mutating func readStrip(_ grid: Grid) -> Bool {
    if let found = ColumnStrip(grid, after: lastLayout, records: lastTableRecords.count, reading: reading) {
      settleProse(before: nil)
      finishStrip()
      reading.explanation.note("table \(grid.number)", "strip", ["dated updates alone: columns of the table before"])
      strip = found
      return true
    }
    if strip != nil, headerRows(grid).isEmpty, strip?.extend(with: grid, reading: reading) == true { return true }
    return false
  }

  private mutating func readPageRun(_ items: [ProseItem]) -> Bool {
    guard let layout = lastLayout, !lastTableRecords.isEmpty else { return false }
    let reader = PageRunReader(reading: reading, layout: layout, number: layoutNumbers[layout.signature] ?? 0)
    guard let records = reader.read(items, into: &plan) else { return false }
    finishStrip()
    lastTableRecords = records
    lastTableIsRun = true
    return true
  }

  private mutating func finishStrip() {
    strip?.join(lastTableRecords, isCertain: !lastTableIsRun, of: &plan, reading: reading)
    strip = nil
  }

  /// The header rows of a table, each with its second line.
  private func headerRows(_ grid: Grid) -> [Range<Int>] {
    var headers: [Range<Int>] = []
    var row = 0
    var isFirst = true
    while row < grid.rowCount {
      let isHeader = finder.isHeader(grid, row: row, isFirst: isFirst)
      if !grid.fresh(row).isEmpty { isFirst = false }
      guard isHeader else {
        row += 1
        continue
      }
      var end = row + 1
      while end < grid.rowCount, end - row < 3, finder.isSecondLine(grid, row: end, header: row) { end += 1 }
      headers.append(row..<end)
      row = end
    }
    return isCard(grid, headers: headers) ? [] : headers
  }

  /// Labels that stand under one another look like headers row by row: a card is no table with many headers.
  private func isCard(_ grid: Grid, headers: [Range<Int>]) -> Bool {
    guard !headers.isEmpty, grid.columnCount <= 8 else { return false }
    let card = CardReader(reading: reading, grid: grid)
    guard grid.rowCount <= 40, let pairs = card.pairs(rows: 0..<grid.rowCount) else { return false }
    // In a table the cells below the first head are no labels.
    let rows = (0..<grid.rowCount).filter { !grid.fresh($0).isEmpty }
    let labelled = Set(pairs.filter { $0.label.column == 0 }.map(\.row))
    return labelled.count * 10 >= rows.count * 6 && labelled.count >= 3
  }

  private func furnishHeader(_ grid: Grid, rows: Range<Int>, except column: Int? = nil) {
    for row in rows {
      for entry in grid.fresh(row) where row > rows.lowerBound || entry.column != column {
        reading.furnish(reading.phrase(grid.table.cells[entry.cell].paragraphs), kind: "header-row")
      }
    }
  }

  private mutating func begin(_ layout: Layout, isRepeated: Bool, grid: Grid) {
    if layout.kind != .indicators { finishIndicators() }
    if isRepeated, lastSection == plan.outline.current, layout.kind == .actions {
      actionState.isAfterBreak = true
    } else {
      let columnSections = isRepeated ? actionState.columnSections : [:]
      actionState = ActionReader.State()
      actionState.columnSections = columnSections
      finishIndicators()
      indicatorState = IndicatorReader.State()
    }
    if layout.kind == .indicators {
      IndicatorReader(reading: reading, grid: grid, layout: layout).begin(&indicatorState)
    }
    lastLayout = layout
    lastSection = plan.outline.current
    if layoutNumbers[layout.signature] == nil { layoutNumbers[layout.signature] = layoutNumbers.count }
  }

  private mutating func readData(_ grid: Grid, rows: Range<Int>, layout: Layout) {
    switch layout.kind {
    case .actions: readActions(grid, rows: rows, layout: layout)
    case .indicators:
      let reader = IndicatorReader(reading: reading, grid: grid, layout: layout)
      for row in rows {
        if isBand(grid, row: row, layout: layout), readBand(grid, row: row) {
          reader.finish(&plan, state: &indicatorState)
          continue
        }
        reader.read(row, into: &plan, state: &indicatorState)
      }
    case .membership:
      GroupReader(reading: reading, grid: grid).readMembers(
        rows: rows, nameColumn: layout.column(.memberName),
        roleColumns: layout.columns.indices.filter {
          [.memberRole, .lead, .other].contains(layout.columns[$0].role)
        }, name: groupName(), into: &plan)
    case .groups: GroupReader(reading: reading, grid: grid).readGroups(rows: rows, layout: layout, into: &plan)
    case .glossary:
      let terms = layout.columns.indices.filter { layout.columns[$0].role == .term }
      let meanings = layout.columns.indices.filter { layout.columns[$0].role == .meaning }
      GlossaryReader(reading: reading, grid: grid).read(rows: rows, pairs: Array(zip(terms, meanings)), into: &plan)
    default: break
    }
  }

  private mutating func readActions(_ grid: Grid, rows: Range<Int>, layout: Layout) {
    let reader = ActionReader(
      reading: reading, grid: grid, layout: layout, layoutNumber: layoutNumbers[layout.signature] ?? 0)
    let firstRecord = plan.actions.count
    for row in rows {
      if isRemark(grid, row: row) { continue }
      if reader.readLabelledRow(row, into: &plan, state: actionState) { continue }
      if !layout.has(.action), reader.beginBandAction(row, into: &plan, state: &actionState) { continue }
      if plan.outline.pending != nil || isBand(grid, row: row, layout: layout), readBand(grid, row: row) {
        actionState.current = nil
        continue
      }
      reader.read(row, into: &plan, state: &actionState)
      lastSection = plan.outline.current
    }
    finishStrip()
    lastTableRecords = firstRecord..<plan.actions.count
    lastTableIsRun = false
  }

  /// Whether a row holds nothing but a remark under the table: "* dates may move", "Total actions: 12".
  private func isRemark(_ grid: Grid, row: Int) -> Bool {
    let entries = grid.fresh(row)
    guard entries.count == 1, let entry = entries.first, row + 1 == grid.rowCount else { return false }
    let words = reading.string(grid.table.cells[entry.cell].paragraphs)
    return ["*", "Note", "NB", "N.B", "Total", "Source"].contains { words.hasPrefix($0) }
  }

  // MARK: Bands

  /// Whether a row is a heading across the table.
  private func isBand(_ grid: Grid, row: Int, layout: Layout) -> Bool {
    let entries = grid.fresh(row)
    if isLabelledBand(entries, grid: grid) { return true }
    guard entries.count == 1, let entry = entries.first else { return false }
    if grid.entries(row).contains(where: { $0.isCarried && !grid.table.cells[$0.cell].paragraphs.isEmpty }) {
      return false
    }
    let words = reading.string(grid.table.cells[entry.cell].paragraphs)
    let heading = SectionHeading.parse(words)
    if entry.columnSpan * 10 >= grid.columnCount * 6, entry.columnSpan > 1 { return true }
    guard entry.column == 0 else { return false }
    if heading.kind != nil { return true }
    let role = layout.columns.first?.role
    if role == .section || role == .outcome || role == .theme { return false }
    if role == .action || role == .measure {
      // Under the actions' own head only a reference makes a lone text a heading, and only where actions have none.
      let profile = layout.columns[0].profile
      return grid.table.alignment != .exact && heading.ref != nil && (profile?.leadingReferences ?? 0) < 0.3
    }
    if reading.continuesSentence(reading.phrase(grid.table.cells[entry.cell].paragraphs)) { return false }
    if grid.table.alignment != .exact, heading.ref == nil {
      // A lone text may have lost the empty cells before it: only what reads like a heading is one.
      guard words.utf8.count <= 90, words.utf8.last != UInt8(ascii: "."), DateReader.embedded(in: words) == nil else {
        return false
      }
    }
    return words.utf8.count > 3 && ReferenceReader.leading(words).map { $0.range.upperBound < words.utf8.count } ?? true
  }

  /// "Priority 1 | Community health": the label in one cell, the title across the rest.
  private func isLabelledBand(_ entries: [Grid.Entry], grid: Grid) -> Bool {
    guard entries.count == 2, entries[0].column == 0, entries[1].column == entries[0].columnSpan else { return false }
    let label = reading.string(grid.table.cells[entries[0].cell].paragraphs)
    guard label.utf8.count <= 40 else { return false }
    let heading = SectionHeading.parse(label)
    let spans = entries[1].columnSpan * 2 >= grid.columnCount && entries[1].columnSpan > 1
    return heading.kind != nil && heading.titleRange.isEmpty
      && (spans || grid.table.alignment != .exact || heading.ref != nil)
      || CellReference.parse(label) != nil && spans
  }

  private mutating func readBand(_ grid: Grid, row: Int) -> Bool {
    let entries = grid.fresh(row)
    if isLabelledBand(entries, grid: grid) {
      let label = grid.table.cells[entries[0].cell].paragraphs
      let title = grid.table.cells[entries[1].cell].paragraphs
      if SectionHeading.parse(reading.string(label)).kind == nil {
        return readHeadingRow(grid, row: row, entries: entries)
      }
      _ = sections.consume(
        label + title, into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: true)
      lastSection = plan.outline.current
      return true
    }
    guard entries.count == 1, let entry = entries.first else { return false }
    let paragraphs = grid.table.cells[entry.cell].paragraphs
    if readKey(paragraphs, fill: grid.table.cells[entry.cell].fill) { return true }
    let left = sections.consume(
      paragraphs, into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: true)
    lastSection = plan.outline.current
    return left.count < paragraphs.count
  }

  /// Rows above a table's header, and tables that are nothing but headings.
  private mutating func readLead(_ grid: Grid, rows: Range<Int>, layout: Layout?) {
    readKeyColumns(grid, rows: rows)
    for row in rows {
      if let layout, layout.kind == .actions, !layout.has(.action) {
        actionState.current = nil
        let number = layoutNumbers[layout.signature] ?? layoutNumbers.count
        layoutNumbers[layout.signature] = number
        let reader = ActionReader(reading: reading, grid: grid, layout: layout, layoutNumber: number)
        if reader.beginBandAction(row, into: &plan, state: &actionState) { continue }
      }
      let entries = grid.fresh(row).filter { entry in
        grid.table.cells[entry.cell].paragraphs.first.map { !legend.contains($0.span) } ?? false
      }
      guard let first = entries.first else { continue }
      if isLabelledBand(entries, grid: grid), readBand(grid, row: row) { continue }
      if readHeadingRow(grid, row: row, entries: entries) { continue }
      let paragraphs = grid.table.cells[first.cell].paragraphs
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
  private mutating func readHeadingRow(_ grid: Grid, row: Int, entries: [Grid.Entry]) -> Bool {
    guard entries.count == 2, let first = entries.first, let second = entries.last else { return false }
    let label = grid.table.cells[first.cell].paragraphs
    let value = grid.table.cells[second.cell].paragraphs
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
      switch vote.role {
      case .lead:
        reading.furnish(labelPhrase, kind: "label")
        plan.outline.add(leads: value)
        return true
      case .outcome, .successMeasures:
        reading.furnish(labelPhrase, kind: "label")
        for paragraph in value { plan.outline.add(outcome: Phrase(paragraph.span)) }
        return true
      default: return false
      }
    }
    return false
  }

  // MARK: Tables without a header

  private mutating func readWithoutHeader(_ grid: Grid) {
    let rows = 0..<grid.rowCount
    let heading = lastHeading()
    let headingWords = heading.map { HeadingVocabulary.words(reading.string($0.paragraph)) } ?? []
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
    let card = CardReader(reading: reading, grid: grid)
    if let pairs = card.pairs(rows: rows) {
      settleProse(before: .card)
      if layoutNumbers[["card"]] == nil { layoutNumbers[["card"]] = layoutNumbers.count }
      card.read(pairs, rows: rows, layout: layoutNumbers[["card"]] ?? 0, into: &plan, sections: sections)
      reading.explanation.note(
        "table \(grid.number)", TableKind.card.rawValue, ["labels on the left, what they label on the right"])
      return
    }
    let groups = GroupReader(reading: reading, grid: grid)
    if groups.membershipScore(rows: rows) > 0.6 {
      settleProse(before: .membership)
      groups.readMembers(rows: rows, nameColumn: 0, roleColumns: [1], name: groupName(), into: &plan)
      reading.explanation.note("table \(grid.number)", TableKind.membership.rawValue, ["names beside posts"])
      return
    }
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

  /// Whether a table without a header goes on with the last one: nothing but a page break between, and as many columns.
  private func continues(_ layout: Layout, grid: Grid) -> Bool {
    guard layout.kind == .actions || layout.kind == .indicators else { return false }
    // A running title or a page number may stand between; a heading or a sentence may not.
    guard waiting.allSatisfy({ reading.ledger.isTouched($0.paragraph.span) || isRunningLine($0) }) else { return false }
    guard grid.columnCount <= layout.columns.count + 1, grid.columnCount * 2 >= layout.columns.count else {
      return false
    }
    // A few columns may be a heading; nearly all of them are rows that go on.
    if layout.columns.count >= 4, grid.columnCount + 1 >= layout.columns.count { return true }
    return !isSectionTable(grid)
  }

  private func isRunningLine(_ item: ProseItem) -> Bool {
    let words = reading.string(item.paragraph)
    return item.headingLevel == nil && words.utf8.count <= 40
      && (prose.isGeneric(words) || words.utf8.allSatisfy { !$0.isWordByte || (0x30...0x39).contains($0) })
  }

  private func isSectionTable(_ grid: Grid) -> Bool {
    guard grid.rowCount <= 12, (0..<grid.rowCount).allSatisfy({ grid.fresh($0).count <= 4 }) else { return false }
    var explicit = 0
    var filled = 0
    for row in 0..<grid.rowCount {
      let entries = grid.fresh(row).filter { entry in
        grid.table.cells[entry.cell].paragraphs.first.map { !legend.contains($0.span) } ?? false
      }
      guard let first = entries.first else { continue }
      filled += 1
      let words = reading.string(grid.table.cells[first.cell].paragraphs)
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

  // MARK: Legends

  private mutating func readKey(_ paragraphs: [Paragraph], fill: Colour?) -> Bool {
    guard !paragraphs.isEmpty else { return false }
    let lines = paragraphs.map { (text: reading.string($0), fill: $0.fill ?? fill) }
    guard lines.allSatisfy({ $0.text.utf8.count < 400 }), let key = RatingReader.key(lines), isMostly(key, of: lines)
    else {
      return false
    }
    accept(key, lines: paragraphs.map { Phrase($0.span) })
    return true
  }

  /// Whether a legend is most of what the lines say; a sentence that happens to speak of colours is none.
  private func isMostly(_ key: RatingKey, of lines: [(text: String, fill: Colour?)]) -> Bool {
    let all = lines.reduce(0) { $0 + $1.text.utf8.count }
    let explained = key.items.reduce(0) { $0 + $1.range.count }
    return key.items.count >= 2 && explained * 10 >= all * 6
  }

  /// Takes a legend out of a column beside other text, so that it is not read with it.
  private mutating func readKeyColumns(_ grid: Grid, rows: Range<Int>) {
    guard rows.count <= 16, grid.columnCount <= 16 else { return }
    for column in 0..<grid.columnCount {
      var paragraphs: [Paragraph] = []
      for row in rows {
        guard let cell = grid.cell(row, column), Int(cell.row) == row, Int(cell.column) == column else { continue }
        paragraphs += cell.paragraphs.filter { paragraph in
          // A head above the legend ("Progress", "RAG") is no entry of it.
          !legend.contains(paragraph.span)
            && !(paragraph.span.count <= 30 && (reading.headings.best(reading.string(paragraph))?.weight ?? 0) > 0.72)
        }.map { paragraph in
          var filled = paragraph
          filled.fill = paragraph.fill ?? cell.fill
          return filled
        }
      }
      guard paragraphs.count >= 2, paragraphs.count <= 14 else { continue }
      let lines = paragraphs.map { (text: reading.string($0), fill: $0.fill) }
      guard lines.allSatisfy({ $0.text.utf8.count < 400 }), let key = RatingReader.key(lines), isMostly(key, of: lines)
      else {
        continue
      }
      accept(key, lines: paragraphs.map { Phrase($0.span) })
      for paragraph in paragraphs where !legend.contains(paragraph.span) { legend.insert(paragraph.span) }
    }
  }

  private mutating func accept(_ key: RatingKey, lines: [Phrase]) {
    if plan.key.items.isEmpty {
      plan.key = key
      plan.keyLines = lines
    } else {
      for line in lines { reading.furnish(line, kind: "rating-key") }
    }
  }

  private mutating func readKeyTable(_ grid: Grid, rows: Range<Int>) -> Bool {
    guard rows.count <= 12, grid.columnCount <= 8 else { return false }
    var lines: [(text: String, fill: Colour?)] = []
    var phrases: [Phrase] = []
    // Swatch and meaning stand side by side, or each cell holds both.
    for row in rows {
      let entries = grid.entries(row).filter { !$0.isCarried }
      if grid.columnCount <= 3 {
        let phrase = Phrase(entries.flatMap { grid.table.cells[$0.cell].paragraphs.map(\.span) })
        let fill = entries.compactMap { grid.table.cells[$0.cell].fill }.first
        if !phrase.isEmpty {
          lines.append((reading.string(phrase), fill))
          phrases.append(phrase)
        }
      } else {
        for entry in entries {
          let cell = grid.table.cells[entry.cell]
          for paragraph in cell.paragraphs {
            lines.append((reading.string(paragraph), paragraph.fill ?? cell.fill))
            phrases.append(Phrase(paragraph.span))
          }
        }
      }
    }
    guard let key = RatingReader.key(lines), isMostly(key, of: lines), key.items.count * 2 >= lines.count else {
      return false
    }
    settleProse(before: .ratingKey)
    accept(key, lines: phrases)
    reading.explanation.note(
      "table \(grid.number)", TableKind.ratingKey.rawValue, ["colours or symbols beside their meanings"])
    return true
  }

  // MARK: Prose

  private func lastHeading() -> ProseItem? { waiting.last { prose.isHeadingLike($0) } }

  /// The name that a membership table stands under.
  private mutating func groupName() -> Phrase {
    if let last = settledHeading { return Phrase(last.paragraph.span) }
    return .empty
  }

  /// Lines of legends: they are no headings.
  private var legend: Set<TextSpan> = []

  /// The last heading of the prose that was settled.
  private var settledHeading: ProseItem?

  private mutating func finishIndicators() {
    guard indicatorState.current != nil, let layout = lastLayout, layout.kind == .indicators else { return }
    let empty = Grid(Table(rowCount: 0, columnCount: 0, cells: []), number: 0)
    IndicatorReader(reading: reading, grid: empty, layout: layout).finish(&plan, state: &indicatorState)
  }

  /// Decides what the prose before a table (or at the end) was: headings of sections, legends, records in paragraphs.
  /// What stays is narrative; the sweep at the end collects it.
  private mutating func settleProse(before kind: TableKind?, layout: Layout? = nil) {
    let items = waiting
    waiting = []
    settledHeading = items.last { prose.isHeadingLike($0) }
    guard !items.isEmpty else { return }
    readLegend(items)
    announce(items)
    if readPageRun(items) { return }
    let paragraphs = ParagraphRecords(reading: reading, sections: sections, prose: prose)
    let handled = paragraphs.read(
      items.filter { !legend.contains($0.paragraph.span) }, into: &plan, layoutNumber: paragraphLayout())
    if handled { return }
    switch kind {
    case .actions, .card, .sections:
      // A table with a section column of its own needs no heading to say where its actions belong.
      let hasSections = layout.map { $0.has(.section) || $0.has(.outcome) } ?? false
      openHeadings(items, allowsUnlabelled: kind != .sections && !hasSections)
    case .indicators: openHeadings(items, allowsUnlabelled: false)
    default: break
    }
    lastSection = lastSection == plan.outline.current ? lastSection : -1
  }

  private mutating func paragraphLayout() -> Int {
    if layoutNumbers[["paragraphs"]] == nil { layoutNumbers[["paragraphs"]] = layoutNumbers.count }
    return layoutNumbers[["paragraphs"]] ?? 0
  }

  private mutating func readLegend(_ items: [ProseItem]) {
    let lines = items.map { (text: reading.string($0.paragraph), fill: $0.paragraph.fill) }
    var start = 0
    while start < lines.count {
      guard lines[start].text.utf8.count < 240, items[start].headingLevel == nil,
        let window = legendWindow(lines, items: items, from: start)
      else {
        start += 1
        continue
      }
      let key = window.key
      let phrases = items[start..<window.end].map { Phrase($0.paragraph.span) }
      for item in key.items { legend.insert(items[start + item.line].paragraph.span) }
      if plan.key.items.isEmpty {
        accept(key, lines: phrases)
      } else {
        for item in key.items { reading.furnish(phrases[item.line], kind: "rating-key") }
      }
      start = window.end
    }
  }

  /// The longest run of lines from one on that reads as a legend, each line an entry or more.
  private func legendWindow(
    _ lines: [(text: String, fill: Colour?)], items: [ProseItem], from start: Int
  ) -> (key: RatingKey, end: Int)? {
    var best: (key: RatingKey, end: Int)?
    // One line may hold a whole legend.
    if let key = RatingReader.key([lines[start]]), isMostly(key, of: [lines[start]]) { best = (key, start + 1) }
    var end = start + 2
    while end <= lines.count, end - start <= 12, lines[end - 1].text.utf8.count < 240,
      items[end - 1].headingLevel == nil
    {
      guard let key = RatingReader.key(Array(lines[start..<end])), Set(key.items.map(\.line)).count == end - start
      else {
        break
      }
      best = (key, end)
      end += 1
    }
    return best
  }

  /// Headings in the plural say what the sections after them are.
  private mutating func announce(_ items: [ProseItem]) {
    for item in items where item.paragraph.marker == .none && item.paragraph.span.count < 200 {
      if let kind = SectionKindWords.announced(reading.string(item.paragraph)) { plan.outline.announcedKind = kind }
    }
  }

  /// Opens the sections whose headings lead to a table.
  private mutating func openHeadings(_ items: [ProseItem], allowsUnlabelled: Bool) {
    let chain = headingChain(items, allowsUnlabelled: allowsUnlabelled)
    for item in items {
      let words = reading.string(item.paragraph)
      if prose.isHeadingLike(item), prose.leavesSections(words) { plan.outline.close() }
    }
    guard let first = chain.first else { return }
    var index = first
    while index < items.count {
      let item = items[index]
      if legend.contains(item.paragraph.span) {
        index += 1
        continue
      }
      let words = reading.string(item.paragraph)
      let origin: RawSection.Look.Origin = item.headingLevel.map { .heading(level: $0) } ?? .line
      let isChained = chain.contains(index)
      let place = SourcePlace(item.paragraph.location)
      if isChained {
        _ = sections.consume(
          [item.paragraph], into: &plan.outline, origin: origin, place: place, opensUnlabelled: true)
      } else if plan.outline.pending != nil || plan.outline.collectsOutcomes || SectionHeading.parse(words).headsList
        || LabelledText.leading(words, headings: &reading.headings) != nil
      {
        if plan.outline.collectsOutcomes, prose.isHeadingLike(item), item.paragraph.marker == .none,
          item.headingLevel != nil
        {
          plan.outline.endList()
        }
        _ = sections.consume(
          [item.paragraph], into: &plan.outline, origin: origin, place: place, opensUnlabelled: false,
          isUnderHeading: plan.outline.pending == nil)
      }
      index += 1
    }
    plan.outline.endList()
  }

  /// The items that are headings of sections: the explicit ones, and the one right above the table.
  private func headingChain(_ items: [ProseItem], allowsUnlabelled: Bool) -> [Int] {
    var chain: [Int] = []
    var lowest = Int.max
    var foundNearest = false
    var kinds: Set<SectionKind> = []
    for index in items.indices.reversed() {
      let item = items[index]
      guard item.paragraph.marker != .bullet, !legend.contains(item.paragraph.span) else { continue }
      let words = reading.string(item.paragraph)
      let heading = SectionHeading.parse(words)
      if heading.headsList || PlanKindReader.edition(words) != nil && heading.kind == nil { continue }
      let title = String(decoding: Array(words.utf8)[heading.titleRange], as: UTF8.self)
      let isHeading = prose.isHeadingLike(item)
      let level = item.headingLevel ?? 7
      let isTitle = plan.title.map { $0 == Phrase(item.paragraph.span) } ?? false
      if isTitle { continue }
      if let kind = heading.kind, heading.ref != nil || isHeading || heading.titleRange.isEmpty {
        // "Outcome: …" in prose is as good as a heading; the same kind twice means that the earlier is another section.
        if kinds.contains(kind), level >= lowest { continue }
        kinds.insert(kind)
        chain.insert(index, at: 0)
        lowest = min(lowest, level)
        foundNearest = true
        continue
      }
      guard isHeading, level < lowest || !foundNearest else { continue }
      if heading.ref != nil, !foundNearest || item.headingLevel != nil, !prose.isGeneric(title) {
        chain.insert(index, at: 0)
        lowest = min(lowest, level)
        foundNearest = true
        continue
      }
      if allowsUnlabelled, !foundNearest {
        let isNear = items.count - index <= 3 || item.headingLevel != nil
        if isNear, !prose.isGeneric(title) {
          chain.insert(index, at: 0)
          lowest = min(lowest, level)
        }
      }
      if item.headingLevel != nil || index == items.count - 1 {
        foundNearest = true
        lowest = min(lowest, level)
      }
    }
    return chain
  }

  // MARK: Title

  /// Takes the document's title from its first lines, before anything else is read.
  mutating func readTitle(_ document: SourceDocument) {
    var candidates: [(phrase: Phrase, score: Double)] = []
    scan: for block in document.blocks.prefix(25) {
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
      if last == UInt8(ascii: ".") { score -= 1 }
      if PlanKindReader.kind(words) != nil {
        // "Action plan" alone names a kind of plan, not this one.
        score += HeadingVocabulary.words(words).count > 2 ? 2 : 0.4
      }
      if !AuthorityRegister.find(in: words).isEmpty { score += 0.4 }
      if paragraph.fontSize > 0 { score += min(1, Double(paragraph.fontSize) / 40) }
      if SectionHeading.parse(words).kind != nil { score -= 1.5 }
      score -= Double(candidates.count) * 0.12
      if words.utf8.count > 110 { score -= 0.8 }
      candidates.append((Phrase(paragraph.span), score))
      if candidates.count > 14 { break }
    }
    guard let best = candidates.max(by: { $0.score < $1.score }), best.score > 0.3 else { return }
    plan.title = withoutAppendix(best.phrase)
  }

  /// "Appendix 2 – Joint Action Plan" is titled "Joint Action Plan".
  private func withoutAppendix(_ phrase: Phrase) -> Phrase {
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
