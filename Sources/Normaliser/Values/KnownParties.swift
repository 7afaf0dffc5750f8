// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Parties seen in a document's lead cells, counted in a first pass, so that parties which an export has glued together
/// can be told apart.
struct KnownParties: Sendable {
  /// How often each party stood on its own, by its words.
  private var counts: [[WordKey]: Int] = [:]
  /// The words of a party that stood on its own, as first printed.
  private(set) var printed: [String] = []
  /// Number of words of the longest party.
  private(set) var longest = 0

  /// No party known yet.
  init() {}

  /// The parties of one lead or contributors cell as far as it tells by itself.
  static func parties(in paragraphs: [String]) -> [String] {
    PartyReader.split(paragraphs, known: KnownParties()).map(\.party.text)
  }

  /// Counts a party by its words.
  mutating func add(party text: String) {
    let key = Token.scan(text).filter { $0.kind != .mark }.map(\.partyKey)
    guard !key.isEmpty, key.count <= 16 else { return }
    if counts[key] == nil { printed.append(text) }
    counts[key, default: 0] += 1
    longest = max(longest, key.count)
  }

  /// How often a party of these words stood on its own.
  func count(_ key: ArraySlice<WordKey>) -> Int { key.count <= longest ? counts[Array(key)] ?? 0 : 0 }

  /// Whether nothing is known.
  var isEmpty: Bool { counts.isEmpty }
}

extension Token {
  /// The key by which a party's words are compared: numbers by their digits.
  var partyKey: WordKey {
    guard kind == .number else { return key }
    var key = WordKey()
    key.first = UInt64(truncatingIfNeeded: value)
    key.second = 1
    return key
  }
}
