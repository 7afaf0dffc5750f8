// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

// What fields of a plan have in common in JSON.

extension JSONDocument {
  /// Where something stands; nothing is known of it where the field is absent.
  func source(of node: Int) throws(JSONError) -> Source {
    try optional("source", of: node) ?? Source()
  }
}

extension JSONWriter {
  /// Writes where something stands unless nothing is known of it.
  package mutating func field(_ name: StaticString, ifPresent source: Source) {
    if !source.isUnknown { field(name, source) }
  }
}

extension PlanKind: JSONReadable, JSONWritable {}
extension SectionKind: JSONReadable, JSONWritable {}
extension RatingColour: JSONReadable, JSONWritable {}
extension RatingStatus: JSONReadable, JSONWritable {}
extension Recurrence: JSONReadable, JSONWritable {}
extension Finding.Severity: JSONReadable, JSONWritable {}
