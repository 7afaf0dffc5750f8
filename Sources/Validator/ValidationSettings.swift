// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// What a validation is to say and when it counts as failed. A setting that is nil was not given.
public struct ValidationSettings: Hashable, Sendable {
  /// From which severity on findings make the run fail.
  public enum FailLevel: String, CaseIterable, Sendable {
    /// Errors.
    case error
    /// Errors and warnings.
    case warning
    /// Nothing.
    case never

    /// Whether a finding of some severity makes the run fail.
    public func includes(_ severity: Finding.Severity) -> Bool {
      switch self {
      case .error: severity == .error
      case .warning: severity != .note
      case .never: false
      }
    }
  }

  /// From which severity on findings make the run fail; errors where not given.
  public var failOn: FailLevel?
  /// Rules that may speak: ids, beginnings of ids such as `CP2`, or names; all where not given.
  public var select: [String]?
  /// Rules that may not speak, in the same words; it goes before `select`.
  public var ignore: [String]?
  /// The form of the report; text where not given.
  public var format: ReportFormat?
  /// The file that the report goes to; standard output where not given.
  public var output: String?
  /// The file of accepted findings.
  public var baseline: String?
  /// The file of the inspectors' areas of weakness, one a line.
  public var weaknesses: String?

  /// Settings, none of them given.
  public init() {}

  /// These settings, and those of others where these have none.
  public func filled(from others: ValidationSettings) -> ValidationSettings {
    var settings = self
    settings.failOn = failOn ?? others.failOn
    settings.select = select ?? others.select
    settings.ignore = ignore ?? others.ignore
    settings.format = format ?? others.format
    settings.output = output ?? others.output
    settings.baseline = baseline ?? others.baseline
    settings.weaknesses = weaknesses ?? others.weaknesses
    return settings
  }

  /// Whether a rule may speak.
  public func selects(_ rule: RuleDescription) -> Bool {
    if ignore?.contains(where: { ValidationSettings.names($0, rule) }) == true { return false }
    return select?.contains { ValidationSettings.names($0, rule) } ?? true
  }

  /// The first word of `select` or `ignore` that names no rule.
  public func unknownRule(in rules: [RuleDescription]) -> String? {
    ((select ?? []) + (ignore ?? [])).first { word in !rules.contains { ValidationSettings.names(word, $0) } }
  }

  private static func names(_ word: String, _ rule: RuleDescription) -> Bool {
    word == rule.name || word.utf8.count >= 2 && rule.id.hasPrefix(word.uppercased())
  }
}
