// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

@Suite("Settings") struct SettingsFileTests {
  @Test("all settings are read, and paths count from the file's folder") func all() throws {
    let settings = try SettingsFile.read(
      """
      fail-on: warning
      select: [CP1, CP2]
      ignore: CP106
      format: sarif
      output: out/findings.sarif
      baseline: /accepted.yml
      weaknesses: letter.txt
      """, path: "ci/settings.yml")
    #expect(settings.failOn == .warning && settings.format == .sarif)
    #expect(settings.select == ["CP1", "CP2"] && settings.ignore == ["CP106"])
    #expect(settings.output == "ci/out/findings.sarif" && settings.baseline == "/accepted.yml")
    #expect(settings.weaknesses == "ci/letter.txt")
    #expect(try SettingsFile.read("# nothing\n", path: ".commonplan.yml") == ValidationSettings())
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("fail-on: error\nfail_on: never\n", 2, "no setting fail_on"), ("format: pdf\n", 1, "pdf is none of text, json"),
      ("select: {a: b}\n", 1, "select should be a list"), ("a: [\n", 2, "no YAML"),
      ("ignore: [CP1]\nignore: [CP2]\n", 2, "stands twice"), ("- CP1\n", 1, "keys with values"),
    ]) func faults(yaml: String, line: Int, words: String)
  {
    let error = #expect(throws: SettingsError.self) { try SettingsFile.read(yaml, path: "c.yml") }
    #expect(error?.line == line && error?.message.contains(words) == true, "\(String(describing: error))")
  }

  @Test("rules are named by id, beginning or name, and ignore goes before select") func selection() {
    var settings = ValidationSettings()
    #expect(settings.selects(SampleReport.lead))
    settings.select = ["cp20"]
    #expect(settings.selects(SampleReport.lead) && settings.selects(SampleReport.date))
    settings.ignore = ["action-without-lead"]
    #expect(!settings.selects(SampleReport.lead) && settings.selects(SampleReport.date))
    settings.select = ["CP1"]
    #expect(!settings.selects(SampleReport.date))
    #expect(settings.unknownRule(in: [SampleReport.lead, SampleReport.date]) == "CP1")
    settings.select = ["C"]
    #expect(settings.unknownRule(in: [SampleReport.lead]) == "C")
  }

  @Test("settings that are given go before those of the file") func filled() {
    var given = ValidationSettings()
    given.failOn = .never
    var file = ValidationSettings()
    file.failOn = .warning
    file.baseline = "b.yml"
    let settings = given.filled(from: file)
    #expect(settings.failOn == .never && settings.baseline == "b.yml" && settings.select == nil)
  }

  @Test("levels include what is graver", arguments: ValidationSettings.FailLevel.allCases)
  func levels(level: ValidationSettings.FailLevel) {
    let expected: [Finding.Severity] =
      switch level {
      case .error: [.error]
      case .warning: [.error, .warning]
      case .never: []
      }
    #expect(Finding.Severity.allCases.filter(level.includes) == expected)
  }
}
