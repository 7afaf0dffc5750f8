// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Comparison

@Suite("Themes of an action")
struct ThemeClassifierTests {
  /// The measure of the themes that are set against real plans, on plans of the project's own: `make score` does the same
  /// with the labelled real ones, where those are there.
  @Test("agree with a reader's labels: micro-F1 of 0.85 or more")
  func labels() throws {
    let set = try ThemeSet.standard()
    var classifier = ThemeClassifier(set)
    var right = 0
    var extra: [String] = []
    var missed: [String] = []
    for action in LabelledAction.all {
      let found = Set(
        classifier.themes(of: action.text, titles: action.titles, measures: action.measures).map {
          set.themes[$0.theme].id
        })
      right += found.intersection(action.themes).count
      extra += found.subtracting(action.themes).sorted().map { "\(action.text): \($0)" }
      missed += action.themes.subtracting(found).sorted().map { "\(action.text): \($0)" }
    }
    let score = Double(2 * right) / Double(2 * right + extra.count + missed.count)
    #expect(score >= 0.85, "F1 \(score); too many: \(extra); missing: \(missed)")
  }

  @Test("come with the words that tell them, their place and points")
  func evidence() throws {
    let match = try #require(classified("Weekly calls", titles: ["Waiting times", "Autism"]).first)
    #expect(match.id == "n")
    #expect(match.evidence.map(\.words) == ["autism"])
    #expect(match.evidence.map(\.term) == ["autis*"])
    #expect(match.evidence.map(\.place) == [.section])
    #expect(match.evidence.map(\.points) == [2])
  }

  @Test("a longer term hides the shorter one inside it, a negative term speaks against")
  func overlap() throws {
    #expect(try classified("Deal with attention deficit in class").map(\.id) == ["n"])
    #expect(try classified("The deficit of the budget").map(\.id) == ["f"])
  }

  @Test("a term counts once, at its best place")
  func once() throws {
    let match = try #require(classified("Autism, autism", titles: ["Autism"], measures: ["Autism"]).first)
    #expect(match.score == 4)
  }

  @Test("a gap holds at most four words")
  func gap() throws {
    #expect(try classified("money a b c d spent").map(\.id) == ["f"])
    #expect(try classified("money a b c d e spent").isEmpty)
  }

  private func classified(
    _ text: String, titles: [String] = [], measures: [String] = []
  ) throws -> [(id: String, score: Double, evidence: [ThemeEvidence])] {
    let set = try ThemeSet(yaml: Array(Self.file.utf8), file: "own.yml")
    var classifier = ThemeClassifier(set)
    return classifier.themes(of: text, titles: titles, measures: measures).map {
      (set.themes[$0.theme].id, $0.score, $0.evidence)
    }
  }

  private static let file = """
    enough: 2
    places: { text: 1, section: 0.5, above: 0.1, measures: 0.1 }
    themes:
      - id: n
        title: Neurodevelopment
        terms: { "autis*": 4, attention deficit: 3 }
      - id: f
        title: Finance
        terms: { deficit: 2, attention deficit: -2, money .. spent: 2 }
      - id: w
        title: Waiting
        terms: { waiting times: 3 }
    """
}
