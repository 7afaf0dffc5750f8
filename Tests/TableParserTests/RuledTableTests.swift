// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

private let heads = ["Ref", "Step", "Owner", "Due"]
private let body = [
  ["1.1", "Map every pathway into the nursery service and publish it", "Service manager", "May 2024"],
  ["1.2", "Train all new starters", "Head of learning", "June 2024"],
]
private let columns: [Float] = [50, 90, 300, 420, 500]

@Suite struct RuledTableTests {
  @Test func fullRulesGiveAnExactGrid() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([heads] + body, columns: columns, y: 100)
    builder.rule(columns: columns, rows: edges)
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    #expect(parsed.tables.first.map(parsed.rows) == [heads] + body)
    #expect(parsed.tables.first?.alignment == .exact)
    #expect(parsed.tables.first?.rowPages == [1, 1, 1])
  }

  @Test func doubledBordersMakeNoSlivers() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([heads] + body, columns: columns, y: 100)
    builder.rule(columns: columns, rows: edges)
    builder.rule(columns: columns.map { $0 + 2 }, rows: edges.map { $0 + 2 })
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == [heads] + body)
  }

  @Test func missingOuterBordersAreCompleted() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([heads] + body, columns: columns, y: 100)
    for y in edges.dropFirst().dropLast() { builder.horizontal(y, from: 50, to: 500) }
    for x in columns.dropFirst().dropLast() { builder.vertical(x, from: edges[0], to: edges[3]) }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == [heads] + body)
  }

  @Test func thinFillsAreRules() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([heads] + body, columns: columns, y: 100)
    for (x, next) in zip(columns, columns.dropFirst()) {
      for (y, below) in zip(edges, edges.dropFirst()) {
        builder.fill(x, y, next, y + 0.5, "000000")
        builder.fill(x, y, x + 0.5, below, "000000")
        builder.fill(next, y, next + 0.5, below, "000000")
        builder.fill(x, below, next, below + 0.5, "000000")
      }
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == [heads] + body)
  }

  @Test func fillsWithoutLinesGiveCellsAndTheirColours() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([heads] + body, columns: columns, y: 100)
    let colours = ["1F3864", "E2EFDA", "FCE4D6"]
    for (row, colour) in colours.enumerated() {
      for (x, next) in zip(columns, columns.dropFirst()) {
        builder.fill(x + 0.5, edges[row] + 0.5, next - 0.5, edges[row + 1] - 0.5, colour)
      }
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == [heads] + body)
    let fills = parsed.tables.first?.cells.filter { $0.column == 0 }.map { $0.fill?.hexadecimal }
    #expect(fills == ["#1F3864", "#E2EFDA", "#FCE4D6"])
  }

  @Test func cellsSpanBothWays() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 150, 250, 350]
    for (x, y, text) in [(55, 105, "Theme"), (155, 105, "Targets by year"), (155, 125, "2024"), (255, 125, "2025")] {
      builder.line(text, x: Float(x), y: Float(y))
    }
    for (x, text) in [(55, "Reading"), (155, "41"), (255, "47")] { builder.line(text, x: Float(x), y: 145) }
    for y: Float in [100, 140, 160] { builder.horizontal(y, from: 50, to: 350) }
    builder.horizontal(120, from: 150, to: 350)
    for x: Float in [50, 150, 350] { builder.vertical(x, from: 100, to: 160) }
    builder.vertical(250, from: 120, to: 160)
    let parsed = builder.parsed()
    guard let table = parsed.tables.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columnCount == columns.count - 1)
    #expect(parsed.rows(table) == [["Theme", "Targets by year", ""], ["", "2024", "2025"], ["Reading", "41", "47"]])
    #expect(table.cells.first.map { [$0.rowSpan, $0.columnSpan] } == [2, 1])
    #expect(table.cells.dropFirst().first.map { [$0.rowSpan, $0.columnSpan] } == [1, 2])
  }

  @Test func columnRulesAloneLeaveRowsToTheBaselines() {
    var builder = PageBuilder()
    builder.page()
    let rows = [heads] + (1...6).map { ["\($0)", "Visit site number \($0)", "Warden", "Week \($0)"] }
    let edges = builder.rows(rows, columns: columns, y: 100)
    for x in columns { builder.vertical(x, from: edges[0], to: edges[7]) }
    for y in [edges[0], edges[1], edges[7]] { builder.horizontal(y, from: 50, to: 500) }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == rows)
    #expect(parsed.tables.first?.alignment == .inferred)
  }

  @Test func turnedHeadsReadAsWords() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Area", x: 55, y: 140)
    builder.line("North side", x: 160, y: 155, rotation: 3)
    builder.line("South side", x: 210, y: 155, rotation: 3)
    for (x, text) in [(55, "Parks"), (155, "12"), (205, "9")] { builder.line(text, x: Float(x), y: 165) }
    builder.rule(columns: [50, 150, 200, 250], rows: [90, 160, 180])
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == [["Area", "North side", "South side"], ["Parks", "12", "9"]])
  }

  @Test func aBoxAroundProseIsNoTable() {
    var builder = PageBuilder()
    builder.page()
    builder.rule(columns: [40, 560], rows: [90, 160])
    builder.wrapped(
      "This box holds one paragraph that tells the reader how the figures were gathered and who checked them before print.",
      x: 50, y: 100, width: 480)
    let parsed = builder.parsed()
    #expect(parsed.tables.isEmpty)
    #expect(parsed.texts.count == 1)
  }

  @Test func tablesSideBySideStayApart() {
    var builder = PageBuilder()
    builder.page()
    for x: Float in [50, 320] {
      let columns = [x, x + 120, x + 200]
      let edges = builder.rows([["Town", "Visits"], ["Alder", "12"], ["Birch", "31"]], columns: columns, y: 100)
      builder.rule(columns: columns, rows: edges)
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(\.columnCount) == [2, 2])
  }

  @Test func namesOnLinesOfTheirOwnAreParagraphsOfTheirOwn() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 200, 400]
    builder.line("Officers", x: 55, y: 105)
    builder.line("Notes", x: 205, y: 105)
    builder.line("Ann Lark", x: 55, y: 125)
    builder.line("Ben Wren", x: 55, y: 137)
    builder.wrapped("A longer remark that is wrapped because the cell is too narrow for it", x: 205, y: 125, width: 185)
    builder.rule(columns: columns, rows: [100, 120, 155])
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        ["Officers", "Notes"],
        ["Ann Lark / Ben Wren", "A longer remark that is wrapped because the cell is too narrow for it"],
      ])
  }

  @Test func bulletsOfACellBecomeMarkers() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Aim", x: 55, y: 105)
    builder.line("Steps", x: 205, y: 105)
    builder.line("Safer routes", x: 55, y: 125)
    builder.line("\u{2022} paint crossings", x: 205, y: 125)
    builder.line("\u{2022} mend lamps", x: 205, y: 137)
    builder.rule(columns: [50, 200, 400], rows: [100, 120, 155])
    let parsed = builder.parsed()
    let cell = parsed.tables.first?.cells.last
    #expect(cell?.paragraphs.map(parsed.string) == ["paint crossings", "mend lamps"])
    #expect(cell?.paragraphs.map(\.marker) == [.bullet, .bullet])
  }
}
