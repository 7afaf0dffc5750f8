// SPDX-License-Identifier: GPL-3.0-or-later

/// The action of another plan that is most like an action.
public struct Counterpart: Hashable, Sendable {
  /// Position in ``PlanComparison/actions``.
  public var action: Int
  /// How alike they are, from 0 (nothing in common) to 1 (the same): the cosine of the angle between their words, set
  /// phrases and themes, each weighed by how rare it is (TF-IDF).
  public var score: Double
  /// The words and themes in common that count most, at most five.
  public var words: [String]
}

/// Finds counterparts with an inverted index over all actions.
///
/// Weights are `(1 + ln tf) · ln(1 + N / df)`, vectors are brought to length 1: the scheme "ltc" of C. Manning et al.,
/// "Introduction to Information Retrieval" (2008), section 6.4; df is at least 3, because in a comparison of few plans a word
/// that two actions happen to share would otherwise outweigh what they are about.
struct CounterpartFinder {
  private static let leastFrequency = 3

  private struct Posting {
    var item: Int
    var weight: Double
  }

  /// The plan of each item; plans come in order.
  private let plans: [Int]
  private let names: [String]
  /// Features of each item by number, ascending.
  private var vectors: [[(feature: Int, weight: Double)]] = []
  private var postings: [[Posting]]

  /// An index over items with their plan and their features' weights.
  init(_ items: [(plan: Int, features: [String: Double])]) {
    plans = items.map(\.plan)
    var frequency: [String: Int] = [:]
    for item in items { for feature in item.features.keys { frequency[feature, default: 0] += 1 } }
    names = frequency.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    postings = Array(repeating: [], count: names.count)
    for (index, item) in items.enumerated() {
      var vector: [(feature: Int, weight: Double)] = []
      for (name, count) in item.features {
        guard let number = numbers[name], let shared = frequency[name] else { continue }
        let tf = count < 1 ? count : 1 + Logarithm.natural(count)
        vector.append(
          (number, tf * Logarithm.natural(1 + Double(items.count) / Double(max(shared, Self.leastFrequency)))))
      }
      vector.sort { $0.feature < $1.feature }
      let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      if length > 0 { vector = vector.map { ($0.feature, $0.weight / length) } }
      for (feature, weight) in vector { postings[feature].append(Posting(item: index, weight: weight)) }
      vectors.append(vector)
    }
  }

  /// The closest item of each other plan, the most alike first.
  ///
  /// - Parameters:
  ///   - atLeast: the lowest score that is worth showing.
  ///   - limit: how many plans at most.
  func counterparts(of item: Int, atLeast: Double, limit: Int, scores: inout [Double]) -> [(item: Int, score: Double)] {
    for index in scores.indices { scores[index] = 0 }
    for (feature, weight) in vectors[item] {
      for posting in postings[feature] { scores[posting.item] += weight * posting.weight }
    }
    var best: [(item: Int, score: Double)] = []
    for (index, score) in scores.enumerated() where score >= atLeast && plans[index] != plans[item] {
      if let last = best.last, plans[last.item] == plans[index] {
        if score > last.score { best[best.count - 1] = (index, score) }
      } else {
        best.append((index, score))
      }
    }
    best.sort { ($1.score, $0.item) < ($0.score, $1.item) }
    return Array(best.prefix(limit))
  }

  /// The features that two items share, the most telling first.
  func shared(_ one: Int, _ other: Int, limit: Int) -> [String] {
    var common: [(feature: Int, weight: Double)] = []
    let right = Dictionary(uniqueKeysWithValues: vectors[other].map { ($0.feature, $0.weight) })
    for (feature, weight) in vectors[one] { if let match = right[feature] { common.append((feature, weight * match)) } }
    common.sort { ($1.weight, $0.feature) < ($0.weight, $1.feature) }
    return common.prefix(limit).map { names[$0.feature] }
  }

  /// A vector of scores for ``counterparts(of:atLeast:limit:scores:)`` to fill.
  var emptyScores: [Double] { Array(repeating: 0, count: plans.count) }
}
