// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

extension PlanValidator {
  /// All that is to be said of a plan: what the reading left in its `findings` and only the reading can know, then what the
  /// rules find. Findings of rules that stand there are computed anew, so that a converted document and its JSON say the
  /// same.
  ///
  /// - Parameter weaknesses: the inspectors' areas of weakness, where known.
  public func results(of plan: CanonicalPlan, weaknesses: [String]? = nil) -> [ValidationResult] {
    let kept = plan.findings.enumerated().compactMap { index, finding -> ValidationResult? in
      guard let kind = ReadingFinding(of: finding) else { return nil }
      return ValidationResult(
        rule: kind.about,
        violation: Violation(
          severity: finding.severity, message: finding.message, pointer: "/findings/\(index)", source: finding.source,
          key: kind.key(of: finding)))
    }
    return kept + validate(plan, weaknesses: weaknesses)
  }

  /// The findings of a plan that was changed: those that no rule makes, and what the rules find now.
  public func renewedFindings(of plan: CanonicalPlan) -> [Finding] {
    plan.findings.filter { ReadingFinding(of: $0) != nil } + validate(plan).map(\.finding)
  }
}

extension Rules {
  /// What every rule and every finding of the reading says about itself, in the order of the ids.
  public static let descriptions: [RuleDescription] =
    (all.map(\.about) + ReadingFinding.allCases.map(\.about)).sorted { $0.id < $1.id }
}
