// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules that there are.
public enum Rules {
  /// Every rule, in the order of the ids.
  public static let all: [any Rule] = [
    NoText(),
    NoActions(),
    TextUnplaced(),
    ColumnWithoutRole(),
    TextRecognised(),
    DoubtfulCharacters(),
    ActionWithoutLead(),
    ActionWithoutDeadline(),
    OngoingWithoutReview(),
    DeadlineBeforePlan(),
    DeadlineBeforeStart(),
    DatesOutOfOrder(),
    ImpossibleDate(),
    MilestoneAfterDeadline(),
    DuplicateReference(),
    MissingReference(),
    ReferenceInWrongSection(),
    MeasureNotMeasurable(),
    IndicatorWithoutBaseline(),
    IndicatorWithoutTarget(),
    IndicatorWithoutSource(),
    TargetEasierThanBaseline(),
    TargetsGoBack(),
    UnitChange(),
    ColourNotInKey(),
    UnusualKey(),
    DoneWithOpenMilestones(),
    SectionWithoutAction(),
    UnexplainedAbbreviation(),
    LeadOfTooMuch(),
    SameActionTwice(),
    GarbledParty(),
    WeaknessWithoutAction(),
    ActionUnderNoWeakness(),
  ]
}
