// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct RowEvidenceTests {
  @Test func aLayoutTableThatNeverWrapsHasARowALine() {
    var builder = PageBuilder()
    builder.layout(
      """
      Ref   Job                      Keeper        When
      1     Sweep out the barn       Ann Field     May
      2     Mend a cart              Bob Marsh     June
            Paint it grey            Cat Hill      July
      3     Sheep are counted        Dan Wood      August
      """)
    let parsed = builder.parsed()
    #expect(parsed.tables.first?.rowCount == 5)
    #expect(parsed.tables.first.map(parsed.rows)?[3] == ["", "Paint it grey", "Cat Hill", "July"])
  }

  @Test func aValueThatRepeatsLineByLineIsACellALine() {
    var builder = PageBuilder()
    builder.layout(
      """
      Crop         What we weigh                              How
      Beans        Pods picked in the first week of summer    Weekly count
                   Pods left on the plant when it is pulled   Weekly count
                   Seed kept                                  Weekly count
      Marrow       Prizes                                     Show book
      """)
    let parsed = builder.parsed()
    #expect(parsed.tables.first?.rowCount == 5)
    #expect(parsed.tables.first.map(parsed.rows)?[3] == ["", "Seed kept", "Weekly count"])
  }

  @Test func aCellThatBeginsBeforeItsColumnMakesNoColumn() {
    var builder = PageBuilder()
    builder.layout(
      """
      What we are going to plant this year     When          Gardener              Harvest
      Early peas in the bed below the south    March 2020    Head gardener and     Two full baskets
      wall with sticks to climb on                           one helper            each week
      Late beans along the wall that      May 2020-Nov       Under gardener and    One full basket
      faces north, two to a hole          2020               a boy                 each week
      Red onions between the currants and      April 2020    Head gardener and     Nine long strings
      the path to the well                                   two helpers           for the store
      White onions in what was the lower       April 2020    Head gardener and     Six long strings
      strawberry bed                                         one helper            for the store
      Leeks wherever there is some room        June 2020     Cook                  As needed
      after midsummer
      """)
    let parsed = builder.parsed()
    #expect(parsed.tables.first?.columnCount == 4)
    #expect(parsed.tables.first.map(parsed.rows)?[2][1] == "May 2020-Nov 2020")
  }

  @Test func aFooterFarBelowTheTextIsFurnitureOnItsOnlyPage() {
    var builder = PageBuilder()
    builder.layout(
      """
      Task                       Owner            Month
      Mend the north fence       Warden           May
      Oil the gate               Smith            June




      Village farm trust                        Page 1
      """)
    let parsed = builder.parsed()
    #expect(parsed.tables.first?.rowCount == 3)
    #expect(parsed.texts == ["[running-footer] Village farm trust Page 1"])
  }

  @Test func aNumberedHeadingAndADateBelowATitleStandAlone() {
    var builder = PageBuilder()
    builder.layout(
      """
      Orchard and Garden Plan
      Version 2, May 2021
      Part 1: Apples and pears
      """)
    #expect(
      builder.parsed().texts == ["Orchard and Garden Plan", "Version 2, May 2021", "Part 1: Apples and pears"])
  }

  @Test func rowsSetApartBetweenColumnRulesAreRows() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 90, 260, 400, 500]
    let rows = [
      ["Ref", "Step", "Owner", "Due"], ["1", "Clear the pond", "Mill keeper", "May"],
      ["2", "Mend the sluice", "Wheelwright", "June"],
    ]
    let edges = builder.rows(rows, columns: columns, y: 100)
    for x in columns { builder.vertical(x, from: edges[0], to: edges[3]) }
    for y in [edges[0], edges[1], edges[3]] { builder.horizontal(y, from: 50, to: 500) }
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows) == rows)
  }

  @Test func aRowWithoutFillBetweenFilledRowsIsDivided() {
    var builder = PageBuilder()
    builder.page()
    let columns: [Float] = [50, 90, 260, 400, 500]
    let rows = [
      ["Ref", "Step", "Owner", "Due"], ["1", "Clear the pond", "Mill keeper", "May"],
      ["2", "Mend the sluice", "Wheelwright", "June"], ["3", "Stock the pond", "Bailiff", "July"],
    ]
    let edges = builder.rows(rows, columns: columns, y: 100)
    for row in [1, 3] {
      for column in 0..<4 {
        builder.fill(
          columns[column], edges[row], columns[column + 1], edges[row + 1], column % 2 == 0 ? "D0E0F0" : "D1E0F0")
      }
    }
    let parsed = builder.parsed()
    #expect(parsed.tables.count == 1)
    #expect(parsed.tables.first.map(parsed.rows) == rows)
  }

  @Test func aTitleInLargerLettersPartsTwoTables() {
    var builder = PageBuilder()
    builder.page()
    _ = builder.rows(
      [["Word", "Meaning"], ["Ewe", "A grown sheep"], ["Ram", "Her mate"]], columns: [50, 260, 500], y: 100)
    builder.line("Fields and owners", x: 50, y: 175, size: 14)
    _ = builder.rows(
      [["Ref", "Field", "Owner"], ["1", "Long acre", "Mill"], ["2", "Short acre", "Church"]],
      columns: [50, 120, 380, 500], y: 200)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(\.columnCount) == [2, 3])
  }
}
