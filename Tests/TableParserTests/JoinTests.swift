// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

private let columns: [Float] = [50, 100, 320, 520]
private let heads = ["Ref", "Step", "Owner"]

@Suite struct JoinTests {
  private func twoPages(_ first: [[String]], _ second: [[String]]) -> Parsed {
    var builder = PageBuilder()
    for rows in [first, second] {
      builder.page()
      let edges = builder.rows(rows, columns: columns, y: 60)
      builder.rule(columns: columns, rows: edges)
    }
    return builder.parsed()
  }

  @Test func aRepeatedHeadBecomesFurniture() {
    let parsed = twoPages(
      [heads, ["1", "Open the ford.", "Miller"]], [heads, ["2", "Close the weir.", "Keeper"]])
    #expect(parsed.tables.count == 1)
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        heads, ["1", "Open the ford.", "Miller"], ["2", "Close the weir.", "Keeper"],
      ])
    #expect(parsed.tables.first?.rowPages == [1, 1, 2])
    #expect(parsed.texts == ["[running-header] Ref Step Owner"])
  }

  @Test func aRowCutByTheBreakIsOneRow() {
    let parsed = twoPages(
      [heads, ["1", "Write to all the farms along the river and ask each of them for the", "Clerk"]],
      [["", "names of the people who draw water.", ""], ["2", "Print the map.", "Printer"]])
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        heads,
        [
          "1",
          "Write to all the farms along the river and ask each of them for the names of the people who draw water.",
          "Clerk",
        ],
        ["2", "Print the map.", "Printer"],
      ])
    #expect(parsed.tables.first?.rowPages == [1, 1, 2])
  }

  @Test func anotherTableOnTheNextPageStaysAnother() {
    var builder = PageBuilder()
    builder.page()
    var edges = builder.rows([heads, ["1", "Open the ford.", "Miller"]], columns: columns, y: 60)
    builder.rule(columns: columns, rows: edges)
    builder.page()
    let other: [Float] = [50, 250, 520]
    edges = builder.rows([["Word", "Meaning"], ["Weir", "A low dam."]], columns: other, y: 60)
    builder.rule(columns: other, rows: edges)
    #expect(builder.parsed().tables.map(\.columnCount) == [3, 2])
  }

  @Test func aSheetPrintedInTwoHalvesIsOneTable() {
    var builder = PageBuilder()
    let edges: [Float] = [60, 80, 130, 155, 220]
    for (part, columns) in [[50, 100, 400] as [Float], [50, 200, 300, 420]].enumerated() {
      builder.page()
      builder.rule(columns: columns, rows: edges)
      for row in 0..<4 {
        for column in 0..<(columns.count - 1) {
          builder.line("p\(part)r\(row)c\(column)", x: columns[column] + 4, y: edges[row] + 4)
        }
      }
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(\.columnCount) == [5])
    #expect(parsed.tables.first.map(parsed.rows)?[2] == ["p0r2c0", "p0r2c1", "p1r2c0", "p1r2c1", "p1r2c2"])
  }
}
