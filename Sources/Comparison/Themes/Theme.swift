// SPDX-License-Identifier: GPL-3.0-or-later

/// A subject under which actions of several plans stand side by side.
public struct Theme: Hashable, Sendable {
  /// A short name for files and links, such as `annual-reviews`.
  public var id: String
  /// What people read.
  public var title: String
  /// What belongs to it, in one sentence.
  public var about: String
  /// The words that speak for it, or against it.
  public var terms: [ThemeTerm]

  /// A theme from its parts.
  public init(id: String, title: String, about: String, terms: [ThemeTerm]) {
    self.id = id
    self.title = title
    self.about = about
    self.terms = terms
  }
}

/// Words that speak for a theme.
public struct ThemeTerm: Hashable, Sendable {
  /// The term as the theme file writes it, such as `quality .. ehc plan*`.
  public var text: String
  /// How strongly it speaks; below 0 it speaks against.
  public var points: Double
  let pattern: PhrasePattern

  /// A term; nil where its text holds no word.
  public init?(_ text: String, points: Double) {
    guard let pattern = PhrasePattern(text) else { return nil }
    self.text = text
    self.points = points
    self.pattern = pattern
  }
}

/// Where a term of a theme stands in an action, and how much that counts.
public enum ThemePlace: String, CaseIterable, Sendable {
  /// The action's own words.
  case text
  /// The title of the section it stands in.
  case section
  /// The titles above that.
  case above
  /// Its measures of success.
  case measures
}

/// A theme of an action or an indicator, with the reason.
public struct ThemeMatch: Hashable, Sendable {
  /// The theme's position in its ``ThemeSet``.
  public var theme: Int
  /// The sum of the points of what was found.
  public var score: Double
  /// What was found, the most telling first.
  public var evidence: [ThemeEvidence]
}

/// Words of a plan that speak for or against a theme.
public struct ThemeEvidence: Hashable, Sendable {
  /// The words, in lower case and without signs.
  public var words: String
  /// The term they match, as the theme file writes it.
  public var term: String
  /// Where they stand.
  public var place: ThemePlace
  /// The term's points times the weight of the place.
  public var points: Double
}
