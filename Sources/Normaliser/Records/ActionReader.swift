// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the rows of an action table into records.
struct ActionReader {
  let reading: Reading
  let grid: Grid
  let layout: Layout
  /// Number of the layout, the same for tables with the same header.
  let layoutNumber: Int
  /// Shares of the whole table, for decisions about single rows.
  private let referenceDensity: Double
  private let leadingReferences: Double

  private let actionColumn: Int?
  private let taskColumn: Int?
  private let referenceColumn: Int?
  private let sectionColumns: [Int]
  private let sectionReferenceColumn: Int?
  private let timescaleColumn: Int?
  private let repair: RowRepair
  /// What each column holds, and what its heading says where its values ask for it.
  private let roles: [ColumnRole?]
  private let heads: [RawValue.Head?]

  init(reading: Reading, grid: Grid, layout: Layout, layoutNumber: Int) {
    self.reading = reading
    self.grid = grid
    self.layout = layout
    self.layoutNumber = layoutNumber
    actionColumn = layout.column(.action)
    taskColumn = layout.column(.subAction)
    referenceColumn = layout.column(.reference)
    sectionColumns = layout.columns.indices.filter {
      layout.columns[$0].role == .section || layout.columns[$0].role == .outcome
    }
    sectionReferenceColumn = layout.column(.sectionReference)
    timescaleColumn = layout.column(.timescale)
    repair = RowRepair(reading: reading, layout: layout)
    roles = layout.columns.map(\.role)
    heads = layout.columns.map { column in
      column.role.flatMap { RawValue.Head(column.heading, date: column.date, for: $0) }
    }
    let action = actionColumn.flatMap { layout.columns[$0].profile }
    let reference = referenceColumn.flatMap { layout.columns[$0].profile }
    if let reference, let action, action.filled > 0 {
      referenceDensity = min(1, Double(reference.filled) / Double(action.filled))
    } else {
      referenceDensity = reference.map { $0.filled > 0 ? 1 : 0 } ?? 0
    }
    leadingReferences = action?.leadingReferences ?? 0
  }

  /// One row's cells under their columns.
  struct Row {
    var number: Int
    var cells: Cells
    /// Cells that share a column with the one before them.
    var extra: [(column: Int, entry: Grid.Entry)] = []
    var place: SourcePlace

    /// Puts a cell under a column, unless there is no such column.
    mutating func add(_ entry: Grid.Entry, column: Int) {
      guard column < cells.columnCount else { return }
      if let present = cells[column], !present.isCarried {
        extra.append((column, entry))
      } else {
        cells[column] = entry
      }
    }
  }

  /// Cells by column; a list, since there are millions of rows and few columns.
  struct Cells: Sequence {
    private var entries: ContiguousArray<Grid.Entry?>

    init(columns: Int) { entries = ContiguousArray(repeating: nil, count: columns) }

    var columnCount: Int { entries.count }

    subscript(column: Int) -> Grid.Entry? {
      get { entries[column] }
      set { entries[column] = newValue }
    }

    func makeIterator() -> Iterator { Iterator(entries: entries) }

    /// The columns that have a cell, from left to right.
    struct Iterator: IteratorProtocol {
      fileprivate let entries: ContiguousArray<Grid.Entry?>
      private var column = 0

      fileprivate init(entries: ContiguousArray<Grid.Entry?>) { self.entries = entries }

      mutating func next() -> (column: Int, entry: Grid.Entry)? {
        while column < entries.count {
          defer { column += 1 }
          if let entry = entries[column] { return (column, entry) }
        }
        return nil
      }
    }
  }

  /// What the rows of one table remember of the rows above.
  struct State {
    /// Record that a continuation row goes to, as an index into the plan's records.
    var current: Int?
    /// Record that the tasks of the next rows stand under.
    var parent: Int?
    /// Whether the row before was a header or a page break: a continuation is likely.
    var isAfterBreak = false
    /// Open section of each section column.
    var columnSections: [Int: Int] = [:]
    /// First record of the table's rows that wait for a section still to come.
    var waiting: [Int] = []
  }

  // MARK: Rows

  func read(_ number: Int, into plan: inout RawPlan, state: inout State) {
    var row = Row(number: number, cells: Cells(columns: roles.count), place: grid.source(number))
    if grid.table.alignment != .exact, let repaired = repair.repaired(number, grid: grid) {
      for entry in repaired { row.add(entry, column: column(for: entry)) }
    } else {
      for entry in grid.entries(number) { row.add(entry, column: column(for: entry)) }
    }
    openSections(row, into: &plan, state: &state)
    if let taskColumn, let task = row.cells[taskColumn], task.isFresh {
      readTask(task, of: row, into: &plan, state: &state)
    } else {
      readRecord(row, into: &plan, state: &state)
    }
    state.isAfterBreak = false
  }

  private func readRecord(_ row: Row, into plan: inout RawPlan, state: inout State) {
    if let reference = beginsRecord(row, plan: plan, state: state) {
      begin(row, reference: reference, into: &plan, state: &state)
      state.parent = state.current
      if !row.extra.isEmpty, let current = state.current {
        var rest = row
        rest.cells = Cells(columns: layout.columns.count)
        for (column, entry) in row.extra where rest.cells[column] == nil { rest.cells[column] = entry }
        rest.extra = []
        continueRecord(current, with: rest, into: &plan, state: state)
      }
    } else if let current = state.current {
      continueRecord(current, with: row, into: &plan, state: state)
    }
  }

  /// Reads a row with a task: a record of its own under the action of its row or of a row above. What the action's own
  /// cells are merged with is the action's, all else the task's.
  private func readTask(_ task: Grid.Entry, of row: Row, into plan: inout RawPlan, state: inout State) {
    var own = row
    let beginsAction = actionColumn.flatMap { row.cells[$0] }.map(\.isFresh) ?? false
    for (column, entry) in row.cells {
      let isOfAction = roles[column] == .action || roles[column] == .reference || grid.rowSpan(entry) > 1
      if column == taskColumn || !isOfAction { own.cells[column] = nil }
    }
    own.extra = []
    if beginsAction { readRecord(own, into: &plan, state: &state) }
    var record = RawAction(place: row.place, layout: layoutNumber)
    record.section = plan.outline.current
    record.parent = state.parent
    record.text = grid.paragraphs(task)
    for (column, entry) in row.cells where column != taskColumn && !entry.isCarried && own.cells[column] == nil {
      guard let role = roles[column] else { continue }
      if role == .milestones {
        record.milestones.append(milestone(entry, column: column, row: row))
      } else if holdsValue(entry, in: column) {
        record.values.append(value(role, column: column, entry: entry, row: row))
      }
    }
    // A number beside a task without an action is the task's.
    if !beginsAction, let referenceColumn, let entry = row.cells[referenceColumn], entry.isFresh {
      record.referencePhrase = reading.phrase(grid.paragraphs(entry))
      record.reference = reading.string(record.referencePhrase)
    }
    plan.actions.append(record)
    state.current = plan.actions.count - 1
  }

  /// The column a cell belongs to: the first of those it covers that has a role.
  private func column(for entry: Grid.Entry) -> Int {
    let covered = entry.column..<max(entry.column, min(roles.count, entry.column + entry.columnSpan))
    return covered.first { roles[$0] != nil } ?? entry.column
  }

  private func paragraphs(_ entry: Grid.Entry?) -> [Paragraph] {
    entry.map { grid.paragraphs($0) } ?? []
  }

  /// Whether a row begins a record, and with which reference.
  private func beginsRecord(_ row: Row, plan: RawPlan, state: State) -> ReferenceFound? {
    // In a table without a column of actions each row goes on with the action in the row across the table above.
    guard let actionColumn else { return nil }
    let action = row.cells[actionColumn]
    let actionParagraphs = paragraphs(action)
    let isFresh = action.map { !$0.isCarried } ?? false && !actionParagraphs.isEmpty
    let text = reading.phrase(actionParagraphs)

    if let referenceColumn {
      let entry = row.cells[referenceColumn]
      let reference = paragraphs(entry)
      if !reference.isEmpty, entry.map({ !$0.isCarried }) ?? false {
        let phrase = reading.phrase(reference)
        return ReferenceFound(phrase: phrase, words: reading.string(phrase))
      }
      guard isFresh else { return nil }
      if referenceDensity > 0.5, let current = state.current {
        if state.isAfterBreak || reading.continuesSentence(text) || endsOpen(plan.actions[current]) {
          return nil
        }
        return grid.table.alignment == .exact || filledCount(row) >= 3 ? ReferenceFound() : nil
      }
      return ReferenceFound()
    }
    guard isFresh else { return nil }
    let words = reading.string(text)
    let leading = ReferenceReader.leading(words)
    if leadingReferences > 0.5, state.current != nil {
      if leading != nil { return ReferenceFound() }
      // An unnumbered row among numbered ones goes on with the action above, unless it is an action in all but number.
      let isWhole = filledCount(row) >= 3 && (state.isAfterBreak || grid.table.alignment == .exact)
      return isWhole ? ReferenceFound() : nil
    }
    if let current = state.current {
      let open = endsOpen(plan.actions[current])
      let hasDate =
        timescaleColumn.flatMap { row.cells[$0] }.map(\.isFresh) ?? false
      if reading.continuesSentence(text), !hasDate || open { return nil }
      if open, !hasDate, grid.table.alignment != .exact { return nil }
    }
    return ReferenceFound()
  }

  private func endsOpen(_ action: RawAction) -> Bool { reading.endsOpen(reading.phrase(action.text)) }

  /// The cells of a row that begin in it under heads which only actions have.
  private func filledCount(_ row: Row) -> Int {
    row.cells.count { !$0.entry.isCarried && roles[$0.column]?.marksAction == true }
  }

  struct ReferenceFound {
    var phrase = Phrase.empty
    var words = ""
  }

  private func begin(_ row: Row, reference: ReferenceFound, into plan: inout RawPlan, state: inout State) {
    var action = RawAction(place: row.place, layout: layoutNumber)
    action.section = plan.outline.current
    if !reference.phrase.isEmpty {
      action.referencePhrase = reference.phrase
      action.reference = reference.words
    }
    action.values.reserveCapacity(row.cells.count { holdsValue($0.entry, in: $0.column) })
    for (column, entry) in row.cells {
      switch roles[column] {
      case .action:
        action.text = grid.paragraphs(entry)
        action.textIsReferred = entry.isCarried
      case .milestones:
        if entry.isFresh { action.milestones.append(milestone(entry, column: column, row: row)) }
      case let role? where holdsValue(entry, in: column):
        action.values.append(value(role, column: column, entry: entry, row: row, isReferred: entry.isCarried))
      default: continue
      }
    }
    // Where nothing numbers the actions.
    if let previous = state.current, grid.table.alignment != .exact, referenceColumn == nil, leadingReferences < 0.5 {
      carryMergedCells(from: plan.actions[previous], to: &action, row: row)
    }
    attachRating(&action, row: row)
    plan.actions.append(action)
    state.current = plan.actions.count - 1
    if !sectionColumns.isEmpty, state.columnSections.isEmpty { state.waiting.append(plan.actions.count - 1) }
  }

  /// Whether a cell is a value of its row's record: it has text, or a colour where colours speak.
  private func holdsValue(_ entry: Grid.Entry, in column: Int) -> Bool {
    switch roles[column] {
    case nil, .section, .sectionReference, .outcome, .reference, .action, .subAction, .milestones: false
    case .rating, .update: entry.hasText || grid.fill(entry) != nil
    default: entry.hasText
    }
  }

  private func value(_ role: ColumnRole, column: Int, entry: Grid.Entry, row: Row, isReferred: Bool = false) -> RawValue
  {
    RawValue(
      role: role, head: heads[column], isRatingHead: layout.columns[column].isRatingHead,
      paragraphs: grid.paragraphs(entry), fill: grid.fill(entry), column: column, row: row.number,
      rowSpan: grid.rowSpan(entry), isReferred: isReferred)
  }

  private func milestone(_ entry: Grid.Entry, column: Int, row: Row) -> RawMilestone {
    RawMilestone(
      paragraphs: grid.paragraphs(entry), date: layout.columns[column].date, column: column, row: row.number,
      place: row.place)
  }

  /// A separated export leaves the rows empty that a merged cell covers: an empty lead or measure right under a filled one
  /// is taken for such a cell.
  private func carryMergedCells(from previous: RawAction, to action: inout RawAction, row: Row) {
    guard previous.section == action.section else { return }
    for column in roles.indices {
      guard let role = roles[column], role == .lead || role == .successMeasures else { continue }
      guard paragraphs(row.cells[column]).isEmpty, let above = previous.values.first(where: { $0.column == column })
      else {
        continue
      }
      var carried = above
      carried.isReferred = true
      action.values.append(carried)
    }
  }

  /// A rating on a milestone's row belongs to the milestone as well as to the action: which of them is decided when all
  /// rows of the layout have been seen.
  private func attachRating(_ action: inout RawAction, row: Row) {
    guard let last = action.milestones.indices.last, action.milestones[last].row == row.number,
      let index = action.values.firstIndex(where: { $0.role == .rating && $0.row == row.number && $0.rowSpan == 1 })
    else { return }
    action.milestones[last].rating = action.values[index]
  }

  // MARK: Rows across the table

  /// Begins a record from a row across a table that has no column of actions: "Action 1.1 Publish the offer".
  func beginBandAction(_ number: Int, into plan: inout RawPlan, state: inout State) -> Bool {
    guard (1...2).contains(grid.freshCount(number)) else { return false }
    let entries = grid.fresh(number)
    guard let last = entries.last else { return false }
    let paragraphs = grid.paragraphs(last)
    let words = reading.string(reading.phrase(entries.flatMap { grid.paragraphs($0) }))
    guard SectionHeading.parse(words).kind == nil else { return false }
    var action = RawAction(place: grid.source(number), layout: layoutNumber)
    if entries.count == 2 {
      let label = reading.phrase(grid.paragraphs(entries[0]))
      if ReferenceReader.whole(reading.string(label)) != nil {
        action.referencePhrase = label
        action.reference = reading.string(label)
      } else if layout.isTitled {
        // "Strategy | …" above the heads of the card that is about it.
        reading.furnish(label, kind: "label")
      } else {
        return false
      }
    } else if layout.isTitled {
      action.text = paragraphs
    } else {
      guard let leading = ReferenceReader.leading(words), leading.range.upperBound < words.utf8.count,
        leading.label != nil || leading.kind == .decimal
      else { return false }
    }
    action.section = plan.outline.current
    action.text = paragraphs
    plan.actions.append(action)
    state.current = plan.actions.count - 1
    return true
  }

  /// Reads a row across the table that carries labelled text for the record above it: "Update March 2024: …".
  func readLabelledRow(_ number: Int, into plan: inout RawPlan, state: State) -> Bool {
    guard let current = state.current else { return false }
    guard let entry = grid.lone(number), entry.column == 0, grid.columnCount > 2 else { return false }
    let paragraphs = grid.paragraphs(entry)
    let words = reading.string(paragraphs)
    guard SectionHeading.parse(words).kind == nil,
      let label = LabelledText.leading(words, headings: &reading.headings),
      label.vote.role.marksAction && label.vote.role != .action || label.vote.role == .rating, !label.value.isEmpty
    else { return false }
    let phrase = reading.phrase(paragraphs)
    let heading = phrase.part(0..<label.label.upperBound - 1)
    reading.furnish(phrase.part(label.label), kind: "label")
    var first = paragraphs[0]
    first.span = Phrase(first.span).part(label.value).first
    let value = RawValue(
      role: label.vote.role, heading: heading, date: DateReader.headingDate(reading.string(heading))?.when,
      isRatingHead: label.vote.role == .rating, paragraphs: [first] + paragraphs.dropFirst(), column: -1 - number,
      row: number)
    plan.actions[current].values.append(value)
    return true
  }

  // MARK: Continuation

  private func continueRecord(_ current: Int, with row: Row, into plan: inout RawPlan, state: State) {
    for (column, entry) in row.cells where !entry.isCarried {
      guard let role = roles[column], entry.hasText || role == .rating else { continue }
      let paragraphs = grid.paragraphs(entry)
      switch role {
      case .section, .sectionReference, .outcome, .reference: continue
      case .action:
        plan.actions[current].text += joined(paragraphs, after: plan.actions[current].text, always: true)
      case .milestones: extendMilestones(&plan.actions[current], entry: entry, column: column, row: row)
      case .rating: plan.actions[current].values.append(value(role, column: column, entry: entry, row: row))
      case .timescale where isDueColumn(column):
        // Dates beside milestones: whether they are the milestones' is decided when all rows are there.
        plan.actions[current].values.append(value(role, column: column, entry: entry, row: row))
      default:
        if let index = plan.actions[current].values.lastIndex(where: { $0.column == column && !$0.isReferred }) {
          let before = plan.actions[current].values[index].paragraphs
          // Where the format states its cells, a row of its own is a line of its own.
          let isCut = state.isAfterBreak || isOnNewPage(row.number) || grid.table.alignment != .exact
          let always = isCut && (role == .lead || role == .contributors || role == .group)
          plan.actions[current].values[index].paragraphs += joined(paragraphs, after: before, always: always)
        } else {
          plan.actions[current].values.append(value(role, column: column, entry: entry, row: row))
        }
      }
    }
    attachRating(&plan.actions[current], row: row)
  }

  /// Whether a column of dates stands right of a column of milestones.
  private func isDueColumn(_ column: Int) -> Bool {
    layout.column(.milestones).map { $0 < column && layout.columns[$0].date == nil } ?? false
  }

  /// Whether the row stands on another page than the row before it.
  private func isOnNewPage(_ row: Int) -> Bool {
    let pages = grid.table.rowPages
    return row > 0 && row < pages.count && pages[row] != pages[row - 1]
  }

  /// Marks the first paragraph as going on with the one before it, where the sentence does.
  private func joined(_ paragraphs: [Paragraph], after before: [Paragraph], always: Bool) -> [Paragraph] {
    guard let last = before.last, var first = paragraphs.first, first.marker == .none else { return paragraphs }
    let goesOn =
      reading.continuesSentence(Phrase(first.span)) || reading.endsOpen(Phrase(last.span))
    guard always || goesOn else { return paragraphs }
    first.style.insert(.continuation)
    return [first] + paragraphs.dropFirst()
  }

  private func extendMilestones(_ action: inout RawAction, entry: Grid.Entry, column: Int, row: Row) {
    let paragraphs = grid.paragraphs(entry)
    if let last = action.milestones.indices.last, let before = action.milestones[last].paragraphs.last,
      let first = paragraphs.first, first.marker == .none,
      reading.continuesSentence(Phrase(first.span)) || reading.endsOpen(Phrase(before.span)),
      layout.columns[column].date == nil
    {
      action.milestones[last].paragraphs += joined(
        paragraphs, after: action.milestones[last].paragraphs, always: true)
      return
    }
    action.milestones.append(milestone(entry, column: column, row: row))
  }

  // MARK: Section columns

  private func openSections(_ row: Row, into plan: inout RawPlan, state: inout State) {
    for column in sectionColumns {
      guard let entry = row.cells[column], !entry.isCarried else { continue }
      let cell = grid.table.cells[entry.cell]
      guard !cell.paragraphs.isEmpty else { continue }
      let phrase = reading.phrase(cell.paragraphs)
      let words = reading.string(phrase)
      let numberEntry = sectionReferenceColumn.flatMap { isNumbered(column, by: $0) ? row.cells[$0] : nil }
      // A number merged over several sections is the first one's.
      let number = numberEntry.map { $0.isCarried ? [] : paragraphs($0) } ?? []
      let numberPhrase = reading.phrase(number)
      if let open = state.columnSections[column] {
        let title = plan.outline.sections[open].title
        if HeadingVocabulary.words(reading.string(title))
          == HeadingVocabulary.words(
            String(words.utf8.dropFirst(SectionHeading.parse(words).titleRange.lowerBound)) ?? words)
        {
          reading.furnish(phrase, kind: "repeated-section")
          reading.furnish(numberPhrase, kind: "repeated-section")
          continue
        }
        if number.isEmpty, isFragment(phrase, words, after: title, outline: plan.outline, column: column) {
          plan.outline.extendTitle(of: open, with: phrase)
          continue
        }
      }
      var heading = SectionHeading.parse(words)
      if heading.titleRange.isEmpty {
        // A theme may be called "Outcomes".
        heading = SectionHeading(refRange: 0..<0, titleRange: 0..<words.utf8.count, labelRange: 0..<0)
      }
      if heading.kind == nil {
        heading.kind = kind(ofColumn: column)
      }
      let origin = RawSection.Look.Origin.column(sectionColumns.firstIndex(of: column) ?? 0)
      let refWords = reading.string(numberPhrase)
      let ref = ReferenceReader.leading(refWords)?.ref ?? (refWords.isEmpty ? nil : refWords)
      let index = plan.outline.open(
        heading, phrase: phrase, origin: origin, place: row.place, ref: ref ?? heading.ref,
        refPhrase: ref == nil ? nil : numberPhrase)
      reading.furnish(phrase.part(heading.labelRange), kind: "label")
      state.columnSections[column] = index
      for later in sectionColumns where later > column { state.columnSections[later] = nil }
      for waiting in state.waiting { plan.actions[waiting].section = index }
      state.waiting = []
    }
  }

  /// Whether a column of numbers is that of a section column: of the first on its right, else of the first.
  private func isNumbered(_ column: Int, by numbers: Int) -> Bool {
    column == sectionColumns.first { $0 > numbers } ?? sectionColumns.first
  }

  /// The kind that the column's head names.
  private func kind(ofColumn column: Int) -> SectionKind? {
    let bytes = Array(layout.columns[column].words.utf8)
    var position = 0
    while position < bytes.count {
      if let found = SectionKindWords.leading(bytes, from: position) { return found.kind }
      while position < bytes.count, bytes[position].isWordByte { position += 1 }
      while position < bytes.count, !bytes[position].isWordByte { position += 1 }
    }
    return layout.columns[column].role == .outcome ? .outcome : nil
  }

  /// Whether a section cell only goes on with the title above it, which the table broke over several rows.
  private func isFragment(_ phrase: Phrase, _ words: String, after title: Phrase, outline: Outline, column: Int) -> Bool
  {
    if grid.table.alignment == .exact { return reading.continuesSentence(phrase) && reading.endsOpen(title) }
    if sectionReferenceColumn != nil { return true }
    if SectionHeading.parse(words).isExplicit { return false }
    return reading.continuesSentence(phrase) || reading.endsOpen(title)
  }
}
