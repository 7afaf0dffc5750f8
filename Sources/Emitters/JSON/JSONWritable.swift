// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A value that the canonical JSON writes as one value.
protocol JSONWritable {
  func write(to writer: inout JSONWriter)
}

extension JSONWriter {
  /// Writes a field that is always there.
  mutating func field(_ name: StaticString, _ item: some JSONWritable) {
    key(name)
    item.write(to: &self)
  }

  /// Writes a field unless its value is absent.
  mutating func field(_ name: StaticString, ifPresent item: (some JSONWritable)?) {
    if let item { field(name, item) }
  }

  /// Writes a text field unless it is absent or empty.
  mutating func field(_ name: StaticString, ifPresent text: String?) {
    if let text, !text.isEmpty { field(name, text) }
  }

  /// Writes a list unless it is empty.
  mutating func field(_ name: StaticString, ifPresent items: [some JSONWritable]) {
    guard !items.isEmpty else { return }
    key(name)
    beginArray()
    for item in items { item.write(to: &self) }
    endArray()
  }

  /// Writes where something stands unless nothing is known of it.
  mutating func field(_ name: StaticString, ifPresent source: Source) {
    if source != Source() { field(name, source) }
  }
}

extension String: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Bool: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
  func write(to writer: inout JSONWriter) { writer.value(rawValue) }
}

extension PlanKind: JSONWritable {}
extension SectionKind: JSONWritable {}
extension RatingColour: JSONWritable {}
extension RatingStatus: JSONWritable {}
extension Recurrence: JSONWritable {}
extension Finding.Severity: JSONWritable {}
