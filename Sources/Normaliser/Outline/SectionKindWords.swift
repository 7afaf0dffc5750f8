// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The words by which plans call their sections.
enum SectionKindWords {
  /// Words, in lower case, with the kind they name; a longer term stands before one that it contains.
  private static let terms: [(words: String, kind: SectionKind, isPlural: Bool)] = [
    ("areas of significant weakness", .weakness, true), ("area of significant weakness", .weakness, false),
    ("significant areas of weakness", .weakness, true), ("significant area of weakness", .weakness, false),
    ("areas of weakness", .weakness, true), ("area of weakness", .weakness, false),
    ("significant weaknesses", .weakness, true), ("significant weakness", .weakness, false),
    ("weaknesses", .weakness, true), ("weakness", .weakness, false),
    ("significant concerns", .weakness, true), ("significant concern", .weakness, false),
    ("significant areas of concern", .weakness, true), ("significant area of concern", .weakness, false),
    ("key areas of weakness", .weakness, true), ("key area of weakness", .weakness, false),
    ("areas of concern", .weakness, true), ("area of concern", .weakness, false),
    ("areas for priority action", .priority, true), ("area for priority action", .priority, false),
    ("priority action areas", .priority, true), ("priority action area", .priority, false),
    ("strategic priorities", .priority, true), ("strategic priority", .priority, false),
    ("improvement priorities", .priority, true), ("improvement priority", .priority, false),
    ("key priorities", .priority, true), ("key priority", .priority, false),
    ("priority areas", .priority, true), ("priority area", .priority, false),
    ("priority impact area", .priority, false), ("priority theme", .priority, false),
    ("priority action", .priority, false),
    ("priorities", .priority, true), ("priority", .priority, false),
    ("themes", .theme, true), ("theme", .theme, false),
    ("task and finish workstreams", .workstream, true), ("workstreams", .workstream, true),
    ("workstream", .workstream, false), ("work streams", .workstream, true), ("work stream", .workstream, false),
    ("strands", .workstream, true), ("strand", .workstream, false),
    ("strategic objectives", .objective, true), ("strategic objective", .objective, false),
    ("key objectives", .objective, true), ("key objective", .objective, false),
    ("objectives", .objective, true), ("objective", .objective, false),
    ("strategic aims", .objective, true), ("strategic aim", .objective, false),
    ("aims", .objective, true), ("aim", .objective, false),
    ("required outcomes", .outcome, true), ("required outcome", .outcome, false),
    ("intended outcomes", .outcome, true), ("intended outcome", .outcome, false),
    ("key outcomes", .outcome, true), ("key outcome", .outcome, false),
    ("outcomes we are seeking to achieve", .outcome, true), ("outcomes we want to achieve", .outcome, true),
    ("outcomes", .outcome, true), ("outcome", .outcome, false),
    ("proposals", .proposal, true), ("proposal", .proposal, false),
    ("recommendations", .proposal, true), ("recommendation", .proposal, false),
    ("areas for improvement", .other, true), ("area for improvement", .other, false),
    ("improvement area", .other, false), ("area for development", .other, false), ("ambitions", .other, true),
    ("ambition", .other, false),
    ("working group", .other, false), ("pillars", .other, true), ("pillar", .other, false), ("domains", .other, true),
    ("domain", .other, false),
    ("goals", .other, true), ("goal", .other, false), ("commitments", .other, true), ("commitment", .other, false),
    ("programme", .other, false), ("section", .other, false), ("area of focus", .other, false),
    ("focus area", .other, false),
    ("area", .other, false), ("part", .other, false), ("chapter", .other, false), ("stage", .other, false),
    ("finding", .other, false), ("goal", .other, false), ("standard", .other, false), ("principle", .other, false),
    ("conditions", .other, true), ("condition", .other, false),
  ]

  private typealias Encoded = (bytes: [UInt8], kind: SectionKind, isPlural: Bool)

  /// The terms by the low five bits of their first letter, in their order.
  private static let encoded: [[Encoded]] = {
    var encoded = [[Encoded]](repeating: [], count: 32)
    for term in terms {
      let bytes = Array(term.words.utf8)
      encoded[Int(bytes[0] & 0x1F)].append((bytes, term.kind, term.isPlural))
    }
    return encoded
  }()

  /// The kind word that stands at a position of a text.
  static func leading(_ bytes: [UInt8], from start: Int) -> (kind: SectionKind, isPlural: Bool, end: Int)? {
    guard start < bytes.count else { return nil }
    let first = bytes[start] | 0x20
    for term in encoded[Int(first & 0x1F)] where term.bytes.first == first {
      let end = start + term.bytes.count
      guard end <= bytes.count, end == bytes.count || !bytes[end].isWordByte else { continue }
      var matches = true
      for (offset, byte) in term.bytes.enumerated() where (bytes[start + offset] | 0x20) != byte {
        matches = false
        break
      }
      if matches { return (term.kind, term.isPlural, end) }
    }
    return nil
  }

  /// The kind that a heading in the plural announces for what follows it ("Our priorities", "Workstreams"), nil where
  /// it announces none.
  static func announced(_ text: String) -> SectionKind? {
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if let found = leading(bytes, from: position), found.isPlural, found.kind != .outcome, found.kind != .other {
        return found.kind
      }
      while position < bytes.count, bytes[position].isWordByte { position += 1 }
      while position < bytes.count, !bytes[position].isWordByte { position += 1 }
    }
    return nil
  }
}
