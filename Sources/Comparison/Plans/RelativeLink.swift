// SPDX-License-Identifier: GPL-3.0-or-later

/// Links to files beside a page.
enum RelativeLink {
  /// A file's name as a relative link (RFC 3986), so that no character of it is read as anything else.
  static func encoded(_ name: String) -> String {
    var link = "./"
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        link.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        link += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return link
  }
}
