// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A place where a text names an authority.
struct AuthorityMention: Sendable {
  /// The authority.
  var authority: Authority
  /// UTF-8 byte offsets of its words.
  var range: Range<Int>
  /// How much the mention says, by the words beside it.
  var weight: Double
}

/// The English authorities with education duties, current and ended.
enum AuthorityRegister {
  /// All mentions of authorities in a text, in order.
  static func find(in text: String) -> [AuthorityMention] { [] }

  /// The authority whose plan this is: title lines say most, then the text.
  static func decide(title: [String], body: [String]) -> Authority? { nil }
}
