// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes poppler blind to the images of a PDF.
///
/// Decoding a 300 dpi picture costs a hundred times as much as reading a page's text, and neither words nor rules come
/// from it. Dictionaries of streams are never compressed, so every image can be found by `/Subtype /Image`; one letter
/// of that name is changed. The length stays, so that all cross-references stay right, and poppler passes over an
/// external object of unknown kind.
enum ImageNeutraliser {
  private static let subtype: [UInt8] = Array("/Subtype".utf8)
  private static let image: [UInt8] = Array("/Image".utf8)

  /// Changes every `/Subtype /Image` and returns how many there were.
  @discardableResult
  static func neutralise(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var found = 0
    var offset = 0
    while offset < bytes.count, let hit = memchr(base + offset, 0x2F, bytes.count - offset) {
      let position = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
      offset = position + 1
      guard position + image.count <= bytes.count, memcmp(hit, image, image.count) == 0 else { continue }
      offset = position + image.count
      // `/ImageB` and the like are other names.
      guard offset == bytes.count || !isRegular(bytes[offset]) else { continue }
      var before = position - 1
      while before >= 0, isWhiteSpace(bytes[before]) { before -= 1 }
      let start = before - subtype.count + 1
      guard start >= 0, memcmp(base + start, subtype, subtype.count) == 0 else { continue }
      bytes[position + image.count - 1] = UInt8(ascii: "x")
      found += 1
    }
    return found
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0
  }

  /// Whether a byte goes on a name (PDF 32000-1, 7.2.2: neither white space nor a delimiter).
  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: !isWhiteSpace(byte)
    }
  }
}
