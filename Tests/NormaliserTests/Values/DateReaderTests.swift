// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Normaliser

@Suite("Deadline cells")
struct DateReaderTests {
  @Test(
    "Single dates",
    arguments: [
      ("March 2021", "2021-03"), ("Mar-21", "2021-03"), ("03/2021", "2021-03"), ("by Mar 2021", "2021-03"),
      ("9 March 2021", "2021-03-09"), ("09/03/2021", "2021-03-09"), ("9.3.21", "2021-03-09"),
      ("2021-03-09", "2021-03-09"),
      ("2021-03-09 00:00:00", "2021-03-09"), ("9th of March 2021", "2021-03-09"), ("March 9, 2021", "2021-03-09"),
      ("Tuesday 9th March 2021", "2021-03-09"), ("w/c 8 March 2021", "2021-03-08"), ("2023", "2023"),
      ("Summer 2022", "2022-22"), ("Autumn term 2022", "2022-23"), ("Spring Term 2 2022", "2022-21"),
      ("end of winter 2022", "2022-24"), ("Autumn term 2022/23", "2022-23"), ("Summer Term 2022/23", "2023-22"),
      ("Dec 22", "2022-12"), ("Sept '22", "2022-09"), ("Oct. 2022", "2022-10"), ("Early November 2022", "2022-11"),
      ("Completed May 2022", "2022-05"), ("2 Setpember 2022", "2022-09-02"), ("Febuary 2022", "2022-02"),
      ("13/14/2022", nil), ("31 June 2022", "2022-06"), ("14/25/2022", nil), ("02/14/2022", "2022-02-14"),
    ] as [(String, String?)])
  func single(text: String, edtf: String?) {
    #expect(DateReader.when(text) == When(text: text, edtf: edtf))
  }

  @Test(
    "Years of other kinds and quarters",
    arguments: [
      ("2024/25", "2024-04/2025-03"), ("2024-25", "2024-04/2025-03"), ("FY 24/25", "2024-04/2025-03"),
      ("academic year 24/25", "2024-09/2025-08"), ("24/25 academic year", "2024-09/2025-08"),
      ("Q1 24-25", "2024-04/2024-06"), ("Q2 2024/25", "2024-07/2024-09"), ("Quarter 4 2024/25", "2025-01/2025-03"),
      ("Q3 (2024/25)", "2024-10/2024-12"), ("2024-2027", "2024/2027"),
    ])
  func years(text: String, edtf: String) {
    #expect(DateReader.when(text).edtf == edtf)
  }

  @Test(
    "Ranges and lists",
    arguments: [
      ("May 2021-Nov 2021", "2021-05/2021-11"), ("March - June 2021", "2021-03/2021-06"),
      ("May to July 2021", "2021-05/2021-07"), ("November - February 2022", "2021-11/2022-02"),
      ("between May and July 2021", "2021-05/2021-07"), ("3-5 March 2021", "2021-03-03/2021-03-05"),
      ("June 2021 July 2021 Feb 2022", "{2021-06,2021-07,2022-02}"), ("Jan 21 / Apr 21", "{2021-01,2021-04}"),
      ("Sept, Dec 2021 and March 2022", "{2021-09,2021-12,2022-03}"),
      ("Q1 2021/22 and Q3 2021/22", "{2021-04..2021-06,2021-10..2021-12}"),
    ])
  func several(text: String, edtf: String) {
    let when = DateReader.when(text)
    #expect(when.edtf == edtf)
    #expect(when.ongoing == nil)
  }

  @Test(
    "Open periods",
    arguments: [
      ("from May 2021", "2021-05/.."), ("Starting May 2021", "2021-05/.."), ("commencing May 2021", "2021-05/.."),
      ("May 2021 and ongoing", "2021-05/.."), ("May 2021 an ongoing", "2021-05/.."), ("May 2021 onwards", "2021-05/.."),
      ("May 2021 - on-going", "2021-05/.."), ("From 2021/22", "2021-04/.."), ("on going", nil), ("Continuous", nil),
      ("From May 2021 to July 2021 and then ongoing", "2021-05/2021-07"),
    ] as [(String, String?)])
  func open(text: String, edtf: String?) {
    #expect(DateReader.when(text) == When(text: text, edtf: edtf, ongoing: true))
  }

  @Test(
    "Recurrence",
    arguments: [
      ("Monthly", .monthly), ("bi-monthly", .bimonthly), ("Six monthly", .sixMonthly), ("6 monthly", .sixMonthly),
      ("Half-termly", .halfTermly), ("every term", .termly), ("Quarterly", .quarterly), ("Annually", .annual),
      ("Every 2 months", .bimonthly), ("twice a year", .sixMonthly), ("weekly", .weekly), ("Every 6 weeks", nil),
    ] as [(String, Recurrence?)])
  func recurrence(text: String, recurrence: Recurrence?) {
    #expect(DateReader.when(text) == When(text: text, recurrence: recurrence))
  }

  @Test("A date and a recurrence stand side by side")
  func both() {
    #expect(
      DateReader.when("Feb 2021 and Annually")
        == When(text: "Feb 2021 and Annually", edtf: "2021-02", recurrence: .annual))
    let open = DateReader.when("Termly from May 2021")
    #expect(open.edtf == "2021-05/.." && open.ongoing == true && open.recurrence == .termly)
    let vague = DateReader.when("Monthly / ongoing")
    #expect(vague.edtf == nil && vague.ongoing == true && vague.recurrence == .monthly)
  }

  @Test("Of a slipped date the revised one counts, whichever way it is told")
  func slipped() {
    #expect(DateReader.when("May 2021 revised to July 2021").edtf == "2021-07")
    #expect(DateReader.when("July 2021 (revised from May 2021)").edtf == "2021-07")
    #expect(DateReader.when("Was May 2021 now July 2021").edtf == "2021-07")
    #expect(DateReader.when("May 2021 July 2021", struck: [0..<8]).edtf == "2021-07")
    #expect(DateReader.when("May 2021", struck: [0..<8]).edtf == "2021-05")
  }

  @Test(
    "Words in place of a date",
    arguments: ["TBC", "Immediate", "Complete", "Within 6 months", "September", "Year 2", "16-25", "1:30", "45%", ""])
  func none(text: String) {
    #expect(DateReader.when(text) == When(text: text))
  }

  @Test("A sentence's deadline is its exact date, not the years it mentions")
  func sentence() {
    #expect(DateReader.when("All four hubs use the 2019 form by June 2021").edtf == "2021-06")
  }

  @Test("Cells that speak of time score high, others low")
  func score() {
    for text in ["June 2021", "TBC", "Ongoing", "Termly", "by the end of March 2022"] {
      #expect(DateReader.score(text) > 0.9)
    }
    for text in ["Head of Service", "1.2", "25", "may", "Green", "Write a guide for schools and share it by June 2021"]
    {
      #expect(DateReader.score(text) < 0.5)
    }
  }
}

@Suite("Dates in column headings")
struct HeadingDateTests {
  @Test(
    "The date is found and its words are cut out",
    arguments: [
      ("RAG Nov 21", "Nov 21", "2021-11"), ("Milestone 2 - Feb 22", "Feb 22", "2022-02"),
      ("Update 14/07/2022", "14/07/2022", "2022-07-14"), ("Baseline (May 2022)", "May 2022", "2022-05"),
      ("Autumn Term 2022 report", "Autumn Term 2022", "2022-23"), ("Q2 21-22", "Q2 21-22", "2021-07/2021-09"),
      ("Target 2022-23", "2022-23", "2022-04/2023-03"), ("2022", "2022", "2022"),
      ("Work from May to July 2022", "May to July 2022", "2022-05/2022-07"),
    ])
  func found(heading: String, words: String, edtf: String) throws {
    let found = try #require(DateReader.headingDate(heading))
    #expect(found.when == When(text: words, edtf: edtf))
    #expect(heading.utf8Slice(found.range) == words)
  }

  @Test("Headings without a date", arguments: ["Timescale", "Ages 16-25", "0-25 team", "Months 1-3", "Q4", "Year 1"])
  func none(heading: String) {
    #expect(DateReader.headingDate(heading) == nil)
  }
}

@Suite("Dates in milestones")
struct MilestoneDateTests {
  @Test(
    "The words of the date",
    arguments: [
      ("Officer in post (May 2021).", "May 2021", "2021-05"),
      ("Hubs open (ongoing from May 2021)", "ongoing from May 2021", "2021-05/.."),
      ("Pilot agreed (May 2021) with two hubs.", "May 2021", "2021-05"),
      ("Lead named (May 2021) and team in place (July 2021).", "May 2021 July 2021", "{2021-05,2021-07}"),
      ("Handbook out by May 2021.", "by May 2021", "2021-05"),
      ("Handbook is used from May 2021", "from May 2021", "2021-05/.."),
      ("Roll-out begins in May 2021.", "May 2021", "2021-05"), ("Spring 2021: design day", "Spring 2021", "2021-21"),
      ("By May 2021, hubs have a plan", "By May 2021", "2021-05"),
      ("Ask by May 2021 and act on it", "by May 2021", "2021-05"),
      ("Shared record in use (2023/24).", "2023/24", "2023-04/2024-03"),
      ("Training (September 2021 – July 2022).", "September 2021 – July 2022", "2021-09/2022-07"),
    ])
  func found(text: String, words: String, edtf: String) throws {
    let found = try #require(DateReader.embedded(in: text))
    #expect(found.when.text == words)
    #expect(found.when.edtf == edtf)
    #expect(text.utf8Slice(found.range).hasPrefix(words.prefix(4)))
  }

  @Test("A recurrence in brackets is the date")
  func recurrence() {
    #expect(
      DateReader.embedded(in: "Board meets (quarterly).")?.when == When(text: "quarterly", recurrence: .quarterly))
  }

  @Test(
    "Years that merely occur are none",
    arguments: [
      "Money for 2019/20 to 2021/22 was agreed.", "Raise the 2019 figure of 40% by 5 points",
      "Train ten schools (Year 9)",
      "Keep ongoing ties with clubs.", "Support for 16-25 year olds (SEND)", "Staff may 20 times a year",
    ])
  func none(text: String) {
    #expect(DateReader.embedded(in: text) == nil)
  }

  @Test("A cell is split where its sentences have their own dates")
  func sentences() {
    let text = "Pilot (May 2021). Review what was learnt (June 2021). Start in all hubs by July 2021. Tell families."
    #expect(
      DateReader.sentencesWithDates(in: text)?.map(text.utf8Slice) == [
        "Pilot (May 2021).", "Review what was learnt (June 2021).", "Start in all hubs by July 2021.", "Tell families.",
      ])
    let glued = "Draft (May 2021) Publish (June 2021)"
    #expect(
      DateReader.sentencesWithDates(in: glued)?.map(glued.utf8Slice) == ["Draft (May 2021)", "Publish (June 2021)"])
    #expect(DateReader.sentencesWithDates(in: "Plan it. Do it by May 2021.") == nil)
    #expect(DateReader.sentencesWithDates(in: "Lead named (May 2021) and team in place (July 2021).") == nil)
    #expect(DateReader.sentencesWithDates(in: "Plan it. Do it. Check it (May 2021). Share it (June 2021).") == nil)
  }
}
