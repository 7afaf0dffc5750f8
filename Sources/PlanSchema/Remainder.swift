// SPDX-License-Identifier: GPL-3.0-or-later

/// Prose outside the tables, under its heading.
public struct Narrative: Codable, Hashable, Sendable {
  /// The heading it stands under.
  public var heading: String?
  /// The words, one paragraph a line.
  public var text: String
  /// Where it stands.
  public var source: Source

  /// A block of prose.
  public init(heading: String? = nil, text: String, source: Source = Source()) {
    self.heading = heading
    self.text = text
    self.source = source
  }
}

/// Table text that no rule could place.
public struct Unplaced: Codable, Hashable, Sendable {
  /// The words.
  public var text: String
  /// Why they could not be placed.
  public var reason: String
  /// Where they stand.
  public var source: Source

  /// A piece of unplaced text.
  public init(text: String, reason: String, source: Source = Source()) {
    self.text = text
    self.reason = reason
    self.source = source
  }
}

/// What only frames the content: header rows, labels, page numbers, running headers and footers.
public struct Furniture: Codable, Hashable, Sendable {
  /// The kinds. `label`: words that a field leaves out; `rating-key`: the legend, whose entries are in
  /// ``PlanInfo/ratingKey``; `repeated-section`: a section's heading where it is printed again.
  public static let kinds = [
    "header-row", "label", "page-number", "running-header", "running-footer", "contents", "navigation", "separator",
    "rating-key", "repeated-section",
  ]

  /// One of ``kinds``.
  public var kind: String
  /// The words.
  public var text: String

  /// A piece of furniture.
  public init(kind: String, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What the reading or the validator has to say.
public struct Finding: Codable, Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Codable, CaseIterable, Sendable {
    /// Wrong.
    case error
    /// Weak or doubtful.
    case warning
    /// Good to know.
    case note
  }

  /// Stable identifier of the rule.
  public var id: String
  /// How grave it is.
  public var severity: Severity
  /// What was found and what to do.
  public var message: String
  /// Where.
  public var source: Source?

  /// A finding.
  public init(id: String, severity: Severity, message: String, source: Source? = nil) {
    self.id = id
    self.severity = severity
    self.message = message
    self.source = source
  }
}
