// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that is read from one value of JSON: the other side of what the emitters write.
///
/// `Decodable` would take ten times as long.
package protocol JSONReadable {
  /// Reads the value.
  ///
  /// - Parameters:
  ///   - json: what it stands in.
  ///   - node: its position there.
  /// - Throws: ``JSONError`` where the JSON is of another form.
  init(_ json: JSONDocument, _ node: Int) throws(JSONError)
}

extension JSONDocument {
  /// A field that must be there.
  @inlinable
  package func required<Value: JSONReadable>(_ name: StaticString, of node: Int) throws(JSONError) -> Value {
    guard let value = member(name, of: node) else {
      guard nodes[node].kind == .object else { throw mismatch(node, "an object") }
      throw JSONError(message: "the field \"\(name)\" is missing", place: path(to: node))
    }
    return try Value(self, value)
  }

  /// A field that may be absent or null.
  @inlinable
  package func optional<Value: JSONReadable>(_ name: StaticString, of node: Int) throws(JSONError) -> Value? {
    guard let value = member(name, of: node), nodes[value].kind != .null else { return nil }
    return try Value(self, value)
  }

  /// A list; an absent one is empty.
  @inlinable
  package func list<Value: JSONReadable>(_ name: StaticString, of node: Int) throws(JSONError) -> [Value] {
    guard let list = member(name, of: node), nodes[list].kind != .null else { return [] }
    guard nodes[list].kind == .list else { throw mismatch(list, "a list") }
    var values: [Value] = []
    var item = list + 1
    let end = Int(nodes[list].next)
    while item < end {
      values.append(try Value(self, item))
      item = Int(nodes[item].next)
    }
    return values
  }

  /// Says that a value is of another kind than the contract has it.
  package func mismatch(_ node: Int, _ expected: String) -> JSONError {
    JSONError(message: "\(expected) is expected, not \(nodes[node].kind.name)", place: path(to: node))
  }
}

extension String: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    switch json.nodes[node].kind {
    case .text, .escapedText: self = json.text(node)
    default: throw json.mismatch(node, "a text")
    }
  }
}

extension Bool: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    switch json.nodes[node].kind {
    case .yes: self = true
    case .no: self = false
    default: throw json.mismatch(node, "true or false")
    }
  }
}

extension Int: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    guard json.nodes[node].kind == .number else { throw json.mismatch(node, "a number") }
    guard let number = Int(json.text(node)) else { throw json.mismatch(node, "a whole number") }
    self = number
  }
}

extension Double: JSONReadable {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    guard json.nodes[node].kind == .number, let number = Double(json.text(node)) else {
      throw json.mismatch(node, "a number")
    }
    self = number
  }
}

extension JSONReadable where Self: RawRepresentable, Self: CaseIterable, RawValue == String {
  package init(_ json: JSONDocument, _ node: Int) throws(JSONError) {
    let text = try String(json, node)
    guard let value = Self(rawValue: text) else {
      let choices = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw JSONError(message: "\"\(text)\" is none of \(choices)", place: json.path(to: node))
    }
    self = value
  }
}
