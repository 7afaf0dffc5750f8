// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

@Suite struct LayoutTextTests {
  @Test func wrappedCellsAndRowsWithoutBlankLines() {
    var builder = PageBuilder()
    builder.layout(
      """
      Aims of the garden club

      Action                          Outcome                        Lead               When       Progress
      1.1 Dig over the shared plots   Plots are ready for planting   Plot steward and   Jan-24     All nine plots were dug in
      by the mill and mark them       by the end of winter           two volunteers                the first week. The tenth
      with stakes                                                                                  waits for the frost to go.
      1.2 Order seed from the co-     Seed is in store               Treasurer          Feb-24     Ordered. Two packets are
      operative                                                                                    late.
      1.3 Hold an open day            Forty visitors come            Chair of the       Apr-24     Not started
                                                                     club
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        ["Action", "Outcome", "Lead", "When", "Progress"],
        [
          "1.1 Dig over the shared plots by the mill and mark them with stakes",
          "Plots are ready for planting by the end of winter", "Plot steward and two volunteers", "Jan-24",
          "All nine plots were dug in the first week. The tenth waits for the frost to go.",
        ],
        [
          "1.2 Order seed from the co-operative", "Seed is in store", "Treasurer", "Feb-24",
          "Ordered. Two packets are late.",
        ],
        ["1.3 Hold an open day", "Forty visitors come", "Chair of the club", "Apr-24", "Not started"],
      ])
    #expect(parsed.texts == ["Aims of the garden club"])
    #expect(parsed.tables.first?.alignment == .inferred)
  }

  @Test func columnsThatAreEmptyButForTheirHeadAreKept() {
    var builder = PageBuilder()
    builder.layout(
      """
      Task                       Owner             Cost    July    August
      Mend the north fence       Warden of the     120
      before the lambs come      north field

      Oil the gate               Smith             15

      Count the ewes twice and   Shepherd          8
      write the numbers down
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        ["Task", "Owner", "Cost", "July", "August"],
        ["Mend the north fence before the lambs come", "Warden of the north field", "120", "", ""],
        ["Oil the gate", "Smith", "15", "", ""],
        ["Count the ewes twice and write the numbers down", "Shepherd", "8", "", ""],
      ])
  }

  @Test func aCellThatOverrunsItsColumnPushesTheNextAside() {
    var builder = PageBuilder()
    builder.layout(
      """
      What we will do              Who                 By
      Paint the hall in two        Hall keeper         May
      coats of white
      Repair the roof and all gutters Builder          June
      Clean the windows inside     Cleaner             July
      and out
      """)
    let rows = builder.parsed()
    #expect(rows.tables.first?.rowCount == 4)
    #expect(rows.tables.first.map(rows.rows)?[2] == ["Repair the roof and all gutters", "Builder", "June"])
    #expect(rows.tables.first.map(rows.rows)?[1] == ["Paint the hall in two coats of white", "Hall keeper", "May"])
  }
}
