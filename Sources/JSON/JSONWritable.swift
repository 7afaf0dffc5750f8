// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that the canonical JSON writes as one value.
package protocol JSONWritable {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension JSONWriter {
  /// Writes a field that is always there.
  @inlinable
  package mutating func field(_ name: StaticString, _ item: some JSONWritable) {
    key(name)
    item.write(to: &self)
  }

  /// Writes a field unless its value is absent.
  @inlinable
  package mutating func field(_ name: StaticString, ifPresent item: (some JSONWritable)?) {
    if let item { field(name, item) }
  }

  /// Writes a text field unless it is absent or empty.
  @inlinable
  package mutating func field(_ name: StaticString, ifPresent text: String?) {
    if let text, !text.isEmpty { field(name, text) }
  }

  /// Writes a list unless it is empty.
  @inlinable
  package mutating func field(_ name: StaticString, ifPresent items: [some JSONWritable]) {
    guard !items.isEmpty else { return }
    key(name)
    beginArray()
    for index in items.indices { items[index].write(to: &self) }
    endArray()
  }

  /// Writes a list of objects, an item each; where there is none `[]`, or nothing where that is asked for.
  @inlinable
  package mutating func list<Item>(
    _ name: StaticString, _ items: [Item], omitsEmpty: Bool = false, _ fields: (Item, inout JSONWriter) -> Void
  ) {
    if omitsEmpty, items.isEmpty { return }
    key(name)
    beginArray()
    for item in items {
      beginObject()
      fields(item, &self)
      endObject()
    }
    endArray()
  }
}

extension String: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Bool: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
  package func write(to writer: inout JSONWriter) { writer.value(rawValue) }
}
