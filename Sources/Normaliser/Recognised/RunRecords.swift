// SPDX-License-Identifier: GPL-3.0-or-later

/// Deals the elements of a page run out to the records around its references.
///
/// A record's cells stand around its reference: some before it, some after. Where one record ends and the next begins is
/// chosen so that each record has one action, one group, one lead, one list of contributors and one deadline.
struct RunRecords {
  let elements: [RunElement]
  let roles: Set<ColumnRole>

  struct Record {
    var reference: Int
    /// Elements of the record, the reference among them.
    var elements: Range<Int>
    /// The elements right beside the reference.
    var cluster: Range<Int>
  }

  func records() -> [Record] {
    let references = elements.indices.filter {
      if case .reference = elements[$0].kind { return true }
      return false
    }
    guard !references.isEmpty else { return [] }
    let clusters = references.map(cluster)
    // Least cost with a record's first elements at a place; the places before the first record and after the last are fixed.
    var starts: [(place: Int, cost: Double, previous: Int)] = [(0, 0, -1)]
    var history: [[(place: Int, cost: Double, previous: Int)]] = [starts]
    for index in references.indices {
      let isLast = index + 1 == references.count
      let places = isLast ? elements.count...elements.count : between(clusters[index], clusters[index + 1])
      var next: [(place: Int, cost: Double, previous: Int)] = []
      for place in places {
        var best = (place: place, cost: Double.infinity, previous: -1)
        for (number, start) in starts.enumerated() {
          let cost = start.cost + self.cost(start.place..<place, cluster: clusters[index])
          if cost < best.cost { best = (place, cost, number) }
        }
        next.append(best)
      }
      starts = next
      history.append(starts)
    }
    var ends: [Int] = []
    var choice = 0
    for index in references.indices.reversed() {
      ends.insert(history[index + 1][choice].place, at: 0)
      choice = history[index + 1][choice].previous
    }
    var first = 0
    return references.indices.map { index in
      defer { first = ends[index] }
      return Record(reference: references[index], elements: first..<ends[index], cluster: clusters[index])
    }
  }

  /// Where the next record may begin. Short cells that stand between two references without a word are both's.
  private func between(_ cluster: Range<Int>, _ next: Range<Int>) -> ClosedRange<Int> {
    min(cluster.upperBound, next.lowerBound)...max(cluster.upperBound, next.lowerBound)
  }

  private func cluster(_ reference: Int) -> Range<Int> {
    var first = reference
    var end = reference + 1
    while first > 0, isShort(first - 1), elements[first - 1].range.upperBound == elements[first].range.lowerBound { first -= 1 }
    // A long list fills a cell of many lines: it says nothing about the row that it stands beside.
    while end < elements.count, isShort(end), elements[end].count <= 3, elements[end].range.lowerBound == elements[end - 1].range.upperBound { end += 1 }
    return first..<end
  }

  private func isShort(_ index: Int) -> Bool {
    switch elements[index].kind {
    case .parties, .group, .date: true
    default: false
    }
  }

  /// How far a stretch of elements is from a whole record.
  private func cost(_ range: Range<Int>, cluster: Range<Int>) -> Double {
    var actionsBefore = 0
    var actionsAfter = 0
    var groups = 0
    var lists = 0
    var contributors = 0
    var dates = 0
    var sum = 0.0
    var goesOn = true
    for index in range {
      let element = elements[index]
      let isAfter = index >= cluster.upperBound
      switch element.kind {
      case .reference: break
      case .group: groups += 1
      case .date: dates += 1
      case .parties: if element.isContributors { contributors += 1 } else { lists += 1 }
      case .measure: if isAfter { sum += 0.2 }
      case .piece:
        if element.action > 0.6 {
          if isAfter { actionsAfter += 1 } else { actionsBefore += 1 }
        }
        // What goes on in mid-sentence behind the reference's row belongs to it; a new sentence more likely to the next.
        if isAfter { sum += element.isContinuation ? (goesOn ? -0.5 : -0.1) : 0.25 }
        if !element.isContinuation { goesOn = false }
      }
      if isAfter, element.kind != .piece {
        // A short cell right behind what goes on stands in the same row.
        sum += goesOn ? -0.05 : 0.1
        goesOn = false
      }
    }
    if actionsBefore == 0 { sum += actionsAfter > 0 ? 1.5 : 4 } else { sum += Double(actionsAfter) * 1.5 }
    if roles.contains(.group) { sum += groups == 0 ? 1 : Double(groups - 1) * 2 }
    if roles.contains(.lead) { sum += lists == 0 ? 1.2 : 0 }
    if roles.contains(.contributors) { sum += contributors == 0 && lists < 2 ? 1 : 0 }
    let slots = (roles.contains(.lead) ? 1 : 0) + (roles.contains(.contributors) ? 1 : 0)
    sum += Double(max(0, lists + contributors - slots)) * 1.4 + Double(max(0, contributors - 1)) * 0.6
    if dates > 1 { sum += Double(dates - 1) * 2 }
    return sum
  }
}
