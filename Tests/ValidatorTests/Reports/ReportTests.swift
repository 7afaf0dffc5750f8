// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import TestSupport
import Testing

@testable import Validator

@Suite("Reports") struct ReportTests {
  private let report = SampleReport.make()

  private func text(_ format: ReportFormat) -> String { String(decoding: format.bytes(report), as: UTF8.self) }

  @Test("text is grouped by document, with the place that an editor opens") func textReport() {
    #expect(
      text(.text) == """
        ./plans/a b.txt: 2 actions; 1 error, 1 warning, no notes; 1 accepted
          ./plans/a b.txt:3  warning  CP201  Action 1.1 has no lead, 100 % sure: <none> | "x" & y.
          ./plans/a b.txt:4  error    CP206  31 June is no day.

        b.pdf: 1 action; no errors, 1 warning, no notes
          page 2, table 1, row 4  warning  CP201  Action “x” has no lead.

        c.docx: the file is empty.

        2 documents: 1 error, 2 warnings, no notes; 1 accepted; 1 could not be read

        """)
  }

  @Test("GitHub annotations escape what would end a message or a property") func githubReport() {
    #expect(
      text(.github) == """
        ::warning file=plans/a b.txt,line=3,title=CP201 action-without-lead::Action 1.1 has%0Ano lead, 100 %25 sure: <none> | "x" & y.
        ::error file=plans/a b.txt,line=4,title=CP206 impossible-date::31 June is no day.
        ::warning file=b.pdf,title=CP201 action-without-lead::Action “x” has no lead. (page 2, table 1, row 4)
        ::error file=c.docx,title=not read::c.docx: the file is empty.

        """)
    var odd = report
    odd.documents[0].relativePath = "a,b:c%.txt"
    odd.documents[0].findings.removeLast(2)
    #expect(GitHubReport.text(odd).hasPrefix("::warning file=a%2Cb%3Ac%25.txt,line=3,"))
  }

  @Test("Markdown keeps its tables whole") func markdownReport() {
    let lines = text(.markdown).split(separator: "\n")
    #expect(lines.first == "## commonplan: 2 documents: 1 error, 2 warnings, no notes; 1 accepted; 1 could not be read")
    #expect(lines.contains("| ./plans/a b.txt | 2 | 1 | 1 | 0 | 1 |"))
    #expect(
      lines.contains(
        "| warning | CP201 | ./plans/a b.txt:3 | Action 1.1 has no lead, 100 % sure: &lt;none&gt; \\| \"x\" &amp; y. |")
    )
    #expect(!text(.markdown).contains("1.3"))
  }

  @Test("JUnit is XML whose counts are those of its cases") func junitReport() throws {
    let reader = JUnitReader()
    let parser = XMLParser(data: Data(text(.junit).utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.suites == ["plans/a b.txt", "b.pdf", "c.docx"])
    #expect(reader.cases == 5 && reader.failures == 3 && reader.errors == 1)
    #expect(reader.totals == ["tests": "5", "failures": "3", "errors": "1"])
    #expect(reader.messages.first == "Action 1.1 has no lead, 100 % sure: <none> | \"x\" & y.")
    #expect(reader.said.contains("Action 1.3 has no lead. (accepted: The board leads it.)"))
  }

  @Test("JSON holds each finding with its place, key and fingerprint") func jsonReport() throws {
    let json = try #require(JSONSerialization.jsonObject(with: Data(ReportFormat.json.bytes(report))) as? [String: Any])
    let summary = try #require(json["summary"] as? [String: Int])
    #expect(
      summary == ["documents": 2, "unread": 1, "errors": 1, "warnings": 2, "notes": 0, "accepted": 1, "stale": 0])
    let documents = try #require(json["documents"] as? [[String: Any]])
    let findings = try #require(documents[0]["findings"] as? [[String: Any]])
    #expect(findings[1]["pointer"] as? String == "/actions/1/timescale")
    #expect(findings[1]["line"] as? Int == 4 && findings[1]["key"] as? String == "1.2")
    #expect(findings[2]["acceptedBecause"] as? String == "The board leads it.")
  }

  @Test("SARIF has a place, a rule and a fingerprint for each result") func sarifReport() throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(ReportFormat.sarif.bytes(report))) as? [String: Any])
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 0, 0])
    #expect(results.map { $0["level"] as? String } == ["warning", "error", "note", "warning"])
    #expect(results.map { ($0["suppressions"] as? [Any])?.count } == [nil, nil, 1, nil])
    let place = try #require(
      (results[1]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "plans/a%20b.txt")
    #expect((place["region"] as? [String: Any])?["startLine"] as? Int == 4)
    #expect(
      (results[3]["message"] as? [String: Any])?["text"] as? String
        == "Action “x” has no lead. (page 2, table 1, row 4)")
    let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["commonplan/v1"] }
    #expect(Set(prints).count == results.count)
  }

  @Test(
    "SARIF is valid against the schema of 2.1.0", .enabled(if: TestSupport.Validator.isInstalled, "run make setup"))
  func sarifIsValid() throws {
    var everything = report
    everything.rules = Rules.descriptions
    try withTemporaryFolder { folder in
      var files: [String] = []
      for (index, made) in [report, everything, ValidationReport(rules: [], version: "0.0.1")].enumerated() {
        let file = folder.appendingPathComponent("\(index).sarif")
        try Data(ReportFormat.sarif.bytes(made)).write(to: file)
        files.append(file.path)
      }
      let sound = try TestSupport.Validator.run("validate_sarif.py", files)
      #expect(sound.status == 0, "\(sound.output)")
      // The check can fail: a level that there is not, and an index of no rule.
      let bad = folder.appendingPathComponent("bad.sarif")
      let text = String(decoding: ReportFormat.sarif.bytes(report), as: UTF8.self)
      try text.replacingOccurrences(of: "\"ruleIndex\": 1", with: "\"ruleIndex\": 7").write(
        to: bad, atomically: true, encoding: .utf8)
      #expect(try TestSupport.Validator.run("validate_sarif.py", [bad.path]).status == 1)
    }
  }

  @Test("the same report gives the same bytes", arguments: ReportFormat.allCases) func same(format: ReportFormat) {
    #expect(format.bytes(SampleReport.make()) == format.bytes(SampleReport.make()))
  }
}

/// Counts what a JUnit file holds.
private final class JUnitReader: NSObject, XMLParserDelegate {
  var suites: [String] = []
  var totals: [String: String] = [:]
  var cases = 0
  var failures = 0
  var errors = 0
  var messages: [String] = []
  var said = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    switch name {
    case "testsuites": totals = attributes.filter { $0.key != "name" }
    case "testsuite": suites.append(attributes["name"] ?? "")
    case "testcase": cases += 1
    case "failure":
      failures += 1
      messages.append(attributes["message"] ?? "")
    case "error": errors += 1
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { said += characters }
}
