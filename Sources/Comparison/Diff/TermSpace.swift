// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The words of the items of two editions with their weights, for measuring how alike two items are.
///
/// A word weighs ln(1 + n/d), the inverse document frequency, where n is the number of items in the larger edition and d
/// that of the items with the word in the edition where there are more of them: so a reworded item does not count its
/// exchanged words double, and the measure is the same in both directions.
struct TermSpace {
  /// How often each word stands in an item, by ascending word number.
  typealias Vector = [(term: Int, count: Double)]

  /// The old and the new items.
  let vectors: (old: [Vector], new: [Vector])
  /// Weights by word number.
  let weights: [Double]

  /// The space of the items' words.
  init(old: [[String]], new: [[String]]) {
    // Numbers by the alphabet, not by first appearance: sums are then taken in one order, whichever edition is the old one.
    var numbers: [String: Int] = [:]
    for (number, word) in Set((old + new).joined()).sorted().enumerated() { numbers[word] = number }
    func vector(_ words: [String]) -> Vector {
      var counts: [Int: Double] = [:]
      for word in words { if let number = numbers[word] { counts[number, default: 0] += 1 } }
      return counts.sorted { $0.key < $1.key }.map { (term: $0.key, count: $0.value) }
    }
    vectors = (old.map(vector), new.map(vector))
    var frequencies = ([Int](repeating: 0, count: numbers.count), [Int](repeating: 0, count: numbers.count))
    for vector in vectors.old { for entry in vector { frequencies.0[entry.term] += 1 } }
    for vector in vectors.new { for entry in vector { frequencies.1[entry.term] += 1 } }
    let larger = Double(max(old.count, new.count))
    weights = zip(frequencies.0, frequencies.1).map { log(1 + larger / Double(max($0, $1))) }
  }

  /// The cosine of the angle between two items, 0 (no word shared) to 1 (the same words); 0 where one has no words.
  func cosine(_ left: Vector, _ right: Vector) -> Double {
    let length = (squared(left) * squared(right)).squareRoot()
    guard length > 0 else { return 0 }
    var sum = 0.0
    TermSpace.walk(left, right) { term, first, second in sum += first * second * weights[term] * weights[term] }
    return sum / length
  }

  /// The weight of all words of an item.
  func weight(_ vector: Vector) -> Double { vector.reduce(0) { $0 + $1.count * weights[$1.term] } }

  /// The share of an item's weight that its words in another item have, 0 to 1; 0 where it has no words.
  func containment(of part: Vector, in whole: Vector) -> Double {
    let total = weight(part)
    guard total > 0 else { return 0 }
    var shared = 0.0
    TermSpace.walk(part, whole) { term, first, second in shared += min(first, second) * weights[term] }
    return shared / total
  }

  /// The words of two items together.
  static func sum(_ left: Vector, _ right: Vector) -> Vector {
    var counts: [Int: Double] = [:]
    for entry in left + right { counts[entry.term, default: 0] += entry.count }
    return counts.sorted { $0.key < $1.key }.map { (term: $0.key, count: $0.value) }
  }

  private func squared(_ vector: Vector) -> Double {
    vector.reduce(0) { $0 + $1.count * $1.count * weights[$1.term] * weights[$1.term] }
  }

  private static func walk(_ left: Vector, _ right: Vector, _ body: (Int, Double, Double) -> Void) {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i].term == right[j].term {
        body(left[i].term, left[i].count, right[j].count)
        i += 1
        j += 1
      } else if left[i].term < right[j].term {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
