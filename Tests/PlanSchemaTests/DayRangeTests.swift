// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@Suite("Days that a date may mean")
struct DayRangeTests {
  @Test(
    "each form of EDTF that a plan's date takes",
    arguments: [
      ("2019-07-14", "2019-07-14", "2019-07-14"), ("2020-02", "2020-02-01", "2020-02-29"),
      ("2019", "2019-01-01", "2019-12-31"), ("2019-23", "2019-09-01", "2019-12-31"),
      ("2019-24", "2019-12-01", "2020-02-29"), ("2019-10/2019-12", "2019-10-01", "2019-12-31"),
      ("{2018-07,2019-02,2018-08}", "2018-07-01", "2019-02-28"),
      ("{2018/2019,,2017-03-04}", "2017-03-04", "2019-12-31"),
    ])
  func forms(edtf: String, first: String, last: String) throws {
    let range = try #require(DayRange(edtf: edtf))
    #expect(range.first.iso == first)
    #expect(range.last?.iso == last)
  }

  @Test("an open interval has no last day, and is before nothing")
  func open() throws {
    let range = try #require(DayRange(edtf: "2019-09/.."))
    #expect(range.last == nil)
    let later = try #require(DayRange(edtf: "2030"))
    #expect(!range.isSurelyBefore(later))
  }

  @Test(
    "what is no date has no range",
    arguments: [
      "", "TBC", "2019-13", "2019-02-30", "{2019-01,x}", "2019/2020/2021", "{", "{}", "/", "..", "2019/..x", "2019é",
    ])
  func rubbish(edtf: String) { #expect(DayRange(edtf: edtf) == nil) }

  @Test("a month is not surely before a day in it, but before the next month")
  func order() throws {
    let month = try #require(DayRange(edtf: "2020-02"))
    let inside = try #require(DayRange(edtf: "2020-02-20"))
    let next = try #require(DayRange(edtf: "2020-03"))
    #expect(!month.isSurelyBefore(inside))
    #expect(month.isSurelyBefore(next))
  }

  @Test("distances in days run over leap days and years")
  func distance() {
    let first = DayRange.Day(year: 2019, month: 12, day: 31)
    let second = DayRange.Day(year: 2020, month: 3, day: 1)
    #expect(second.number - first.number == 61)
  }
}
