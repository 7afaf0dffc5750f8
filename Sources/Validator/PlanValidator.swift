// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Says what is wrong, weak or doubtful in a plan.
///
///     let results = PlanValidator().validate(plan)
///     for result in results where result.severity == .error { print(result.rule.id, result.violation.message) }
public struct PlanValidator: Sendable {
  /// The rules that run, in the order of their ids.
  public var rules: [any Rule]

  /// A validator with some rules; by default all of them.
  public init(rules: [any Rule] = Rules.all) { self.rules = rules }

  /// What the rules find in a plan: by rule, each in document order.
  ///
  /// - Parameter weaknesses: the inspectors' areas of weakness, where known.
  public func validate(_ plan: CanonicalPlan, weaknesses: [String]? = nil) -> [ValidationResult] {
    let subject = Subject(plan, weaknesses: weaknesses)
    return rules.flatMap { rule in
      let about = rule.about
      return rule.check(subject).map { ValidationResult(rule: about, violation: $0) }
    }
  }
}

/// One violation of one rule.
public struct ValidationResult: Hashable, Sendable {
  /// The rule.
  public var rule: RuleDescription
  /// What it found.
  public var violation: Violation
  /// How grave it is.
  public var severity: Finding.Severity { violation.severity ?? rule.severity }
  /// As the canonical JSON says it in `findings`.
  public var finding: Finding {
    Finding(id: rule.id, severity: severity, message: violation.message, source: violation.source)
  }
}
