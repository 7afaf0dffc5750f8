// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

private let columns: [Float] = [50, 150, 320, 420, 520]

@Suite struct CoveredHeadTests {
  @Test func headsBehindATitleStandInTheirColumns() {
    var builder = PageBuilder()
    builder.page()
    builder.line("River board list of steps for the year", x: 90, y: 52)
    for (column, head) in ["Place", "Step", "Owner", "Month"].enumerated() {
      builder.line(head, x: columns[column] + 20, y: 57, size: 8)
    }
    let edges = builder.rows(
      [["Ford", "Open it for carts.", "Miller", "May"], ["Weir", "Close it at night.", "Keeper", "June"]],
      columns: columns, y: 74)
    builder.fill(50, 46, 520, 74, "203040")
    builder.horizontal(46, from: 50, to: 520)
    for x in [columns[0], columns[4]] { builder.vertical(x, from: 46, to: 74) }
    builder.rule(columns: columns, rows: edges)
    let rows = builder.parsed().tables.first.map(builder.parsed().rows) ?? []
    #expect(rows.first?.first == "River board list of steps for the year")
    #expect(rows.dropFirst().first == ["Place", "Step", "Owner", "Month"])
    #expect(rows.count == 4)
  }

  @Test func aTitleOfTwoLinesStaysOneCell() {
    var builder = PageBuilder()
    builder.page()
    builder.line("River board list of steps for the year and for", x: 60, y: 50)
    builder.line("the year after it", x: 60, y: 62)
    let edges = builder.rows(
      [["Place", "Step", "Owner", "Month"], ["Weir", "Close it at night.", "Keeper", "June"]], columns: columns, y: 78)
    builder.horizontal(46, from: 50, to: 520)
    for x in [columns[0], columns[4]] { builder.vertical(x, from: 46, to: 78) }
    builder.rule(columns: columns, rows: edges)
    #expect(builder.parsed().tables.map(\.rowCount) == [3])
  }
}
