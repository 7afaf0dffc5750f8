// SPDX-License-Identifier: GPL-3.0-or-later

// The synthesised Codable conformances of this module call these overloads in place of the standard library's, because
// they are closer. So the rule of the contract, that an absent list is an empty one and an empty one is absent, is
// written once, here, and not once a type.

extension KeyedDecodingContainer {
  func decode<Item: Decodable>(_ type: [Item].Type, forKey key: Key) throws -> [Item] {
    try decodeIfPresent(type, forKey: key) ?? []
  }

  func decode(_ type: Source.Type, forKey key: Key) throws -> Source {
    try decodeIfPresent(type, forKey: key) ?? Source()
  }

  /// Reads the object that holds an action's further columns, in the order in which the decoder gives its keys
  /// (``CanonicalPlan/init(json:)``: that of the file).
  func decode(_ type: [OtherField].Type, forKey key: Key) throws -> [OtherField] {
    guard contains(key) else { return [] }
    let object = try nestedContainer(keyedBy: AnyKey.self, forKey: key)
    return try object.allKeys.map {
      OtherField(heading: $0.stringValue, text: try object.decode(String.self, forKey: $0))
    }
  }
}

extension KeyedEncodingContainer {
  mutating func encode<Item: Encodable>(_ items: [Item], forKey key: Key) throws {
    try encodeIfPresent(items.isEmpty ? nil : items, forKey: key)
  }

  mutating func encode(_ source: Source, forKey key: Key) throws {
    try encodeIfPresent(source.isUnknown ? nil : source, forKey: key)
  }

  mutating func encode(_ fields: [OtherField], forKey key: Key) throws {
    guard !fields.isEmpty else { return }
    var object = nestedContainer(keyedBy: AnyKey.self, forKey: key)
    for field in OtherField.merged(fields) { try object.encode(field.text, forKey: AnyKey(stringValue: field.heading)) }
  }
}

/// A key of an object whose keys are headings of the document.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension OtherField {
  /// The fields with one entry for each heading, in the order of their first appearance; texts of equal headings are
  /// joined by a newline, since an object cannot hold a key twice.
  public static func merged(_ fields: [OtherField]) -> [OtherField] {
    var merged: [OtherField] = []
    for field in fields {
      if let index = merged.firstIndex(where: { $0.heading == field.heading }) {
        merged[index].text += "\n" + field.text
      } else {
        merged.append(field)
      }
    }
    return merged
  }
}
