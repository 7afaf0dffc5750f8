// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
  private let golden = Repository.root.appendingPathComponent("samples/golden")
  private let samples = Repository.root.appendingPathComponent("samples")

  @Test func plansAndDocumentsAreComparedAlike() throws {
    let json = try Program.run(["compare", path("kent.txt.json"), path("southend.txt.json"), "--to", "json"])
    let mixed = try Program.run([
      "compare", path("kent.txt.json"), samples.appendingPathComponent("southend.txt").path, "--to", "json",
    ])
    #expect(json.status == 0)
    #expect(json.output == mixed.output)
    #expect(json.output.contains("\"counterparts\""))
  }

  @Test func eachFormatIsWritten() throws {
    try withTemporaryFolder { (folder) throws in
      let page = folder.appendingPathComponent("new/comparison.html")
      let tables = folder.appendingPathComponent("tables")
      let plans = [path("kent.docx.json"), path("telford.docx.json")]
      #expect(try Program.run(["compare"] + plans + ["-o", page.path]).status == 0)
      #expect(try String(contentsOf: page, encoding: .utf8).hasPrefix("<!doctype html>"))
      #expect(try Program.run(["compare"] + plans + ["--to", "csv", "-o", tables.path]).status == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: tables.path).sorted() == [
          "comparison-actions.csv", "comparison-counterparts.csv", "comparison-indicators.csv",
          "comparison-matrix.csv", "comparison-readings.csv", "comparison-themes.csv",
        ])
      #expect(try Program.run(["compare"] + plans + ["--to", "markdown"]).output.hasPrefix("# Plans compared: "))
    }
  }

  @Test func oneThatCannotBeReadIsReportedAndTheOthersAreCompared() throws {
    let result = try Program.run([
      "compare", path("kent.docx.json"), "none.pdf", path("telford.docx.json"), "--to", "markdown",
    ])
    #expect(result.status == 2)
    #expect(result.diagnostics.contains("none.pdf"))
    #expect(result.output.contains("# Plans compared: "))
  }

  @Test func aThemeFileTakesThePlaceOfTheProgramsOwn() throws {
    try withTemporaryFolder { (folder) throws in
      let themes = folder.appendingPathComponent("themes.yml")
      let places = "enough: 1\nplaces: { text: 1, section: 1, above: 1, measures: 1 }\n"
      try Data((places + "themes:\n  - id: all\n    title: My own theme\n    terms: { the: 1 }\n").utf8).write(
        to: themes)
      let plans = [path("kent.docx.json"), path("telford.docx.json")]
      let good = try Program.run(["compare"] + plans + ["--to", "markdown", "--themes", themes.path])
      #expect(good.status == 0)
      #expect(good.output.contains("My own theme"))
      try Data((places + "themes:\n  - id: all\n    title: T\n    terms: { the: often }\n").utf8).write(to: themes)
      let bad = try Program.run(["compare"] + plans + ["--themes", themes.path])
      #expect(bad.status == 2)
      #expect(bad.diagnostics.contains("themes.yml"))
      #expect(bad.diagnostics.contains("line 6"))
    }
  }

  @Test(arguments: [["one.json"], ["-", "-"], ["a", "b", "--to", "csv"]]) func wrongUsageIs64(files: [String]) throws {
    #expect(try Program.run(["compare"] + files).status == 64)
  }

  private func path(_ name: String) -> String { golden.appendingPathComponent(name).path }
}
