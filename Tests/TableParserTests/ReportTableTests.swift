// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

/// Tables of figures as reports set them: between charts, captions, notes and columns of prose.
@Suite struct ReportTableTests {
  private let figures = [
    ["Harbour", "2021", "2022", "2023"], ["Ash Bay", "14.2", "15.0", "16.1"], ["Elm Point", "8.4", "8.9", "9.3"],
    ["Oak Reach", "21.0", "20.4", "19.8"], ["Yew Sound", "3.1", "3.3", "3.9"],
  ]
  private let columns: [Float] = [60, 200, 270, 340, 410]

  @Test func chartsAreNoTables() {
    var builder = PageBuilder()
    builder.page()
    // A chart with a scale, five bars and years below them.
    for step in 0...5 {
      let y = 100 + Float(step) * 30
      builder.line("\(50 - 10 * step)", x: 70, y: y - 5, size: 8)
      builder.horizontal(y, from: 90, to: 390)
    }
    builder.vertical(90, from: 100, to: 250)
    for (number, height) in [Float(40), 75, 110, 62, 133].enumerated() {
      let left = 105 + Float(number) * 58
      builder.fill(left, 250 - height, left + 30, 250, "336699")
      builder.line("\(2019 + number)", x: left + 4, y: 254, size: 8)
    }
    builder.line("Table 2 Boats at their piers", x: 60, y: 290)
    _ = builder.rows(figures, columns: columns, y: 310)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [figures])
    #expect(parsed.texts.contains { $0.hasSuffix("Table 2 Boats at their piers") })
  }

  @Test func captionsAndNotesEndTables() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows(figures, columns: columns, y: 100)
    let end = edges[edges.count - 1]
    builder.line("Source: harbour office", x: 60, y: end + 2)
    builder.line("Table 9 Boats that left", x: 60, y: end + 18)
    _ = builder.rows(figures, columns: columns, y: end + 34)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [figures, figures])
  }

  @Test func currencySignsAreNoColumn() {
    var builder = PageBuilder()
    builder.page()
    _ = builder.rows(figures, columns: columns, y: 100)
    builder.line("Total", x: 64, y: 210)
    for column in 1..<4 {
      builder.line("$", x: columns[column] - 14, y: 210)
      builder.line("46.7", x: columns[column] + 4, y: 210)
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows)?.last == ["Total", "$ 46.7", "$ 46.7", "$ 46.7"])
  }

  @Test func centredTitlesRunAcross() {
    var builder = PageBuilder()
    builder.page()
    var y: Float = 100
    func line(_ row: [String]) {
      for (column, text) in row.enumerated() { builder.line(text, x: columns[column] + 4, y: y) }
      y += 14
    }
    line(figures[0])
    builder.line("Northern piers", x: 180, y: y)
    y += 14
    line(figures[1])
    line(figures[2])
    builder.line("Southern piers", x: 180, y: y)
    y += 14
    line(figures[3])
    line(figures[4])
    let parsed = builder.parsed()
    let table = parsed.tables.first
    #expect(table?.rowCount == 7)
    #expect(table?.columnCount == 4)
    let titles = table?.cells.filter { $0.columnSpan == 4 }.map { $0.paragraphs.map(parsed.string).joined() }
    #expect(titles == ["Northern piers", "Southern piers"])
  }

  @Test func listsWithSeveralKindsOfLabelAreNoTables() {
    var builder = PageBuilder()
    builder.page()
    var y: Float = 100
    for label in ["(a)", "2.", "\u{2022}", "(d)", "5."] {
      builder.line(label, x: 62, y: y)
      y = builder.wrapped(
        "The keeper of each pier counts the boats at noon and hands the sheet to the office, which adds up all of them.",
        x: 84, y: y, width: 420)
    }
    #expect(builder.parsed().tables.isEmpty)
  }

  @Test func columnsOfProseThatShareNoLines() {
    var builder = PageBuilder()
    builder.page()
    let prose =
      "the boats that came in were counted by the keeper of the pier while the tide was high and the wind was low"
    var y: Float = 60
    for _ in 0..<8 { y = builder.wrapped(prose, x: 50, y: y, width: 235) + 6 }
    var narrow = columns
    for index in narrow.indices { narrow[index] = 310 + Float(index) * (index == 0 ? 0 : 55) + (index > 0 ? 15 : 0) }
    let edges = builder.rows(figures, columns: narrow, y: 67, padding: 3)
    y = edges[edges.count - 1] + 20
    for _ in 0..<5 { y = builder.wrapped(prose, x: 310, y: y, width: 235, size: 9) + 6 }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [figures])
  }

  @Test func figuresBelowAHighHeadAreRows() {
    var builder = PageBuilder()
    builder.page()
    // The page's own text is set much larger than the table.
    for line in 0..<20 {
      builder.line("counted at noon by the keepers of all the piers", x: 60, y: 60 + Float(line) * 14)
    }
    let columns: [Float] = [60, 150, 230, 310]
    for (line, word) in ["Number", "of boats", "at noon"].enumerated() {
      for column in 1..<3 { builder.line(word, x: columns[column] + 3, y: 363 + Float(line) * 7, size: 6) }
    }
    for (line, name) in ["Ash Bay", "Elm Point", "Oak Reach", "Yew Sound"].enumerated() {
      builder.line(name, x: 63, y: 388 + Float(line) * 7, size: 6)
      builder.line("\(14 + line)", x: columns[1] + 3, y: 388 + Float(line) * 7, size: 6)
      builder.line("\(31 + line)", x: columns[2] + 3, y: 388 + Float(line) * 7, size: 6)
    }
    builder.rule(columns: columns, rows: [360, 386, 418])
    let parsed = builder.parsed()
    #expect(parsed.tables.first?.rowCount == 5)
  }
}
