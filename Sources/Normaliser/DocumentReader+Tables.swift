// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// Tables with a header of their own.
extension DocumentReader {
  mutating func read(_ grid: Grid) {
    guard grid.rowCount > 0, grid.columnCount > 0 else { return }
    if readStrip(grid) || readSectionCard(grid) { return }
    let boards = GroupReader(reading: reading, grid: grid).boardScore(rows: 0..<grid.rowCount)
    let headers = boards > 0.5 ? [] : headerRows(grid)
    guard let first = headers.first else {
      readWithoutHeader(grid)
      return
    }
    let decision = RoleDecision(reading: reading, known: knownColumns)
    for (index, header) in headers.enumerated() {
      let end = index + 1 < headers.count ? headers[index + 1].lowerBound : grid.rowCount
      let signature = finder.signature(grid, row: header.lowerBound)
      let isRepeated = lastLayout?.signature == signature && lastLayout?.columns.count == grid.columnCount
      let layout: Layout
      if isRepeated, index > 0, let known = lastLayout {
        layout = known
      } else {
        layout = self.layout(grid, header: header, data: header.upperBound..<end, signature: signature, by: decision)
      }
      if index == 0, layout.kind == .decoy, !finder.isNamed(grid, row: first.lowerBound, isFirst: true) {
        // It looks like a head, but heads nothing that is known.
        readWithoutHeader(grid)
        return
      }
      if index == 0, layout.kind == .decoy || layout.kind == .glossary || grid.columnCount <= 3 && grid.rowCount <= 10,
        readKeyTable(grid, rows: header.upperBound..<end)
      {
        furnishHeader(grid, rows: header)
        continue
      }
      if index == 0 {
        let title = takeActionTitle(before: layout)
        settleProse(before: layout.kind, layout: layout)
        if isRepeated, goesOnAbove(first.lowerBound, of: grid, layout: layout) {
          // The table before was cut off below its header: these rows are its own.
          begin(layout, isRepeated: true, grid: grid)
          readData(grid, rows: 0..<first.lowerBound, layout: layout)
        } else {
          readLead(grid, rows: 0..<first.lowerBound, layout: layout)
        }
        if let title { beginAction(title, layout: layout) }
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

  /// Whether the rows above the first header are rows of its columns: two or more that are as full as records are.
  private func goesOnAbove(_ header: Int, of grid: Grid, layout: Layout) -> Bool {
    guard layout.kind == .actions, layout.columns.count > 3 else { return false }
    return (0..<header).count { grid.freshCount($0) * 10 >= layout.columns.count * 6 } > 1
  }

  /// The layout of a header. One that was read alike several times is not weighed again: long exports repeat their
  /// headers on every page.
  mutating func layout(
    _ grid: Grid, header: Range<Int>, data: Range<Int>, signature: String, by decision: RoleDecision
  ) -> Layout {
    let key = "\(signature)\t\(grid.columnCount)\t\(header.count)"
    if let known = knownLayouts[key], known.agreements >= 3 {
      reading.explanation.note("table \(grid.number)", known.layout.kind.rawValue, ["its header was weighed before"])
      return known.layout
    }
    let layout = decision.layout(grid, header: header, data: data)
    let agrees = knownLayouts[key].map { $0.layout.columns.map(\.role) == layout.columns.map(\.role) } ?? false
    knownLayouts[key] = (layout, agrees ? (knownLayouts[key]?.agreements ?? 0) + 1 : 0)
    return layout
  }

  /// Reads columns that stand on a page of their own; they wait until all their rows are there.
  mutating func readStrip(_ grid: Grid) -> Bool {
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

  mutating func readPageRun(_ items: [ProseItem]) -> Bool {
    guard let layout = lastLayout, !lastTableRecords.isEmpty else { return false }
    let reader = PageRunReader(reading: reading, layout: layout, number: layoutNumbers[layout.signature] ?? 0)
    guard let records = reader.read(items, into: &plan) else { return false }
    finishStrip()
    lastTableRecords = records
    lastTableIsRun = true
    return true
  }

  mutating func finishStrip() {
    strip?.join(lastTableRecords, isCertain: !lastTableIsRun, of: &plan, reading: reading)
    strip = nil
  }

  /// Reads a small table under a section's heading whose rows say who answers for the section and what it is to bring;
  /// false where it is none, and nothing was changed.
  mutating func readSectionCard(_ grid: Grid) -> Bool {
    guard grid.columnCount == 2, (2...6).contains(grid.rowCount),
      let heading = waiting.last(where: { prose.isHeadingLike($0) }),
      SectionHeading.parse(reading.string(heading.paragraph)).kind != nil
    else { return false }
    var roles = Set<ColumnRole>()
    for row in 0..<grid.rowCount {
      let entries = grid.fresh(row)
      guard entries.count == 2, let first = entries.first, first.column == 0 else { return false }
      let words = reading.string(grid.paragraphs(first))
      guard words.utf8.count <= LabelledText.longestLabel, let vote = reading.headings.best(words),
        vote.weight >= 0.7, [.lead, .outcome, .successMeasures].contains(vote.role)
      else { return false }
      roles.insert(vote.role)
    }
    guard roles.count > 1, roles.contains(.lead) else { return false }
    settleProse(before: .sections)
    guard plan.outline.current != nil else { return true }
    for row in 0..<grid.rowCount {
      let paragraphs = grid.fresh(row).map { grid.paragraphs($0) }
      guard let label = paragraphs.first, let value = paragraphs.last else { continue }
      if let vote = reading.headings.best(reading.string(label)) {
        _ = addToSection(value, label: reading.phrase(label), role: vote.role)
      }
    }
    reading.explanation.note(
      "table \(grid.number)", TableKind.sections.rawValue, ["labels of the section that the heading above opens"])
    lastLayout = nil
    return true
  }

  /// The header rows of a table, each with its second line.
  func headerRows(_ grid: Grid) -> [Range<Int>] {
    var headers: [Range<Int>] = []
    var row = 0
    var (isFirst, isTop) = (true, true)
    while row < grid.rowCount {
      let isHeader = finder.isHeader(grid, row: row, isFirst: isFirst, isTop: isTop)
      if grid.freshCount(row) > 0 { isFirst = false }
      if grid.freshCount(row) > 1 { isTop = false }
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
  func isCard(_ grid: Grid, headers: [Range<Int>]) -> Bool {
    guard !headers.isEmpty, grid.columnCount <= 8 else { return false }
    let card = CardReader(reading: reading, grid: grid)
    if followsCard(grid), card.pairs(rows: 0..<grid.rowCount, isPart: true) != nil { return true }
    // Cards that follow each other in two columns may be read as one long table.
    guard grid.rowCount <= (grid.columnCount == 2 ? 2_000 : 40) else { return false }
    // In a table the cells below the first head are no labels.
    let filled = (0..<grid.rowCount).count { grid.freshCount($0) > 0 }
    var (heads, others) = (0, 0)
    for row in 0..<grid.rowCount where grid.freshCount(row) > 0 {
      if startsWithLabel(grid, row: row) { heads += 1 } else { others += 1 }
      // The rows that are left could not make up for those without a label.
      if (filled - others) * 10 < filled * 6 { return false }
    }
    guard heads >= 3, let pairs = card.pairs(rows: 0..<grid.rowCount) else { return false }
    let labelled = Set(pairs.filter { $0.label.column == 0 }.map(\.row))
    return labelled.count * 10 >= filled * 6 && labelled.count >= 3
  }

  /// Whether the first cell of a row names what stands beside it.
  private func startsWithLabel(_ grid: Grid, row: Int) -> Bool {
    guard let first = grid.fresh(row).first, first.column == 0 else { return false }
    let paragraphs = grid.paragraphs(first)
    guard paragraphs.reduce(0, { $0 + $1.span.count }) <= 70,
      HeadingFilter.standard.look(at: paragraphs, in: reading.text).weight >= 0.7
    else { return false }
    return (reading.headings.best(reading.string(paragraphs))?.weight ?? 0) >= 0.7
  }

  func furnishHeader(_ grid: Grid, rows: Range<Int>, except column: Int? = nil) {
    for row in rows {
      for entry in grid.fresh(row) where row > rows.lowerBound || entry.column != column {
        reading.furnish(reading.phrase(grid.paragraphs(entry)), kind: "header-row")
      }
    }
  }

  mutating func begin(_ layout: Layout, isRepeated: Bool, grid: Grid) {
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
    knownColumns.learn(layout)
    lastSection = plan.outline.current
    _ = layoutNumber(layout.signature)
  }

  mutating func readData(_ grid: Grid, rows: Range<Int>, layout: Layout) {
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

  mutating func readActions(_ grid: Grid, rows: Range<Int>, layout: Layout) {
    let reader = ActionReader(
      reading: reading, grid: grid, layout: layout, layoutNumber: layoutNumbers[layout.signature] ?? 0)
    let firstRecord = plan.actions.count
    let hasActions = layout.has(.action)
    for row in rows {
      if isRemark(grid, row: row) { continue }
      if reader.readLabelledRow(row, into: &plan, state: actionState) { continue }
      if !hasActions, reader.beginBandAction(row, into: &plan, state: &actionState) { continue }
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
  func isRemark(_ grid: Grid, row: Int) -> Bool {
    guard row + 1 == grid.rowCount, let entry = grid.lone(row) else { return false }
    let words = reading.string(grid.paragraphs(entry))
    return ["*", "Note", "NB", "N.B", "Total", "Source"].contains { words.hasPrefix($0) }
  }
}
