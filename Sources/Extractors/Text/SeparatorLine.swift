// SPDX-License-Identifier: GPL-3.0-or-later

/// Recognises lines and cells of dashes and other marks without words.
enum SeparatorLine {
  /// Whether a line is made of marks alone: dashes, equals signs, underscores, colons, pipes, pluses, stars, dots.
  /// With tabs or pipes in it, each cell is empty or holds two marks or more ("-" alone may mean "none").
  static func matches(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var marks = 0
    var inCell = 0
    for byte in line {
      switch byte {
      case Byte.hyphen, Byte.equals, Byte.underscore, Byte.asterisk, Byte.tilde, Byte.numberSign, Byte.plus:
        inCell += 1
        marks += 1
      case Byte.colon: break
      case Byte.tab, Byte.pipe:
        if inCell == 1 { return false }
        inCell = 0
      case Byte.space: break
      default: return false
      }
    }
    return marks >= 3 && inCell != 1
  }

  /// 1 for a line of `=`, 2 for a line of `-`: what makes a heading of the line above in Markdown. Nil otherwise.
  static func setextLevel(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let marks = line.trimmed
    guard marks.count >= 3, marks[0] == Byte.equals || marks[0] == Byte.hyphen,
      marks.allSatisfy({ $0 == marks[0] })
    else { return nil }
    return marks[0] == Byte.equals ? 1 : 2
  }
}
