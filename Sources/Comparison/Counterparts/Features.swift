// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns texts into what they are compared by: word stems, and set phrases of the field as one feature each.
struct FeatureReader {
  /// What the words of a set phrase count for beside the phrase itself.
  private static let partWeight = 0.4

  /// Stems of the words that say nothing about a subject.
  private let stops: Set<String>
  /// Set phrases by their first stem, the longest first.
  private var phrases: [String: [(stems: [String], name: String)]] = [:]
  private var stems: [String: String] = [:]
  /// How a stem was first written, for people.
  private(set) var written: [String: String] = [:]

  /// A reader of texts that knows the field's words.
  init(_ words: FieldWords) {
    stops = Set(words.stopWords.map { Stem.of($0) })
    for ways in words.phrases {
      guard let first = ways.first else { continue }
      for way in ways { add(Words.of(way), name: Words.of(first).joined(separator: " ")) }
    }
    for (_, meaning) in words.abbreviations.sorted(by: { $0.key < $1.key }) where meaning.count > 1 {
      add(meaning, name: meaning.joined(separator: " "))
    }
    for key in phrases.keys { phrases[key]?.sort { ($1.stems.count, $0.name) < ($0.stems.count, $1.name) } }
  }

  private mutating func add(_ words: [String], name: String) {
    let stems = words.filter { !Self.linking.contains($0) }.map { Stem.of($0) }
    guard let first = stems.first, !(phrases[first] ?? []).contains(where: { $0.stems == stems }) else { return }
    phrases[first, default: []].append((stems, name))
    written["=" + name] = name
  }

  /// Adds a text's features, times a weight, to those of an item.
  ///
  /// - Parameters:
  ///   - glossary: the abbreviations of the text's plan.
  ///   - ignored: words that say nothing in this plan, such as the authority's name.
  mutating func add(
    _ text: String, weight: Double, glossary: Glossary, ignored: Set<String>, to features: inout [String: Double]
  ) {
    var sequence: [String] = []
    for word in Words.of(text) where !Self.linking.contains(word) && !ignored.contains(word) {
      if let meaning = glossary.meaning(of: word) {
        for word in meaning where !Self.linking.contains(word) { sequence.append(stem(of: word)) }
      } else {
        sequence.append(stem(of: word))
      }
    }
    var position = 0
    while position < sequence.count {
      let rest = sequence[position...]
      let phrase = phrases[sequence[position]]?.first { phrase in
        phrase.stems.count <= rest.count && zip(rest, phrase.stems).allSatisfy { $0.0 == $0.1 }
      }
      let length = phrase?.stems.count ?? 1
      if let phrase, !phrase.stems.allSatisfy({ stops.contains($0) }) {
        features["=" + phrase.name, default: 0] += weight
      }
      let share = phrase == nil ? weight : weight * Self.partWeight
      for stem in rest.prefix(length) where !stops.contains(stem) { features[stem, default: 0] += share }
      position += length
    }
  }

  /// Words inside phrases that people write or leave out.
  private static let linking: Set<String> = ["and", "of", "the", "for"]

  private mutating func stem(of word: String) -> String {
    if let known = stems[word] { return known }
    let stem = Stem.of(word)
    stems[word] = stem
    if written[stem] == nil { written[stem] = word }
    return stem
  }
}
