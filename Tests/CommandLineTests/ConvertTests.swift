// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct ConvertTests {
  private static let plan = "Ref\tAction\tLead\tBy when\n1.1\tWind the clock\tHead of Clocks\tMay 2031\n"

  private func with(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      try body(folder)
    }
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func onePlanGoesToStandardOutput() throws {
    try with(["a.txt": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt"], in: folder)
      #expect(result.status == 0)
      #expect(result.diagnostics == "")
      #expect(result.output.hasPrefix("{\n  \"schemaVersion\": \"1.0\",\n"))
      #expect(result.output.hasSuffix("}\n"))
      #expect(result.output.contains("\"file\": \"a.txt\""))
      // The same bytes in give the same bytes out, wherever they come from.
      let again = try Program.run(["convert", folder.appendingPathComponent("a.txt").path])
      #expect(again.output == result.output)
    }
  }

  @Test func standardInputIsAFileToo() throws {
    let result = try Program.run(["convert", "-"], input: Data(ConvertTests.plan.utf8))
    #expect(result.status == 0)
    #expect(result.output.contains("\"file\": \"standard-input\""))
    #expect(try Program.run(["convert", "-", "-", "-o", "x"]).status == 64)
  }

  @Test func aBadFileDoesNotSpoilTheOthers() throws {
    try with(["a.txt": ConvertTests.plan, "empty.txt": "", "b.txt": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt", "empty.txt", "no.txt", ".", "b.txt", "-o", "out"], in: folder)
      #expect(result.status == 2)
      #expect(result.output == "")
      let lines = result.diagnostics.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("commonplan: empty.txt: the file is empty. "))
      #expect(lines[1].hasPrefix("commonplan: no.txt: there is no such file. "))
      #expect(lines[2].hasPrefix("commonplan: .: this is a folder, not a file. "))
      #expect(try names(in: folder.appendingPathComponent("out")) == ["a.json", "b.json"])
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything")) func aFileThatMayNotBeReadIsSaid() throws {
    try with(["secret.txt": "x"]) { folder in
      let path = folder.appendingPathComponent("secret.txt").path
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let result = try Program.run(["convert", path])
      #expect(result.status == 2)
      #expect(result.diagnostics.contains("the file may not be read"))
    }
  }

  @Test func resultsOfFilesWithOneNameAreKeptApart() throws {
    try with(["a.txt": ConvertTests.plan, "a.md": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt", "a.md", "./a.txt", "-o", "out/deep"], in: folder)
      #expect(result.status == 0)
      #expect(try names(in: folder.appendingPathComponent("out/deep")) == ["a-2.json", "a-3.json", "a.json"])
    }
  }

  @Test func plansOfAllFilesShareTheTables() throws {
    try with(["a.txt": ConvertTests.plan, "b.txt": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt", "b.txt", "-o", "out", "--to", "csv"], in: folder)
      #expect(result.status == 0)
      let out = folder.appendingPathComponent("out")
      let expected = ["actions", "glossary", "groups", "indicators", "leads", "milestones", "narrative", "plan"]
      #expect(Set(expected.map { $0 + ".csv" }).isSubset(of: try names(in: out)))
      #expect(Set(["csv-metadata.json", "datapackage.json"]).isSubset(of: try names(in: out)))
      let plans = try String(contentsOf: out.appendingPathComponent("plan.csv"), encoding: .utf8)
      #expect(plans.split(separator: "\r\n").map { $0.prefix(2) } == ["pl", "a,", "b,"])
    }
  }

  @Test func recordsGoToOneStream() throws {
    try with(["a.txt": ConvertTests.plan, "b.txt": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt", "none", "b.txt", "--to", "ndjson"], in: folder)
      #expect(result.status == 2)
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.allSatisfy { $0.hasPrefix("{\"schemaVersion\":\"1.0\"") && $0.hasSuffix("}") })
    }
  }

  @Test func whatIsConvertedIsNotOverwritten() throws {
    try with(["plan.csv": "Action,Lead\nWind it,Ann\n"]) { folder in
      let result = try Program.run(["convert", "plan.csv", "-o", ".", "--to", "csv"], in: folder)
      #expect(result.status == 74)
      #expect(result.diagnostics.contains("would overwrite the file"))
      let kept = try String(contentsOf: folder.appendingPathComponent("plan.csv"), encoding: .utf8)
      #expect(kept == "Action,Lead\nWind it,Ann\n")
    }
  }

  @Test func aFileInThePlaceOfTheFolderIsSaid() throws {
    try with(["a.txt": ConvertTests.plan, "out": ""]) { folder in
      let result = try Program.run(["convert", "a.txt", "-o", "out/x"], in: folder)
      #expect(result.status == 74)
      #expect(result.diagnostics.contains("commonplan: out/x: "))
    }
  }

  @Test(arguments: [
    ["convert"], ["convert", "a", "b"], ["convert", "a", "--to", "csv"], ["convert", "a", "--to", "xml"], ["change"],
    ["convert", "a", "--colour"], ["tables"], ["tables", "a", "b"],
  ]) func wrongUsageIs64(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.diagnostics.contains("Usage: commonplan"))
  }

  /// What `-o` means follows from the form: one file where its ending says so, else a folder.
  @Test(arguments: [
    ("plan.xlsx", ["plan.xlsx"]), ("plan.json", ["plan.json"]), ("all.ndjson", ["all.ndjson"]),
    ("list.csv", ["list.csv"]), ("dates.ics", ["dates.ics"]), ("deep/er/plan.xlsx", ["deep/er/plan.xlsx"]),
    ("folder", ["folder/a.json"]), ("folder.json/", ["folder.json/a.json"]), ("v1.2", ["v1.2/a.json"]),
  ])
  func outputsGoWhereTheirNamesSay(_ output: String, _ files: [String]) throws {
    try with(["a.txt": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt", "-o", output], in: folder)
      #expect(result.status == 0, "\(result.diagnostics)")
      for file in files { #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path)) }
    }
  }

  @Test(arguments: [
    ["--to", "xlsx", "-o", "x.csv"], ["--to", "csv", "-o", "x.csv"], ["--to", "json", "-o", "x.xlsx"],
    ["b.txt", "-o", "x.json"],
  ])
  func aNameThatDoesNotFitIsRefused(_ arguments: [String]) throws {
    try with(["a.txt": ConvertTests.plan, "b.txt": ConvertTests.plan]) { folder in
      let result = try Program.run(["convert", "a.txt"] + arguments, in: folder)
      #expect(result.status == 64)
      #expect(try names(in: folder) == ["a.txt", "b.txt"])
    }
  }

  @Test func aFolderStaysOneWhateverItIsCalled() throws {
    try with(["a.txt": ConvertTests.plan]) { folder in
      let made = folder.appendingPathComponent("out.json")
      try FileManager.default.createDirectory(at: made, withIntermediateDirectories: false)
      #expect(try Program.run(["convert", "a.txt", "-o", "out.json"], in: folder).status == 0)
      #expect(try names(in: made) == ["a.json"])
    }
  }

  @Test func otherCommandsTakeTheirFormFromTheNameToo() throws {
    try with(["a.txt": ConvertTests.plan, "b.txt": ConvertTests.plan]) { folder in
      for (command, ending, start) in [
        (["diff", "a.txt", "b.txt"], "json", "{"), (["diff", "a.txt", "b.txt"], "html", "<!DOCTYPE html>"),
        (["compare", "a.txt", "b.txt"], "md", "#"), (["tables", "a.txt"], "html", "<!"),
        (["tables", "a.txt"], "json", "{"),
        (["validate", "a.txt"], "sarif", "{"), (["validate", "a.txt"], "md", "#"),
      ] {
        let name = "out." + ending
        let result = try Program.run(command + ["-o", name], in: folder)
        #expect(result.status < 2, "\(command) \(result.diagnostics)")
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        #expect(text.lowercased().hasPrefix(start.lowercased()), "\(command) \(ending): \(text.prefix(40))")
      }
    }
  }
}
