// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Normaliser

@Suite("Which texts may name a column")
struct HeadingFilterTests {
  private func look(_ text: String) throws -> (mayName: Bool, mayDate: Bool) {
    var store = TextStore()
    let appended = store.append(text)
    let span = try #require(appended)
    return HeadingFilter.standard.look(at: [span], in: store)
  }

  @Test("every heading that the vocabulary knows passes, alone, in other words and in capitals")
  func passes() throws {
    for terms in HeadingTerms.byFirstWord.values {
      for term in terms {
        let phrase = term.words.joined(separator: " ")
        for text in [phrase, "Our \(phrase.uppercased()) (2031/32)"] {
          var vocabulary = HeadingVocabulary()
          guard vocabulary.best(text) != nil else { continue }
          #expect(try look(text).mayName, "\(text)")
        }
      }
    }
  }

  @Test("a head that a narrow column breaks inside a word passes")
  func broken() throws {
    #expect(try look("Numbe r").mayName)
  }

  @Test("few words that name nothing pass: it is a filter that errs on one side only")
  func data() throws {
    var state: UInt64 = 7
    func letter() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(UnicodeScalar(UInt8(97 + (state >> 33) % 26)))
    }
    let words = (0..<1000).map { _ in (0..<7).map { _ in letter() }.joined() }
    let alarms = try words.filter { try look($0).mayName }
    #expect(alarms.count < 100)
  }

  @Test("two figures side by side may be a year")
  func dates() throws {
    #expect(try look("Oct 31").mayDate)
    #expect(try !look("Q3").mayDate)
    #expect(try !look("3.7").mayDate)
  }
}
