// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A party with the place of its words.
struct PartyPart: Hashable, Sendable {
  /// Index of the paragraph it stands in.
  var paragraph: Int
  /// UTF-8 byte offsets into that paragraph.
  var range: Range<Int>
  /// The party.
  var party: Party
}

/// A member of a group with the places of the words.
struct MemberPart: Hashable, Sendable {
  /// The member.
  var member: Member
  /// UTF-8 byte offsets of the name's words into the name cell, empty where there are none.
  var nameRange: Range<Int>
  /// UTF-8 byte offsets of the role's words into the role cell, empty where there are none.
  var roleRange: Range<Int>
}

/// Parties seen in a document's lead cells, counted in a first pass.
struct KnownParties: Sendable {
  private(set) var counts: [String: Int] = [:]

  /// Counts the parties of one lead cell.
  mutating func add(cell paragraphs: [String]) {}
}

/// Reads persons, roles, teams and organisations out of cells. Ranges are UTF-8 byte offsets into the text given.
enum PartyReader {
  /// The parties of a lead cell.
  static func split(_ paragraphs: [String], known: KnownParties) -> [PartyPart] { [] }

  /// The parties of a contributors cell, in which a comma separates.
  static func commaList(_ text: String) -> [PartyPart] { [] }

  /// One party as it stands, classified but not split.
  static func party(_ text: String) -> Party { Party(text: text) }

  /// The members that a membership row names.
  static func members(name: String, role: String) -> [MemberPart] { [] }

  /// How much a cell looks like a name, a role or an organisation, 0 to 1.
  static func score(_ text: String) -> Double { 0 }
}
