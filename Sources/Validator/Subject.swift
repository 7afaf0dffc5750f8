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
  /// Position in ``CanonicalPlan/actions`` by `id`; the first where an `id` stands twice.
  public let actionIndex: [String: Int]

  /// Prepares a plan for the rules.
  public init(_ plan: CanonicalPlan, weaknesses: [String]? = nil) {
    self.plan = plan
    self.weaknesses = weaknesses
    sectionIndex = Dictionary(plan.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    actionIndex = Dictionary(plan.actions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Action {
  /// The action as messages call it: `Action 1.1`, or its first words where the plan numbers nothing.
  var title: String {
    if let ref { return "Action \(ref)" }
    return "Action “\(text.split(separator: " ").prefix(8).joined(separator: " "))”"
  }
}
