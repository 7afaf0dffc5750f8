// SPDX-License-Identifier: GPL-3.0-or-later

/// A board, workstream or other body, and who is on it.
public struct Group: Codable, Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its members, in document order.
  public var members: [Member]
  /// Where it stands.
  public var source: Source

  /// A group.
  public init(name: String, members: [Member] = [], source: Source = Source()) {
    self.name = name
    self.members = members
    self.source = source
  }
}

/// A member of a group.
public struct Member: Codable, Hashable, Sendable {
  /// A person's or body's name.
  public var name: String?
  /// A post or function.
  public var role: String?
  /// The column or office the member stood in, such as `Chair`.
  public var part: String?

  /// A member.
  public init(name: String? = nil, role: String? = nil, part: String? = nil) {
    self.name = name
    self.role = role
    self.part = part
  }
}

/// A term and its meaning.
public struct GlossaryEntry: Codable, Hashable, Sendable {
  /// The term or abbreviation.
  public var term: String
  /// What it means.
  public var meaning: String
  /// Where it stands.
  public var source: Source

  /// A glossary entry.
  public init(term: String, meaning: String, source: Source = Source()) {
    self.term = term
    self.meaning = meaning
    self.source = source
  }
}
