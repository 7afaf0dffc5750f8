// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct RunningTextTests {
  private let prose =
    "The board met at the mill and heard that the water had risen by a foot since the spring, so that carts could no "
    + "longer pass the lower ford. It asked the keeper to open the sluice at dawn and to close it when the bell had rung "
    + "for the second time, and to write down in the book on which days the farmers on the upper lane had been able to "
    + "cross, and on which of them they had not."

  @Test func linesOfAFramedTextAreNoRows() {
    var builder = PageBuilder()
    builder.page()
    let bottom = builder.wrapped(prose, x: 60, y: 100, width: 220)
    var y: Float = 98
    while y < bottom { builder.fill(50, y, 300, y + 12, "E0E0E0"); y += 12 }
    builder.horizontal(98, from: 50, to: 300)
    builder.horizontal(bottom + 4, from: 50, to: 300)
    builder.vertical(50, from: 98, to: bottom + 4)
    builder.vertical(300, from: 98, to: bottom + 4)
    #expect(builder.parsed().tables.isEmpty)
  }

  @Test func textsSideBySideAreNoTableThoughTheirLinesAreNotLevel() {
    var builder = PageBuilder()
    builder.page()
    builder.wrapped(prose, x: 50, y: 100, width: 220)
    builder.wrapped(prose, x: 300, y: 105, width: 220)
    #expect(builder.parsed().tables.isEmpty)
  }

  @Test func aWordBrokenByItsColumnIsOneWord() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 104, 300, 400]
    let edges = builder.rows(
      [["Measure", "Step", "Owner"], ["", "Open the ford and mend it.", "Miller"]], columns: columns, y: 60)
    builder.line("Attendanc", x: 54, y: edges[1] + 4)
    builder.line("e of carts", x: 54, y: edges[1] + 16)
    builder.rule(columns: columns, rows: [edges[0], edges[1], edges[1] + 34])
    #expect(builder.parsed().tables.first.map(builder.parsed().rows)?.last?.first == "Attendance of carts")
  }
}
