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

  /// A validation with all rules that some settings select.
  public init(settings: ValidationSettings, weaknesses: [String]? = nil) {
    validator = PlanValidator(rules: Rules.all.filter { settings.selects($0.about) })
    descriptions = Rules.descriptions.filter(settings.selects)
    self.weaknesses = weaknesses
  }

  /// What is found in a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - path: the file that it came in, as the caller named it.
  ///   - relativePath: the same relative to the working folder.
  ///   - json: the bytes of the file where that is canonical JSON.
  public func document(
    _ plan: CanonicalPlan, path: String, relativePath: String, json: [UInt8]?
  ) -> ValidatedDocument {
    let selected = Set(descriptions.map(\.id))
    let results = validator.results(of: plan, weaknesses: weaknesses).filter { selected.contains($0.rule.id) }
    return document(
      results, path: path, relativePath: relativePath, json: json, mediaType: plan.document.mediaType,
      name: plan.document.file, actionCount: plan.actions.count)
  }

  /// A document of JSON that is no canonical plan: the error is a finding of its own, unless the settings leave it out.
  public func document(
    _ error: PlanReadingError, path: String, relativePath: String, json: [UInt8]
  ) -> ValidatedDocument {
    let rule = ReadingFinding.schemaViolation.about
    let violation = Violation(
      message: "\(error.message) (\(error.place)).", pointer: "", source: nil, key: "\(error.place): \(error.message)")
    let results = descriptions.contains(rule) ? [ValidationResult(rule: rule, violation: violation)] : []
    return document(
      results, path: path, relativePath: relativePath, json: json, mediaType: "", name: relativePath, actionCount: 0)
  }

  private func document(
    _ results: [ValidationResult], path: String, relativePath: String, json: [UInt8]?, mediaType: String, name: String,
    actionCount: Int
  ) -> ValidatedDocument {
    let form: ValidatedDocument.Form = json != nil ? .canonical : mediaType.hasPrefix("text/") ? .text : .other
    let lines = json.map { JSONLines(of: results.map(\.violation.pointer), in: $0) }
    var fingerprints = Fingerprints(document: name)
    let findings = results.map { result in
      ReportedFinding(
        result: result,
        line: lines?.line(of: result.violation.pointer) ?? (form == .text ? result.violation.source?.line : nil),
        fingerprint: fingerprints.next(result))
    }
    return ValidatedDocument(
      path: path, relativePath: relativePath, form: form, document: name, actionCount: actionCount, findings: findings)
  }
}
