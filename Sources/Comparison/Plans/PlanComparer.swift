// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Compares plans.
///
///     let comparison = try PlanComparer(themes: .standard()).compare(plans)
///     let page = try ComparisonHTMLEmitter().emit(comparison)
public struct PlanComparer: Sendable {
  /// What an action's section and measures count for beside its own words when counterparts are sought. Measured on pairs
  /// that people judged, like the two below.
  private static let frameWeight = 0.25
  /// What a theme counts for beside a word.
  private static let themeWeight = 1.5

  /// The themes.
  public var themes: ThemeSet
  /// How many counterparts an action gets at most, each in another plan.
  public var counterparts = 8
  /// The lowest score of a counterpart that is worth showing, from 0 to 1.
  public var leastScore = 0.25

  /// A comparer with its themes.
  public init(themes: ThemeSet) { self.themes = themes }

  /// The plans side by side.
  ///
  /// - Throws: ``ThemeFileError`` where the program's own words cannot be read, which would be an error of the program.
  public func compare(_ plans: [CanonicalPlan]) throws(ThemeFileError) -> PlanComparison {
    let labels = PlanLabels.make(for: plans)
    var classifier = ThemeClassifier(themes)
    var actions: [ComparedAction] = []
    var indicators: [ComparedIndicator] = []
    for (position, plan) in plans.enumerated() {
      let paths = SectionPaths(plan.sections)
      for action in plan.actions {
        let titles = paths.titles(of: action.section)
        actions.append(
          ComparedAction(
            plan: position, action: action, sections: titles,
            themes: classifier.themes(of: action.text, titles: titles, measures: action.successMeasures),
            due: Self.due(action), counterparts: []))
      }
      for indicator in plan.indicators {
        let titles = paths.titles(of: indicator.section) + (indicator.theme.map { [$0] } ?? [])
        indicators.append(
          ComparedIndicator(
            plan: position, indicator: indicator,
            themes: classifier.themes(of: indicator.measure, titles: titles, measures: [])))
      }
    }
    try findCounterparts(&actions, plans)
    return PlanComparison(
      themes: themes.themes, plans: zip(labels, plans).map { ComparedPlan(label: $0, plan: $1) }, actions: actions,
      indicators: indicators, colourConflicts: ColourMeanings.conflicts(of: plans, actions),
      leads: LeadCounter.counts(of: actions, plans: plans.count))
  }

  private func findCounterparts(_ actions: inout [ComparedAction], _ plans: [CanonicalPlan]) throws(ThemeFileError) {
    let words = try FieldWords.standard()
    var reader = FeatureReader(words)
    let glossaries = plans.map { Glossary($0.glossary, general: words.abbreviations) }
    let ignored = plans.map { Set(Words.of($0.plan.authority?.name ?? "")) }
    let items = actions.map { item in
      var features: [String: Double] = [:]
      func add(_ text: String, _ weight: Double, _ features: inout [String: Double]) {
        reader.add(
          text, weight: weight, glossary: glossaries[item.plan], ignored: ignored[item.plan], to: &features)
      }
      add(item.action.text, 1, &features)
      if let title = item.sections.last { add(title, Self.frameWeight, &features) }
      var measures: [String: Double] = [:]
      for measure in item.action.successMeasures { add(measure, 1, &measures) }
      // Many measures with the same words say no more than one.
      for (name, count) in measures { features[name, default: 0] += min(count, 1) * Self.frameWeight }
      for match in item.themes {
        features["#" + themes.themes[match.theme].id] = Self.themeWeight * min(1, match.score / (1.5 * themes.enough))
      }
      return (plan: item.plan, features: features)
    }
    let finder = CounterpartFinder(items)
    var scores = finder.emptyScores
    for index in actions.indices {
      let found = finder.counterparts(of: index, atLeast: leastScore, limit: counterparts, scores: &scores)
      actions[index].counterparts = found.map { other in
        var shared: [String] = []
        // A set phrase of one word is also a word.
        for name in finder.shared(index, other.item, limit: 7).map({ readable($0, reader) })
        where !shared.contains(name) {
          shared.append(name)
        }
        return Counterpart(action: other.item, score: other.score, words: Array(shared.prefix(5)))
      }
    }
  }

  private func readable(_ feature: String, _ reader: FeatureReader) -> String {
    guard feature.hasPrefix("#"), let theme = themes.themes.first(where: { $0.id == feature.dropFirst() }) else {
      return reader.written[feature] ?? feature
    }
    return "theme \(theme.title)"
  }

  private static func due(_ action: Action) -> DayRange? {
    if let own = action.timescale?.edtf.flatMap({ DayRange(edtf: $0) }) { return own }
    let steps = action.milestones.compactMap { $0.due?.edtf.flatMap { DayRange(edtf: $0) } }
    return steps.max { ($0.last ?? $0.first) < ($1.last ?? $1.first) }
  }
}

/// The titles above an action, by its section.
struct SectionPaths {
  private let sections: [String: Section]

  /// The paths of a plan's sections.
  init(_ sections: [Section]) {
    self.sections = Dictionary(sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The titles from the outermost section to the one named; a circle of parents ends where it closes.
  func titles(of id: String?) -> [String] {
    var titles: [String] = []
    var seen: Set<String> = []
    var next = id
    while let current = next, let section = sections[current], seen.insert(current).inserted {
      if !section.title.isEmpty { titles.append(section.title) }
      next = section.parent
    }
    return titles.reversed()
  }
}
