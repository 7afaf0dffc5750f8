// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct TextTableTests {
  private let figures = [
    ["Harbour", "2021", "2022", "2023"], ["Ash Bay", "14.2", "15.0", "16.1"], ["Elm Point", "8.4", "8.9", "9.3"],
    ["Oak Reach", "21.0", "20.4", "19.8"], ["Yew Sound", "3.1", "3.3", "3.9"],
  ]
  private let columns: [Float] = [60, 200, 270, 340, 410]

  @Test func figuresWithoutRules() {
    var builder = PageBuilder()
    builder.page()
    builder.wrapped(
      "The counts below were taken at noon on the first day of each quarter and are given in thousands of tonnes for all piers.",
      x: 60, y: 60, width: 480)
    _ = builder.rows(figures, columns: columns, y: 120)
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == figures)
    #expect(parsed.tables.first?.alignment == .inferred)
    #expect(parsed.texts.count == 1)
  }

  @Test func bandsOfColourAreRows() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows(figures, columns: columns, y: 120)
    for row in [1, 3] { builder.fill(60, edges[row], 410, edges[row + 1], "E6E6F2") }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == figures)
    #expect(parsed.tables.first?.cells.first { $0.row == 1 }?.fill?.hexadecimal == "#E6E6F2")
  }

  @Test func horizontalRulesOnly() {
    var builder = PageBuilder()
    builder.page()
    let rows = [
      ["Step", "Who", "When"],
      ["Agree the shared budget for the coming year with both boards and sign it off", "Treasurer", "March"],
      ["Hire two drivers", "Depot lead, with help from the people team", "April"],
      ["Open the new stop", "Planner", "May"], ["Count riders", "Analyst", "June"],
    ]
    let columns: [Float] = [60, 260, 380, 460]
    let edges = builder.rows(rows, columns: columns, y: 120)
    for y in edges { builder.horizontal(y, from: 60, to: 460) }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == rows)
  }

  @Test func headsOverSeveralColumnsSpan() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Boats in", x: 225, y: 100)
    builder.line("Boats out", x: 362, y: 100)
    let rows =
      [["Pier", "2021", "2022", "2021", "2022"]]
      + (1...5).map { ["Pier \($0)", "1\($0)", "2\($0)", "3\($0)", "4\($0)"] }
    _ = builder.rows(rows, columns: [60, 200, 270, 340, 410, 480], y: 114)
    let parsed = builder.parsed()
    let table = parsed.tables.first
    #expect(
      table?.cells.filter { $0.row == 0 && !$0.paragraphs.isEmpty }.map { [$0.column, $0.columnSpan] } == [
        [1, 2], [3, 2],
      ])
    #expect(table.map(parsed.rows)?.dropFirst().first == rows[0])
  }

  @Test func proseInColumnsIsNoTableAndIsReadColumnByColumn() {
    var builder = PageBuilder()
    builder.page()
    let left =
      "the left side tells of rivers and of the people who keep their banks in order through long winters and short days"
    let right =
      "the right side tells of hills and of the shepherds who count their flocks at dusk when the bells have gone quiet"
    for n in 0..<4 {
      builder.wrapped("L\(n) " + left, x: 50, y: 60 + Float(n) * 60, width: 230)
      builder.wrapped("R\(n) " + right, x: 310, y: 60 + Float(n) * 60, width: 230)
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.isEmpty)
    let all = parsed.texts.joined(separator: " ").split(separator: " ").map(String.init)
    let starts = all.filter { $0.count == 2 && ($0.hasPrefix("L") || $0.hasPrefix("R")) }
    #expect(starts == ["L0", "L1", "L2", "L3", "R0", "R1", "R2", "R3"])
  }

  @Test func aListIsNoTable() {
    var builder = PageBuilder()
    builder.page()
    for (row, text) in ["sow the meadow", "mow it late", "rake the hay", "feed the goats"].enumerated() {
      builder.line("\u{2022}", x: 60, y: 100 + Float(row) * 14)
      builder.line(text, x: 80, y: 100 + Float(row) * 14)
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.isEmpty)
    #expect(parsed.texts == ["* sow the meadow", "* mow it late", "* rake the hay", "* feed the goats"])
  }
}
