// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of a page run with what it seems to be.
struct RunElement {
  enum Kind: Equatable {
    /// An action's reference.
    case reference(String)
    /// Parties, one or several.
    case parties
    case group
    case date
    /// A success measure that opens with a code.
    case measure
    /// A sentence, or what is left of one.
    case piece
  }

  var kind: Kind
  /// Tokens.
  var range: Range<Int>
  /// Whether the parties are separated as only contributors are.
  var isContributors = false
  /// Number of parties.
  var count = 1
  /// How much more the parties look like leads than like contributors.
  var leadership = 0.0
  /// How much a piece looks like the beginning of an action.
  var action = 0.0
  /// How much a piece looks like a report of progress.
  var update = 0.0
  /// Whether a piece goes on with the piece before it.
  var isContinuation = false
  /// Whether it can only be the end of a sentence.
  var isTail = false
}
