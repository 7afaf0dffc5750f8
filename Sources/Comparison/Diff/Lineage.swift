// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// What became of the items of the old edition: each belongs to at most one family, and so does each new one.
struct Lineage {
  /// Old and new items that belong together: one and one, several old and one new (merged), or one old and several new
  /// (split).
  struct Family {
    /// Old items in document order.
    var old: [Int]
    /// New items in document order.
    var new: [Int]
  }

  /// The families by their first new item.
  private(set) var families: [Family] = []
  /// For each old item its family.
  private(set) var familyOfOld: [Int?]
  /// For each new item its family.
  private(set) var familyOfNew: [Int?]

  /// A free item that belongs to a matched one.
  private struct Join {
    let old: Int
    let new: Int
    /// Whether the old item is the free one, which went into the new one; otherwise the new one came out of the old one.
    let isMerge: Bool

    var freeOld: Int? { isMerge ? old : nil }
    var freeNew: Int? { isMerge ? nil : new }
  }

  /// Follows items from one edition to the next; with `joins`, also into merged items and out of split ones.
  init(_ matcher: ItemMatcher, joins: Bool) {
    var assignment = Assignment(old: matcher.old.count, new: matcher.new.count)
    var joined: [Join] = []
    if joins {
      // Nearly equal texts first, then whole actions that are exactly two parts, so that a part is not taken for a
      // doubtful partner of something else; then sure pairs, and what joins them.
      // A copy of a text with other fields waits: the original may have been reworded.
      matcher.assign(into: &assignment) { $0.text >= 0.86 && ($0.rest >= 0.5 || $0.isBare) }
      joined = Lineage.exactJoins(matcher, &assignment)
      let taken = (old: Set(joined.compactMap(\.freeOld)), new: Set(joined.compactMap(\.freeNew)))
      matcher.assign(into: &assignment) {
        $0.isSure && !taken.old.contains($0.old) && !taken.new.contains($0.new)
      }
      joined += Lineage.joins(matcher, assignment, besides: joined)
    }
    let oldTaken = Set(joined.compactMap(\.freeOld))
    let newTaken = Set(joined.compactMap(\.freeNew))
    matcher.assign(into: &assignment) {
      $0.isLikely && !oldTaken.contains($0.old) && !newTaken.contains($0.new)
    }
    familyOfOld = Array(repeating: nil, count: matcher.old.count)
    familyOfNew = Array(repeating: nil, count: matcher.new.count)
    for new in matcher.new.indices {
      guard let old = assignment.oldOfNew[new] else { continue }
      var family = Family(old: [old], new: [new])
      family.old += joined.filter { $0.new == new }.compactMap(\.freeOld)
      family.new += joined.filter { $0.old == old }.compactMap(\.freeNew)
      family.old.sort()
      family.new.sort()
      for item in family.old { familyOfOld[item] = families.count }
      for item in family.new { familyOfNew[item] = families.count }
      families.append(family)
    }
  }

  /// The new item of an old one that was neither dropped nor merged nor split.
  func onlyNew(ofOld old: Int) -> Int? {
    guard let family = familyOfOld[old].map({ families[$0] }), family.old.count == 1, family.new.count == 1 else {
      return nil
    }
    return family.new[0]
  }

  /// Free items that are, in their words, two free items of the other edition together. The better of the two becomes the
  /// partner in `assignment`, the other one joins it.
  private static func exactJoins(_ matcher: ItemMatcher, _ assignment: inout Assignment) -> [Join] {
    let space = matcher.texts
    var parts: (ofOld: [Int: [ItemMatcher.Pair]], ofNew: [Int: [ItemMatcher.Pair]]) = ([:], [:])
    for pair in matcher.pairs where pair.text > 0.2 && assignment.isFree(old: pair.old, new: pair.new) {
      let (old, new) = (space.vectors.old[pair.old], space.vectors.new[pair.new])
      if space.containment(of: new, in: old) >= 0.85 { parts.ofOld[pair.old, default: []].append(pair) }
      if space.containment(of: old, in: new) >= 0.85 { parts.ofNew[pair.new, default: []].append(pair) }
    }
    var found: [(better: ItemMatcher.Pair, other: ItemMatcher.Pair, isMerge: Bool)] = []
    func look(_ pairs: [ItemMatcher.Pair], whole: TermSpace.Vector, isMerge: Bool) {
      func part(_ pair: ItemMatcher.Pair) -> TermSpace.Vector {
        isMerge ? space.vectors.old[pair.old] : space.vectors.new[pair.new]
      }
      for (index, better) in pairs.enumerated() {
        for other in pairs[(index + 1)...] {
          let sum = TermSpace.sum(part(better), part(other))
          guard space.containment(of: whole, in: sum) >= 0.85, space.containment(of: sum, in: whole) >= 0.85 else {
            continue
          }
          found.append((better, other, isMerge))
        }
      }
    }
    for (old, pairs) in parts.ofOld { look(pairs, whole: space.vectors.old[old], isMerge: false) }
    for (new, pairs) in parts.ofNew { look(pairs, whole: space.vectors.new[new], isMerge: true) }
    var joins: [Join] = []
    var used = (old: Set<Int>(), new: Set<Int>())
    func rank(_ join: (better: ItemMatcher.Pair, other: ItemMatcher.Pair, isMerge: Bool)) -> [Int] {
      let (better, other) = (join.better, join.other)
      return [
        -better.score - other.score, better.distance + other.distance,
        better.old + better.new + other.old + other.new, better.old, better.new, other.old, other.new,
      ]
    }
    for join in found.sorted(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) {
      let (better, other) = (join.better, join.other)
      guard assignment.isFree(old: better.old, new: better.new), !used.old.contains(better.old),
        !used.new.contains(better.new), !used.old.contains(other.old), !used.new.contains(other.new),
        join.isMerge ? assignment.newOfOld[other.old] == nil : assignment.oldOfNew[other.new] == nil
      else { continue }
      assignment.match(old: better.old, new: better.new)
      used.old.formUnion([better.old, other.old])
      used.new.formUnion([better.new, other.new])
      joins.append(Join(old: other.old, new: other.new, isMerge: join.isMerge))
    }
    return joins
  }

  /// Free old items that went into a matched new one, and free new items that came out of a matched old one, besides
  /// those already found.
  private static func joins(_ matcher: ItemMatcher, _ assignment: Assignment, besides known: [Join]) -> [Join] {
    var found: [(gain: Int, distance: Int, old: Int, new: Int)] = []
    let space = matcher.texts
    var usedOld = Set(known.compactMap(\.freeOld))
    var usedNew = Set(known.compactMap(\.freeNew))
    for pair in matcher.pairs
    where pair.text > 0.2 && !usedOld.contains(pair.old) && !usedNew.contains(pair.new) {
      let (old, new) = (space.vectors.old[pair.old], space.vectors.new[pair.new])
      var gain: Double?
      switch (assignment.newOfOld[pair.old], assignment.oldOfNew[pair.new]) {
      case (nil, let partner?): gain = self.gain(space, part: old, other: space.vectors.old[partner], whole: new)
      case (let partner?, nil): gain = self.gain(space, part: new, other: space.vectors.new[partner], whole: old)
      default: break
      }
      if let gain { found.append((Int(saturating: (gain * 1_000_000).rounded()), pair.distance, pair.old, pair.new)) }
    }
    // One family grows in one direction only, and a free item joins one family only.
    var grownOld = Set(known.filter { !$0.isMerge }.map(\.old))
    var grownNew = Set(known.filter(\.isMerge).map(\.new))
    var joins: [Join] = []
    for join in found.sorted(by: {
      ($1.gain, $0.distance, $0.old + $0.new, $0.old) < ($0.gain, $1.distance, $1.old + $1.new, $1.old)
    }) {
      if let partner = assignment.oldOfNew[join.new] {
        guard !usedOld.contains(join.old), !grownOld.contains(partner) else { continue }
        usedOld.insert(join.old)
        grownNew.insert(join.new)
        joins.append(Join(old: join.old, new: join.new, isMerge: true))
      } else if let partner = assignment.newOfOld[join.old] {
        guard !usedNew.contains(join.new), !grownNew.contains(partner) else { continue }
        usedNew.insert(join.new)
        grownOld.insert(join.old)
        joins.append(Join(old: join.old, new: join.new, isMerge: false))
      }
    }
    return joins
  }

  /// How much of a whole a part explains beyond what its partner explains already, or nil where the whole does not look
  /// like the two of them together.
  private static func gain(
    _ space: TermSpace, part: TermSpace.Vector, other: TermSpace.Vector, whole: TermSpace.Vector
  ) -> Double? {
    guard space.containment(of: part, in: whole) >= 0.65, space.containment(of: other, in: whole) >= 0.5 else {
      return nil
    }
    let alone = space.containment(of: whole, in: other)
    let together = space.containment(of: whole, in: TermSpace.sum(part, other))
    let gain = together - alone
    return gain >= 0.15 && gain >= 0.6 * (1 - alone) ? gain : nil
  }
}
