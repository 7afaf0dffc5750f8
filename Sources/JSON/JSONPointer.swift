// SPDX-License-Identifier: GPL-3.0-or-later

/// Parts of JSON Pointers (RFC 6901).
package enum JSONPointer {
  /// A key as part of a pointer: `~` is `~0`, `/` is `~1`.
  package static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
    return key.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
  }

  /// The key that a part of a pointer stands for.
  static func unescaped(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
    var text = ""
    var isEscaped = false
    for character in part {
      if isEscaped {
        text.append(character == "1" ? "/" : "~")
        isEscaped = false
      } else if character == "~" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
