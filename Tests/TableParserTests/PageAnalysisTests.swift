// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct PageAnalysisTests {
  @Test func showsTheChosenGridAndDrawsIt() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 150, 250]
    let edges = builder.rows([["Tree", "Height"], ["Ash", "12"], ["Elm", "9"]], columns: columns, y: 100)
    builder.rule(columns: columns, rows: edges)
    let analysis = TableParser().analyse(builder.document.pages[0], text: builder.document.text)
    #expect(analysis.words.count == 6)
    #expect(analysis.candidates.filter(\.isChosen).map(\.cells.count) == [6])
    #expect(analysis.svg.hasPrefix("<svg ") && analysis.svg.hasSuffix("</svg>\n"))
    #expect(analysis.svg.split(separator: "\n").filter { $0.hasPrefix("<line ") }.count == analysis.rules.count)
  }

  @Test func drawsPagesWhoseNumbersAreNone() {
    let page = PageContent(
      number: 1, width: .nan, height: .infinity,
      fills: [
        PageFill(box: Box(left: .nan, top: 1e30, right: 2, bottom: 3), colour: Colour(red: 1, green: 2, blue: 3))
      ])
    let svg = TableParser().analyse(page, text: TextStore()).svg
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }
}
