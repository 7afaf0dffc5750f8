// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct ChartScaleTests {
  @Test func theScalesOfAChartAreNoTable() {
    var builder = PageBuilder()
    builder.page()
    for step in 0..<6 {
      builder.line("\(500 - 100 * step)", x: 60, y: 100 + 30 * Float(step))
      builder.line("0.\(9 - step)", x: 400, y: 100 + 30 * Float(step))
    }
    builder.line("2001", x: 120, y: 270)
    builder.line("2004", x: 220, y: 270)
    builder.line("2007", x: 320, y: 270)
    builder.line("Water level", x: 180, y: 130)
    builder.line("Rainfall", x: 260, y: 190)
    let parsed = builder.parsed()
    #expect(parsed.tables.isEmpty)
    #expect(parsed.words.count == 18)
  }

  @Test func yearsBesideFiguresAreATable() {
    var builder = PageBuilder()
    builder.page()
    builder.line("Year", x: 60, y: 85)
    builder.line("Level", x: 180, y: 85)
    builder.line("Rain", x: 300, y: 85)
    for (row, (level, rain)) in [("412", "61"), ("398", "55"), ("430", "70"), ("401", "58")].enumerated() {
      builder.line("\(2001 + row)", x: 60, y: 100 + 15 * Float(row))
      builder.line(level, x: 180, y: 100 + 15 * Float(row))
      builder.line(rain, x: 300, y: 100 + 15 * Float(row))
    }
    #expect(builder.parsed().tables.map(\.rowCount) == [5])
  }

  @Test func numbersBesideStepsAreNoScale() {
    var builder = PageBuilder()
    builder.page()
    builder.line("No", x: 60, y: 85)
    builder.line("Step", x: 100, y: 85)
    builder.line("Owner", x: 300, y: 85)
    for (row, step) in ["Open the ford", "Mend the gate", "Close the weir", "Paint the sluice"].enumerated() {
      builder.line("\(row + 1)", x: 60, y: 105 + 20 * Float(row))
      builder.line(step, x: 100, y: 105 + 20 * Float(row))
      builder.line("Miller", x: 300, y: 105 + 20 * Float(row))
    }
    #expect(builder.parsed().tables.map(\.rowCount) == [5])
  }
}
