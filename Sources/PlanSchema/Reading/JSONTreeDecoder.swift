// SPDX-License-Identifier: GPL-3.0-or-later

/// Decodes `Decodable` values from a ``JSONTree``; its keyed containers give keys in the order of the file.
struct JSONTreeDecoder: Decoder {
  let tree: JSONTree
  let path: CodingPath
  var codingPath: [any CodingKey] { path.keys }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = tree else { throw mismatch("an object") }
    return KeyedDecodingContainer(KeyedTreeContainer<Key>(members: members, path: path))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let items) = tree else { throw mismatch("a list") }
    return UnkeyedTreeContainer(items: items, path: path)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func mismatch(_ expected: String) -> DecodingError {
    .typeMismatch(
      JSONTree.self,
      DecodingError.Context(codingPath: codingPath, debugDescription: "\(expected) is expected, not \(tree.kind)"))
  }

  func number<Number: LosslessStringConvertible>(_ type: Number.Type) throws -> Number {
    guard case .number(let digits) = tree else { throw mismatch("a number") }
    guard let number = Number(digits) else { throw mismatch("another kind of number") }
    return number
  }
}

extension JSONTreeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { if case .null = tree { true } else { false } }
  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let flag) = tree else { throw mismatch("true or false") }
    return flag
  }
  func decode(_ type: String.Type) throws -> String {
    guard case .string(let text) = tree else { throw mismatch("a text") }
    return text
  }
  func decode(_ type: Double.Type) throws -> Double { try number(type) }
  func decode(_ type: Float.Type) throws -> Float { try number(type) }
  func decode(_ type: Int.Type) throws -> Int { try number(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try number(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try number(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try number(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try number(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try number(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try number(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try number(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try number(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try number(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

private struct KeyedTreeContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [(key: String, value: JSONTree)]
  let path: CodingPath
  var codingPath: [any CodingKey] { path.keys }

  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }
  func contains(_ key: Key) -> Bool { members.contains { $0.key == key.stringValue } }

  /// The member's value; objects of a plan are small, so that a walk is cheaper than a dictionary.
  func member(_ key: Key) throws -> JSONTreeDecoder {
    guard let member = members.first(where: { $0.key == key.stringValue }) else {
      throw DecodingError.keyNotFound(key, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
    }
    return JSONTreeDecoder(tree: member.value, path: .key(key, path))
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    // Asked for each optional member: without the path, which only messages need.
    guard let member = members.first(where: { $0.key == key.stringValue }) else {
      return try self.member(key).decodeNil()
    }
    return if case .null = member.value { true } else { false }
  }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try member(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try member(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try member(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try member(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try member(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try member(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try member(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try member(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try member(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try member(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try member(key).decode(type) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: member(key))
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try member(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder {
    JSONTreeDecoder(tree: .object(members), path: path)
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
}

private struct UnkeyedTreeContainer: UnkeyedDecodingContainer {
  let items: [JSONTree]
  let path: CodingPath
  var codingPath: [any CodingKey] { path.keys }
  var currentIndex = 0

  init(items: [JSONTree], path: CodingPath) {
    self.items = items
    self.path = path
  }

  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  mutating func item() throws -> JSONTreeDecoder {
    let path = CodingPath.position(currentIndex, path)
    guard currentIndex < items.count else {
      throw DecodingError.valueNotFound(
        JSONTree.self, DecodingError.Context(codingPath: path.keys, debugDescription: "the list ends too early"))
    }
    defer { currentIndex += 1 }
    return JSONTreeDecoder(tree: items[currentIndex], path: path)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, case .null = items[currentIndex] else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try item().decode(type) }
  mutating func decode(_ type: String.Type) throws -> String { try item().decode(type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try item().decode(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try item().decode(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try item().decode(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try item().decode(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try item().decode(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try item().decode(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try item().decode(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try item().decode(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try item().decode(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try item().decode(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try item().decode(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try item().decode(type) }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: item()) }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try item().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try item().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try item() }
}
