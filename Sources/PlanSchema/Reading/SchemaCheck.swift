// SPDX-License-Identifier: GPL-3.0-or-later

/// A place where JSON breaks the contract.
public struct SchemaFault: Hashable, Sendable {
  /// The place, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// What is wrong there.
  public var message: String
}

/// Holds a JSON value against the contract and lists what breaks it.
struct SchemaCheck {
  /// Faults that are listed; a file of another kind has one at each field.
  static let mostFaults = 100

  private let rules: SchemaRules
  private(set) var faults: [SchemaFault] = []
  /// The way to the value that is being looked at: keys and positions.
  private var path: [String] = []

  init(_ tree: JSONTree, rules: SchemaRules = .contract) {
    self.rules = rules
    if !rules.nodes.isEmpty { check(tree, rules.root) }
  }

  private mutating func fail(_ message: String) {
    guard faults.count < SchemaCheck.mostFaults else { return }
    let pointer = path.map { key in
      key.reduce(into: "/") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
    }
    faults.append(SchemaFault(pointer: pointer.joined(), message: message))
  }

  private mutating func check(_ tree: JSONTree, _ index: Int) {
    let node = rules.node(index)
    if let constant = node.constant {
      switch (constant, tree) {
      case (.text(let wanted), .string(let text)) where wanted == text: break
      case (.flag(let wanted), .bool(let flag)) where wanted == flag: break
      case (.text(let wanted), _): fail("it should be \"\(wanted)\"")
      case (.flag(let wanted), _): fail("it should be \(wanted), or not be there")
      }
      return
    }
    switch (tree, node.kind) {
    case (.object(let members), "object"), (.object(let members), nil): check(members, node)
    case (.array(let items), "array"): check(items, node)
    case (.string(let text), "string"): check(text, node)
    case (.number(let digits), "integer"):
      guard let number = Int(digits) else { return fail("it should be a whole number") }
      if let minimum = node.minimum, number < minimum { fail("it should be \(minimum) or more") }
    case (.number, "number"), (.bool, "boolean"): break
    default: fail("it should be \(SchemaCheck.name(node.kind)), not \(tree.kind)")
    }
  }

  private mutating func check(_ members: [(key: String, value: JSONTree)], _ node: SchemaRules.Node) {
    for name in node.required where !members.contains(where: { $0.key == name }) { fail("\"\(name)\" is missing") }
    for (position, member) in members.enumerated() {
      path.append(member.key)
      defer { path.removeLast() }
      // Objects of a plan are small; the further columns of an action may be many, and no member of theirs is special.
      if position < 64, members[..<position].contains(where: { $0.key == member.key }) {
        fail("the key stands twice")
      } else if let known = node.properties[member.key] ?? node.others {
        check(member.value, known)
      } else if node.isClosed {
        fail("the schema has no such field")
      }
    }
  }

  private mutating func check(_ items: [JSONTree], _ node: SchemaRules.Node) {
    if let least = node.minimumCount, items.count < least { fail("it should have \(least) items") }
    if let most = node.maximumCount, items.count > most { fail("it should have \(most) items") }
    guard let known = node.items else { return }
    for (position, item) in items.enumerated() {
      path.append(String(position))
      check(item, known)
      path.removeLast()
    }
  }

  private mutating func check(_ text: String, _ node: SchemaRules.Node) {
    if text.isEmpty, node.minimumLength > 0 { return fail("it is empty; what a document does not say is left out") }
    if let choices = node.choices, !choices.contains(text) {
      fail("\"\(text)\" is none of \(choices.joined(separator: ", "))")
    }
    if let pattern = node.pattern, !pattern.matches(text) { fail("\"\(text)\" does not have the right form") }
  }

  private static func name(_ kind: String?) -> String {
    switch kind {
    case "object": "an object"
    case "array": "a list"
    case "string": "a text"
    case "integer": "a whole number"
    case "number": "a number"
    case "boolean": "true or false"
    default: "something else"
    }
  }
}
