// SPDX-License-Identifier: GPL-3.0-or-later

/// A leading reference.
struct LeadingReference: Hashable, Sendable {
  /// What kind of reference it is.
  enum Kind: Sendable {
    /// Numbers with points, with or without a letter: 1.1, A.1, 2.3.1a.
    case decimal
    /// One number: 4.
    case number
    /// One letter: A.
    case letter
    /// A number in brackets behind another, or alone: 4(iii), (iii), (a).
    case roman
    /// A word and a number: Action 3, KPI 4.
    case labelled
    /// A code: P1, 1a, EHC-04.
    case code
  }

  /// The reference without label and trailing punctuation.
  var ref: String
  /// UTF-8 byte offsets of label, reference, punctuation and the white space behind them.
  var range: Range<Int>
  /// What kind it is.
  var kind: Kind
  /// The word before it (Action, Ref, KPI), as printed.
  var label: String?
}

/// Reads the reference that a cell or line begins with.
enum ReferenceReader {
  /// The reference that the text begins with, nil where it begins with none.
  static func leading(_ text: String) -> LeadingReference? { nil }
}
