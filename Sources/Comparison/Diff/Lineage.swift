// SPDX-License-Identifier: GPL-3.0-or-later

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

  /// Follows items from one edition to the next; with `joins`, also into merged items and out of split ones.
  init(_ matcher: ItemMatcher, joins: Bool) {
    var assignment = Assignment(old: matcher.old.count, new: matcher.new.count)
    var joined: [(old: Int, new: Int)] = []
    if joins {
      // Sure pairs first, then joins, so that the second half of a split action is not taken for a doubtful partner.
      matcher.assign(into: &assignment) { $0.isSure }
      joined = Lineage.joins(matcher, assignment)
    }
    let oldTaken = Set(joined.map(\.old).filter { assignment.newOfOld[$0] == nil })
    let newTaken = Set(joined.map(\.new).filter { assignment.oldOfNew[$0] == nil })
    matcher.assign(into: &assignment) {
      $0.isLikely && !oldTaken.contains($0.old) && !newTaken.contains($0.new)
    }
    familyOfOld = Array(repeating: nil, count: matcher.old.count)
    familyOfNew = Array(repeating: nil, count: matcher.new.count)
    for new in matcher.new.indices {
      guard let old = assignment.oldOfNew[new] else { continue }
      var family = Family(old: [old], new: [new])
      family.old += joined.filter { $0.new == new && oldTaken.contains($0.old) }.map(\.old)
      family.new += joined.filter { $0.old == old && newTaken.contains($0.new) }.map(\.new)
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

  /// Free old items that went into a matched new one, and free new items that came out of a matched old one.
  private static func joins(_ matcher: ItemMatcher, _ assignment: Assignment) -> [(old: Int, new: Int)] {
    var found: [(gain: Int, distance: Int, old: Int, new: Int)] = []
    let space = matcher.texts
    for pair in matcher.pairs where pair.text > 0.2 {
      let (old, new) = (space.vectors.old[pair.old], space.vectors.new[pair.new])
      var gain: Double?
      switch (assignment.newOfOld[pair.old], assignment.oldOfNew[pair.new]) {
      case (nil, let partner?): gain = self.gain(space, part: old, other: space.vectors.old[partner], whole: new)
      case (let partner?, nil): gain = self.gain(space, part: new, other: space.vectors.new[partner], whole: old)
      default: break
      }
      if let gain { found.append((Int((gain * 1_000_000).rounded()), pair.distance, pair.old, pair.new)) }
    }
    // One family grows in one direction only, and a free item joins one family only.
    var (grownOld, grownNew) = (Set<Int>(), Set<Int>())
    var (usedOld, usedNew) = (Set<Int>(), Set<Int>())
    var joins: [(old: Int, new: Int)] = []
    for join in found.sorted(by: {
      ($1.gain, $0.distance, $0.old + $0.new, $0.old) < ($0.gain, $1.distance, $1.old + $1.new, $1.old)
    }) {
      if let partner = assignment.oldOfNew[join.new] {
        guard !usedOld.contains(join.old), !grownOld.contains(partner) else { continue }
        usedOld.insert(join.old)
        grownNew.insert(join.new)
      } else if let partner = assignment.newOfOld[join.old] {
        guard !usedNew.contains(join.new), !grownNew.contains(partner) else { continue }
        usedNew.insert(join.new)
        grownOld.insert(join.old)
      }
      joins.append((join.old, join.new))
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
