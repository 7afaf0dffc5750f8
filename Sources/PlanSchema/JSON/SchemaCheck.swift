// SPDX-License-Identifier: GPL-3.0-or-later

import JSON

/// A place where JSON breaks the contract.
public struct SchemaFault: Hashable, Sendable {
  /// The place, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// What is wrong there.
  public var message: String
}

/// Holds a JSON text against the contract and lists what breaks it.
struct SchemaCheck {
  /// Faults that are listed; a file of another kind has one at each field.
  static let mostFaults = 100

  private let json: JSONDocument
  private let rules: SchemaRules

  private init(_ json: JSONDocument, _ rules: SchemaRules) {
    self.json = json
    self.rules = rules
  }

  /// What breaks the contract, in the order of the file.
  static func faults(_ json: JSONDocument, rules: SchemaRules = .contract) -> [SchemaFault] {
    var faults: [SchemaFault] = []
    if !rules.nodes.isEmpty { SchemaCheck(json, rules).check(JSONDocument.root, rules.root, &faults) }
    return faults
  }

  private func fail(_ node: Int, _ message: String, _ faults: inout [SchemaFault]) {
    guard faults.count < SchemaCheck.mostFaults else { return }
    faults.append(SchemaFault(pointer: json.pointer(to: node), message: message))
  }

  private func check(_ node: Int, _ rule: Int, _ faults: inout [SchemaFault]) {
    let kind = json.nodes[node].kind
    if let constant = rules.nodes[rule].constant {
      switch (constant, kind) {
      case (.text(let wanted), .text), (.text(let wanted), .escapedText):
        if json.text(node) != wanted { fail(node, "it should be \"\(wanted)\"", &faults) }
      case (.text(let wanted), _): fail(node, "it should be \"\(wanted)\"", &faults)
      case (.flag(true), .yes), (.flag(false), .no): break
      case (.flag(let wanted), _): fail(node, "it should be \(wanted), or not be there", &faults)
      }
      return
    }
    switch (kind, rules.nodes[rule].kind) {
    case (.object, .object), (.object, nil): members(node, rule, &faults)
    case (.list, .array): items(node, rule, &faults)
    case (.text, .string), (.escapedText, .string): text(node, rule, &faults)
    case (.number, .integer):
      guard let number = Int(json.text(node)) else { return fail(node, "it should be a whole number", &faults) }
      if let minimum = rules.nodes[rule].minimum, number < minimum {
        fail(node, "it should be \(minimum) or more", &faults)
      }
    case (.number, .number), (.yes, .boolean), (.no, .boolean): break
    default: fail(node, "it should be \(rules.nodes[rule].kind?.name ?? "something else"), not \(kind.name)", &faults)
    }
  }

  private func members(_ node: Int, _ rule: Int, _ faults: inout [SchemaFault]) {
    // Properties that were there, a bit each.
    var seen: UInt64 = 0
    var expected = 0
    var faultsBefore = faults.count
    var position = 0
    var key = node + 1
    let end = Int(json.nodes[node].next)
    while key < end {
      defer {
        position += 1
        key = Int(json.nodes[key + 1].next)
      }
      if let property = property(key, rule, expected: expected) {
        if seen & 1 << UInt64(property) != 0 {
          fail(key + 1, "the key stands twice", &faults)
        } else {
          check(key + 1, rules.nodes[rule].properties[property].rule, &faults)
        }
        seen |= 1 << UInt64(property)
        expected = property + 1
      } else if stands(key, before: position, in: node) {
        fail(key + 1, "the key stands twice", &faults)
      } else if let others = rules.nodes[rule].others {
        check(key + 1, others, &faults)
      } else if rules.nodes[rule].isClosed {
        fail(key + 1, "the schema has no such field", &faults)
      }
    }
    let missing = rules.nodes[rule].required & ~seen
    guard missing != 0 else { return }
    for (position, property) in rules.nodes[rule].properties.enumerated() where missing & 1 << UInt64(position) != 0 {
      guard faultsBefore < SchemaCheck.mostFaults else { return }
      // What is missing comes before what stands in the object and is wrong.
      faults.insert(
        SchemaFault(pointer: json.pointer(to: node), message: "\"\(property.name)\" is missing"), at: faultsBefore)
      faultsBefore += 1
    }
    if faults.count > SchemaCheck.mostFaults { faults.removeLast(faults.count - SchemaCheck.mostFaults) }
  }

  /// The position of the property that a key names. Members mostly come in the order of the schema, so that the one
  /// expected is looked at first.
  private func property(_ key: Int, _ rule: Int, expected: Int) -> Int? {
    let count = rules.nodes[rule].properties.count
    for offset in 0..<count {
      let position = expected + offset < count ? expected + offset : expected + offset - count
      let isNamed = rules.nodes[rule].properties[position].key.withUnsafeBufferPointer { json.has(key, $0) }
      if isNamed { return position }
    }
    return nil
  }

  /// Whether the key of a further column stands among the first of an object; there may be many, and none is special.
  private func stands(_ key: Int, before position: Int, in node: Int) -> Bool {
    guard position < 64 else { return false }
    let name = json.text(key)
    return json.children(of: node).prefix(position).contains { json.text($0) == name }
  }

  private func items(_ node: Int, _ rule: Int, _ faults: inout [SchemaFault]) {
    let least = rules.nodes[rule].minimumCount ?? 0
    let most = rules.nodes[rule].maximumCount
    var count = 0
    let known = rules.nodes[rule].items
    if least > 0 || most != nil {
      for _ in json.children(of: node) { count += 1 }
      if count < least { fail(node, "it should have \(least) items", &faults) }
      if let most, count > most { fail(node, "it should have \(most) items", &faults) }
    }
    guard let known else { return }
    var item = node + 1
    let end = Int(json.nodes[node].next)
    while item < end {
      check(item, known, &faults)
      item = Int(json.nodes[item].next)
    }
  }

  private func text(_ node: Int, _ rule: Int, _ faults: inout [SchemaFault]) {
    let value = json.nodes[node]
    if value.start == value.end, rules.nodes[rule].minimumLength > 0 {
      return fail(node, "it is empty; what a document does not say is left out", &faults)
    }
    if rules.nodes[rule].choices != nil { choice(node, rule, &faults) }
    if let pattern = rules.nodes[rule].pattern {
      // A text of one of these forms has no sign that has to be escaped.
      let matches = value.kind == .text ? json.raw(value, pattern.matches) : matchesUnescaped(node, pattern)
      if !matches { fail(node, "\"\(json.text(node))\" does not have the right form", &faults) }
    }
  }

  private func matchesUnescaped(_ node: Int, _ pattern: TextPattern) -> Bool {
    Array(json.text(node).utf8).withUnsafeBufferPointer(pattern.matches)
  }

  private func choice(_ node: Int, _ rule: Int, _ faults: inout [SchemaFault]) {
    let text = json.text(node)
    guard let choices = rules.nodes[rule].choices, !choices.contains(text) else { return }
    fail(node, "\"\(text)\" is none of \(choices.joined(separator: ", "))", &faults)
  }
}
