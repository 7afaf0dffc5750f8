// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

/// Tables whose head and titles alone have a ground of their own, and whose rows nothing else divides.
@Suite struct FilledStripTests {
  private let columns: [Float] = [50, 110, 330, 430, 550]
  private let head = ["Ref", "Step", "Who", "When"]
  private let first = [
    [
      "1.1", "Dredge the lower basin before the herring boats come home and mark the channel", "Harbour master",
      "May 2031",
    ],
    ["1.2", "Mend the crane on the old quay", "Smith", "June 2031"],
  ]
  private let second = [["2.1", "Print the tide tables for every skipper", "Printer", "July 2031"]]

  @Test func filledHeadAndTitlesBelongToTheRowsWithoutGround() {
    var builder = PageBuilder()
    builder.page()
    var y: Float = 100
    func fill(from top: Float, to bottom: Float) {
      for column in 0..<4 { builder.fill(columns[column], top, columns[column + 1], bottom, "D8DEE8") }
    }
    for part in [[head], [["Part A", "Boats and basins", "", ""]], first, [["Part B", "News", "", ""]], second] {
      let edges = builder.rows(part, columns: columns, y: y)
      if part.count == 1, part != second { fill(from: y, to: edges[1]) }
      y = edges[edges.count - 1]
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    #expect(parsed.tables.first.map(parsed.rows)?.map { $0[0] } == ["Ref", "Part A", "1.1", "1.2", "Part B", "2.1"])
    #expect(parsed.tables.first.map(parsed.rows)?.last == second[0])
  }

  @Test func filledHeadAboveParagraphsIsATableOfItsOwn() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([head, ["1", "Mend the crane", "Smith", "May"]], columns: columns, y: 100)
    for row in 0..<2 {
      for column in 0..<4 {
        builder.fill(columns[column], edges[row], columns[column + 1], edges[row + 1], row == 0 ? "D8DEE8" : "F0F0F8")
      }
    }
    builder.wrapped(
      "The master of the harbour reports to the council of the town after each spring tide and says what is left.",
      x: 50, y: edges[2] + 6, width: 480)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [[head, ["1", "Mend the crane", "Smith", "May"]]])
    #expect(parsed.texts.count == 1)
  }

  /// One cell of the last row goes on over the page: its lines stand in one column and have no wide gap.
  @Test func rowCutInOneColumnGoesOnWithoutRules() {
    var builder = PageBuilder()
    builder.page()
    _ = builder.rows(
      [head] + first + [["1.3", "Ask the pilots of all the ports along the coast which of the", "Clerk", "May 2032"]],
      columns: columns, y: 600)
    builder.page()
    builder.line("buoys they would rather see moved.", x: 114, y: 60)
    _ = builder.rows(second + [["2.2", "Paint the lamps", "Keeper", "May 2033"]], columns: columns, y: 76)
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    let rows = parsed.tables.first.map(parsed.rows) ?? []
    #expect(rows.map { $0[0] } == ["Ref", "1.1", "1.2", "1.3", "2.1", "2.2"])
    #expect(
      rows.dropFirst(3).first?[1]
        == "Ask the pilots of all the ports along the coast which of the buoys they would rather see moved.")
  }

  /// The middle of the white between columns differs from page to page; where the texts begin does not.
  @Test func pagesWithLongAndShortTextsAreOneTable() {
    var builder = PageBuilder()
    builder.page()
    _ = builder.rows([head] + first, columns: columns, y: 640)
    builder.page()
    _ = builder.rows(
      [["3.1", "Sweep", "Boy", "May 2034"], ["3.2", "Tar", "Crew", "June 2034"]], columns: columns, y: 60)
    let parsed = builder.parsed()
    #expect(parsed.tables.map { $0.rowCount } == [5])
  }

  @Test func pairsAboveTheFirstRuleAreARow() {
    var builder = PageBuilder()
    builder.page()
    let card = [
      ["Step", "Sound the basin at low water"], ["Who", "Harbour master and both pilots"], ["When", "May 2031"],
      ["Proof", "A chart of the basin hangs in the office"],
    ]
    let columns: [Float] = [60, 160, 460]
    let edges = builder.rows(card, columns: columns, y: 100)
    for y in edges.dropFirst() { builder.horizontal(y, from: 60, to: 460) }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [card])
  }

  /// Texts stand in the middle of their cells, so that the first line of a row is that of its longest cell alone.
  @Test func everySecondRowHasAGroundAndCellsAreCentred() {
    var builder = PageBuilder()
    builder.page()
    let body = [
      ["1.1", "Mend the crane", "Smith", "The crane lifts ten tons again. The quay is dry at high water."],
      [
        "1.2", "Dredge the basin before the boats come home and mark the channel", "Master",
        "No boat waits for the tide.",
      ],
      ["1.3", "Print the tables", "Printer", "Each skipper has the tables by May. Fewer ask for them."],
      ["1.4", "Paint the lamps", "Keeper", "The lamps are seen from afar. Pilots of other ports say so."],
    ]
    var y: Float = 100
    for (number, row) in ([head] + body).enumerated() {
      var heights: [Float] = []
      for (column, text) in row.enumerated() {
        var scratch = PageBuilder()
        scratch.page()
        heights.append(scratch.wrapped(text, x: 0, y: 0, width: columns[column + 1] - columns[column] - 8))
      }
      let height = (heights.max() ?? 0) + 16
      for (column, text) in row.enumerated() {
        builder.wrapped(
          text, x: columns[column] + 4, y: y + (height - heights[column]) / 2,
          width: columns[column + 1] - columns[column] - 8)
        if number % 2 == 0 {
          builder.fill(columns[column], y, columns[column + 1], y + height, number == 0 ? "D8DEE8" : "EEF2F8")
        }
      }
      y += height
    }
    let parsed = builder.parsed()
    #expect(
      parsed.tables.map { parsed.rows($0).map { $0.map { $0.replacing(" / ", with: " ") } } } == [[head] + body])
  }

  /// A head over two columns begins where the first of them does.
  @Test func headsAboveTheFirstOfTheirParts() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 90, 240, 320, 400, 460, 550]
    let heads = [["Ref", "Step", "Who", "", "When", "Aim"], ["", "", "Leads", "Helps", "", ""]]
    var y: Float = 100
    for head in heads { y = builder.rows([head], columns: columns, y: y)[1] }
    for column in 0..<6 { builder.fill(columns[column], 100, columns[column + 1], y, "D8DEE8") }
    let body = [
      ["1.1", "Mend the crane on the old quay", "Smith", "Mason", "May", "Ships load"],
      ["1.2", "Dredge the lower basin", "Master", "Pilot", "June", "No boat waits"],
      ["1.3", "Print the tide tables", "Printer", "Clerk", "July", "Fewer ask"],
    ]
    _ = builder.rows(body, columns: columns, y: y)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [heads + body])
    #expect(parsed.tables.first?.cells.first { $0.row == 0 && $0.column == 2 }?.columnSpan == 2)
  }
}
