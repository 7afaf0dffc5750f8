// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Turns a page's bytes into UTF-8: byte order mark, then what the page declares, then UTF-8, then Windows-1252.
enum HTMLEncoding {
  struct Decoded {
    /// Valid UTF-8 without NUL.
    var text: [UInt8]
    var notices: [Notice]
  }

  private enum Encoding { case utf8, windows1252, latin9, utf16Little, utf16Big }

  /// Decodes a page.
  ///
  /// - Parameter declared: the encoding that a header outside the page gives, if there was one.
  static func decode(_ bytes: [UInt8], declared: String? = nil) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3), mayBeOther: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return Decoded(text: utf16(bytes.dropFirst(2), isBig: false), notices: []) }
    if bytes.starts(with: [0xFE, 0xFF]) { return Decoded(text: utf16(bytes.dropFirst(2), isBig: true), notices: []) }
    if bytes.starts(with: [0x3C, 0x00]) { return Decoded(text: utf16(bytes[...], isBig: false), notices: []) }
    if bytes.starts(with: [0x00, 0x3C]) { return Decoded(text: utf16(bytes[...], isBig: true), notices: []) }
    guard let label = declared ?? declaration(in: bytes) else { return utf8(bytes[...], mayBeOther: true) }
    switch encoding(label) {
    case .utf8?, .utf16Little?, .utf16Big?: return utf8(bytes[...], mayBeOther: true)
    case .windows1252?, .latin9?:
      // Text that is well-formed UTF-8 beyond ASCII is never anything else by accident.
      if bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) != nil {
        return Decoded(text: bytes.filter { $0 != 0 }, notices: [repaired("The page says \(label) but is UTF-8.")])
      }
      return Decoded(text: singleByte(bytes[...], isLatin9: encoding(label) == .latin9), notices: [])
    case nil:
      var decoded = utf8(bytes[...], mayBeOther: true)
      if bytes.contains(where: { $0 >= 0x80 }) {
        decoded.notices.append(
          repaired("The page's encoding \(label.prefix(40)) is not known; letters beyond ASCII may be wrong."))
      }
      return decoded
    }
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, mayBeOther: Bool) -> Decoded {
    if String(validating: bytes, as: UTF8.self) != nil {
      return Decoded(text: withoutNUL(bytes), notices: [])
    }
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var broken = 0
    var sound = 0
    var index = 0
    while index < text.count {
      if text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        broken += 1
        index += 3
      } else {
        if text[index] >= 0xC2 { sound += 1 }
        index += 1
      }
    }
    if mayBeOther, broken > sound { return Decoded(text: singleByte(bytes, isLatin9: false), notices: []) }
    return Decoded(
      text: text.filter { $0 != 0 },
      notices: [repaired("\(broken) places of the page are no valid UTF-8; they became U+FFFD.")])
  }

  private static func withoutNUL(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.contains(0) ? bytes.filter { $0 != 0 } : Array(bytes)
  }

  private static func repaired(_ message: String) -> Notice {
    Notice(id: "encoding-repaired", severity: .note, message: message)
  }

  private static func encoding(_ label: String) -> Encoding? {
    switch label.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8": .utf8
    case "utf-16", "utf-16le", "unicode": .utf16Little
    case "utf-16be": .utf16Big
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii",
      "ascii",
      "ansi_x3.4-1968":
      .windows1252
    case "iso-8859-15", "latin-9", "latin9": .latin9
    default: nil
    }
  }

  /// The `charset` of a `meta` element or of an XML declaration near the start.
  private static func declaration(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { ($0 >= 0x41 && $0 <= 0x5A) ? $0 | 0x20 : $0 }
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

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      let unit = isBig ? first << 8 | second : second << 8 | first
      if unit != 0 { units.append(unit) }
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func singleByte(_ bytes: ArraySlice<UInt8>, isLatin9: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes where byte != 0 {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      var value = UInt32(byte)
      if byte < 0xA0 { value = windows1252[Int(byte) - 0x80] } else if isLatin9 { value = latin9[byte] ?? value }
      text.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedQuestionMark)
    }
    return text
  }

  /// What the C1 controls stand for on the web (WHATWG Encoding, index windows-1252).
  static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static let latin9: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
  ]

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
      if text[index] == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0,
        let scalar = Unicode.Scalar(windows1252[Int(text[index + 1] & 0x1F)])
      {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedQuestionMark)
        index += 2
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }
}

extension UTF8 {
  /// `?`, for the encoding of a scalar that cannot fail.
  static var encodedQuestionMark: UTF8.EncodedScalar { UTF8.encode("?") ?? UTF8.EncodedScalar() }
}
