// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// A plan under validation, with what several rules look up in it, computed once.
public struct Subject: Sendable {
  /// The plan.
  public let plan: CanonicalPlan
  /// The inspectors' areas of weakness that the plan has to answer, one a line of `--weaknesses FILE`; nil where not given.
  public let weaknesses: [String]?
  /// Position in ``CanonicalPlan/sections`` by `id`; the first where an `id` stands twice.
  public let sectionIndex: [String: Int]
  /// For each section its own position and those of the sections above it, innermost first.
  public let sectionPaths: [[Int]]
  /// For each action the position of its section; nil where it has none.
  public let sectionOfAction: [Int?]
  /// For each action the days that its timescale may mean; nil where it gives no date.
  public let deadlines: [DayRange?]

  /// For each section its reference, divided into its parts; nil where it has none of that form.
  let sectionReferences: [NumberedReference?]
  /// For each action its reference, likewise.
  let references: [NumberedReference?]
  /// For each action the position of the action that it stands under; empty where none stands under another.
  private let parents: [Int?]
  /// For each indicator its figures.
  let figures: [IndicatorFigures]

  /// Prepares a plan for the rules.
  public init(_ plan: CanonicalPlan, weaknesses: [String]? = nil) {
    self.plan = plan
    self.weaknesses = weaknesses
    // By position, here and in the rules: an action has some thirty fields, all of which a copy of it holds on to.
    let sections = Dictionary(
      plan.sections.indices.lazy.map { (plan.sections[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let actions = plan.actions
    sectionIndex = sections
    sectionPaths = plan.sections.indices.map { position in
      var path = [position]
      // The bound is for plans whose sections stand under each other in a circle.
      while path.count < 16, let parent = plan.sections[path[path.count - 1]].parent, let above = sections[parent] {
        path.append(above)
      }
      return path
    }
    // The actions of a section stand together: where one has the section of the last one, nothing is looked up.
    var latest: (id: String, position: Int?) = ("", sections[""])
    sectionOfAction = actions.indices.map { index in
      guard let id = actions[index].section else { return nil }
      if id != latest.id { latest = (id, sections[id]) }
      return latest.position
    }
    parents = actions.indices.contains { actions[$0].parent != nil } ? Subject.parents(of: actions) : []
    deadlines = actions.indices.map { actions[$0].timescale?.edtf.flatMap { DayRange(edtf: $0) } }
    sectionReferences = plan.sections.indices.map { plan.sections[$0].ref.flatMap(NumberedReference.init) }
    references = actions.indices.map { actions[$0].ref.flatMap(NumberedReference.init) }
    figures = plan.indicators.map(IndicatorFigures.init)
  }

  private static func parents(of actions: [Action]) -> [Int?] {
    let positions = Subject.positions(of: actions)
    return actions.indices.map { actions[$0].parent.flatMap { positions[$0] } }
  }

  private static func positions(of actions: [Action]) -> [String: Int] {
    Dictionary(actions.indices.lazy.map { (actions[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Subject {
  /// The positions of the section of an action and of those above it, innermost first.
  func sections(ofAction index: Int) -> [Int] { sectionOfAction[index].map { sectionPaths[$0] } ?? [] }

  /// The position of the action that a sub-action stands under.
  func parent(ofAction index: Int) -> Int? { parents.isEmpty ? nil : parents[index] }

  /// Position in ``CanonicalPlan/actions`` by `id`; the first where an `id` stands twice. Made anew at each call.
  public var actionIndex: [String: Int] { Subject.positions(of: plan.actions) }
}

extension Action {
  /// The action as messages call it: `Action 1.1`, or its first words where the plan numbers nothing.
  var title: String {
    if let ref { return "Action \(ref)" }
    return "Action “\(Quote.short(text))”"
  }
}

extension Indicator {
  /// The indicator as messages call it, by the first words of its measure.
  var title: String { "Indicator “\(Quote.short(measure))”" }
}

extension Section {
  /// The section as messages call it: its kind, reference and first words.
  var titleInWords: String {
    let name = kind == .other ? "Section" : kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    return "\(name) \(ref.map { "\($0) " } ?? "")“\(Quote.short(title))”"
  }
}

extension Rating? {
  /// Whether there is a rating that says that the work is done.
  var isDone: Bool { self?.status.isDone ?? false }
}

extension RatingStatus {
  /// Whether it says that the work is done.
  var isDone: Bool { self == .completed || self == .embedded }
}

/// Words of the plan inside a message.
enum Quote {
  /// The first words of a text, with an ellipsis where there are more.
  static func short(_ text: String, words limit: Int = 8) -> String {
    let words = text.split(separator: " ", maxSplits: limit)
    guard words.count > limit else { return text }
    return words.prefix(limit).joined(separator: " ") + " …"
  }
}
