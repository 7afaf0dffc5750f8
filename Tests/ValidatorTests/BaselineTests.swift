// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("Baseline") struct BaselineTests {
  private func read(_ yaml: String) throws -> Baseline { try Baseline(yaml: yaml, path: "b.yml") }

  @Test("what is written is read back") func roundTrip() throws {
    let entries = [
      Baseline.Entry(
        rule: "CP201", document: "a: b.txt", key: "1.1\n#", message: "“x” \\ \"y\"", reason: "- so: it is"),
      Baseline.Entry(rule: "CP202", document: "null", key: "", message: "", reason: "yes"),
    ]
    #expect(try read(Baseline(entries: entries).yaml).entries == entries)
    #expect(try read(Baseline().yaml).entries.isEmpty)
  }

  @Test("an entry accepts one finding, by rule, document and key") func accepts() throws {
    var report = SampleReport.make()
    report.documents[0].findings[2].acceptedBecause = nil
    let entry = Baseline.Entry(rule: "CP201", document: "a b.txt", key: "1.1", message: "", reason: "Agreed.")
    Baseline(entries: [entry]).apply(to: &report)
    #expect(report.documents[0].findings.map(\.acceptedBecause) == ["Agreed.", nil, nil])
    #expect(report.count(.warning) == 1 && report.stale.isEmpty)
    var other = SampleReport.make()
    Baseline(entries: [entry, entry]).apply(to: &other)
    #expect(other.stale.count == 1)
  }

  @Test("entries that nothing answers to are said, if their document and rule are part of the run") func stale() {
    var report = SampleReport.make()
    let gone = Baseline.Entry(rule: "CP206", document: "b.pdf", key: "gone", message: "", reason: "Once.")
    var elsewhere = gone
    elsewhere.document = "z.pdf"
    var unasked = gone
    unasked.rule = "CP299"
    Baseline(entries: [elsewhere, gone, unasked]).apply(to: &report)
    #expect(report.stale == [gone])
  }

  @Test("a document that is there twice has its entries once, and they hold for both") func twice() {
    var report = SampleReport.make()
    report.documents[0].findings[2].acceptedBecause = nil
    report.documents.append(report.documents[0])
    let baseline = Baseline().renewed(from: report)
    #expect(baseline.entries.map(\.key) == ["1.1", "1.2", "1.3", "x"])
    baseline.apply(to: &report)
    #expect(report.acceptedCount == 7 && report.stale.isEmpty)
  }

  @Test("a renewed baseline keeps reasons, drops what is gone, and keeps other documents") func renewed() {
    let kept = Baseline.Entry(rule: "CP201", document: "b.pdf", key: "x", message: "old words", reason: "Agreed.")
    let gone = Baseline.Entry(rule: "CP201", document: "b.pdf", key: "gone", message: "", reason: "Once.")
    let elsewhere = Baseline.Entry(rule: "CP201", document: "z.pdf", key: "x", message: "", reason: "Other.")
    let unasked = Baseline.Entry(rule: "CP299", document: "b.pdf", key: "u", message: "", reason: "Not asked.")
    let renewed = Baseline(entries: [gone, kept, elsewhere, unasked]).renewed(from: SampleReport.make())
    #expect(renewed.entries.map(\.key) == ["1.1", "1.2", "1.3", "x", "x", "u"])
    #expect(
      renewed.entries.map(\.reason)
        == [Baseline.notReviewed, Baseline.notReviewed, Baseline.notReviewed, "Agreed.", "Other.", "Not asked."])
    var report = SampleReport.make()
    renewed.apply(to: &report)
    #expect(report.count(.error) + report.count(.warning) + report.count(.note) == 0 && report.stale.isEmpty)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("accepted:\n  - rule: CP1\n    document: a\n", 2, "needs a reason"),
      ("accepted:\n  - document: a\n", 2, "its rule"),
      ("accepted:\n  - rule: CP1\n    dokument: a\n", 3, "no key dokument"), ("- x\n", 1, "keys with values"),
      ("known: []\n", 1, "no key known"), ("accepted: [\n", 2, "no YAML"),
    ]) func faults(yaml: String, line: Int, words: String) throws
  {
    let error = #expect(throws: SettingsError.self) { try read(yaml) }
    #expect(error?.line == line && error?.message.contains(words) == true, "\(String(describing: error))")
  }
}
