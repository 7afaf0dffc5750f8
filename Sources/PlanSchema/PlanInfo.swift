// SPDX-License-Identifier: GPL-3.0-or-later

/// What a plan says about itself.
public struct PlanInfo: Codable, Hashable, Sendable {
  /// The plan's title, as printed.
  public var title: String?
  /// What kind of plan it is.
  public var kind: PlanKind
  /// The local authority, by the register.
  public var authority: Authority?
  /// Date of this edition.
  public var date: When?
  /// Date or dates of the inspection that the plan answers.
  public var inspection: When?
  /// The document's own legend of colours or symbols.
  public var ratingKey: [RatingKeyEntry]

  /// A plan of which nothing is known yet.
  public init() {
    kind = .other
    ratingKey = []
  }
}

/// The kinds of plan.
public enum PlanKind: String, Codable, CaseIterable, Sendable {
  /// A Written Statement of Action after an area inspection.
  case writtenStatementOfAction = "written-statement-of-action"
  /// A Priority Action Plan after an area inspection (from 2023).
  case priorityActionPlan = "priority-action-plan"
  /// An Accelerated Progress Plan after a revisit.
  case acceleratedProgressPlan = "accelerated-progress-plan"
  /// The action plan of a strategy.
  case strategyActionPlan = "strategy-action-plan"
  /// An improvement plan.
  case improvementPlan = "improvement-plan"
  /// Any other action plan.
  case actionPlan = "action-plan"
  /// Nothing says that it is an action plan.
  case other
}

/// A local authority of the register.
public struct Authority: Codable, Hashable, Sendable {
  /// The register's name.
  public var name: String
  /// ONS code (GSS), such as `E10000016`.
  public var gss: String

  /// An authority by name and code.
  public init(name: String, gss: String) {
    self.name = name
    self.gss = gss
  }
}

/// One entry of a plan's legend.
public struct RatingKeyEntry: Codable, Hashable, Sendable {
  /// The colour it explains; nil where the key uses symbols.
  public var colour: RatingColour?
  /// The entry as printed.
  public var text: String
  /// The status that the colour or symbol stands for in this plan.
  public var status: RatingStatus

  /// A legend entry.
  public init(colour: RatingColour?, text: String, status: RatingStatus) {
    self.colour = colour
    self.text = text
    self.status = status
  }
}
