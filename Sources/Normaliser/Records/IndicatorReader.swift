// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the rows of an indicator table into measures with their readings.
struct IndicatorReader {
  let reading: Reading
  let grid: Grid
  let layout: Layout

  /// What a period column is about, row by row.
  struct ColumnState {
    var period: Phrase = .empty
    var mode: ColumnRole?
  }

  /// What the rows of one table remember of the rows above.
  struct State {
    var current: Int?
    var theme: [Paragraph] = []
    var columns: [Int: ColumnState] = [:]
    /// Columns in which the current measure has named its own period.
    var ownPeriods: Set<Int> = []
    /// Columns in which the current measure has anything.
    var touched: Set<Int> = []
  }

  private var readingColumns: [Int] {
    layout.columns.indices.filter {
      [.reading, .target, .actual].contains(layout.columns[$0].role)
    }
  }

  func begin(_ state: inout State) {
    for column in readingColumns where layout.columns[column].date != nil {
      let head = layout.columns[column]
      if let found = DateReader.headingDate(head.words) {
        state.columns[column, default: ColumnState()].period = head.heading.part(found.range)
      }
    }
  }

  func read(_ row: Int, into plan: inout RawPlan, state: inout State) {
    let entries = grid.entries(row)
    var cells: [Int: Grid.Entry] = [:]
    for entry in entries {
      let covered = entry.column..<min(layout.columns.count, entry.column + entry.columnSpan)
      let column = covered.first { layout.columns[$0].role != nil } ?? entry.column
      guard column < layout.columns.count else { continue }
      if cells[column] == nil { cells[column] = entry }
    }
    if let themeColumn = layout.column(.theme), let entry = cells[themeColumn], !entry.isCarried {
      let paragraphs = grid.paragraphs(entry)
      if !paragraphs.isEmpty { state.theme = paragraphs }
    }
    if let measureColumn = layout.column(.measure), let entry = cells[measureColumn], !entry.isCarried {
      let paragraphs = grid.paragraphs(entry)
      let isWhole = layout.column(.theme).flatMap { cells[$0] }.map(\.isFresh) ?? false
      // A row with figures of its own is a measure of its own, however the one above it ends.
      let hasFigures = cells.contains { $0.key != measureColumn && $0.value.isFresh }
      if !paragraphs.isEmpty {
        beginMeasure(paragraphs, row: row, isWhole: isWhole && hasFigures, into: &plan, state: &state)
      }
    }
    guard let current = state.current else { return }
    for (column, entry) in cells.sorted(by: { $0.key < $1.key }) where !entry.isCarried {
      let cell = grid.table.cells[entry.cell]
      guard let role = layout.columns[column].role, !cell.paragraphs.isEmpty || cell.fill != nil else { continue }
      switch role {
      case .measure, .theme: continue
      case .reading, .target, .actual:
        if !cell.paragraphs.isEmpty { read(cell, column: column, into: &plan.indicators[current], state: &state) }
      default:
        let head = layout.columns[column]
        if let index = plan.indicators[current].values.firstIndex(where: { $0.column == column }) {
          plan.indicators[current].values[index].paragraphs += cell.paragraphs
        } else {
          plan.indicators[current].values.append(
            RawValue(
              role: role, heading: head.heading, date: head.date, isRatingHead: head.isRatingHead,
              paragraphs: cell.paragraphs, fill: cell.fill, column: column, row: row))
        }
      }
    }
  }

  /// Begins a measure, or goes on with the one above unless a row is whole in itself.
  private func beginMeasure(
    _ paragraphs: [Paragraph], row: Int, isWhole: Bool, into plan: inout RawPlan, state: inout State
  ) {
    if let current = state.current, !isWhole,
      reading.endsOpen(reading.phrase(plan.indicators[current].measure))
        || reading.continuesSentence(reading.phrase(paragraphs)) && plan.indicators[current].readings.isEmpty
    {
      plan.indicators[current].measure += paragraphs
      return
    }
    finish(&plan, state: &state)
    var indicator = RawIndicator(measure: paragraphs, place: grid.source(row))
    indicator.section = plan.outline.current
    if !state.theme.isEmpty {
      let isReferred = plan.indicators.last.map { $0.theme?.paragraphs == state.theme } ?? false
      indicator.theme = (state.theme, isReferred)
    }
    plan.indicators.append(indicator)
    state.current = plan.indicators.count - 1
    state.ownPeriods = []
    state.touched = []
    for column in readingColumns { state.columns[column]?.mode = nil }
  }

  /// Reads one cell of a period column: a label, a period, or a figure.
  private func read(_ cell: Table.Cell, column: Int, into indicator: inout RawIndicator, state: inout State) {
    state.touched.insert(column)
    let head = layout.columns[column]
    for paragraph in cell.paragraphs {
      let phrase = Phrase(paragraph.span)
      let words = reading.string(phrase)
      var value = phrase
      if let label = PeriodLabel.leading(words) {
        state.columns[column, default: ColumnState()].mode = label.role
        value = phrase.part(label.rest)
        reading.furnish(phrase.part(0..<label.rest.lowerBound), kind: "label")
        if value.isEmpty { continue }
      }
      let valueWords = reading.string(value)
      let hasMode = state.columns[column]?.mode != nil
      if (head.role == .reading && !hasMode) || value != phrase, isPeriod(valueWords) {
        state.columns[column, default: ColumnState()].period = value
        state.ownPeriods.insert(column)
        let index = reading(of: column, in: &indicator, state: state)
        indicator.readings[index].period = value
        indicator.readings[index].periodIsReferred = false
        continue
      }
      // Bare periods beside a column headed "Target" say what was reached.
      let usual: ColumnRole = layout.has(.target) ? .actual : .target
      let role = state.columns[column]?.mode ?? (head.role == .reading ? usual : head.role)
      var placed = paragraph
      placed.span = value.first
      let index = reading(of: column, in: &indicator, state: state)
      if role == .actual {
        indicator.readings[index].actual.append(placed)
      } else {
        indicator.readings[index].target.append(placed)
      }
    }
  }

  private func isPeriod(_ words: String) -> Bool {
    guard let found = DateReader.headingDate(words) else { return false }
    return found.range.count * 10 >= words.utf8.count * 8
  }

  /// The reading that a column's figures belong to; columns with the same dated head share one.
  private func reading(of column: Int, in indicator: inout RawIndicator, state: State) -> Int {
    let head = layout.columns[column]
    let period = state.columns[column]?.period ?? .empty
    if let index = indicator.readings.firstIndex(where: { $0.column == column }) { return index }
    if head.role != .reading {
      // "Target" and "Actual" of one period stand in two columns.
      let date = head.date?.edtf ?? head.date?.text
      if let index = indicator.readings.firstIndex(where: { other in
        let otherHead = layout.columns[other.column]
        return otherHead.role != head.role && (otherHead.date?.edtf ?? otherHead.date?.text) == date
          && (head.role == .actual ? other.actual.isEmpty : other.target.isEmpty)
      }) {
        return index
      }
    }
    indicator.readings.append(RawReading(column: column, period: period, periodIsReferred: true))
    indicator.readings.sort { $0.column < $1.column }
    return indicator.readings.firstIndex { $0.column == column } ?? 0
  }

  /// Gives the current measure the periods that it shares with the rows above.
  func finish(_ plan: inout RawPlan, state: inout State) {
    guard let current = state.current else { return }
    for column in readingColumns {
      guard layout.columns[column].role == .reading, let period = state.columns[column]?.period, !period.isEmpty else {
        continue
      }
      if plan.indicators[current].readings.contains(where: { $0.column == column }) { continue }
      let isNamed = state.touched.contains(column) || (layout.columns[column].date != nil && state.touched.isEmpty)
      if isNamed, state.ownPeriods.isEmpty || state.ownPeriods.contains(column) {
        plan.indicators[current].readings.append(RawReading(column: column, period: period, periodIsReferred: true))
      }
    }
    plan.indicators[current].readings.sort { $0.column < $1.column }
    state.current = nil
  }
}

/// "Target" or "Actual" in front of a cell of a period column, or alone in it.
enum PeriodLabel {
  private static let words: [(String, ColumnRole)] = [
    ("targets", .target), ("target", .target), ("actuals", .actual), ("actual", .actual), ("outturn", .actual),
    ("achieved", .actual),
  ]

  static func leading(_ text: String) -> (role: ColumnRole, rest: Range<Int>)? {
    let bytes = Array(text.utf8)
    for (word, role) in words {
      let letters = Array(word.utf8)
      guard bytes.count >= letters.count, zip(bytes, letters).allSatisfy({ ($0 | 0x20) == $1 }) else { continue }
      guard bytes.count == letters.count || !bytes[letters.count].isWordByte else { continue }
      let start = SectionHeading.skipSeparators(bytes, from: letters.count).position
      return (role, start..<bytes.count)
    }
    return nil
  }
}
