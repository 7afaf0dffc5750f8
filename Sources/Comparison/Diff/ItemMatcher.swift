// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// What items of two editions are matched by.
struct MatchItem {
  /// The words of the item's text.
  var text: [String]
  /// The words of its other fields.
  var rest: [String] = []
  /// Its reference, folded.
  var ref: String?
  /// The number of the section it stands in, equal for sections that are matched; nil where it stands in none.
  var section: Int?
}

/// Finds for each item of the old edition the one of the new edition that it became.
///
/// Pairs that share weighty words are scored: how alike the texts are counts most, then the other fields, then the
/// reference (which a drop shifts for all that follow), the section and the place. The best pair of all is taken first;
/// pairs of one score by closeness of place. All measures and tie rules are the same in both directions, so that the
/// answer for exchanged editions is the exchanged answer.
struct ItemMatcher {
  /// A pair with what speaks for it.
  struct Pair {
    let old: Int
    let new: Int
    /// How alike the texts are, 0 to 1.
    let text: Double
    /// How alike the other fields are, 0 to 1; 0 where one item has none.
    let rest: Double
    /// Whether neither item has other fields.
    let isBare: Bool
    let hasSameRef: Bool
    let hasSameSection: Bool
    /// All evidence, 0 to 1, in millionths.
    let score: Int
    /// How far the places in the two editions are apart, as a cross product.
    let distance: Int

    /// Alike enough by the text alone.
    var isSure: Bool { text >= 0.5 }

    /// Alike enough with what else speaks for it.
    var isLikely: Bool {
      if text >= 0.42 { return true }
      if text >= 0.28 { return rest >= 0.5 || hasSameRef && hasSameSection }
      return text >= 0.15 && rest >= 0.75 && hasSameRef && hasSameSection
    }
  }

  /// How many partners by shared words are looked at for an item.
  private static let partners = 8
  /// A word that more items of one edition have finds no partners, unless an item has no rarer ones.
  private static let commonest = 60

  let old: [MatchItem]
  let new: [MatchItem]
  let texts: TermSpace
  /// All scored pairs, the best first.
  let pairs: [Pair]

  /// Scores the pairs of two lists of items.
  init(old: [MatchItem], new: [MatchItem]) {
    self.old = old
    self.new = new
    texts = TermSpace(old: old.map(\.text), new: new.map(\.text))
    let rests = TermSpace(old: old.map(\.rest), new: new.map(\.rest))
    var keys = Set<Int>()
    let space = texts
    ItemMatcher.gather(space.vectors.old, space.vectors.new, space.weights) { keys.insert($0 * new.count + $1) }
    ItemMatcher.gather(space.vectors.new, space.vectors.old, space.weights) { keys.insert($1 * new.count + $0) }
    ItemMatcher.gatherEqual(old, new) { keys.insert($0 * new.count + $1) }
    pairs = keys.map { key -> Pair in
      let (left, right) = key.quotientAndRemainder(dividingBy: new.count)
      let (first, second) = (old[left], new[right])
      // An item without any word, such as a tick, is like another one without any.
      let text =
        first.text.isEmpty && second.text.isEmpty ? 1 : space.cosine(space.vectors.old[left], space.vectors.new[right])
      let rest = rests.cosine(rests.vectors.old[left], rests.vectors.new[right])
      let hasSameRef = first.ref != nil && first.ref == second.ref
      let hasSameSection = first.section == second.section
      let isBare = first.rest.isEmpty && second.rest.isEmpty
      let distance = abs(left * new.count - right * old.count)
      let closeness = 1 - Double(distance) / Double(max(1, old.count * new.count))
      let total =
        0.7 * text + 0.18 * (isBare ? text : rest) + (hasSameRef ? 0.06 : 0) + (hasSameSection ? 0.04 : 0) + 0.02
        * closeness
      return Pair(
        old: left, new: right, text: text, rest: rest, isBare: isBare, hasSameRef: hasSameRef,
        hasSameSection: hasSameSection,
        score: Int(saturating: (total * 1_000_000).rounded()), distance: distance)
    }.sorted { ($1.score, $0.distance, $0.old + $0.new, $0.old) < ($0.score, $1.distance, $1.old + $1.new, $1.old) }
  }

  /// Takes pairs of free items, the best first, into `assignment`.
  func assign(into assignment: inout Assignment, where isGood: (Pair) -> Bool) {
    for pair in pairs where assignment.isFree(old: pair.old, new: pair.new) && isGood(pair) {
      assignment.match(old: pair.old, new: pair.new)
    }
  }

  /// The one-to-one assignment.
  func assignment() -> Assignment {
    var assignment = Assignment(old: old.count, new: new.count)
    assign(into: &assignment) { $0.isLikely }
    return assignment
  }

  /// Names for each item of one edition those of the other that share most weight with it.
  private static func gather(
    _ items: [TermSpace.Vector], _ others: [TermSpace.Vector], _ weights: [Double], _ add: (Int, Int) -> Void
  ) {
    var places = [[Int]](repeating: [], count: weights.count)
    for (place, vector) in others.enumerated() { for entry in vector { places[entry.term].append(place) } }
    var sums = [Double](repeating: 0, count: others.count)
    for (item, vector) in items.enumerated() {
      var touched: [Int] = []
      // The rarest words first; common ones only as long as there are too few partners.
      for entry in vector.sorted(by: { (places[$0.term].count, $0.term) < (places[$1.term].count, $1.term) }) {
        let found = places[entry.term]
        if found.count > commonest, touched.count >= partners { break }
        for place in found {
          if sums[place] == 0 { touched.append(place) }
          sums[place] += weights[entry.term]
        }
      }
      let best = touched.sorted { (sums[$1], abs($0 - item), $0) < (sums[$0], abs($1 - item), $1) }.prefix(partners)
      for place in best { add(item, place) }
      for place in touched { sums[place] = 0 }
    }
  }

  /// Names pairs of equal words, in their order and by their reference, and pairs of equal references.
  private static func gatherEqual(_ old: [MatchItem], _ new: [MatchItem], _ add: (Int, Int) -> Void) {
    func byKey(_ items: [MatchItem], _ key: (MatchItem) -> [String]?) -> [[String]: [Int]] {
      var places: [[String]: [Int]] = [:]
      for (place, item) in items.enumerated() { if let key = key(item) { places[key, default: []].append(place) } }
      return places
    }
    func pair(_ key: (MatchItem) -> [String]?, all limit: Int) {
      let places = byKey(new, key)
      for (key, lefts) in byKey(old, key) {
        guard let rights = places[key] else { continue }
        if lefts.count * rights.count <= limit {
          for left in lefts { for right in rights { add(left, right) } }
        } else {
          for (left, right) in zip(lefts, rights) { add(left, right) }
          for (left, right) in zip(lefts.reversed(), rights.reversed()) { add(left, right) }
        }
      }
    }
    pair({ $0.text }, all: 400)
    pair({ item in item.ref.map { [$0] } }, all: 16)
    pair({ item in item.ref.map { [$0] + item.text } }, all: 16)
  }
}

/// Which item of one edition became which of the other.
struct Assignment {
  /// For each old item the new one.
  private(set) var newOfOld: [Int?]
  /// For each new item the old one.
  private(set) var oldOfNew: [Int?]

  /// An assignment in which all items are free.
  init(old: Int, new: Int) {
    newOfOld = [Int?](repeating: nil, count: old)
    oldOfNew = [Int?](repeating: nil, count: new)
  }

  /// Whether both items are free.
  func isFree(old: Int, new: Int) -> Bool { newOfOld[old] == nil && oldOfNew[new] == nil }

  /// Matches two items.
  mutating func match(old: Int, new: Int) {
    newOfOld[old] = new
    oldOfNew[new] = old
  }
}
