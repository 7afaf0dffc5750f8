// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct ValidateTests {
  /// A plan with one action that nobody leads, which is a warning, and one date that there is not, which is an error.
  private static let weak = """
    Ref\tAction\tLead\tBy when\tSuccess measure
    1.1\tWind the clock\t\tMay 2031\t9 of 10 clocks go
    1.2\tOil the hands\tHead of Clocks\t31 June 2031\t9 of 10 hands turn

    """
  private static let rules = ["--select", "CP201,CP207"]

  private func with(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      try body(folder)
    }
  }

  private func validate(_ arguments: [String], in folder: URL, input: String = "") throws -> Program.Result {
    try Program.run(["validate"] + arguments, in: folder, input: Data(input.utf8))
  }

  @Test func whatIsFoundIsSaidWithItsPlaceAndDecidesTheStatus() throws {
    try with(["a.txt": ValidateTests.weak]) { folder in
      let plain = try validate(["a.txt", "--select", "CP201"], in: folder)
      #expect(plain.status == 0)
      #expect(plain.output.contains("  a.txt:2  warning  CP201  Action 1.1 "), "\(plain.output)")
      #expect(plain.diagnostics == "")
      #expect(try validate(["a.txt", "--select", "CP201", "--fail-on", "warning"], in: folder).status == 1)
      #expect(try validate(["a.txt", "--ignore", "CP2", "--fail-on", "warning"], in: folder).status == 0)
      #expect(try validate(["a.txt", "--fail-on", "never"], in: folder).status == 0)
    }
  }

  @Test func aDocumentAndItsJSONSayTheSame() throws {
    try with(["a.txt": ValidateTests.weak]) { folder in
      let json = try Program.run(["convert", "a.txt"], in: folder).output
      try json.write(to: folder.appendingPathComponent("a.json"), atomically: true, encoding: .utf8)
      func findings(_ file: String) throws -> [[String: NSObject]] {
        let result = try validate([file, "--format", "json"], in: folder, input: json)
        let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let document = try #require((report?["documents"] as? [[String: Any]])?.first)
        return try #require(document["findings"] as? [[String: Any]]).map { finding in
          finding.filter { $0.key != "line" }.compactMapValues { $0 as? NSObject }
        }
      }
      let fromFile = try findings("a.txt")
      let ids = fromFile.map { $0["id"] as? String }
      #expect(ids.contains("CP112") && ids.contains("CP201"))
      #expect(try findings("a.json") == fromFile)
      #expect(try findings("-") == fromFile)
      let plan = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let inPlan = (plan?["findings"] as? [[String: Any]])?.map { $0["id"] as? String }
      #expect(inPlan == ids)
    }
  }

  @Test func aBadFileDoesNotSpoilTheOthers() throws {
    try with(["a.txt": ValidateTests.weak, "bad.json": "{\"schemaVersion\": "]) { folder in
      let result = try validate(["none.pdf", "bad.json", "a.txt", "--format", "github"], in: folder)
      #expect(result.status == 2)
      #expect(result.output.contains("::error file=none.pdf,title=not read::none.pdf: there is no such file"))
      #expect(result.output.contains("::error file=bad.json,title=not read::bad.json: this is no canonical plan"))
      #expect(result.output.contains("::warning file=a.txt,line=2,title=CP201 "))
      #expect(result.diagnostics.split(separator: "\n").count == 2)
    }
  }

  @Test func jsonThatBreaksTheSchemaIsAFinding() throws {
    try with(["a.json": "{\n  \"schemaVersion\": \"1.0\",\n  \"plan\": {\"mood\": 1}\n}\n"]) { folder in
      let result = try validate(["a.json", "--format", "github"], in: folder)
      #expect(result.status == 1)
      #expect(result.output.contains("::error file=a.json,line=3,title=CP101 schema-violation::/plan/mood: "))
    }
  }

  @Test func whatIsAcceptedDoesNotCountAndWhatIsGoneIsSaid() throws {
    try with(["a.txt": ValidateTests.weak]) { folder in
      let strict = ["a.txt", "--select", "CP201", "--fail-on", "warning"]
      let written = try validate(strict + ["--write-baseline", "b.yml"], in: folder)
      #expect(written.status == 0)
      let baseline = try String(contentsOf: folder.appendingPathComponent("b.yml"), encoding: .utf8)
      #expect(baseline.contains("- rule: CP201\n    document: \"a.txt\"\n") && baseline.contains("not reviewed yet"))
      let again = try validate(strict + ["--baseline", "b.yml"], in: folder)
      #expect(again.status == 0)
      #expect(again.output.contains("; 1 accepted\n"))
      let worse = ValidateTests.weak + "1.3\tMend the spring\t\tMay 2031\t9 of 10 springs hold\n"
      try worse.write(to: folder.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
      let new = try validate(strict + ["--baseline", "b.yml"], in: folder)
      #expect(new.status == 1)
      #expect(new.output.contains("Action 1.3") && !new.output.contains("Action 1.1"))
      let better = ValidateTests.weak.replacingOccurrences(of: "clock\t\t", with: "clock\tHead of Clocks\t")
      try better.write(to: folder.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
      let mended = try validate(strict + ["--baseline", "b.yml"], in: folder)
      #expect(mended.status == 0)
      #expect(mended.output.contains("no longer found"))
    }
  }

  @Test func theFileOfSettingsHoldsUnlessAnOptionSaysOtherwise() throws {
    let settings = "select: [CP201]\nfail-on: warning\nformat: json\noutput: report.json\n"
    let found = settings.replacingOccurrences(of: "output: report.json\n", with: "")
    try with(["a.txt": ValidateTests.weak, ".commonplan.yml": found, "own.yml": settings]) { folder in
      // A file of settings that was only found says what holds, but writes nowhere; one that is named may.
      #expect(try validate(["a.txt"], in: folder).status == 1)
      let result = try validate(["a.txt", "--config", "own.yml"], in: folder)
      #expect(result.status == 1)
      #expect(result.output == "")
      #expect(result.diagnostics.hasPrefix("commonplan: 1 document: no errors, 1 warning, no notes"))
      let report = try String(contentsOf: folder.appendingPathComponent("report.json"), encoding: .utf8)
      #expect(report.contains("\"id\": \"CP201\""))
      #expect(try validate(["a.txt", "--fail-on", "never", "-o", "-"], in: folder).status == 0)
      try "fail-on: [\n".write(to: folder.appendingPathComponent("c.yml"), atomically: true, encoding: .utf8)
      let bad = try validate(["a.txt", "--config", "c.yml"], in: folder)
      #expect(bad.status == 64)
      #expect(bad.diagnostics.hasPrefix("commonplan: c.yml: this is no YAML"))
    }
  }

  @Test func areasOfWeaknessAreHeldAgainstThePlan() throws {
    try with(["a.txt": ValidateTests.weak, "w.txt": "The bells are silent\n\n"]) { folder in
      let without = try validate(["a.txt"], in: folder)
      let held = try validate(["a.txt", "--weaknesses", "w.txt"], in: folder)
      #expect(!without.output.contains("CP301"))
      #expect(held.output.contains("CP301"))
    }
  }

  @Test(arguments: [
    ["validate"], ["validate", "a", "--fail-on", "note"], ["validate", "a", "--select", "CP9"],
    ["validate", "a", "--ignore", "x"], ["validate", "-", "-"], ["validate", "a", "--config", "none.yml"],
    ["validate", "a", "--baseline", "none.yml"], ["validate", "a", "--format", "pdf"],
    ["validate", "a", "--weaknesses", "none.txt"], ["rules", "--to", "pdf"],
  ]) func wrongUsageIs64(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(!result.diagnostics.isEmpty)
  }

  @Test func inputsAreNotOverwritten() throws {
    try with(["a.txt": ValidateTests.weak]) { folder in
      let overReport = try validate(["a.txt", "-o", "a.txt"], in: folder)
      #expect(overReport.status == 74)
      #expect(try validate(["a.txt", "--write-baseline", "a.txt"], in: folder).status == 74)
      let kept = try String(contentsOf: folder.appendingPathComponent("a.txt"), encoding: .utf8)
      #expect(kept == ValidateTests.weak)
      #expect(try validate(["a.txt", "-o", "/dev/null"], in: folder).status != 2)
    }
  }

  @Test func theRulesPageIsWhatTheRulesSay() throws {
    let page = Repository.root.appendingPathComponent("docs/rules.md")
    let result = try Program.run(["rules", "--to", "markdown"])
    #expect(result.status == 0)
    #expect(result.output == (try String(contentsOf: page, encoding: .utf8)), "if it is meant: make golden")
    let lines = try Program.run(["rules"]).output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("CP101  error") == true)
    #expect(lines.count > 30)
  }
}
