// SPDX-License-Identifier: GPL-3.0-or-later

/// Content lines of iCalendar (RFC 5545, section 3.1): CRLF, folded after 75 bytes, never within a character.
struct CalendarLines {
  private static let longest = 75

  private(set) var bytes: [UInt8] = []

  /// The lines that every calendar begins with.
  static var beginning: CalendarLines {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//commonplan//commonplan//EN")
    return lines
  }

  /// Adds a line whose value is written as it is.
  mutating func add(_ name: String, _ value: String) {
    var length = 0
    for character in (name + ":" + value).unicodeScalars {
      let encoded = Array(String(character).utf8)
      if length + encoded.count > CalendarLines.longest {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// Adds a line whose value is a text: marks that mean something to the format are escaped, other controls left out.
  mutating func add(_ name: String, text: String) {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": value += "\\\\"
      case ";": value += "\\;"
      case ",": value += "\\,"
      case "\n": value += "\\n"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: value.unicodeScalars.append(scalar)
      }
    }
    add(name, value)
  }

  /// An identifier of an event, of letters, digits and dashes.
  static func identifier(_ words: String) -> String {
    let safe = words.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-": Character(scalar)
      default: "-"
      }
    }
    return String(safe) + "@commonplan"
  }
}
