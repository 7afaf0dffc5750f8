// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Recognises lines that only frame the content: page numbers and entries of a table of contents.
enum FrameLine {
  /// What frame a line of running text is, nil where it is content.
  static func kind(of line: UnsafeBufferPointer<UInt8>) -> Block.FurnitureKind? {
    let words = line.trimmed
    guard let last = words.last, last.isDigit || last | 0x20 == 0x65 else { return nil }
    if hasLeaders(words) { return .contents }
    return words.count <= 24 && isPageNumber(words) ? .pageNumber : nil
  }

  /// Whether a line of a tab-separated run ends in the number of a page: "Our aims TAB 12".
  static func isContentsEntry(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = line.trimmed
    var index = words.count
    while index > 0, words[index - 1].isDigit { index -= 1 }
    return index < words.count && words.count - index <= 4 && index > 1 && words[index - 1] == Byte.tab
  }

  /// Whether four dots or more lead to a number at the end.
  private static func hasLeaders(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = words.count
    while index > 0, words[index - 1].isDigit { index -= 1 }
    guard index < words.count else { return false }
    var dots = 0
    while index > 0 {
      if words[index - 1] == Byte.dot {
        dots += 1
        index -= 1
      } else if words[index - 1] == Byte.space || words[index - 1] == Byte.tab {
        index -= 1
      } else if index >= 3, words.holds("\u{2026}", at: index - 3) {
        dots += 3
        index -= 3
      } else {
        break
      }
    }
    return dots >= 4 && index > 0
  }

  /// "Page 3", "Page 3 of 12", "3 | Page": short, so a string costs nothing.
  private static func isPageNumber(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = String(decoding: words, as: UTF8.self).lowercased().split(separator: " ")
    func isNumber(_ text: Substring) -> Bool { text.utf8.count <= 4 && text.utf8.allSatisfy(\.isDigit) }
    return switch parts.count {
    case 2: parts[0] == "page" && isNumber(parts[1])
    case 3: isNumber(parts[0]) && parts[1] == "|" && parts[2] == "page"
    case 4: parts[0] == "page" && isNumber(parts[1]) && parts[2] == "of" && isNumber(parts[3])
    default: false
    }
  }
}
