// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Walks through a document's blocks in reading order and collects what they hold.
struct DocumentReader {
  let reading: Reading
  var plan = RawPlan()

  let prose: ProseReader
  let sections: SectionReader
  let finder: HeaderFinder

  /// Prose since the last table.
  var waiting: [ProseItem] = []
  var isAfterBreak = false
  var tableCount = 0

  /// The layout that a table without a header of its own goes on with.
  var lastLayout: Layout?
  var layoutNumbers: [String: Int] = [:]
  /// What columns of the tables so far held.
  var knownColumns = KnownColumns()
  var knownLayouts: [String: (layout: Layout, agreements: Int)] = [:]
  var actionState = ActionReader.State()
  var indicatorState = IndicatorReader.State()
  var lastSection: Int?
  /// Records of the last action table, for columns that stand on a page of their own.
  var lastTableRecords: Range<Int> = 0..<0
  var lastTableIsRun = false
  var strip: ColumnStrip?
  /// The last card: its table's number, how many columns it has, and its last action.
  var lastCard: (table: Int, columns: Int, action: Int)?

  /// Lines of legends: they are no headings.
  var legend: Set<TextSpan> = []

  /// What the lines of all prose are for.
  var structure = ProseStructure()

  /// The last heading of the prose that was settled.
  var settledHeading: ProseItem?

  init(reading: Reading) {
    self.reading = reading
    prose = ProseReader(reading: reading)
    sections = SectionReader(reading: reading)
    finder = HeaderFinder(reading: reading)
  }

  /// Hands over what was collected; the reader keeps nothing, so that the records are not copied when they are changed.
  mutating func takePlan() -> RawPlan {
    var taken = RawPlan()
    swap(&taken, &plan)
    return taken
  }

  /// Most actions that room is asked for at once. Room that no action comes to is never touched.
  private static let largestRoom = 1 << 20

  /// At most how many actions the tables hold: one a row. A list that grows would be copied time and again.
  private static func mostActions(_ document: SourceDocument) -> Int {
    var rows = 0
    for case .table(let table) in document.blocks { rows += min(max(0, table.rowCount), largestRoom) }
    return min(rows, largestRoom)
  }

  mutating func read(_ document: SourceDocument) {
    plan.actions.reserveCapacity(DocumentReader.mostActions(document))
    var structures = StructureReader(reading: reading, prose: prose)
    structure = structures.read(document, title: plan.title)
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
}
