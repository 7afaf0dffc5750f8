// SPDX-License-Identifier: GPL-3.0-or-later

/// The record that a correction changes, as a patch file names it: `action 1.1`, `section A`, `plan`.
public enum PatchTarget: Hashable, Sendable {
  /// What the plan says about itself.
  case plan
  /// A section, by its id or reference.
  case section(String)
  /// An action, by its id or reference.
  case action(String)
  /// An indicator, by its id.
  case indicator(String)
  /// A group, by its name.
  case group(String)
  /// A glossary entry, by its term.
  case term(String)
  /// A piece of unplaced text; only a correction that moves it elsewhere can name it.
  case unplaced

  /// The target from the words of a patch file. Words without a kind in front name an action. Nil for no words.
  public init?(_ words: String) {
    let parts = words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = parts.first else { return nil }
    let name = parts.count > 1 ? String(parts[1]) : nil
    switch (first, name) {
    case ("plan", nil): self = .plan
    case ("unplaced", nil): self = .unplaced
    case ("section", let name?): self = .section(name)
    case ("action", let name?): self = .action(name)
    case ("indicator", let name?): self = .indicator(name)
    case ("group", let name?): self = .group(name)
    case ("term", let name?): self = .term(name)
    default: self = .action(words)
    }
  }

  /// The words that name it in a patch file.
  public var words: String {
    switch self {
    case .plan: "plan"
    case .unplaced: "unplaced"
    case .section(let name): "section \(name)"
    case .action(let name): "action \(name)"
    case .indicator(let name): "indicator \(name)"
    case .group(let name): "group \(name)"
    case .term(let name): "term \(name)"
    }
  }
}
