// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Foundation
import PlanSchema

/// What a page shows, taken apart without a browser.
enum PageReader {
  /// The text of a page between its tags, entities resolved; the head, styles and scripts left out.
  static func text(of html: String) -> String {
    var text: [UInt8] = []
    var isTag = false
    let body = html.range(of: "<body>").map { html[$0.upperBound...] } ?? html[...]
    let end = body.range(of: "<script>").map { $0.lowerBound } ?? body.endIndex
    for byte in body[..<end].utf8 {
      if byte == UInt8(ascii: "<") {
        isTag = true
        text.append(0x20)
      } else if byte == UInt8(ascii: ">") {
        isTag = false
      } else if !isTag {
        text.append(byte)
      }
    }
    var string = String(decoding: text, as: UTF8.self)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      string = string.replacingOccurrences(of: entity, with: character)
    }
    return string
  }

  /// The words of a text, with how often each occurs.
  static func words(of text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) { counts[String(word), default: 0] += 1 }
    return counts
  }

  /// The part of a page from one mark to another.
  static func part(of html: String, from start: String, to end: String) -> String {
    guard let first = html.range(of: start) else { return "" }
    let last = html.range(of: end, range: first.upperBound..<html.endIndex)?.lowerBound ?? html.endIndex
    return String(html[first.lowerBound..<last])
  }

  /// The values of an attribute, in order.
  static func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap { $0.components(separatedBy: "\"").first }
  }
}
