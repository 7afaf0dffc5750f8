// SPDX-License-Identifier: GPL-3.0-or-later

// Values that are one of a few words.

/// The kinds of plan.
public enum PlanKind: String, CaseIterable, Sendable {
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
  /// An inspection report: what a plan answers.
  case inspectionReport = "inspection-report"
  /// Nothing says that it is an action plan.
  case other
}

/// The frameworks of inspections of local areas.
public enum InspectionFramework: String, CaseIterable, Sendable {
  /// Area SEND inspections, from 2023.
  case areaSEND2023 = "area-send-2023"
  /// Local area SEND inspections with outcome letters, 2016 to 2022.
  case localAreaSEND2016 = "local-area-send-2016"
}

extension InspectionPartner {
  /// What kind of body a partner is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A council.
    case localAuthority = "local-authority"
    /// An integrated care board or another body of the health service.
    case healthBody = "health-body"
  }
}

extension InspectionArea {
  /// The kinds of area.
  public enum Kind: String, CaseIterable, Sendable {
    /// An area for priority action: where there are widespread and/or systemic failings (from 2023).
    case priorityAction = "priority-action"
    /// An area for improvement (from 2023).
    case improvement
    /// An area of significant weakness or concern (before 2023).
    case significantWeakness = "significant-weakness"
  }
}

/// What the document calls a section.
public enum SectionKind: String, CaseIterable, Sendable {
  /// Priority, area for priority action.
  case priority
  /// Theme.
  case theme
  /// Workstream, strand.
  case workstream
  /// Proposal, recommendation.
  case proposal
  /// Objective, aim.
  case objective
  /// Area of weakness, significant concern.
  case weakness
  /// (Required) outcome.
  case outcome
  /// Anything else.
  case other
}

/// How often something recurs.
public enum Recurrence: String, CaseIterable, Sendable {
  /// Every day.
  case daily
  /// Every week.
  case weekly
  /// Every month.
  case monthly
  /// Every two months.
  case bimonthly
  /// Twice a term.
  case halfTermly = "half-termly"
  /// Every school term.
  case termly
  /// Every three months.
  case quarterly
  /// Every six months.
  case sixMonthly = "six-monthly"
  /// Every year.
  case annual
}

/// The colours of ratings.
public enum RatingColour: String, CaseIterable, Sendable {
  /// Blue.
  case blue
  /// Green.
  case green
  /// Amber; also orange and yellow.
  case amber
  /// Red.
  case red
  /// Grey.
  case grey
  /// Purple.
  case purple
  /// White.
  case white
}

/// The status scale that all keys are read onto.
public enum RatingStatus: String, CaseIterable, Sendable {
  /// Done.
  case completed
  /// Going as planned.
  case onTrack = "on-track"
  /// Going, with concerns.
  case atRisk = "at-risk"
  /// Late, failing or not achieved.
  case offTrack = "off-track"
  /// Not begun.
  case notStarted = "not-started"
  /// Done and part of everyday practice.
  case embedded
  /// The document does not say.
  case unknown
}
