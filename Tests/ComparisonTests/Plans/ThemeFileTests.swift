// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Comparison

@Suite("Theme files")
struct ThemeFileTests {
  @Test("the program's own has the twenty themes of the field")
  func standard() throws {
    let set = try ThemeSet.standard()
    #expect(
      set.themes.map(\.id) == [
        "leadership-governance", "joint-commissioning", "co-production", "early-identification", "inclusion",
        "plan-quality", "plan-timeliness", "annual-reviews", "sufficiency", "waiting-times", "therapies",
        "neurodevelopment", "mental-health", "transitions", "exclusions-attendance", "attainment", "workforce",
        "local-offer", "data", "finance",
      ])
    #expect(set.themes.allSatisfy { !$0.about.isEmpty && $0.terms.contains { $0.points >= set.enough } })
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("enough: 2\nthemes: [", 3, "no YAML"),
      ("enough: two", 1, "`enough` is a number"),
      ("enough: 2\nwhat: 3", 2, "`what` is unknown"),
      ("enough: 2\nplaces: { title: 1 }", 2, "`title` is no place"),
      ("enough: 2\n\(places)\nthemes:\n  - id: A b\n    title: T\n    terms: { x: 1 }", 4, "may hold only"),
      (
        "enough: 2\n\(places)\nthemes:\n  - id: a\n    title: T\n    terms:\n      x: 1\n      \"y ..\": 2", 8, "`y ..`"
      ),
      ("enough: 2\n\(places)\nthemes:\n  - id: a\n    title: T\n    terms:\n      x: much", 7, "`x` is a number"),
      ("enough: 2\n\(places)\nthemes: []", 1, "`themes` is missing"),
    ])
  func errors(text: String, line: Int, words: String) throws {
    let error = try #require(throws: ThemeFileError.self) { try ThemeSet(yaml: Array(text.utf8), file: "own.yml") }
    #expect(error.file == "own.yml")
    #expect(error.line == line)
    #expect(error.message.contains(words), "\(error)")
  }

  @Test("two themes with one id are refused")
  func twice() throws {
    let theme = "  - id: a\n    title: T\n    terms: { x: 1 }\n"
    let error = try #require(throws: ThemeFileError.self) {
      try ThemeSet(yaml: Array("enough: 2\n\(Self.places)\nthemes:\n\(theme)\(theme)".utf8), file: "own.yml")
    }
    #expect(error.description == "own.yml:7: two themes have the id `a`")
  }

  private static let places = "places: { text: 1, section: 1, above: 1, measures: 1 }"
}
