// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells web pages from other text by how they begin.
enum HTMLSniffer {
  /// How much of a file is looked at.
  private static let window = 8192

  /// Elements that begin a fragment of a page.
  private static let openers: Set<String> = [
    "table", "div", "section", "article", "main", "h1", "h2", "h3", "p", "ul", "ol", "dl", "center", "form", "nav",
    "header",
    "style", "script", "font", "span", "blockquote", "details", "figure", "img", "a", "b", "strong", "hr", "br",
  ]

  /// 0 for other formats, near 1 for a page with its usual beginning, around a half for fragments.
  static func confidence(in bytes: [UInt8]) -> Double {
    let text = plain(bytes)
    guard let start = firstTag(in: text) else { return 0 }
    let name = tagName(in: text, at: start)
    switch name {
    case "!doctype":
      // XHTML and HTML alike; any other document type is XML of somebody else.
      let rest = text[start...].dropFirst(9).drop { $0 <= 0x20 }.prefix(4)
      return String(decoding: rest, as: UTF8.self).lowercased() == "html" ? 0.98 : 0
    case "html": return 0.97
    case "head", "body", "title", "meta", "frameset", "base", "link": return 0.9
    default: break
    }
    let lowered = text.map { ($0 >= 0x41 && $0 <= 0x5A) ? $0 | 0x20 : $0 }
    guard isLeading(start, in: text) else {
      // A banner line of a crawler before the page itself.
      return start < 2048 && (contains("<html", in: lowered) || contains("<body", in: lowered)) ? 0.6 : 0
    }
    if contains("<html", in: lowered) || contains("<body", in: lowered) { return 0.9 }
    guard openers.contains(name), !isTabSeparated(text), contains("</", in: lowered) || text.count < 200 else {
      return 0
    }
    return name == "table" || contains("<table", in: lowered) ? 0.8 : 0.7
  }

  /// The beginning of the file with the zero bytes of UTF-16 and a byte order mark taken out.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.prefix(window)
    let isWide =
      start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
      || start.starts(with: [0x3C, 0x00]) || start.starts(with: [0x00, 0x3C])
    if start.contains(0), !isWide { return [] }
    var text = start.filter { $0 != 0 }
    for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] where text.starts(with: mark) {
      text.removeFirst(mark.count)
    }
    return text
  }

  /// Place of the first tag that is no comment and no processing instruction.
  private static func firstTag(in text: [UInt8]) -> Int? {
    var index = 0
    while index + 1 < text.count {
      guard text[index] == 0x3C else {
        index += 1
        continue
      }
      let next = text[index + 1]
      if text[index...].starts(with: "<!--".utf8) {
        index = skip(to: "-->", in: text, from: index + 4)
      } else if next == 0x3F {
        index = skip(to: ">", in: text, from: index + 2)
      } else if next == 0x21 || ((next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func skip(to mark: String, in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, !text[index...].starts(with: mark.utf8) { index += 1 }
    return index + mark.utf8.count
  }

  /// Whether only white space, comments and the like stand before a place.
  private static func isLeading(_ place: Int, in text: [UInt8]) -> Bool {
    guard let first = text.firstIndex(where: { $0 > 0x20 }) else { return false }
    return text[first] == 0x3C && (first == place || text[first + 1] == 0x21 || text[first + 1] == 0x3F)
  }

  private static func tagName(in text: [UInt8], at start: Int) -> String {
    let name = text[(start + 1)...].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F && $0 != 0x3A }
    return String(decoding: name.prefix(20), as: UTF8.self).lowercased()
  }

  /// Lines with tabs between their words: an export whose cells hold markup.
  private static func isTabSeparated(_ text: [UInt8]) -> Bool {
    var lines = 0
    for line in text.split(separator: 0x0A) {
      let trimmed = line.drop { $0 <= 0x20 }
      var end = trimmed.endIndex
      while end > trimmed.startIndex, trimmed[end - 1] <= 0x20 { end -= 1 }
      if trimmed[trimmed.startIndex..<end].contains(0x09) { lines += 1 }
    }
    return lines >= 1
  }

  private static func contains(_ needle: String, in text: [UInt8]) -> Bool {
    let needle = Array(needle.utf8)
    guard text.count >= needle.count else { return false }
    return (0...(text.count - needle.count)).contains { text[$0] == needle[0] && text[$0...].starts(with: needle) }
  }
}
