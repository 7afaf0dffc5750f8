// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What the parts of an Office Open XML package are to each other, read from a `_rels` part.
struct PackageRelationships {
  /// One relationship.
  struct Relationship: Sendable {
    /// The type's last path component, the same in strict and transitional files: `styles`, `officeDocument`.
    var type: String
    /// The target as a part name without leading slash; an address where ``isExternal``.
    var target: String
    /// Whether the target lies outside the package.
    var isExternal: Bool
  }

  /// Relationships by their identifiers.
  private(set) var byIdentifier: [String: Relationship] = [:]
  /// Relationships in the order of the part.
  private(set) var all: [Relationship] = []

  /// No relationships.
  init() {}

  /// The relationships of a part (`""` stands for the package); none where it has no `_rels` part.
  init(of part: String, in archive: ZIPArchive) throws(ExtractionError) {
    let (folder, file) = Self.split(part)
    let name = "\(folder)_rels/\(file).rels"
    guard archive.contains(name) else {
      self.init()
      return
    }
    try self.init(part: name, source: archive.open(name), folder: folder)
  }

  /// The relationships that a source holds; targets are resolved against `folder`, which ends in a slash or is empty.
  init(part: String, source: any ByteSource, folder: String) throws(ExtractionError) {
    let reader = try XMLPullReader<Name>(part: part, source: source, names: XMLNameTable())
    while let event = try reader.next() {
      guard event == .start, reader.name == .relationship else { continue }
      guard let type = reader.attribute(.type), let target = reader.attribute(.target) else { continue }
      let isExternal = reader.attribute(.targetMode, is: "External")
      let relationship = Relationship(
        type: type.split(separator: "/").last.map(String.init) ?? type,
        target: isExternal ? target : Self.resolve(target, against: folder), isExternal: isExternal)
      all.append(relationship)
      if let identifier = reader.attribute(.identifier) { byIdentifier[identifier] = relationship }
    }
  }

  /// The first internal target of a type.
  func target(ofType type: String) -> String? { all.first { $0.type == type && !$0.isExternal }?.target }

  /// Folder with its slash, and file name, of a part name.
  static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// A part name from a target as written: relative to the folder, or to the package where it begins with a slash.
  static func resolve(_ target: String, against folder: String) -> String {
    var components = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for component in target.split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return components.joined(separator: "/")
  }

  private enum Name: String, XMLVocabulary {
    case other = ""
    case relationship = "rel:Relationship"
    case identifier = "Id"
    case type = "Type"
    case target = "Target"
    case targetMode = "TargetMode"

    static let prefixes = ["http://schemas.openxmlformats.org/package/2006/relationships": "rel"]
  }
}
