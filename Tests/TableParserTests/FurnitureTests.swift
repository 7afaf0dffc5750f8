// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

private let columns: [Float] = [50, 100, 320, 520]
private let first = [["Ref", "Step", "Owner"], ["1", "Open the ford.", "Miller"], ["2", "Mend the gate.", "Smith"]]
private let second = [["3", "Close the weir.", "Keeper"], ["4", "Paint the sluice.", "Clerk"]]

@Suite struct FurnitureTests {
  /// Two pages with one table that goes on without its head, each with lines of its own round it.
  private func pages(
    top: Float = 60, first: [[String]] = first, second: [[String]] = second,
    frame: (inout PageBuilder, Int) -> Void
  ) -> Parsed {
    var builder = PageBuilder()
    for (number, rows) in [first, second].enumerated() {
      builder.page()
      let edges = builder.rows(rows, columns: columns, y: top)
      builder.rule(columns: columns, rows: edges)
      frame(&builder, number + 1)
    }
    return builder.parsed()
  }

  private func isOneTable(_ parsed: Parsed, rows: Int = 5) -> Bool {
    parsed.tables.count == 1 && parsed.tables[0].rowCount == rows
  }

  @Test func aLineThatRepeatsRightAboveTheTableIsFurniture() {
    let parsed = pages { builder, _ in builder.line("River board plan", x: 50, y: 26) }
    #expect(isOneTable(parsed))
    #expect(parsed.texts == ["[running-header] River board plan", "[running-header] River board plan"])
  }

  @Test(arguments: ["Weir plan, May 2021 - #", "v2.1 of 3 May, sheet #", "Weir plan 7 - # of 2"])
  func anyNumberMayStepWithThePage(footer: String) {
    let parsed = pages { builder, page in
      builder.line(
        footer.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(page)"), x: 300, y: 770)
    }
    #expect(isOneTable(parsed))
    #expect(parsed.texts.allSatisfy { $0.hasPrefix("[running-footer]") })
  }

  @Test func aDateThatChangesIsNoPageNumber() {
    let parsed = pages { builder, page in builder.line("Weir \(2020 + page)", x: 300, y: 600) }
    #expect(!parsed.texts.contains { $0.hasPrefix("[") })
  }

  @Test func headingsThatCountUpStayHeadings() {
    var builder = PageBuilder()
    for page in 1...2 {
      builder.page()
      builder.line("Theme \(page)", x: 50, y: 60, size: 10, style: .bold)
      builder.line("The ford is kept open for carts in all but the wettest weeks of the year.", x: 50, y: 120)
    }
    #expect(
      builder.parsed().texts.filter { $0.hasSuffix("Theme 1") || $0.hasSuffix("Theme 2") }.allSatisfy {
        !$0.hasPrefix("[")
      }
    )
  }

  @Test func twoLinesInTheMarginAreFurnitureBoth() {
    let parsed = pages { builder, page in
      builder.line("River board", x: 50, y: 15, size: 8)
      builder.line("Plan for the weir, issue 4", x: 50, y: 26, size: 8)
      builder.line("Printed 04/05/2021 10:32 \(page)/2", x: 300, y: 775, size: 8)
    }
    #expect(isOneTable(parsed))
    #expect(parsed.texts.count == 6)
  }

  @Test func aBandThatRunsOffThePageIsNoRow() {
    let parsed = pages { builder, _ in
      builder.fill(0, 0, 600, 40, "2040A0")
      builder.line("River board plan", x: 50, y: 15)
    }
    #expect(isOneTable(parsed))
    #expect(parsed.texts.count == 2)
  }

  @Test func aLineThatChangesInTheMarginNeverPartsATable() {
    let parsed = pages { builder, page in
      builder.line(page == 1 ? "Low water" : "High water", x: 50, y: 30)
    }
    #expect(isOneTable(parsed))
  }

  @Test func aTitleAboveAHeadThatComesAgainPartsTwoTables() {
    let parsed = pages(top: 80, second: [first[0]] + second) { builder, page in
      builder.line(page == 1 ? "Low water" : "High water", x: 50, y: 60)
    }
    #expect(parsed.tables.count == 2)
  }

  @Test func aHeadingThatSaysContinuedPartsNothing() {
    let parsed = pages(top: 90) { builder, page in
      builder.line(page == 1 ? "Aim 2: a dry lane" : "Aim 2: a dry lane (continued)", x: 50, y: 60, size: 14)
    }
    #expect(isOneTable(parsed))
  }

  @Test func aRowCutInsideABulletIsOneRow() {
    let parsed = pages(
      first: [first[0], ["1", "Open the ford for carts and for the", "Miller"]],
      second: [["", "drovers of the upper farms.", ""], ["2", "Close the weir.", "Keeper"]]
    ) { builder, page in builder.line("Weir plan \(page)", x: 300, y: 775, size: 8) }
    #expect(isOneTable(parsed, rows: 3))
  }

  @Test func aHeadWithoutRulesThatComesAgainIsNoRunningHead() {
    var builder = PageBuilder()
    for rows in [first, [first[0]] + second] {
      builder.page()
      _ = builder.rows(rows, columns: columns, y: 60, padding: 8)
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    #expect(parsed.tables.first.map(parsed.rows)?.first == first[0])
  }

  @Test func aPageNumberOnAGroundOfItsOwnIsFurniture() {
    let parsed = pages { builder, page in
      builder.line("Board report of the river", x: 60, y: 760, size: 8)
      builder.line("\(page)", x: 520, y: 755, size: 18)
      builder.fill(520, 755, 529, 775, "E6E6E6")
    }
    #expect(isOneTable(parsed))
    #expect(parsed.texts.count == 4)
  }
}
