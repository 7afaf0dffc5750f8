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

  @Test(
    "data does not pass, and only what may be a year may be a date",
    arguments: ["3.7", "Amber", "Mrs J. Okafor", "TBC"])
  func data(text: String) throws {
    let seen = try look(text)
    #expect(!seen.mayName && !seen.mayDate)
  }

  @Test("two figures side by side may be a year")
  func dates() throws {
    #expect(try look("Oct 31").mayDate)
    #expect(try !look("Q3").mayDate)
  }
}
