// SPDX-License-Identifier: GPL-3.0-or-later

/// A column with no canonical role: its heading and what the action's cell says. In JSON all of an action's fields of
/// this kind are one object, a heading a key.
public struct OtherField: Hashable, Sendable {
  /// The column's heading.
  public var heading: String
  /// The cell's words.
  public var text: String

  /// A field by its heading.
  public init(heading: String, text: String) {
    self.heading = heading
    self.text = text
  }
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
