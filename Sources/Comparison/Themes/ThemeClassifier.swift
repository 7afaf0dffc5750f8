// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the themes of texts, with the words that speak for each.
///
/// In each place the terms of a theme compete for the words: a longer match wins over a shorter one that it overlaps. A
/// term then counts once an action, at the place where it is worth most.
public struct ThemeClassifier {
  /// A term found in a text.
  private struct Hit {
    var theme: Int
    var term: Int
    var range: Range<Int>
  }

  private let set: ThemeSet
  /// The terms that a word can begin, by the word; filled as words come.
  private var beginnings: [String: [(theme: Int, term: Int)]] = [:]
  /// What was found in titles, which many actions share.
  private var titles: [String: [Found]] = [:]

  /// A term's place in the set and the words that it matched.
  private struct Found {
    var theme: Int
    var term: Int
    var words: String
  }

  /// A classifier of a set of themes.
  public init(_ set: ThemeSet) { self.set = set }

  /// The themes of an action or an indicator, the strongest first.
  ///
  /// - Parameters:
  ///   - text: its own words.
  ///   - titles: the titles of its sections, the outermost first.
  ///   - measures: its measures of success.
  public mutating func themes(of text: String, titles: [String], measures: [String]) -> [ThemeMatch] {
    var best: [[Int: ThemeEvidence]] = Array(repeating: [:], count: set.themes.count)
    weigh(found(in: text), .text, &best)
    for (index, title) in titles.enumerated() {
      weigh(foundInTitle(title), index == titles.count - 1 ? .section : .above, &best)
    }
    for measure in measures { weigh(found(in: measure), .measures, &best) }
    var matches: [ThemeMatch] = []
    for (theme, terms) in best.enumerated() where !terms.isEmpty {
      let ordered = terms.sorted { left, right in
        (-left.value.points, left.key) < (-right.value.points, right.key)
      }
      let score = ordered.reduce(0) { $0 + $1.value.points }
      // Points such as 0.1 have no exact binary form; their sums are compared with some room.
      if score >= set.enough - 1e-9 {
        matches.append(ThemeMatch(theme: theme, score: score, evidence: ordered.map(\.value)))
      }
    }
    return matches.sorted { ($1.score, $0.theme) < ($0.score, $1.theme) }
  }

  private func weigh(_ found: [Found], _ place: ThemePlace, _ best: inout [[Int: ThemeEvidence]]) {
    let weight = set.weights[place] ?? 0
    for item in found {
      let term = set.themes[item.theme].terms[item.term]
      let points = term.points * weight
      if let known = best[item.theme][item.term], abs(known.points) >= abs(points) { continue }
      best[item.theme][item.term] = ThemeEvidence(words: item.words, term: term.text, place: place, points: points)
    }
  }

  private mutating func foundInTitle(_ title: String) -> [Found] {
    if let known = titles[title] { return known }
    let found = found(in: title)
    titles[title] = found
    return found
  }

  private mutating func found(in text: String) -> [Found] {
    let words = Words.of(text)
    var hits: [Hit] = []
    for position in words.indices {
      for (theme, term) in terms(beginningWith: words[position]) {
        if let end = set.themes[theme].terms[term].pattern.end(in: words, from: position) {
          hits.append(Hit(theme: theme, term: term, range: position..<end))
        }
      }
    }
    hits.sort { precedes($0, $1) }
    var taken: [Int: [Range<Int>]] = [:]
    var found: [Found] = []
    for hit in hits where !taken[hit.theme, default: []].contains(where: { $0.overlaps(hit.range) }) {
      taken[hit.theme, default: []].append(hit.range)
      found.append(Found(theme: hit.theme, term: hit.term, words: words[hit.range].joined(separator: " ")))
    }
    return found
  }

  /// Longer before shorter, stronger before weaker, then in the order of the file and of the text.
  private func precedes(_ left: Hit, _ right: Hit) -> Bool {
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    let points = (strength(left), strength(right))
    if points.0 != points.1 { return points.0 > points.1 }
    return (left.theme, left.term, left.range.lowerBound) < (right.theme, right.term, right.range.lowerBound)
  }

  private func strength(_ hit: Hit) -> Double { abs(set.themes[hit.theme].terms[hit.term].points) }

  private mutating func terms(beginningWith word: String) -> [(theme: Int, term: Int)] {
    if let known = beginnings[word] { return known }
    var terms: [(theme: Int, term: Int)] = []
    for (index, theme) in set.themes.enumerated() {
      for (position, term) in theme.terms.enumerated() where term.pattern.begins(with: word) {
        terms.append((index, position))
      }
    }
    beginnings[word] = terms
    return terms
  }
}
