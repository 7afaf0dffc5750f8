// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

private let columns: [Float] = [50, 200, 350, 500]
private let rows = [
  ["Place", "Depth", "Month"], ["Upper ford", "Two feet", "May"], ["Lower ford", "Three feet", "June"],
]

@Suite struct SliverTests {
  @Test func shadingSetInFromTheRulesMakesNoColumns() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows(rows, columns: columns, y: 100, padding: 9)
    builder.rule(columns: columns, rows: edges)
    for row in 0..<3 {
      for column in 0..<3 {
        builder.fill(columns[column] + 7, edges[row] + 5, columns[column + 1] - 7, edges[row + 1] - 5, "D0E0F0")
      }
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [rows])
  }

  @Test func aNarrowColumnOfColoursStays() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows(rows, columns: columns, y: 100)
    builder.rule(columns: columns + [512], rows: edges)
    for row in 1..<3 { builder.fill(500, edges[row], 512, edges[row + 1], "00B050") }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(\.columnCount) == [4])
  }
}
