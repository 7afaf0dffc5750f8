// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What a page says about its encoding, and what its bytes need before it is parsed.
enum HTMLDeclaration {
  /// The page as valid UTF-8 without NUL.
  ///
  /// - Parameter declared: the encoding that a header outside the page gives, if there was one.
  static func decode(_ bytes: [UInt8], declared: String? = nil) -> (text: [UInt8], notices: [Notice]) {
    // Styles and scripts may push the declaration far down. Only where letters beyond ASCII are no UTF-8 does it matter.
    let label =
      declared ?? declaration(in: bytes.prefix(4096))
      ?? (String(validating: bytes, as: UTF8.self) == nil ? declaration(in: bytes.prefix(farthest)) : nil)
    let decoded = DecodedText(bytes, declared: label)
    var text = decoded.start > 0 ? Array(decoded.bytes[decoded.start...]) : decoded.bytes
    if !decoded.isSound { text = Array(String(decoding: text, as: UTF8.self).utf8) }
    if text.contains(0) { text.removeAll { $0 == 0 } }
    return (text, decoded.notices)
  }

  /// How far into a page a declaration is looked for.
  private static let farthest = 1 << 20

  /// The `charset` of a `meta` element or of an XML declaration.
  private static func declaration(in bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.map { ($0 >= 0x41 && $0 <= 0x5A) ? $0 | 0x20 : $0 }
    for name in ["charset", "encoding"] {
      var index = 0
      while let found = position(of: name, in: head, from: index) {
        index = found + name.utf8.count
        // `encoding` counts only in the XML declaration, `charset` only inside a meta tag.
        guard let open = head[..<found].lastIndex(of: 0x3C), !head[open..<found].contains(0x3E),
          head[open...].starts(with: (name == "charset" ? "<meta" : "<?xml").utf8)
        else { continue }
        var rest = head[index...].drop { $0 <= 0x20 }
        guard rest.first == 0x3D else { continue }
        rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        let label = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F }
        if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
      }
    }
    return nil
  }

  private static func position(of name: String, in text: [UInt8], from start: Int) -> Int? {
    let name = Array(name.utf8)
    guard text.count >= name.count, start <= text.count - name.count else { return nil }
    return (start...(text.count - name.count)).first { text[$0] == name[0] && text[$0...].starts(with: name) }
  }

  /// Blanks `<![if …]>`, `<![endif]>` and the marks of CDATA sections, which libxml2 would take for text.
  static func withoutMarkedSections(_ text: [UInt8]) -> [UInt8] {
    var text = text
    var index = 0
    while index + 2 < text.count {
      guard text[index] == 0x3C, text[index + 1] == 0x21, text[index + 2] == 0x5B else {
        index += 1
        continue
      }
      let isData = text[index...].starts(with: "<![CDATA[".utf8)
      var end = index + 3
      while end < text.count, text[end] != (isData ? 0x5B : 0x3E), end - index < 200 { end += 1 }
      if end < text.count, end - index < 200 {
        for place in index...end { text[place] = 0x20 }
      }
      index = end
    }
    return text
  }

  /// Replaces C1 controls, which only numeric references like `&#146;` can bring, by what they mean on the web.
  static func withoutControls(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var index = 0
    while index < text.count {
      if text[index] == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 {
        bytes.append(contentsOf: String(CodePage.windows1252(text[index + 1])).utf8)
        index += 2
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }
}
