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

  @Test func aTableWithColumnsOfItsOwnBeginsBelowItsTitle() {
    var builder = PageBuilder()
    builder.layout(
      """
      Ref   Task                                  Owner              Due
      1     Mend the north fence before the       Warden of the      May 2024
            lambs come                            north field
      2     Oil the gate                          Smith              June 2024

      What we count

      Measure                  Source                   First count     Goal
      Lambs alive in June      Flock book               41              50
      Fences that stand        Walk round               12              20
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.map(parsed.rows) == [
        [
          ["Ref", "Task", "Owner", "Due"],
          ["1", "Mend the north fence before the lambs come", "Warden of the north field", "May 2024"],
          ["2", "Oil the gate", "Smith", "June 2024"],
        ],
        [
          ["Measure", "Source", "First count", "Goal"], ["Lambs alive in June", "Flock book", "41", "50"],
          ["Fences that stand", "Walk round", "12", "20"],
        ],
      ])
    #expect(parsed.texts == ["What we count"])
  }

  @Test func aColumnOfSymbolsWithAHeadIsAColumn() {
    var builder = PageBuilder()
    builder.layout(
      """
      Sign                  Meaning
      ✔                     Done
      ►                     On the way
      ✖                     Stopped
      """)
    #expect(
      builder.parsed().tables.first.map(builder.parsed().rows) == [
        ["Sign", "Meaning"], ["✔", "Done"], ["►", "On the way"], ["✖", "Stopped"],
      ])
  }

  @Test func aTitleBetweenRowsIsOneCellThoughItReachesOverOneBorderOnly() {
    var builder = PageBuilder()
    builder.layout(
      """
      Task                             Owner                Due          Cost

      Mend the north fence before      Warden of the        May 2024     120
      the lambs come                   north field

      Oil the gate                     Smith                June 2024    15

      Aim 2: Know how many ewes there are

      Count the ewes twice and         Shepherd             July 2024    8
      write the numbers down

      Paint the numbers on them        Ann Rook             July 2024    12
      """)
    let parsed = builder.parsed()
    #expect(parsed.tables.first.map(parsed.rows)?[3] == ["Aim 2: Know how many ewes there are", "", "", ""])
    #expect(parsed.tables.first?.cells.first { $0.row == 3 }?.columnSpan == 4)
  }

  @Test func aHeadOfSeveralWordsStandsOverTheHeadsBelowIt() {
    var builder = PageBuilder()
    builder.layout(
      """
      Measure               Source         May last year        June
                                           Goal      Count      Goal     Count
      Lambs alive           Flock book     41        50         44       52
      Fences that stand     Walk round     12        20         15       22
      """)
    let parsed = builder.parsed()
    let cell = parsed.tables.first?.cells.first { $0.row == 0 && $0.column == 2 }
    #expect(cell?.columnSpan == 2)
    #expect(
      parsed.tables.first.map(parsed.rows)?.dropFirst().first == ["", "", "Goal", "Count", "Goal", "Count"])
  }

  @Test func aLabelBelowAHeadingIsALineOfItsOwn() {
    var builder = PageBuilder()
    builder.layout(
      """
      Aim 2: Mend all fences before the lambs come down
      Keeper: Ann Rook

      Task             Owner         Due
      Oil the gate     Smith         June 2024
      Count ewes       Shepherd      July 2024
      """)
    #expect(builder.parsed().texts == ["Aim 2: Mend all fences before the lambs come down", "Keeper: Ann Rook"])
  }

  @Test func cellsInTheMiddleOfTheirRowsMakeNoRowsOfTheirOwn() {
    var builder = PageBuilder()
    builder.layout(
      """
      Task                        Owner                Due        What changes
      Mend the north fence        Warden of the                   Lambs stay on our side
      before the lambs come       north field and      May 2024   of the brook all through
      down from the hill          Ann Rook                        the spring
                                                                  The gate closes without
      Oil the gate at the brook   Smith                June 2024
                                                                  a noise
      Count the ewes twice
      and write the numbers       Shepherd             July 2024  We know how many there are
      down in the book
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        ["Task", "Owner", "Due", "What changes"],
        [
          "Mend the north fence before the lambs come down from the hill",
          "Warden of the north field and Ann Rook", "May 2024",
          "Lambs stay on our side of the brook all through the spring",
        ],
        ["Oil the gate at the brook", "Smith", "June 2024", "The gate closes without a noise"],
        [
          "Count the ewes twice and write the numbers down in the book", "Shepherd", "July 2024",
          "We know how many there are",
        ],
      ])
  }

  @Test func labelsInTheMiddleOfTheirValuesKeepThem() {
    var builder = PageBuilder()
    builder.layout(
      """
      Task             Mend the north fence before the lambs come
                       Warden of the north field
      Owners
                       Ann Rook
      Due              May 2024
                       Posts cut (March 2024)
      Steps
                       Wire drawn (April 2024)
      Due again        May 2025
                       Lambs stay on our side
      What changes
                       The brook is free of wire

      Aim 2: Know how many ewes there are
      Task             Count the ewes twice
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.map(parsed.rows) == [
        [
          ["Task", "Mend the north fence before the lambs come"], ["Owners", "Warden of the north field / Ann Rook"],
          ["Due", "May 2024"], ["Steps", "Posts cut (March 2024) / Wire drawn (April 2024)"],
          ["Due again", "May 2025"], ["What changes", "Lambs stay on our side / The brook is free of wire"],
        ], [["Task", "Count the ewes twice"]],
      ])
    #expect(parsed.texts == ["Aim 2: Know how many ewes there are"])
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

  @Test func columnsPartedByASingleBlankAreToldByTheLinesAround() {
    var builder = PageBuilder()
    builder.layout(
      """
      Ref   Task                          Team           Keeper               When       Proof
      1     Mend the north fence before   Wardens group  Warden of the north  May 2024   Walk round
            the lambs come                               field
      2     Count the ewes twice and also Shepherds      Head shepherd and    June 2024  Flock book
            their lambs, by night                        one boy
      3     Oil the gate                  Wardens group  Smith from the mill  July 2024  Nobody hears
                                                                                         it
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        ["Ref", "Task", "Team", "Keeper", "When", "Proof"],
        [
          "1", "Mend the north fence before the lambs come", "Wardens group", "Warden of the north field", "May 2024",
          "Walk round",
        ],
        [
          "2", "Count the ewes twice and also their lambs, by night", "Shepherds", "Head shepherd and one boy",
          "June 2024", "Flock book",
        ],
        ["3", "Oil the gate", "Wardens group", "Smith from the mill", "July 2024", "Nobody hears it"],
      ])
  }

  @Test func twoTablesBelowOneAnotherHaveColumnsOfTheirOwn() {
    var builder = PageBuilder()
    builder.layout(
      """
      No      Jobs                                              Keeper                   Done by
      1.1     Mend the north fence before the lambs come down   Warden of the field      May 2024
              from the hill                                     Ann Rook

      1.2     Oil the gate at the brook and the one at the mill Smith                    June 2024

      What we count

      Measure                              Source               How often      First     Goal

      Lambs alive in June                  Flock book           Yearly         41        50

      Fences that stand                    Walk round           Monthly        12        20
      """)
    let parsed = builder.parsed()
    #expect(parsed.tables.map(\.columnCount) == [4, 5])
    #expect(parsed.tables.last.map(parsed.rows)?[1] == ["Lambs alive in June", "Flock book", "Yearly", "41", "50"])
    #expect(parsed.texts == ["What we count"])
  }

  @Test func rowsWithinARowAreRowsWhereAllTheirCellsBeginAnew() {
    var builder = PageBuilder()
    builder.layout(
      """
      Ref   Task                               Keeper           Step                   When         State
      1     Mend the north fence before the    Warden of the    Posts cut              May 2024     GREEN
            lambs come                         north field
                                                                Wire drawn             June 2024    RED
      2     Oil the gate                       Smith            Oil bought             July 2024    RED
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows) == [
        ["Ref", "Task", "Keeper", "Step", "When", "State"],
        [
          "1", "Mend the north fence before the lambs come", "Warden of the north field", "Posts cut", "May 2024",
          "GREEN",
        ],
        ["", "", "", "Wire drawn", "June 2024", "RED"],
        ["2", "Oil the gate", "Smith", "Oil bought", "July 2024", "RED"],
      ])
  }

  @Test func whatGoesOnBelowHeadsIsARowOfItsOwn() {
    var builder = PageBuilder()
    builder.layout(
      """
      Ref   Task                            Keeper         What changes
                                                           of the brook, all through the spring.
      2     Oil the gate at the brook and   Smith          The gate closes without a noise at any
            the one at the mill                            hour of the day.
      3     Count the ewes twice, write     Shepherd       We know how many there are.
            the numbers down in the book
            and show it to the warden
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.first.map(parsed.rows)?.prefix(2) == [
        ["Ref", "Task", "Keeper", "What changes"], ["", "", "", "of the brook, all through the spring."],
      ])
  }

  @Test func theNextCardBeginsAnotherTable() {
    var builder = PageBuilder()
    builder.layout(
      """
      Job 1: Mend the north fence before the lambs come down from the hill
      Keeper           Ann Rook
      When             May 2024

      Job 2: Oil the gate at the brook and the one at the mill as well
      Keeper           Smith
      When             June 2024
      """)
    let parsed = builder.parsed()
    #expect(
      parsed.tables.map(parsed.rows) == [
        [["Keeper", "Ann Rook"], ["When", "May 2024"]], [["Keeper", "Smith"], ["When", "June 2024"]],
      ])
    #expect(parsed.texts.count == 2)
  }
}
