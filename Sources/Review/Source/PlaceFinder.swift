// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Finds where the values of records stand: a record says its page, table, row or line, and the value's words say which
/// of the paragraphs there it was read from.
struct PlaceFinder {
  let source: SourcePlaces
  /// How many values each place has given.
  private(set) var claims: [Int]
  /// Rows of each table, from table 1, at which a record begins; sorted.
  private var starts: [[Int]]
  /// Where each word stands in ``SourcePlaces/tokens``.
  private var positions: [Int32: [Int]] = [:]
  /// The first place on each line of a text file.
  private var byLine: [Int: Int] = [:]
  private var byPage: [Int: [Int]] = [:]
  /// Places of each table, from table 1, whose cells cover more than one row.
  private var tall: [[Int]]

  /// How many places a record outside tables may reach over.
  private static let reach = 60

  init(source: SourcePlaces, records: [ReviewRecord]) {
    self.source = source
    claims = Array(repeating: 0, count: source.places.count)
    starts = Array(repeating: [], count: source.tables.count)
    tall = source.tables.map { range in range.filter { source.places[$0].rows.count > 1 } }
    for record in records {
      guard record.kind == .section || record.kind == .action || record.kind == .indicator,
        let table = record.source?.table, let row = record.source?.row, starts.indices.contains(table - 1)
      else { continue }
      starts[table - 1].append(row)
    }
    for index in starts.indices { starts[index].sort() }
    for (position, token) in source.tokens.enumerated() { positions[token, default: []].append(position) }
    for (index, place) in source.places.enumerated() {
      if let line = place.location.line, byLine[line] == nil { byLine[line] = index }
      if let page = place.location.page { byPage[page, default: []].append(index) }
    }
  }

  /// The places at which a source points: those of a row and what goes on below it, or a paragraph and what follows.
  func region(of place: Source?) -> [Int] {
    guard let place else { return [] }
    if let table = place.table, source.tables.indices.contains(table - 1) {
      let indices = source.tables[table - 1]
      guard let row = place.row else { return Array(indices) }
      let next = starts[table - 1].first { $0 > row } ?? Int.max
      let rows = row...max(row, next - 1)
      let above = tall[table - 1].filter {
        source.places[$0].rows.lowerBound < row && source.places[$0].rows.overlaps(rows)
      }
      return above + beginning(in: rows, of: indices)
    }
    guard let start = start(of: place) else { return [] }
    return Array(start..<min(start + PlaceFinder.reach, source.places.count))
  }

  /// The places of the first row or paragraph of a record.
  func anchor(of place: Source?) -> [Int] {
    guard let place else { return [] }
    if let table = place.table, let row = place.row, source.tables.indices.contains(table - 1) {
      return beginning(in: row...row, of: source.tables[table - 1])
    }
    return start(of: place).map { [$0] } ?? []
  }

  /// The places of a table whose cells begin in some rows; they are in the order of their rows.
  private func beginning(in rows: ClosedRange<Int>, of table: Range<Int>) -> [Int] {
    var low = table.lowerBound
    var high = table.upperBound
    while low < high {
      let middle = (low + high) / 2
      if source.places[middle].rows.lowerBound < rows.lowerBound { low = middle + 1 } else { high = middle }
    }
    return Array((low..<table.upperBound).prefix { source.places[$0].rows.lowerBound <= rows.upperBound })
  }

  private func start(of place: Source) -> Int? {
    if let line = place.line { return byLine[line] }
    guard let page = place.page else { return nil }
    guard let box = place.box, box.count == 4 else {
      return byPage[page]?.first
    }
    return byPage[page]?.min { distance($0, box) < distance($1, box) }
  }

  private func distance(_ index: Int, _ box: [Double]) -> Double {
    guard let own = source.places[index].location.box else { return .infinity }
    return abs(Double(own.top) - box[1]) + abs(Double(own.left) - box[0])
  }

  /// The places where a text stands: among those given, else wherever the document has it, the nearest to `anchor`.
  ///
  /// - Parameter isFree: whether it stands where no other value was read from, if there is such a place.
  mutating func find(_ text: String, among region: [Int], near anchor: Int, isFree: Bool = false) -> [Int] {
    guard let words = source.numbers(of: text), !words.isEmpty else { return [] }
    var found = cover(words, region, near: anchor)
    if found.isEmpty { found = elsewhere(words[...], near: anchor, isFree: isFree) }
    for index in found { claims[index] += 1 }
    return found
  }

  /// Covers the words with stretches of the region, the longest first; nothing where half of them or more stay bare.
  private func cover(_ words: [Int32], _ region: [Int], near anchor: Int) -> [Int] {
    var stream: [(token: Int32, place: Int)] = []
    for index in region { for token in source.tokens[source.places[index].tokens] { stream.append((token, index)) } }
    var found: [Int] = []
    var bare: [Range<Int>] = []
    var position = 0
    while position < words.count {
      guard let best = longest(words[position...], stream, near: anchor) else {
        if let last = bare.last, last.upperBound == position {
          bare[bare.count - 1] = last.lowerBound..<position + 1
        } else {
          bare.append(position..<position + 1)
        }
        position += 1
        continue
      }
      for index in best.places where !found.contains(index) { found.append(index) }
      position += best.count
    }
    guard bare.reduce(0, { $0 + $1.count }) * 2 < words.count else { return [] }
    // A value may go on beyond its record's rows: on the next page, or in the lines that an export broke off.
    for run in bare where run.count > 1 {
      for index in elsewhere(words[run], near: anchor, isFree: true) where !found.contains(index) {
        found.append(index)
      }
    }
    return found
  }

  private func longest(
    _ words: ArraySlice<Int32>, _ stream: [(token: Int32, place: Int)], near anchor: Int
  ) -> (count: Int, places: [Int])? {
    guard let first = words.first else { return nil }
    var best: (count: Int, start: Int, score: Double)?
    for start in stream.indices where stream[start].token == first {
      var count = 1
      while count < words.count, start + count < stream.count,
        stream[start + count].token == words[words.startIndex + count]
      {
        count += 1
      }
      // A stretch that is a whole paragraph and nobody's yet is the likelier place of two.
      let place = stream[start].place
      var score = Double(count)
      if start == 0 || stream[start - 1].place != place { score += 0.5 }
      if start + count == stream.count || stream[start + count].place != stream[start + count - 1].place {
        score += 0.25
      }
      if claims[place] == 0 { score += 0.3 }
      // A number alone is on every line: the record's own is its reference.
      if place == anchor { score += 0.6 }
      if score > best?.score ?? 0 { best = (count, start, score) }
    }
    guard let best else { return nil }
    // One common word in the middle of others is no place.
    if best.count == 1, words.count > 1 { return nil }
    var places: [Int] = []
    for entry in stream[best.start..<best.start + best.count] where places.last != entry.place {
      places.append(entry.place)
    }
    return (best.count, places)
  }

  /// The words as they stand anywhere in the document: a column's heading, a cell merged over many rows, prose.
  private func elsewhere(_ words: ArraySlice<Int32>, near anchor: Int, isFree: Bool) -> [Int] {
    // The rarest of the first words leads to the fewest candidates.
    let lead = words.prefix(8).indices.min {
      positions[words[$0]]?.count ?? 0 < positions[words[$1]]?.count ?? 0
    }
    guard let lead, let candidates = positions[words[lead]] else { return [] }
    var best: (distance: Int, places: [Int])?
    for position in candidates {
      let start = position - (lead - words.startIndex)
      guard start >= 0, start + words.count <= source.tokens.count,
        source.tokens[start..<start + words.count].elementsEqual(words)
      else { continue }
      let places = places(from: start, to: start + words.count)
      guard let first = places.first, let last = places.last else { continue }
      // What stands above is likelier than what stands below, and a whole paragraph likelier than a part of one.
      var distance = first > anchor ? 2 * (first - anchor) : anchor - first
      if source.places[first].tokens.lowerBound != start { distance += 100_000 }
      if source.places[last].tokens.upperBound != start + words.count { distance += 100_000 }
      if isFree, claims[first] > 0 { distance += 1_000_000 }
      if distance < best?.distance ?? Int.max { best = (distance, places) }
    }
    return best?.places ?? []
  }

  /// The places that a stretch of the document's words runs through.
  private func places(from start: Int, to end: Int) -> [Int] {
    var low = 0
    var high = source.places.count
    while low < high {
      let middle = (low + high) / 2
      if source.places[middle].tokens.upperBound <= start { low = middle + 1 } else { high = middle }
    }
    return Array((low..<source.places.count).prefix { source.places[$0].tokens.lowerBound < end })
  }
}
