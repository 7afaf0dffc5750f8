// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

/// Tables of which only some rows or columns are ruled or filled, and tables that stand on their side.
@Suite struct PartlyRuledTests {
  private let rows = [
    ["Ref", "Step", "Who", "Status"],
    ["1", "Agree the shared budget with both of the boards and sign it off", "Treasurer", "Late"],
    ["2", "Hire two drivers for the new route along the coast", "Depot lead with the people team", "Done"],
    ["3", "Open the stop at the school", "Planner", "Late"],
    ["4", "Count the riders each month and publish the counts", "Analyst", "Done"],
  ]
  private let columns: [Float] = [60, 100, 270, 390, 460]

  @Test func rowsThatOnlyTheColoursOfTheLastColumnShow() {
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows(rows, columns: columns, y: 100)
    for column in 0..<4 { builder.fill(columns[column], edges[0], columns[column + 1], edges[1], "BBCCDD") }
    for row in 1..<5 { builder.fill(390, edges[row], 460, edges[row + 1], row % 2 == 1 ? "FF0000" : "00B050") }
    let parsed = builder.parsed()
    #expect(parsed.tables.map { parsed.rows($0).map { $0.map { $0.replacing(" / ", with: " ") } } } == [rows])
    #expect(parsed.tables.first?.cells.first { $0.row == 2 && $0.column == 3 }?.fill?.hexadecimal == "#00B050")
  }

  @Test func cardsWithShadedLabels() {
    var builder = PageBuilder()
    builder.page()
    let card = [
      ["Step", "Agree the shared budget with both boards"], ["Who", "Treasurer of the harbour"], ["When", "March"],
    ]
    let columns: [Float] = [60, 140, 420]
    let edges = builder.rows(card, columns: columns, y: 100)
    for row in 0..<3 { builder.fill(60, edges[row], 140, edges[row + 1], row % 2 == 0 ? "E0E0E0" : "E8E8E8") }
    builder.horizontal(edges[0], from: 60, to: 420)
    builder.horizontal(edges[3], from: 60, to: 420)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [card])
  }

  @Test func partsBetweenTitlesHaveColumnRulesOnly() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [60, 200, 320, 440]
    var y = builder.rows([["Step", "Who", "When"]], columns: columns, y: 100)[1]
    var heights: [Float] = [100, y]
    for (title, first) in [("Boats first", 1), ("Piers second", 3)] {
      builder.line(title, x: 64, y: y + 4)
      builder.fill(60, y, 440, y + 20, "DDE8F0")
      y += 20
      heights.append(y)
      for number in first..<(first + 2) {
        y =
          builder.rows([["Paint pier \(number)", "Keeper \(number)", "May 202\(number)"]], columns: columns, y: y)[1]
          + 8
      }
      heights.append(y)
    }
    for height in heights { builder.horizontal(height, from: 60, to: 440) }
    for x in columns {
      builder.vertical(x, from: heights[0], to: heights[1])
      builder.vertical(x, from: heights[2], to: heights[3])
      builder.vertical(x, from: heights[4], to: heights[5])
    }
    builder.vertical(60, from: 100, to: y)
    builder.vertical(440, from: 100, to: y)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows)?.map { $0[0] } == [
        "Step", "Boats first", "Paint pier 1", "Paint pier 2", "Piers second", "Paint pier 3", "Paint pier 4",
      ])
  }

  @Test func ruleUnderAHeadDividesItFromItsParts() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [60, 180, 260, 340, 420]
    let table = [
      ["Pier", "Boats", "", "When"], ["", "Sail", "Steam", ""], ["Ash Bay", "Many of them", "Next to none", "May"],
      ["Elm Point", "Two or three", "Half of them", "June"], ["Oak Reach", "Hardly any", "All that came", "July"],
    ]
    let edges = builder.rows(table, columns: columns, y: 100)
    builder.horizontal(edges[1], from: 180, to: 340)
    for row in [0, 2, 3, 4, 5] { builder.horizontal(edges[row], from: 60, to: 420) }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [table])
    #expect(parsed.tables.first?.cells.first { $0.row == 0 && $0.column == 1 }?.columnSpan == 2)
  }

  @Test func tablesThatStandOnTheirSide() {
    // Each box turned a quarter clockwise about the page.
    func turned(_ document: SourceDocument) -> SourceDocument {
      var document = document
      for page in document.pages.indices {
        let height = document.pages[page].height
        func turn(_ box: Box) -> Box {
          Box(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
        }
        for word in document.pages[page].words.indices {
          document.pages[page].words[word].box = turn(document.pages[page].words[word].box)
          document.pages[page].words[word].rotation = 1
        }
        for line in document.pages[page].rulingLines.indices {
          let rule = document.pages[page].rulingLines[line]
          document.pages[page].rulingLines[line] = RulingLine(box: turn(rule.box), isHorizontal: !rule.isHorizontal)
        }
        let width = document.pages[page].width
        document.pages[page].width = height
        document.pages[page].height = width
      }
      return document
    }
    var builder = PageBuilder()
    builder.page()
    let edges = builder.rows(rows, columns: columns, y: 100)
    builder.rule(columns: columns, rows: edges)
    let upright = builder.parsed()
    builder.document = turned(builder.document)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == upright.tables.map(upright.rows))
    // Places are told on the page as it is shown.
    let box = parsed.tables.first?.location.box
    #expect(box.map { abs($0.top - 60) < 1 && abs($0.right - 700) < 1 } == true)
  }

  /// Of the columns only the shaded labels and the status in colour are drawn.
  @Test func whiteDividesColumnsThatNothingElseDoes() {
    var builder = PageBuilder()
    builder.page()
    let card = [
      ["Step", "Agree the shared budget with both of the boards", "", ""], ["Who", "Treasurer", "By", "March"],
      ["Money", "None so far", "Board", "Harbour"], ["Aim", "Boats land when they should", "Status", "Late"],
    ]
    let columns: [Float] = [60, 140, 300, 360, 460]
    var wide = card
    wide[0][1] = ""
    let edges = builder.rows(wide, columns: columns, y: 100)
    builder.line(card[0][1], x: 144, y: 104)
    for row in 0..<4 { builder.fill(60, edges[row], 140, edges[row + 1], row == 0 ? "E0E0E0" : "D8E8D8") }
    builder.fill(360, edges[3], 460, edges[4], "FF0000")
    for edge in edges { builder.horizontal(edge, from: 60, to: 460) }
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [card])
    #expect(parsed.tables.first?.cells.first { $0.row == 3 && $0.column == 3 }?.fill?.hexadecimal == "#FF0000")
  }

  @Test func linesOfACardThatAreLevelInAllItsCellsAreRows() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [60, 140, 300, 360, 460]
    let card = [
      ["Who", "Treasurer", "By", "March"], ["Money", "None so far", "Board", "Harbour"],
      ["Aim", "Boats land", "Status", "Late"],
    ]
    let edges = builder.rows(card, columns: columns, y: 100)
    builder.rule(columns: columns, rows: [edges[0], edges[2], edges[3]])
    let parsed = builder.parsed()
    #expect(parsed.tables.map(parsed.rows) == [card])
  }

  @Test func linesOfWrappedCellsAreNoRows() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [60, 140, 240, 340]
    let table = [
      ["Captain of ships", "Master of the harbour", "Keeper of the Lamps"], ["Ames", "Boyd", "Cole"],
    ]
    let edges = builder.rows(table, columns: columns, y: 100)
    builder.rule(columns: columns, rows: edges)
    let parsed = builder.parsed()
    #expect(parsed.tables.first?.rowCount == 2)
  }

  @Test func whiteDividesColumnsOfCentredCells() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [60, 100, 240, 330, 460]
    let table = [
      ["Ref", "Step", "Who", "Aim"],
      ["1", "Agree the shared budget with both of the boards by then", "Treasurer", "Boats land when they should"],
      ["2", "Hire two drivers", "Depot lead of the harbour", "Riders wait for no more than ten minutes at any stop"],
      ["3", "Open the stop at the school gate", "Planner", "Pupils ride"],
    ]
    var edges: [Float] = [100]
    for row in table {
      let y = edges[edges.count - 1]
      var heights: [Float] = []
      for (column, text) in row.enumerated() {
        var scratch = PageBuilder()
        scratch.page()
        heights.append(scratch.wrapped(text, x: 0, y: 0, width: columns[column + 1] - columns[column] - 8))
      }
      let height = (heights.max() ?? 0) + 8
      for (column, text) in row.enumerated() {
        builder.wrapped(
          text, x: columns[column] + 4, y: y + (height - heights[column]) / 2,
          width: columns[column + 1] - columns[column] - 8)
      }
      edges.append(y + height)
    }
    for (row, edge) in edges.enumerated() {
      builder.horizontal(edge, from: 60, to: 460)
      if row > 0 { builder.fill(60, edges[row - 1], 100, edge, row % 2 == 0 ? "E0E0E0" : "D8E8D8") }
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.map { parsed.rows($0).map { $0.map { $0.replacing(" / ", with: " ") } } } == [table])
  }
}
