// SPDX-License-Identifier: GPL-3.0-or-later

/// The embedded JSON Schema in a form that values are checked against quickly. It knows the words of JSON Schema that the
/// contract uses (a test holds that there are no others), not all that there are.
struct SchemaRules: Sendable {
  /// What one subschema asks for.
  struct Node: Sendable {
    var kind: String?
    var properties: [String: Int] = [:]
    var required: [String] = []
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
    guard let tree = try? JSONParser.parse(Array(schema.utf8)), case .object(let members) = tree else { return }
    root = add(tree)
    for case ("$defs", .object(let parts)) in members {
      for (name, part) in parts { definitions["#/$defs/\(name)"] = add(part) }
    }
  }

  private mutating func add(_ tree: JSONTree) -> Int {
    var node = Node()
    guard case .object(let members) = tree else { return nodes.count - 1 }
    for (word, value) in members {
      switch (word, value) {
      case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _): break
      case ("type", .string(let kind)): node.kind = kind
      case ("properties", .object(let parts)): for (name, part) in parts { node.properties[name] = add(part) }
      case ("required", .array(let names)): node.required = names.compactMap(\.text)
      case ("additionalProperties", .object), ("unevaluatedProperties", .object): node.others = add(value)
      case ("additionalProperties", .bool(let isOpen)), ("unevaluatedProperties", .bool(let isOpen)):
        node.isClosed = !isOpen
      case ("items", .object): node.items = add(value)
      case ("minItems", .number(let digits)): node.minimumCount = Int(digits)
      case ("maxItems", .number(let digits)): node.maximumCount = Int(digits)
      case ("minLength", .number(let digits)): node.minimumLength = Int(digits) ?? 0
      case ("minimum", .number(let digits)): node.minimum = Int(digits)
      case ("enum", .array(let values)): node.choices = values.compactMap(\.text)
      case ("const", .string(let text)): node.constant = .text(text)
      case ("const", .bool(let flag)): node.constant = .flag(flag)
      case ("pattern", .string(let pattern)):
        node.pattern = TextPattern(rawValue: pattern)
        if node.pattern == nil { unknownWords.insert(pattern) }
      case ("$ref", .string(let target)): node.reference = target
      default: unknownWords.insert(word)
      }
    }
    nodes.append(node)
    return nodes.count - 1
  }

  /// The subschema behind references.
  func node(_ index: Int) -> Node {
    guard let reference = nodes[index].reference, let target = definitions[reference] else { return nodes[index] }
    return nodes[target]
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

  /// Whether a text is as the pattern asks.
  func matches(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first else { return false }
    switch self {
    case .checksum: return bytes.count == 64 && bytes.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
    case .areaCode: return bytes.count == 9 && "EWSN".utf8.contains(first) && bytes.dropFirst().allSatisfy(isDigit)
    case .date:
      return (isDigit(first) || ".{[".utf8.contains(first))
        && bytes.dropFirst().allSatisfy { isDigit($0) || "XTZ:.,/~?%[]{}-".utf8.contains($0) }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension JSONTree {
  /// The words of a text.
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
