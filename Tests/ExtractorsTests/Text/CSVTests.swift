// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Comma-separated values")
struct CSVTests {
  @Test("Quoted fields may hold delimiters, line breaks and quotes")
  func quoting() throws {
    let document = try TextExtractor().extract(
      Array(
        "Our plan\n\nTask,Owner,When\r\n\"Paint, then\r\n- one\r\n- two\",\"Ann \"\"A\"\" Lee\",May\r\nSweep,,\r\n".utf8
      ))
    #expect(
      TextDump.lines(document) == [
        "Our plan", "table 3x3", " 0,0: Task", " 0,1: Owner", " 0,2: When", " 1,0: Paint, then | • one | • two",
        " 1,1: Ann \"A\" Lee", " 1,2: May", " 2,0: Sweep", " 2,2: ",
      ])
    #expect(document.reader == "text/csv")
    #expect(document.mediaType == "text/csv")
    guard case .table(let table)? = document.blocks.last else { return }
    #expect(table.alignment == .exact)
    #expect(table.cells.last?.location.line == 7)
    #expect(table.cells.first { $0.row == 1 }?.paragraphs.last?.location.line == 6)
  }

  @Test("Semicolons delimit where they agree better")
  func semicolons() throws {
    #expect(
      try TextDump.read("Task;Owner;When\nPaint, sweep;Ann;May\n") == [
        "table 2x3", " 0,0: Task", " 0,1: Owner", " 0,2: When", " 1,0: Paint, sweep", " 1,1: Ann", " 1,2: May",
      ])
  }

  @Test("Prose with commas is prose")
  func prose() throws {
    let document = try TextExtractor().extract(
      Array("Take eggs, milk and flour.\nStir, then bake, then eat.\nServe warm, with tea.\n".utf8))
    #expect(document.reader == "text/plain")
    #expect(document.blocks.count == 3)
  }

  @Test("A quote that never closes loses no words")
  func unclosed() throws {
    let document = try TextExtractor().extract(Array("a,b,c\nd,\"e,f\ng,h,i\nj,k,l\n".utf8))
    #expect(document.reader == "text/csv")
    #expect(document.notices.map(\.id) == ["csv-quote-unclosed"])
    #expect(TextDump.lines(document).contains(" 1,1: \"e"))
    #expect(TextDump.lines(document).contains(" 3,2: l"))
  }
}
