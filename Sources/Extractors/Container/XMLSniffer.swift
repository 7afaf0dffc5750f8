// SPDX-License-Identifier: GPL-3.0-or-later

/// Looks into XML without parsing it, to tell formats apart.
enum XMLSniffer {
  /// The first few kilobytes as text, without the zeros of UTF-16; nil where they do not begin like XML.
  static func beginning(of bytes: [UInt8]) -> String? {
    var head = bytes.prefix(8192).filter { $0 != 0 }[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { head = head.dropFirst(2) }
    head = head.drop { $0 <= 0x20 }
    guard head.first == 0x3C else { return nil }
    return String(decoding: head, as: UTF8.self)
  }

  /// Place of the document element's start tag; nil where there is none.
  static func rootTag(of bytes: [UInt8]) -> Range<Int>? {
    var position = 0
    while let start = find([0x3C], in: bytes, from: position), start + 1 < bytes.count {
      guard let end = find([0x3E], in: bytes, from: start) else { return nil }
      switch bytes[start + 1] {
      case 0x3F: position = end + 1
      case 0x21: position = find(Array("-->".utf8), in: bytes, from: start).map { $0 + 3 } ?? bytes.count
      default: return start..<end + 1
      }
    }
    return nil
  }

  /// Name of the tag that begins at an index.
  static func name(ofTagAt index: Int, in bytes: [UInt8]) -> String? {
    let name = bytes[(index + 1)...].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Index of the first occurrence of `pattern` at or after an index.
  static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index + pattern.count <= buffer.count {
        guard let hit = buffer[index...].firstIndex(of: first), hit + pattern.count <= buffer.count else { return nil }
        if UnsafeBufferPointer(rebasing: buffer[hit..<hit + pattern.count]).elementsEqual(pattern) { return hit }
        index = hit + 1
      }
      return nil
    }
  }
}
