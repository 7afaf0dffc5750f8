// SPDX-License-Identifier: GPL-3.0-or-later

package import JSON

// What fields of a plan have in common in JSON.

extension JSONDocument {
  /// Where something stands; nothing is known of it where the field is absent.
  func source(of node: Int) throws(JSONError) -> Source {
    try optional("source", of: node) ?? Source()
  }

  /// An object whose keys are headings of the document, in the order of the file.
  func otherFields(_ name: StaticString, of node: Int) throws(JSONError) -> [OtherField] {
    guard let columns = member(name, of: node), nodes[columns].kind != .null else { return [] }
    guard nodes[columns].kind == .object else { throw mismatch(columns, "an object") }
    var fields: [OtherField] = []
    for key in children(of: columns) {
      fields.append(OtherField(heading: text(key), text: try String(self, key + 1)))
    }
    return fields
  }
}

extension JSONWriter {
  /// Writes where something stands unless nothing is known of it.
  package mutating func field(_ name: StaticString, ifPresent source: Source) {
    if !source.isUnknown { field(name, source) }
  }

  /// Writes numbers with two decimals at most on one line, unless there are none.
  mutating func field(_ name: StaticString, hundredths numbers: [Double]?) {
    guard let numbers, !numbers.isEmpty else { return }
    key(name)
    value(hundredths: numbers)
  }

  /// Writes further columns as one object, a heading a key, unless there are none.
  mutating func field(_ name: StaticString, ifPresent fields: [OtherField]) {
    guard !fields.isEmpty else { return }
    key(name)
    beginObject()
    for field in OtherField.merged(fields) {
      key(escaping: field.heading)
      value(field.text)
    }
    endObject()
  }
}

extension PlanKind: JSONReadable, JSONWritable {}
extension InspectionFramework: JSONReadable, JSONWritable {}
extension InspectionPartner.Kind: JSONReadable, JSONWritable {}
extension InspectionArea.Kind: JSONReadable, JSONWritable {}
extension SectionKind: JSONReadable, JSONWritable {}
extension RatingColour: JSONReadable, JSONWritable {}
extension RatingStatus: JSONReadable, JSONWritable {}
extension Recurrence: JSONReadable, JSONWritable {}
extension Finding.Severity: JSONReadable, JSONWritable {}
