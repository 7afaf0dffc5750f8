// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Someone who leads a body, in one line or several.
struct PartnerLeader {
  private(set) var text: String
  private var name: String
  private var role: String

  /// Words that posts begin with or consist of.
  private static let posts: Set<String> = [
    "director", "chief", "executive", "officer", "ceo", "accountable", "head", "chair", "managing", "strategic",
    "corporate", "interim", "acting", "statutory", "joint", "group", "deputy", "assistant", "president", "lead",
    "commissioner", "dcs", "nurse", "place", "senior", "service", "leader", "co", "medical", "programme", "manager",
  ]
  /// Words that only a post ends in or has at its heart.
  private static let marks: Set<String> = [
    "director", "executive", "officer", "ceo", "dcs", "manager", "nurse", "chair", "commissioner", "president",
    "leader",
  ]

  /// A leader whose line begins with the name.
  init(_ words: String) {
    text = words
    let parts = PartnerLeader.split(words)
    name = parts.name
    role = parts.role
  }

  /// Adds a line that goes on with the post.
  mutating func add(_ words: String) {
    text += ", " + words
    role += (role.isEmpty ? "" : " ") + words
  }

  /// The person with the post; after a comma an employer is the organisation.
  var party: Party {
    var party = Party(text: text)
    party.name = ResponsibleBodies.trimmed(name)
    var post = role
    if let comma = role.utf8.lastIndex(of: UInt8(ascii: ",")) {
      let last = String(role[role.index(after: comma)...])
      if ResponsibleBodies.isLike(last), !PartnerLeader.hasRole(last) {
        party.organisation = ResponsibleBodies.trimmed(last)
        post = String(role[..<comma])
      }
    }
    let words = ResponsibleBodies.trimmed(post)
    if words.utf8.holdsWord { party.role = words }
    return party
  }

  static func hasRole(_ words: String) -> Bool {
    HeadingVocabulary.words(words, limit: 30).contains { marks.contains($0) }
  }

  /// Whether a line begins with words of a post, so that it has no name of its own.
  static func beginsWithRole(_ words: String) -> Bool {
    guard let first = HeadingVocabulary.words(words, limit: 1).first else { return false }
    return posts.contains(first)
  }

  /// Whether words may be a person's name: two to five words, each capitalised, none of a body or a place in a town.
  static func isPerson(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    guard (2...6).contains(parts.count), !words.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    guard !ResponsibleBodies.isLike(words) else { return false }
    return parts.allSatisfy { part in
      guard let first = part.utf8.first(where: \.isWordByte) else { return false }
      return !(0x61...0x7A).contains(first) || part.utf8.count <= 3
    }
  }

  /// Name and post: parted by the first comma or dash; with neither, where the words of the post begin.
  private static func split(_ words: String) -> (name: String, role: String) {
    let bytes = Array(words.utf8)
    func parted(_ index: Int, _ length: Int) -> (String, String) {
      (
        String(decoding: bytes[..<index], as: UTF8.self),
        trimmed(String(decoding: bytes[(index + length)...], as: UTF8.self))
      )
    }
    var wordStart: Int?
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ",") { return parted(index, 1) }
      if bytes[index] == 0x20, index + 2 < bytes.count {
        if bytes[index + 1] == 0xE2, bytes[index + 2] == 0x80 { return parted(index, 1) }
        if bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == 0x20 { return parted(index, 3) }
      }
      if bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ";") { return parted(index, 1) }
      index += 1
    }
    index = 0
    while index < bytes.count {
      if index > 0, bytes[index - 1] == 0x20 {
        var end = index
        while end < bytes.count, bytes[end] != 0x20 { end += 1 }
        let word = HeadingVocabulary.words(String(decoding: bytes[index..<end], as: UTF8.self)).first ?? ""
        if posts.contains(word) {
          wordStart = index
          break
        }
      }
      index += 1
    }
    if let start = wordStart { return parted(start, 0) }
    return (words, "")
  }

  private static func trimmed(_ words: String) -> String {
    var bytes = Array(words.utf8)[...]
    while let first = bytes.first {
      if first == 0x20 || first == UInt8(ascii: "-") || first == UInt8(ascii: ",") {
        bytes = bytes.dropFirst()
      } else if first == 0xE2, bytes.count > 2 {
        bytes = bytes.dropFirst(3)
      } else {
        break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
