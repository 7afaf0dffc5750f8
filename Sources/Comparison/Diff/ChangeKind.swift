// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of change. White space, letter case, punctuation and another way to write the same date make none.
public enum ChangeKind: String, CaseIterable, Sendable {
  /// A field of the plan as a whole differs: title, kind, authority, date, inspection or rating key.
  case planChanged = "plan-changed"

  /// A section that the old edition does not have.
  case sectionAdded = "section-added"
  /// A section that the new edition does not have.
  case sectionDropped = "section-dropped"
  /// A section's title in other words.
  case sectionReworded = "section-reworded"
  /// A section's reference differs.
  case sectionRenumbered = "section-renumbered"
  /// A section under another one.
  case sectionMoved = "section-moved"
  /// Other parties lead a section.
  case sectionLeadsChanged = "section-leads-changed"
  /// An outcome statement of a section that the old edition does not have.
  case outcomeAdded = "outcome-added"
  /// An outcome statement that the new edition does not have.
  case outcomeDropped = "outcome-dropped"
  /// An outcome statement in other words.
  case outcomeReworded = "outcome-reworded"
  /// The actions of a section that stayed there stand in another order.
  case actionsReordered = "actions-reordered"

  /// An action that the old edition does not have.
  case actionAdded = "action-added"
  /// An action that the new edition does not have.
  case actionDropped = "action-dropped"
  /// One new action covers several old ones.
  case actionMerged = "action-merged"
  /// Several new actions cover an old one.
  case actionSplit = "action-split"
  /// An action's text in other words.
  case actionReworded = "action-reworded"
  /// An action's reference differs.
  case actionRenumbered = "action-renumbered"
  /// An action in another section, or under another action.
  case actionMoved = "action-moved"

  /// The deadline differs.
  case deadlineChanged = "deadline-changed"
  /// The start date differs.
  case startChanged = "start-changed"
  /// Other parties lead.
  case leadsChanged = "leads-changed"
  /// Other parties take part.
  case contributorsChanged = "contributors-changed"
  /// The rating of an action or indicator differs.
  case ratingChanged = "rating-changed"

  /// A milestone that the old edition does not have.
  case milestoneAdded = "milestone-added"
  /// A milestone that the new edition does not have.
  case milestoneDropped = "milestone-dropped"
  /// A milestone in other words; its date is not counted among them.
  case milestoneReworded = "milestone-reworded"
  /// A milestone's date differs.
  case milestoneDateChanged = "milestone-date-changed"
  /// A milestone that was not rated as completed, and now is.
  case milestoneCompleted = "milestone-completed"
  /// A milestone's rating differs otherwise.
  case milestoneRatingChanged = "milestone-rating-changed"

  /// A measure of success that the old edition does not have.
  case measureAdded = "measure-added"
  /// A measure of success that the new edition does not have.
  case measureDropped = "measure-dropped"
  /// A measure of success in other words.
  case measureReworded = "measure-reworded"
  /// A measure of success with numbers that ask for less.
  case measureWeakened = "measure-weakened"
  /// A measure of success with numbers that ask for more.
  case measureStrengthened = "measure-strengthened"

  /// A progress report that the old edition does not have.
  case updateAdded = "update-added"
  /// A progress report that the new edition does not have.
  case updateDropped = "update-dropped"
  /// A progress report with other words, another date or another rating.
  case updateChanged = "update-changed"
  /// A further text field differs: group, monitoring, evidence, resources, risks, an indicator's data source, method,
  /// frequency or theme, or a column with a heading of its own.
  case fieldChanged = "field-changed"

  /// An indicator that the old edition does not have.
  case indicatorAdded = "indicator-added"
  /// An indicator that the new edition does not have.
  case indicatorDropped = "indicator-dropped"
  /// What an indicator measures, in other words.
  case indicatorReworded = "indicator-reworded"
  /// An indicator in another section.
  case indicatorMoved = "indicator-moved"
  /// A baseline differs.
  case baselineChanged = "baseline-changed"
  /// A target of a period differs.
  case targetChanged = "target-changed"
  /// An actual figure of a period differs, or is newly given.
  case actualChanged = "actual-changed"
}
