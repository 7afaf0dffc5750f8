// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Normaliser

/// What the words of a heading speak for.
@Suite struct HeadingVocabularyTests {
  private func best(_ heading: String) -> HeadingVocabulary.Vote? {
    var vocabulary = HeadingVocabulary()
    return vocabulary.best(heading)
  }

  @Test(arguments: [
    ("Ref", ColumnRole.reference), ("#", nil), ("Action", .action), ("KEY ACTIONS", .action), ("By whom?", .lead),
    ("Lead officer", .lead), ("SRO", .lead), ("By when?", .timescale), ("Start date", .start),
    ("Partners", .contributors),
    ("Success measures", .successMeasures), ("What does success look like?", .successMeasures), ("RAG", .rating),
    ("Progress to date", .update), ("Monitoring and Evaluation", .monitoring), ("Baseline", .baseline),
    ("Who's responsible", .lead), ("Who’s responsible", .lead), ("Data source", .dataSource), ("Umbrella", nil),
  ]) func headsNameRoles(heading: String, role: ColumnRole?) {
    // "#" has no word: its column is told by its cells.
    #expect(best(heading)?.role == role)
  }

  @Test func aTermSaysLessTheLessOfTheHeadingItIs() throws {
    let alone = try #require(best("Lead")).weight
    let among = try #require(best("Lead for the borough and its families")).weight
    #expect(alone > among)
    #expect(try #require(best("Area lead")).weight > #require(best("The lead we take")).weight)
  }

  @Test func aDateInAHeadSaysWhenNotWhat() throws {
    #expect(try #require(best("Update March 2024")) == #require(best("Update")))
    #expect(best("March 2024") == nil)
  }

  @Test func aTextIsNoHeading() {
    #expect(best(String(repeating: "action lead ", count: 20)) == nil)
    #expect(best("") == nil)
    #expect(best("–") == nil)
  }

  @Test func wordsAreCutAtMarksAndJoinedAtApostrophes() {
    #expect(HeadingVocabulary.words("By when? (Date)") == ["by", "when", "date"])
    #expect(HeadingVocabulary.words("We've – who’ll") == ["weve", "wholl"])
    #expect(HeadingVocabulary.words("") == [])
  }

  @Test func noTermIsListedTwiceForOneRole() {
    for (first, terms) in HeadingTerms.byFirstWord {
      let keys = terms.map { "\($0.role.rawValue) \($0.words.joined(separator: " "))" }
      #expect(terms.allSatisfy { $0.weight > 0 && $0.weight <= 1 && $0.words.first == first })
      #expect(Set(keys).count == keys.count, "\(first)")
    }
  }
}
