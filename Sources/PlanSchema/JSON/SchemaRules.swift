// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import Words

/// The embedded JSON Schema in a form that values are checked against quickly. It knows the words of JSON Schema that the
/// contract uses (a test holds that there are no others), not all that there are.
struct SchemaRules: Sendable {
  /// The kinds of value that `type` names.
  enum Kind: String, Sendable {
    case object, array, string, integer, number, boolean

    /// What messages call it.
    var name: String {
      switch self {
      case .object: "an object"
      case .array: "a list"
      case .string: "a text"
      case .integer: "a whole number"
      case .number: "a number"
      case .boolean: "true or false"
      }
    }
  }

  /// What one subschema asks for.
  struct Node: Sendable {
    var kind: Kind?
    /// The members that it names, in the order of the schema, which is that of canonical JSON.
    var properties: [Property] = []
    /// Those of ``properties`` that must be there, a bit each; the contract has no object of more than 64.
    var required: UInt64 = 0
    /// The subschema of members that ``properties`` does not name.
    var others: Int?
    /// Whether members that ``properties`` does not name may not be there.
    var isClosed = false
    var items: Int?
    var minimumCount: Int?
    var maximumCount: Int?
    var minimumLength = 0
    var minimum: Int?
    var choices: [String]?
    var constant: JSONConstant?
    var pattern: TextPattern?
    var reference: String?
  }

  /// A member that a subschema names.
  struct Property: Sendable {
    /// Its key, as text and in UTF-8.
    let name: String
    let key: [UInt8]
    /// Its subschema.
    var rule: Int
  }

  /// A value that `const` asks for.
  enum JSONConstant: Hashable, Sendable {
    case text(String)
    case flag(Bool)
  }

  private(set) var nodes: [Node] = []
  private(set) var definitions: [String: Int] = [:]
  /// Words of the schema that are not known here.
  private(set) var unknownWords: Set<String> = []
  /// The subschema of a whole plan.
  private(set) var root = 0

  /// The contract of this version.
  static let contract = SchemaRules(PlanJSONSchema.text)

  init(_ schema: String) {
    guard let json = try? JSONParser.parse(Array(schema.utf8)) else { return }
    root = add(json, JSONDocument.root)
    if let parts = json.member("$defs", of: JSONDocument.root) {
      for key in json.children(of: parts) { definitions["#/$defs/\(json.text(key))"] = add(json, key + 1) }
    }
    for index in nodes.indices {
      nodes[index].others = nodes[index].others.map(target)
      nodes[index].items = nodes[index].items.map(target)
      for property in nodes[index].properties.indices {
        nodes[index].properties[property].rule = target(nodes[index].properties[property].rule)
      }
    }
  }

  /// The subschema behind a reference.
  private func target(_ index: Int) -> Int { nodes[index].reference.flatMap { definitions[$0] } ?? index }

  private mutating func add(_ json: JSONDocument, _ schema: Int) -> Int {
    var node = Node()
    var required: [String] = []
    for key in json.children(of: schema) {
      let value = key + 1
      let word = json.text(key)
      switch (word, json.nodes[value].kind) {
      case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _): break
      case ("type", .text): node.kind = Kind(rawValue: json.text(value))
      case ("properties", .object):
        for name in json.children(of: value) {
          let text = json.text(name)
          node.properties.append(Property(name: text, key: Array(text.utf8), rule: add(json, name + 1)))
        }
      case ("required", .list): required = json.children(of: value).map(json.text)
      case ("additionalProperties", .object), ("unevaluatedProperties", .object): node.others = add(json, value)
      case ("additionalProperties", .no), ("unevaluatedProperties", .no): node.isClosed = true
      case ("additionalProperties", .yes), ("unevaluatedProperties", .yes): node.isClosed = false
      case ("items", .object): node.items = add(json, value)
      case ("minItems", .number): node.minimumCount = Int(json.text(value))
      case ("maxItems", .number): node.maximumCount = Int(json.text(value))
      case ("minLength", .number): node.minimumLength = Int(json.text(value)) ?? 0
      case ("minimum", .number): node.minimum = Int(json.text(value))
      case ("enum", .list): node.choices = json.children(of: value).map(json.text)
      case ("const", .text): node.constant = .text(json.text(value))
      case ("const", .yes), ("const", .no): node.constant = .flag(json.nodes[value].kind == .yes)
      case ("pattern", _):
        let pattern = json.text(value)
        node.pattern = TextPattern(rawValue: pattern)
        if node.pattern == nil { unknownWords.insert(pattern) }
      case ("$ref", .text): node.reference = json.text(value)
      default: unknownWords.insert(word)
      }
    }
    for name in required {
      guard let property = node.properties.firstIndex(where: { $0.name == name }) else {
        unknownWords.insert("required: \(name)")
        continue
      }
      node.required |= 1 << UInt64(property)
    }
    nodes.append(node)
    return nodes.count - 1
  }
}

/// The patterns of the contract, each with a test of its own: there are too few of them for a regular expression engine.
enum TextPattern: String, CaseIterable, Sendable {
  /// A SHA-256 checksum.
  case checksum = "^[0-9a-f]{64}$"
  /// A code of the Office for National Statistics.
  case areaCode = "^[EWSN][0-9]{8}$"
  /// The signs that a date in EDTF may have.
  case date = "^[0-9.{\\[][0-9XTZ:.,/~?%\\[\\]{}-]*$"

  /// Whether a text in UTF-8 is as the pattern asks.
  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    switch self {
    case .checksum: return bytes.count == 64 && bytes.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
    case .areaCode: return bytes.count == 9 && TextPattern.isCountry(first) && bytes.dropFirst().allSatisfy(\.isDigit)
    case .date:
      return (first.isDigit || TextPattern.opensDate(first))
        && bytes.dropFirst().allSatisfy { $0.isDigit || TextPattern.isDateSign($0) }
    }
  }

  private static func isCountry(_ byte: UInt8) -> Bool { one(of: "EWSN", byte) }
  private static func opensDate(_ byte: UInt8) -> Bool { one(of: ".{[", byte) }
  private static func isDateSign(_ byte: UInt8) -> Bool { one(of: "XTZ:.,/~?%[]{}-", byte) }

  private static func one(of signs: StaticString, _ byte: UInt8) -> Bool {
    signs.withUTF8Buffer { $0.contains(byte) }
  }
}
