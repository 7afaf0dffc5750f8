// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import TestSupport
import Testing

@testable import Normaliser

@Suite("Which texts may name a column")
struct HeadingFilterTests {
  private func look(_ text: String) throws -> HeadingFilter.Look {
    var store = TextStore()
    let appended = store.append(text)
    let span = try #require(appended)
    return HeadingFilter.standard.look(at: [Paragraph(span: span)], in: store)
  }

  @Test("no heading of the vocabulary weighs more than the filter gives it, alone, in other words and in capitals")
  func passes() throws {
    for terms in HeadingTerms.byFirstWord.values {
      for term in terms {
        let phrase = term.words.joined(separator: " ")
        for text in [phrase, "Our \(phrase.uppercased()) (2031/32)", "\(phrase) and \(phrase)", "\(phrase) May 2031"] {
          try checkBound(text)
        }
      }
    }
  }

  @Test("nor does a text of its words, months and others in any order")
  func bound() throws {
    var random = SeededNumbers(seed: 11)
    let words =
      HeadingTerms.byFirstWord.values.flatMap { $0.flatMap(\.words) }.sorted() + HeadingVocabulary.months.sorted()
      + ["and", "or", "of", "schools", "2031", "30", "Numbe r", "who's", "–"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...18, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      try checkBound(text.joined(separator: " "))
    }
  }

  private func checkBound(_ text: String) throws {
    var vocabulary = HeadingVocabulary()
    guard let vote = vocabulary.best(text) else { return }
    let look = try look(text)
    #expect(look.weight >= vote.weight - 1e-9, "\(text)")
  }

  @Test("a head that a narrow column breaks inside a word passes")
  func broken() throws {
    #expect(try look("Numbe r").weight > 0)
  }

  @Test("few words that name nothing pass, and running text weighs less than a head needs")
  func data() throws {
    var random = SeededNumbers(seed: 7)
    let letters = (97...122).map { UInt8($0) }
    let words = (0..<1000).map { _ in
      String(decoding: (0..<7).compactMap { _ in letters.randomElement(using: &random) }, as: UTF8.self)
    }
    let alarms = try words.filter { try look($0).weight > 0 }
    #expect(alarms.count < 100)
    // A term says less in running text than alone.
    let sentence = try look("Nine of ten reviews are held on time in each of the four areas").weight
    #expect(sentence > 0)
    #expect(try sentence < look("time").weight)
  }

  @Test("two figures side by side may be a year; marks alone are no word")
  func dates() throws {
    #expect(try look("Oct 31").mayDate)
    #expect(try !look("Q3").mayDate)
    #expect(try !look("3.7").mayDate)
    #expect(try look("3.7").holdsWord)
    #expect(try !look("-- /").holdsWord)
    #expect(try look("Oct 31").length == 6)
  }
}
