// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanSchema

/// Which sections and actions of a plan answer which areas of an inspection, and why.
///
/// In this order: the area's own words quoted in a heading; its number with words in common; words in common, where rare
/// words count for more. An action answers what the innermost section above it answers, and what its own words answer.
package struct TraceMatcher: Sendable {
  /// Why something answers an area.
  package enum Reason: String, Sendable, CaseIterable {
    /// The area's own words stand there.
    case quotation
    /// The area's own number stands there, with words in common.
    case number
    /// Words in common.
    case words
    /// The section that an action stands under answers the area.
    case section
  }

  /// That something answers an area.
  package struct Link: Sendable, Hashable {
    /// Position of the section or action in the plan.
    package var index: Int
    /// How alike the texts are, 0 to 1.
    package var score: Double
    package var reason: Reason
    /// Words that both have, the rarest first.
    package var words: [String]
  }

  /// A section answers an area from this likeness on.
  private static let section = 0.2
  /// An action whose section answers no area answers one from this likeness on.
  private static let action = 0.2
  /// An action whose section answers another area answers a second one from this likeness on.
  private static let second = 0.42
  /// A section may answer several areas where they are nearly as like.
  private static let tie = 0.85
  /// Words in a row that make a quotation.
  private static let quoted = 7

  /// For each area the sections that answer it, the likest first.
  package private(set) var sections: [[Link]]
  /// For each area the actions that answer it, in the order of the plan.
  package private(set) var actions: [[Link]]

  /// For each area whether its words say what it is about; one that has none is not looked for.
  package let speaks: [Bool]

  private let weights: [String: Double]

  /// Compares a plan with areas.
  package init(_ plan: CanonicalPlan, areas: [InspectionArea]) {
    let areaTexts = areas.map { TraceText($0.text) }
    let titles = plan.sections.map { TraceText(([$0.title] + $0.outcomes).joined(separator: " ")) }
    let tasks = plan.actions.map { TraceText($0.text) }
    weights = TraceMatcher.weights([areaTexts, titles, tasks])
    speaks = areaTexts.map { !$0.stems.isEmpty }
    sections = areas.map { _ in [] }
    actions = areas.map { _ in [] }
    guard !areas.isEmpty else { return }
    let numbers = AreaNumbers(areas, sections: plan.sections)
    var answers: [[Int: Link]] = []
    for index in titles.indices {
      answers.append(
        best(titles[index], index, areaTexts, least: TraceMatcher.section) { numbers.match($0, section: index) })
      for (area, link) in answers[index] { sections[area].append(link) }
    }
    for area in sections.indices { sections[area].sort { ($1.score, $0.index) < ($0.score, $1.index) } }
    let positions = Dictionary(
      plan.sections.indices.map { (plan.sections[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in tasks.indices {
      var inherited: [Int: Link] = [:]
      var section = plan.actions[index].section.flatMap { positions[$0] }
      var depth = 0
      while let above = section, inherited.isEmpty, depth < 16 {
        inherited = answers[above]
        section = plan.sections[above].parent.flatMap { positions[$0] }
        depth += 1
      }
      for (area, link) in inherited.sorted(by: { $0.key < $1.key }) {
        let own = likeness(areaTexts[area], tasks[index])
        actions[area].append(
          Link(
            index: index, score: max(own, link.score), reason: .section, words: shared(areaTexts[area], tasks[index])))
      }
      let least = inherited.isEmpty ? TraceMatcher.action : TraceMatcher.second
      let own = best(tasks[index], index, areaTexts, least: least, isNumbered: { _ in false })
      for (area, link) in own where inherited[area] == nil { actions[area].append(link) }
    }
    for area in actions.indices { actions[area].sort { $0.index < $1.index } }
  }

  /// The areas that a text answers: the likest, and those that are nearly as like.
  private func best(
    _ text: TraceText, _ index: Int, _ areas: [TraceText], least: Double, isNumbered: (Int) -> Bool
  ) -> [Int: Link] {
    var found: [Int: Link] = [:]
    for area in areas.indices {
      let words = shared(areas[area], text)
      guard !words.isEmpty else { continue }
      if text.quotes(areas[area], atLeast: TraceMatcher.quoted) {
        found[area] = Link(index: index, score: max(0.9, likeness(areas[area], text)), reason: .quotation, words: words)
        continue
      }
      let score = likeness(areas[area], text)
      if isNumbered(area), score >= least / 3 {
        found[area] = Link(index: index, score: min(1, score + 0.3), reason: .number, words: words)
      } else if score >= least, words.count >= 2 || text.stems.count <= 2 {
        found[area] = Link(index: index, score: score, reason: .words, words: words)
      }
    }
    let top = found.values.map(\.score).max() ?? 0
    return found.filter { $0.value.score >= top * TraceMatcher.tie }
  }

  /// The cosine of two texts, rare words counting for more.
  private func likeness(_ left: TraceText, _ right: TraceText) -> Double {
    var both = 0.0
    for stem in left.stems where right.stems.contains(stem) { both += weight(stem) }
    guard both > 0 else { return 0 }
    let lengths = norm(left) * norm(right)
    return lengths > 0 ? both / lengths.squareRoot() : 0
  }

  private func norm(_ text: TraceText) -> Double { text.ordered.reduce(0) { $0 + weight($1) } }

  private func weight(_ stem: String) -> Double { weights[stem, default: 1] }

  private func shared(_ left: TraceText, _ right: TraceText) -> [String] {
    let common = left.ordered.filter { right.stems.contains($0) }
    let sorted = common.enumerated().sorted { one, other in
      (weight(other.element), one.offset) < (weight(one.element), other.offset)
    }
    return sorted.map { left.names[$0.element] ?? $0.element }
  }

  /// The rarer a stem is among the texts, the more it weighs.
  private static func weights(_ groups: [[TraceText]]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for group in groups {
      for text in group { for stem in text.stems { counts[stem, default: 0] += 1 } }
    }
    return counts.mapValues { (1 / Double($0)).squareRoot() }
  }
}

/// A text prepared for matching.
struct TraceText: Sendable {
  let words: [String]
  /// Stems in the order of their first appearance, each once.
  let ordered: [String]
  let stems: Set<String>
  /// For each stem the first word that has it.
  let names: [String: String]

  init(_ text: String) {
    words = TraceWords.words(text)
    var seen: Set<String> = []
    var order: [String] = []
    var names: [String: String] = [:]
    for (stem, word) in TraceWords.named(text) where seen.insert(stem).inserted {
      order.append(stem)
      names[stem] = word
    }
    ordered = order
    stems = seen
    self.names = names
  }

  /// Whether a run of another text's words stands in this one, or all of a shorter text in the other.
  func quotes(_ other: TraceText, atLeast count: Int) -> Bool {
    let length = min(count, words.count, other.words.count)
    guard length >= 4 else { return false }
    var runs: Set<[String]> = []
    for start in 0...(other.words.count - length) { runs.insert(Array(other.words[start..<start + length])) }
    for start in 0...(words.count - length) {
      let run = words[start..<start + length]
      guard runs.contains(Array(run)) else { continue }
      // A run of words that every plan has is no quotation.
      if run.count(where: { word in names.values.contains(word) || other.names.values.contains(word) }) >= 3 {
        return true
      }
    }
    return false
  }
}

/// Whether the plan numbers its sections as the report does its areas.
private struct AreaNumbers {
  private let ordinals: [Int]
  private let sections: [Int?]

  init(_ areas: [InspectionArea], sections plan: [Section]) {
    var counts: [InspectionArea.Kind: Int] = [:]
    ordinals = areas.map { area in
      counts[area.kind, default: 0] += 1
      // Only what a plan has to answer is numbered in it.
      return area.kind == .improvement ? 0 : counts[area.kind, default: 0]
    }
    sections = plan.map { section in
      guard section.parent == nil, section.kind == .priority || section.kind == .weakness, let ref = section.ref else {
        return nil
      }
      if let number = Int(ref) { return number }
      guard ref.utf8.count == 1, let letter = ref.utf8.first, (0x41...0x5A).contains(letter) else { return nil }
      return Int(letter) - 0x40
    }
  }

  func match(_ area: Int, section: Int) -> Bool { ordinals[area] > 0 && sections[section] == ordinals[area] }
}
