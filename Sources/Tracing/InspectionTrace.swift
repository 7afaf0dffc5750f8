// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// A plan held against an inspection: which area is answered by what, how far that is, and what is left open.
public struct InspectionTrace: Sendable {
  /// An area with what answers it.
  public struct Answer: Sendable {
    /// The area.
    public var area: InspectionArea
    /// The sections that answer it, the likest first.
    public var sections: [Part]
    /// The actions that answer it, in the order of the plan.
    public var actions: [Part]
    /// The bodies responsible for it that none of these actions' leads names.
    public var absentBodies: [String]
    /// How far the actions are.
    public var progress: TraceProgress
    /// What is to show success, each once.
    public var measures: [String]
  }

  /// A section or an action that answers an area.
  public struct Part: Hashable, Sendable {
    /// Position in the plan's sections or actions.
    public var index: Int
    /// How alike the texts are, 0 to 1.
    public var score: Double
    /// Why it answers the area: `quotation`, `number`, `words` or `section`.
    public var reason: String
    /// Words that both have, the rarest first.
    public var words: [String]
  }

  /// The plan.
  public let plan: CanonicalPlan
  /// The document that tells of the inspection.
  public let report: CanonicalPlan
  /// The day on which overdue is judged; nil where none was given.
  public let asOf: DayRange.Day?
  /// Each area of the inspection.
  public let answers: [Answer]
  /// Positions of the actions that answer no area.
  public let otherActions: [Int]
  /// Bodies responsible for an area that lead none of the plan's actions.
  public let idleBodies: [String]

  /// Holds a plan against an inspection.
  public init(_ plan: CanonicalPlan, against report: CanonicalPlan, asOf: DayRange.Day? = nil) {
    self.plan = plan
    self.report = report
    self.asOf = asOf
    let areas = report.inspection?.areas ?? []
    let matcher = TraceMatcher(plan, areas: areas)
    let bodies = TraceBodies(plan)
    answers = areas.enumerated().map { position, area in
      let actions = matcher.actions[position]
      return Answer(
        area: area, sections: matcher.sections[position].map(Part.init), actions: actions.map(Part.init),
        absentBodies: area.responsible.map(\.text).filter { body in !actions.contains { bodies.leads(body, $0.index) }
        },
        progress: TraceProgress(plan, actions.map(\.index), asOf: asOf),
        measures: InspectionTrace.measures(plan, actions.map(\.index)))
    }
    let answering = Set(answers.flatMap { $0.actions.map(\.index) })
    otherActions = plan.actions.indices.filter { !answering.contains($0) }
    var named: [String] = []
    for body in areas.flatMap({ $0.responsible.map(\.text) }) where !named.contains(body) { named.append(body) }
    idleBodies = named.filter { body in !plan.actions.indices.contains { bodies.leads(body, $0) } }
  }

  /// The areas that no action answers.
  public var openAreas: [InspectionArea] { answers.filter { $0.actions.isEmpty }.map(\.area) }

  private static func measures(_ plan: CanonicalPlan, _ actions: [Int]) -> [String] {
    var measures: [String] = []
    for index in actions {
      for measure in plan.actions[index].successMeasures where !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }
}

extension InspectionTrace.Part {
  init(_ link: TraceMatcher.Link) {
    self.init(index: link.index, score: link.score, reason: link.reason.rawValue, words: link.words)
  }
}
