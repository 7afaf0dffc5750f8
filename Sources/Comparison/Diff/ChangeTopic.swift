// SPDX-License-Identifier: GPL-3.0-or-later

/// What readers of a report look for, in the order in which they do.
enum ChangeTopic: Int, CaseIterable {
  case slipped, dates, leads, ratings, milestones, measures, indicators, added, dropped, joins, places, wording, updates
  case fields, sections, plan

  /// The topic of a change.
  init(_ change: PlanChange) {
    switch change.kind {
    case .deadlineChanged: self = change.isSlippedDeadline ? .slipped : .dates
    case .startChanged: self = .dates
    case .leadsChanged, .contributorsChanged, .sectionLeadsChanged: self = .leads
    case .ratingChanged: self = .ratings
    case .milestoneAdded, .milestoneDropped, .milestoneReworded, .milestoneDateChanged, .milestoneCompleted,
      .milestoneRatingChanged:
      self = .milestones
    case .measureAdded, .measureDropped, .measureReworded, .measureWeakened, .measureStrengthened: self = .measures
    case .indicatorAdded, .indicatorDropped, .indicatorReworded, .indicatorMoved, .baselineChanged, .targetChanged,
      .actualChanged:
      self = .indicators
    case .actionAdded: self = .added
    case .actionDropped: self = .dropped
    case .actionMerged, .actionSplit: self = .joins
    case .actionRenumbered, .actionMoved, .actionsReordered: self = .places
    case .actionReworded: self = .wording
    case .updateAdded, .updateDropped, .updateChanged: self = .updates
    case .fieldChanged: self = change.subject == .indicator ? .indicators : .fields
    case .sectionAdded, .sectionDropped, .sectionReworded, .sectionRenumbered, .sectionMoved, .outcomeAdded,
      .outcomeDropped, .outcomeReworded:
      self = .sections
    case .planChanged: self = .plan
    }
  }

  /// The heading of the topic.
  var title: String {
    switch self {
    case .slipped: "Deadlines that slipped"
    case .dates: "Other dates"
    case .leads: "Leads and contributors"
    case .ratings: "Ratings"
    case .milestones: "Milestones"
    case .measures: "Measures of success"
    case .indicators: "Indicators"
    case .added: "New actions"
    case .dropped: "Dropped actions"
    case .joins: "Merged and split actions"
    case .places: "Renumbered, moved and reordered"
    case .wording: "Reworded actions"
    case .updates: "Progress reports"
    case .fields: "Other fields"
    case .sections: "Sections"
    case .plan: "The plan as a whole"
    }
  }
}
