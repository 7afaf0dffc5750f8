// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Validates documents one by one with some settings, and gathers what reports need.
public struct DocumentValidation: Sendable {
  /// The rules that may speak.
  public let validator: PlanValidator
  /// What may speak, the reading's own findings included.
  public let descriptions: [RuleDescription]
  /// The inspectors' areas of weakness, where known.
  public var weaknesses: [String]?
  private let selected: Set<String>

  /// A validation with all rules that some settings select.
  public init(settings: ValidationSettings, weaknesses: [String]? = nil) {
    validator = PlanValidator(rules: Rules.all.filter { settings.selects($0.about) })
    descriptions = Rules.descriptions.filter(settings.selects)
    selected = Set(descriptions.map(\.id))
    self.weaknesses = weaknesses
  }

  /// What is found in a plan that was converted.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - path: the file that it came in, as the caller named it.
  ///   - relativePath: the same relative to the working folder.
  public func document(_ plan: CanonicalPlan, path: String, relativePath: String) -> ValidatedDocument {
    document(
      validator.results(of: plan, weaknesses: weaknesses), plan, path: path, relativePath: relativePath, checked: nil)
  }

  /// What is found in canonical JSON. What breaks the schema is a finding of its own; the rules look at what can be read.
  ///
  /// - Parameters:
  ///   - checked: the plan and what breaks the schema.
  ///   - path: the file that it came in, as the caller named it.
  ///   - relativePath: the same relative to the working folder.
  public func document(_ checked: CheckedPlan, path: String, relativePath: String) -> ValidatedDocument {
    var results = checked.faults.map { fault in
      ValidationResult(
        rule: ReadingFinding.schemaViolation.about,
        violation: Violation(
          message: "\(fault.pointer.isEmpty ? "The plan" : fault.pointer): \(fault.message).", pointer: fault.pointer,
          source: nil, key: "\(fault.pointer): \(fault.message)"))
    }
    if let plan = checked.plan { results += validator.results(of: plan, weaknesses: weaknesses) }
    return document(results, checked.plan, path: path, relativePath: relativePath, checked: checked)
  }

  private func document(
    _ all: [ValidationResult], _ plan: CanonicalPlan?, path: String, relativePath: String, checked: CheckedPlan?
  ) -> ValidatedDocument {
    let results = all.filter { selected.contains($0.rule.id) }
    let isText = plan?.document.mediaType.hasPrefix("text/") ?? false
    let form: ValidatedDocument.Form = checked != nil ? .canonical : isText ? .text : .other
    let name = plan?.document.file ?? relativePath
    var fingerprints = Fingerprints(document: name)
    let findings = results.map { result in
      ReportedFinding(
        result: result,
        line: checked?.line(of: result.violation.pointer) ?? (form == .text ? result.violation.source?.line : nil),
        fingerprint: fingerprints.next(result))
    }
    return ValidatedDocument(
      path: path, relativePath: relativePath, form: form, document: name, actionCount: plan?.actions.count ?? 0,
      findings: findings)
  }
}
