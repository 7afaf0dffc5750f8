// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// Which roles a heading's words speak for.
///
/// A heading is cut into lower-case words. Each term of the vocabulary that occurs in it counts with its weight, by how
/// much of the heading it covers: "Lead" alone says more than "Lead" in "How will we lead by example?".
struct HeadingVocabulary {
  /// A role with how strongly the words speak for it, 0 to 1.
  struct Vote: Hashable, Sendable {
    var role: ColumnRole
    var weight: Double
    var term: String
  }

  // Long exports repeat their headings on every page: what was found out about one is kept.
  private var cache: [String: [Vote]] = [:]
  private var undatedVotes: [String: Vote?] = [:]
  private var plainTexts: [String: String] = [:]

  /// The votes of a heading, strongest first; none for a text that is too long to be a heading.
  mutating func votes(_ heading: String) -> [Vote] {
    if heading.utf8.count > 160 { return [] }
    if let known = cache[heading] { return known }
    let words = HeadingVocabulary.words(heading)
    var votes = HeadingVocabulary.lookUp(words)
    // A narrow column breaks a head inside a word ("Numbe r").
    if votes.isEmpty, (2...3).contains(words.count) { votes = HeadingVocabulary.lookUp([words.joined()]) }
    cache[heading] = votes
    return votes
  }

  /// The strongest vote, nil where nothing speaks for any role.
  mutating func best(_ heading: String) -> Vote? { votes(heading).first }

  /// The strongest vote of a text that is no date: "Starting May 2018" is not the head of a column of starts.
  mutating func undated(_ heading: String) -> Vote? {
    if let known = undatedVotes[heading] { return known }
    var vote = best(heading)
    if let found = vote, found.role != .update, DateReader.score(heading) >= 0.9 { vote = nil }
    undatedVotes[heading] = .some(vote)
    return vote
  }

  /// A heading's lower-case words divided by single spaces.
  mutating func plain(_ heading: String) -> String {
    if let known = plainTexts[heading] { return known }
    let words = HeadingVocabulary.words(heading).joined(separator: " ")
    // What is as long as a sentence stands there once.
    if heading.utf8.count <= 160 { plainTexts[heading] = words }
    return words
  }

  /// The lower-case words of a text, the first `limit` of them; apostrophes are dropped, other marks separate.
  static func words(_ text: String, limit: Int = .max) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      if (0x41...0x5A).contains(byte) {
        word.append(byte | 0x20)
      } else if byte < 0x80 && byte.isWordByte {
        word.append(byte)
      } else if byte == UInt8(ascii: "'") || byte == 0xE2 || byte == 0x80 || byte == 0x99 || byte == 0x98 {
        // An apostrophe, typewritten or typographic (E2 80 98, E2 80 99), joins; so does the lead of a dash, which has
        // spaces around it.
        continue
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        if words.count == limit { return words }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// A text of more words names no column.
  static let mostWords = 16
  /// What a heading weighs at least that terms of one role cover but for a joint.
  static let coveredWeight = 0.95

  /// The share of a term's weight that it has in a heading of which it covers `coverage`, 0 to 1.
  static func weight(coverage: Double) -> Double { 0.45 + 0.55 * coverage }

  /// Words that date a heading without being part of what it names.
  static let months = Months.words

  private static func lookUp(_ all: [String]) -> [Vote] {
    // "Update March 2024" is as much a heading of updates as "Update": its date says when, not what.
    let undated = all.filter { !months.contains($0) && !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    let words = undated.isEmpty ? all : undated
    if words.isEmpty || words.count > mostWords { return [] }
    var best: [ColumnRole: Vote] = [:]
    var covered: [ColumnRole: Set<Int>] = [:]
    for start in words.indices {
      guard let terms = HeadingTerms.byFirstWord[words[start]] else { continue }
      for term in terms where words[start...].starts(with: term.words) {
        let coverage = Double(term.words.count) / Double(words.count)
        // A head begins or ends with the word that names it; in its middle the word is by the way.
        let atEdge = start == 0 || start + term.words.count == words.count
        let weight = term.weight * weight(coverage: coverage) * (atEdge ? 1 : 0.85)
        if weight > best[term.role]?.weight ?? 0 {
          best[term.role] = Vote(role: term.role, weight: weight, term: term.words.joined(separator: " "))
        }
        if term.weight == 1 { covered[term.role, default: []].formUnion(start..<start + term.words.count) }
      }
    }
    // "Dependencies and risks": two terms of one role with nothing but a joint between them.
    for (role, positions) in covered where positions.count > 1 {
      let rest = words.indices.filter { !positions.contains($0) }
      guard rest.count <= 1, rest.allSatisfy({ ["and", "or"].contains(words[$0]) }), let vote = best[role] else {
        continue
      }
      best[role]?.weight = max(vote.weight, coveredWeight)
    }
    return best.values.sorted { ($0.weight, $1.role.rawValue) > ($1.weight, $0.role.rawValue) }
  }
}
