// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// The field's abbreviations, ways to say the same and words without a subject, from `FieldWords.yml`.
struct FieldWords: Sendable {
  /// What abbreviations stand for, by the abbreviation in lower case.
  let abbreviations: [String: [String]]
  /// Ways to say the same, the one that counts first.
  let phrases: [[String]]
  /// Words that say nothing about a subject.
  let stopWords: Set<String>

  /// The words that come with the program.
  ///
  /// - Throws: ``ThemeFileError``, which would be an error of the program.
  static func standard() throws(ThemeFileError) -> FieldWords {
    let text = String(decoding: PackageResources.FieldWords_yml, as: UTF8.self)
    do {
      guard let root = try Yams.compose(yaml: text)?.mapping, let abbreviations = root["abbreviations"]?.mapping,
        let phrases = root["phrases"]?.sequence, let stop = root["stop"]?.string
      else { throw ThemeFileError(file: "FieldWords.yml", line: nil, message: "a part is missing") }
      var meanings: [String: [String]] = [:]
      for (key, value) in abbreviations {
        guard let term = key.string, let meaning = value.string else { continue }
        meanings[term.lowercased()] = Words.of(meaning)
      }
      return FieldWords(
        abbreviations: meanings,
        phrases: phrases.compactMap { $0.sequence?.compactMap { $0.scalar?.string } },
        stopWords: Set(Words.of(stop)))
    } catch let error as ThemeFileError {
      throw error
    } catch {
      throw ThemeFileError(file: "FieldWords.yml", line: nil, message: "no YAML: \(error)")
    }
  }
}
