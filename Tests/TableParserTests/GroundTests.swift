// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

/// Tables whose borders are the edges of grounds: chequered cells, bars, a status in colour, titles on a ground.
@Suite struct GroundTests {
  private let columns: [Float] = [50, 110, 330, 430, 550]
  private let head = ["Ref", "Step", "Who", "When"]
  private let first = ["1.1", "Mend the crane on the old quay", "Smith", "June 2031"]
  private let second = ["1.2", "Dredge the basin before the boats come home", "Master", "July 2031"]

  private func chequer(_ builder: inout PageBuilder, _ edges: [Float], from row: Int = 0) {
    for row in row..<edges.count - 1 {
      for column in 0..<4 where (row + column) % 2 == 1 {
        builder.fill(columns[column], edges[row], columns[column + 1], edges[row + 1], "F0F0F0")
      }
    }
  }

  @Test func groundsUnderATitleDivideNothing() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Part A Boats, basins and the lamps of both moles", x: 54, y: 104)
    let edges = [100] + builder.rows([head, first, second], columns: columns, y: 119)
    chequer(&builder, edges)
    builder.fill(50, 100, 550, 119, "D8DEE8")
    let rows = builder.parsed().tables.first.map(builder.parsed().rows) ?? []
    #expect(rows.map { $0[0] } == ["Part A Boats, basins and the lamps of both moles", "Ref", "1.1", "1.2"])
  }

  @Test func aRemarkAcrossChequeredCellsIsOneText() {
    var builder = PageBuilder()
    builder.page()
    let above = builder.rows([head, first], columns: columns, y: 100)
    let last = above[above.count - 1]
    builder.line("News of May: the crane lifts ten tons again and turns", x: 54, y: last + 4)
    let below = builder.rows([second], columns: columns, y: last + 19)
    chequer(&builder, above + below)
    let rows = builder.parsed().tables.first.map(builder.parsed().rows) ?? []
    #expect(rows.count == 4)
    #expect(rows.dropFirst(2).first?.first == "News of May: the crane lifts ten tons again and turns")
    #expect(rows.last == second)
  }

  @Test func aHeadStandsAboveItsPartsInChequeredCells() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 120, 220, 320, 420]
    for (x, top, bottom) in [(50, "Ref", ""), (120, "Who", "Leads"), (220, "", "Helps"), (320, "When", "")] {
      if !top.isEmpty { builder.line(top, x: Float(x) + 4, y: 104) }
      if !bottom.isEmpty { builder.line(bottom, x: Float(x) + 4, y: 116) }
    }
    let edges =
      [100]
      + builder.rows(
        [["1.1", "Smith", "Carter", "May"], ["1.2", "Pilot", "Clerk", "June"]], columns: columns, y: 132)
    for row in 0..<3 {
      for column in 0..<4 where (row + column) % 2 == 0 {
        builder.fill(columns[column], edges[row], columns[column + 1], edges[row + 1], "F0F0F0")
      }
    }
    let table = builder.parsed().tables.first
    #expect(table?.rowCount == 4)
    #expect(table?.cells.first { $0.row == 0 && $0.column == 1 }?.columnSpan == 2)
    let below = table.map(builder.parsed().rows)?.dropFirst().first ?? []
    #expect(below.contains("Leads") && below.contains("Helps"))
  }

  @Test func aWrappedHeadBesideHeadsOfOneLineIsNotDivided() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 120, 190, 320, 420]
    let edges = builder.rows(
      [
        ["Ref", "Who leads it", "Helps", "When"], ["1.1", "Smith", "Carter", "May"], ["1.2", "Pilot", "Clerk", "June"],
      ],
      columns: columns, y: 100)
    for row in 0..<3 {
      for column in 0..<4 where (row + column) % 2 == 0 {
        builder.fill(columns[column], edges[row], columns[column + 1], edges[row + 1], "F0F0F0")
      }
    }
    #expect(builder.parsed().tables.first?.rowCount == 3)
  }

  /// The colours reach from row to row; nothing else says where the second row begins.
  @Test func aStatusInColourBesideEachRowDividesThem() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 110, 330, 430, 520, 560]
    let body = [
      ["1.1", "Mend the crane on the old quay", "Smith", "June", "R"],
      ["1.2", "Dredge the basin before the boats", "Master", "ongoing", "G"],
      ["1.3", "Paint the lamps", "Keeper", "May", "G"],
    ]
    let edges = builder.rows([["Ref", "Step", "Who", "When", "State"]] + body, columns: columns, y: 100, padding: 6)
    for column in 0..<5 { builder.fill(columns[column], edges[0], columns[column + 1], edges[1], "D8DEE8") }
    for row in 1..<4 { builder.fill(520, edges[row], 560, edges[row + 1], row == 1 ? "FF0000" : "00B050") }
    #expect(builder.parsed().tables.first.map(builder.parsed().rows)?.dropFirst() == body[...])
  }

  @Test func coloursBesideATableWithoutRulesAreAColumn() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows([head, first, second, ["1.3", "Paint", "Keeper", "May 2032"]], columns: columns, y: 100)
    for row in 1..<4 { builder.fill(560, edges[row], 600, edges[row + 1], row == 1 ? "FF0000" : "00B050") }
    let table = builder.parsed().tables.first { $0.columnCount > 2 }
    #expect(table?.columnCount == 5)
    let fills = (table?.cells ?? []).filter { $0.column == 4 && $0.row > 0 }.map { $0.fill?.hexadecimal }
    #expect(fills == ["#FF0000", "#00B050", "#00B050"])
  }

  @Test func barsBehindRowsWithRemarksBetweenAreOneTable() {
    var builder = PageBuilder()
    builder.page()
    var y: Float = 100
    var rows: [[String]] = [head]
    func bar(_ row: [String], cells: Bool) {
      let edges = builder.rows([row], columns: columns, y: y)
      if cells {
        for column in 0..<4 { builder.fill(columns[column], y, columns[column + 1], edges[1], "D8DEE8") }
      } else {
        builder.fill(50, y, 550, edges[1], "F0F0F8")
      }
      y = edges[1]
    }
    bar(head, cells: true)
    for (number, row) in [first, second, ["1.3", "Paint the lamps", "Keeper", "May 2032"]].enumerated() {
      bar(row, cells: false)
      builder.line("News: step \(number + 1) has begun", x: 54, y: y + 4)
      rows.append(row)
      rows.append(["News: step \(number + 1) has begun", "", "", ""])
      y += 20
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    #expect(parsed.tables.first.map(parsed.rows)?.map { $0[0] } == rows.map { $0[0] })
  }

  @Test func theFirstTitleOnAGroundBelongsToTheTableBelow() {
    var builder = PageBuilder()
    builder.page()
    var y: Float = 100
    for (number, row) in [first, second].enumerated() {
      builder.fill(50, y, 550, y + 20, "D8DEE8")
      builder.line("Basin \(number + 1) and what we do there", x: 54, y: y + 4)
      let edges = builder.rows([head, row], columns: columns, y: y + 20)
      builder.fill(50, edges[0], 550, edges[1], "F4F4F8")
      y = edges[2]
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    #expect(
      parsed.tables.first.map(parsed.rows)?.map { $0[0] }
        == ["Basin 1 and what we do there", "Ref", "1.1", "Basin 2 and what we do there", "Ref", "1.2"])
  }

  @Test func referencesBelowEachOtherInARuledRowAreRows() {
    var builder = PageBuilder()
    builder.page()
    let body = [
      first, second, ["1.3", "Paint the lamps of both moles before the winter", "Keeper", "May 2032"],
    ]
    let head = builder.rows([self.head, ["Part A", "Boats", "", ""]], columns: columns, y: 100)
    let edges = builder.rows(body, columns: columns, y: head[2], padding: 6)
    let next = builder.rows([["Part B", "News", "", ""]], columns: columns, y: edges[3])
    let last = builder.rows([["2.1", "Print the tide tables", "Printer", "June 2032"]], columns: columns, y: next[1])
    builder.rule(columns: columns, rows: head + [edges[3], next[1], last[1]])
    let parsed = builder.parsed()
    let rows = parsed.tables.first.map(parsed.rows) ?? []
    #expect(rows.map { $0[0] } == ["Ref", "Part A", "1.1", "1.2", "1.3", "Part B", "2.1"])
    #expect(rows.dropFirst(2).prefix(3) == body[...])
  }

  /// Two rows of a table with a shaded first column at the top of a page: four columns begin alike in both.
  @Test func twoRowsThatShareSeveralColumnsAreDividedByWhite() {
    var builder = PageBuilder()
    builder.page(width: 700)
    let columns = self.columns + [650]
    let rows = [
      ["1.1", "Mend the crane on the old quay", "Smith and son", "end of June", "It lifts ten tons"],
      ["1.2", "Dredge the basin before the boats come home", "Old master", "end of July", "No boat waits"],
    ]
    let edges = builder.rows(rows, columns: columns, y: 100)
    for y in edges { builder.horizontal(y, from: 50, to: 650) }
    for row in 0..<2 { builder.fill(50, edges[row], 110, edges[row + 1], "E0E8E0") }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == rows)
  }

  @Test func itemsOfACellEndWithTheirDates() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 110, 274]
    var lines: [(String, Float)] = [("Hire a diver for both basins – May 2031", 104)]
    lines += [("Sound the whole of the outer sea mole", 116), ("– June 2031", 128)]
    builder.line("1.1", x: 54, y: 104)
    for (text, y) in lines { builder.line(text, x: 114, y: y, size: 9) }
    builder.rule(columns: columns, rows: [100, 142, 160])
    builder.line("1.2", x: 54, y: 146)
    builder.line("Paint", x: 114, y: 146)
    let table = builder.parsed().tables.first
    let items = table?.cells.first { $0.row == 0 && $0.column == 1 }?.paragraphs.map(builder.parsed().string)
    #expect(items == ["Hire a diver for both basins – May 2031", "Sound the whole of the outer sea mole – June 2031"])
  }
}
