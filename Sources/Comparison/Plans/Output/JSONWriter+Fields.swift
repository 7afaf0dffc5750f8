// SPDX-License-Identifier: GPL-3.0-or-later

import JSON

extension JSONWriter {
  /// Writes a field of the open object; nothing where there is no text.
  mutating func text(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  /// Writes a field of the open object.
  mutating func number(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a list of texts; nothing where it is empty, unless it is wanted nevertheless.
  mutating func texts(_ name: StaticString, _ texts: [String], orEmpty: Bool = false) {
    guard orEmpty || !texts.isEmpty else { return }
    key(name)
    value(texts: texts)
  }
}
