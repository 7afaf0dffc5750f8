// SPDX-License-Identifier: GPL-3.0-or-later

/// Builds a text in GitHub Flavored Markdown.
struct MarkdownPage {
  /// What has been written.
  private(set) var text = ""

  /// A heading of a level from 1 to 6.
  mutating func heading(_ level: Int, _ words: String) {
    block(String(repeating: "#", count: level) + " " + Self.escaped(words))
  }

  /// A paragraph of plain words.
  mutating func paragraph(_ words: String) { block(Self.escaped(words)) }

  /// A table with a header row; cells are plain words.
  mutating func table(_ header: [String], _ rows: [[String]]) {
    var lines = [line(header), "|" + String(repeating: " --- |", count: header.count)]
    lines += rows.map { line($0) }
    block(lines.joined(separator: "\n"))
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map { Self.escaped($0) }.joined(separator: " | ") + " |"
  }

  private mutating func block(_ words: String) {
    if !text.isEmpty { text += "\n" }
    text += words + "\n"
  }

  /// Plain words with a backslash before each sign that Markdown would read, on one line.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for character in words {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
        escaped.append("\\")
        escaped.append(character)
      case _ where character.isNewline: escaped.append(" ")
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
