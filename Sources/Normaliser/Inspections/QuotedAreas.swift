// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Finds the inspectors' areas that a plan quotes: a list behind a sentence that announces it, or a column under their name.
struct QuotedAreas {
  let reading: Reading

  /// Puts the areas that no other field has taken into the plan.
  func read(_ document: SourceDocument, into plan: inout CanonicalPlan) {
    var found: [(kind: InspectionArea.Kind, paragraphs: [Paragraph], source: Source)] = []
    var blocks = document.blocks[...]
    var tables = 0
    while let block = blocks.popFirst() {
      switch block {
      case .paragraph(let paragraph), .heading(_, let paragraph):
        guard let kind = WeaknessAnnouncement.kind(reading.string(paragraph)) else { continue }
        let items = list(in: &blocks)
        guard items.count >= 2 else { continue }
        found += items.map { (kind, [$0], SourcePlace($0.location).source) }
      case .table(let table):
        tables += 1
        found += column(of: table, number: tables)
      default: continue
      }
    }
    var counts: [InspectionArea.Kind: Int] = [:]
    var areas: [InspectionArea] = []
    for item in found {
      let phrase = Phrase(item.paragraphs.flatMap { reading.content($0).spans })
      guard phrase.spans.contains(where: { reading.text.bytes[$0.range].holdsWord }),
        !phrase.spans.contains(where: { reading.ledger.isTouched($0) })
      else { continue }
      reading.ledger.place(phrase, as: .field)
      counts[item.kind, default: 0] += 1
      areas.append(
        InspectionArea(
          id: "\(item.kind.rawValue)-\(counts[item.kind, default: 1])", kind: item.kind, text: reading.joined(phrase),
          source: item.source))
    }
    guard !areas.isEmpty else { return }
    var inspection = plan.inspection ?? Inspection()
    inspection.areas = areas
    plan.inspection = inspection
  }

  /// The list items at the beginning of some blocks.
  private func list(in blocks: inout ArraySlice<Block>) -> [Paragraph] {
    var items: [Paragraph] = []
    while let block = blocks.first {
      guard case .paragraph(let paragraph) = block else {
        if case .pageBreak = block, !items.isEmpty {
          blocks.removeFirst()
          continue
        }
        break
      }
      let isItem = paragraph.marker != .none || Reading.endOfSigns(Array(reading.string(paragraph).utf8.prefix(8))) > 0
      guard isItem else { break }
      items.append(paragraph)
      blocks.removeFirst()
    }
    return items
  }

  /// The cells of a column whose head calls them areas of weakness or for priority action.
  private func column(
    of table: Table, number: Int
  ) -> [(kind: InspectionArea.Kind, paragraphs: [Paragraph], source: Source)] {
    guard table.columnCount <= 3 else { return [] }
    for head in table.cells where head.row == 0 && head.paragraphs.count == 1 {
      let kind: InspectionArea.Kind
      switch ReportPart.heading(reading.string(head.paragraphs[0])) {
      case .weaknesses: kind = .significantWeakness
      case .priorityActions: kind = .priorityAction
      default: continue
      }
      return table.cells.filter { $0.row > 0 && $0.column == head.column && !$0.paragraphs.isEmpty }.map { cell in
        let place = SourcePlace(table: number, row: Int(cell.row) + 1, sheet: table.sheet)
        return (kind, cell.paragraphs, place.source)
      }
    }
    return []
  }
}
