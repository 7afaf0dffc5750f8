// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON text (RFC 8259) as read: its values and keys in one flat list, in the order of the file, the members of an object
/// with it. Texts stay in the bytes until somebody asks for them, so that reading makes no more strings than a plan has.
///
/// `JSONDecoder` would lose the order of an object's members, which is part of a plan: further columns of an action are
/// members of one object, in document order.
package struct JSONDocument: Sendable {
  /// What a value is.
  package enum Kind: UInt8, Sendable {
    case null
    case yes
    case no
    case number
    /// A text, or the key of a member, that stands in the bytes as it is.
    case text
    /// A text or key with escapes.
    case escapedText
    case list
    case object

    /// What messages call the value.
    package var name: String {
      switch self {
      case .null: "null"
      case .yes, .no: "true or false"
      case .number: "a number"
      case .text, .escapedText: "a text"
      case .list: "a list"
      case .object: "an object"
      }
    }
  }

  /// A value or a key. Positions are of 32 bits, which makes the list half as long.
  package struct Node: Sendable {
    /// What it is.
    package var kind: Kind
    /// Its bytes; those of a text without its quotation marks.
    package var start: UInt32
    package var end: UInt32
    /// The position in ``nodes`` behind it and all that is in it.
    package var next: UInt32
    /// The line of the file on which it begins, from 1.
    package var line: UInt32
  }

  /// The text that was read.
  package let bytes: [UInt8]
  /// The whole value first; behind a list its items, behind an object its members, each a key and its value.
  package let nodes: [Node]

  /// The whole value.
  package static let root = 0

  init(bytes: [UInt8], nodes: [Node]) {
    self.bytes = bytes
    self.nodes = nodes
  }

  // MARK: - Going through lists and objects

  /// The positions of a list's items, or of an object's keys, each of which has its value behind it.
  package struct Children: Sequence, IteratorProtocol {
    fileprivate let document: JSONDocument
    fileprivate var at: Int
    fileprivate let end: Int
    fileprivate let isObject: Bool

    package mutating func next() -> Int? {
      guard at < end else { return nil }
      let child = at
      at = Int(document.nodes[isObject ? at + 1 : at].next)
      return child
    }
  }

  /// The children of a list or object; none of any other value.
  package func children(of node: Int) -> Children {
    let value = nodes[node]
    let hasAny = value.kind == .list || value.kind == .object
    return Children(
      document: self, at: node + 1, end: hasAny ? Int(value.next) : node + 1, isObject: value.kind == .object)
  }

  /// The value of an object's member; nil where there is none, the first where there are several.
  package func member(_ name: StaticString, of node: Int) -> Int? {
    guard nodes[node].kind == .object else { return nil }
    let end = Int(nodes[node].next)
    return name.withUTF8Buffer { name in
      var key = node + 1
      while key < end {
        let own = nodes[key]
        // Most keys are told apart by their lengths.
        if Int(own.end - own.start) == name.count || own.kind == .escapedText, has(key, name) { return key + 1 }
        key = Int(nodes[key + 1].next)
      }
      return nil
    }
  }

  // MARK: - Values

  /// The words of a text or key; empty for any other value.
  package func text(_ node: Int) -> String {
    let value = nodes[node]
    switch value.kind {
    case .text, .number: return raw(value) { String(decoding: $0, as: UTF8.self) }
    case .escapedText: return raw(value) { JSONEscapes.resolved($0) }
    default: return ""
    }
  }

  /// Whether a text or key is some words.
  package func has(_ node: Int, _ words: StaticString) -> Bool {
    words.withUTF8Buffer { has(node, $0) }
  }

  /// Whether a text or key is some words in UTF-8.
  package func has(_ node: Int, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = nodes[node]
    guard value.kind == .text else {
      return value.kind == .escapedText && text(node).utf8.elementsEqual(words)
    }
    guard Int(value.end - value.start) == words.count else { return false }
    return raw(value) { own in
      for index in 0..<own.count where own[index] != words[index] { return false }
      return true
    }
  }

  /// Calls `body` with the bytes of a value, escapes and all.
  package func raw<Result>(_ value: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(value.start)..<Int(value.end)])) }
  }

  // MARK: - Places

  /// The children that lead to a value, from the outside in: keys of objects, items of lists with their positions.
  private func way(to node: Int) -> [(child: Int, position: Int, isKey: Bool)] {
    var way: [(child: Int, position: Int, isKey: Bool)] = []
    var at = JSONDocument.root
    while at < node {
      let isObject = nodes[at].kind == .object
      let next = children(of: at).enumerated().first { node < Int(nodes[isObject ? $1 + 1 : $1].next) }
      guard let next else { break }
      way.append((next.element, next.offset, isObject))
      at = isObject ? next.element + 1 : next.element
    }
    return way
  }

  /// The way to a value as messages have it: `actions[3].timescale`; list positions count from 0, as in JSON.
  package func path(to node: Int) -> String {
    var path = ""
    for step in way(to: node) {
      path += step.isKey ? (path.isEmpty ? "" : ".") + text(step.child) : "[\(step.position)]"
    }
    return path.isEmpty ? "top level" : path
  }

  /// The way to a value as a JSON Pointer (RFC 6901).
  package func pointer(to node: Int) -> String {
    way(to: node).map { "/" + ($0.isKey ? JSONPointer.escaped(text($0.child)) : String($0.position)) }.joined()
  }

  /// The value at a place given as a JSON Pointer (RFC 6901), or the innermost list or object around it where there is
  /// none.
  package func value(at pointer: String) -> Int {
    var at = JSONDocument.root
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let child = child(part, of: at) else { return at }
      at = child
    }
    return at
  }

  private func child(_ part: Substring, of node: Int) -> Int? {
    switch nodes[node].kind {
    case .object:
      let key = JSONPointer.unescaped(part)
      return children(of: node).first { text($0) == key }.map { $0 + 1 }
    case .list:
      guard let position = Int(part), position >= 0 else { return nil }
      return children(of: node).dropFirst(position).first { _ in true }
    default: return nil
    }
  }
}
