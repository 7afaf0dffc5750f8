// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// One thing that the validator looks at: one rule, one file in `Rules/`, one test file.
///
/// A rule is a pure function of the plan; it holds no state and may run on many plans at once.
public protocol Rule: Sendable {
  /// What it looks at and why; the rule's documentation is made from this.
  var about: RuleDescription { get }
  /// What it finds in a plan, in document order.
  func check(_ subject: Subject) -> [Violation]
}

/// What a rule says about itself.
public struct RuleDescription: Hashable, Sendable {
  /// Stable identifier: `CP1xx` the conversion, `CP2xx` the plan, `CP3xx` the plan against an inspection.
  public var id: String
  /// Short stable name in lower case with hyphens, such as `action-without-lead`.
  public var name: String
  /// How grave what it finds is, unless a violation says otherwise.
  public var severity: Finding.Severity
  /// What it looks at, one sentence.
  public var looksAt: String
  /// Why that matters to a reader of the plan, one or two sentences.
  public var why: String
  /// How to mend it, one or two sentences.
  public var fix: String
  /// A plan's words that trip it, and what would not.
  public var example: String

  /// A description.
  public init(
    id: String, name: String, severity: Finding.Severity, looksAt: String, why: String, fix: String, example: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.looksAt = looksAt
    self.why = why
    self.fix = fix
    self.example = example
  }
}

/// What a rule found at one place of a plan.
public struct Violation: Hashable, Sendable {
  /// How grave it is; nil for the rule's own severity.
  public var severity: Finding.Severity?
  /// What is wrong and what to do, in words that a performance officer acts on: names the action, section or indicator.
  public var message: String
  /// The place in the canonical JSON, as a JSON Pointer (RFC 6901), such as `/actions/3/timescale`.
  public var pointer: String
  /// The place in the source document.
  public var source: Source?
  /// What tells this violation from others of its rule when the plan is converted again: never a position in a list,
  /// rather an action's `id` and the words at fault. Fingerprints are made from it.
  public var key: String

  /// A violation.
  public init(
    severity: Finding.Severity? = nil, message: String, pointer: String, source: Source?, key: String
  ) {
    self.severity = severity
    self.message = message
    self.pointer = pointer
    self.source = source
    self.key = key
  }
}
