// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds the page in an MHTML archive (RFC 2557), which browsers and Word write as a "web page, single file".
enum MHTMLArchive {
  /// Whether the bytes begin with the header of such an archive.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    guard let first = head.utf8.first(where: { $0 > 0x20 }), first != 0x3C else { return false }
    return head.contains("mime-version:") && head.contains("content-type:")
      && (head.contains("multipart/related") || head.contains("text/html"))
  }

  /// The bytes of the first `text/html` part, decoded, and the charset that its header gives.
  static func page(of bytes: [UInt8]) throws(ExtractionError) -> (page: [UInt8], charset: String?) {
    var entity = bytes[...]
    // The page stands in the root part; alternatives may wrap it once or twice.
    for _ in 0..<5 {
      let (headers, body) = split(entity)
      let type = headers["content-type"] ?? "text/plain"
      if type.lowercased().hasPrefix("text/html") {
        return (
          decode(body, transfer: headers["content-transfer-encoding"] ?? ""), parameter("charset", of: type)
        )
      }
      guard type.lowercased().hasPrefix("multipart/"), let boundary = parameter("boundary", of: type),
        let part = parts(of: body, boundary: boundary).first(where: {
          let type = (split($0).headers["content-type"] ?? "").lowercased()
          return type.hasPrefix("text/html") || type.hasPrefix("multipart/")
        })
      else { break }
      entity = part
    }
    throw ExtractionError(
      .damaged, "The web archive holds no page.", advice: "Open it in a browser and save it as a plain web page.")
  }

  /// Headers with names in lower case, folded lines joined, and what follows the empty line.
  private static func split(_ entity: ArraySlice<UInt8>) -> (headers: [String: String], body: ArraySlice<UInt8>) {
    var headers: [String: String] = [:]
    var name = ""
    var rest = entity
    while let end = rest.firstIndex(of: 0x0A) {
      var line = rest[..<end]
      rest = rest[(end + 1)...]
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty {
        if headers.isEmpty { continue }
        break
      }
      if line.first == 0x20 || line.first == 0x09 {
        if !name.isEmpty {
          headers[name, default: ""] += " " + String(decoding: line.drop { $0 <= 0x20 }, as: UTF8.self)
        }
      } else if let colon = line.firstIndex(of: 0x3A) {
        name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        headers[name] = String(decoding: line[(colon + 1)...].drop { $0 <= 0x20 }, as: UTF8.self)
      }
    }
    return (headers, rest)
  }

  private static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].filter { $0 != " " && $0 != "\t" }.lowercased()
      guard key == name else { continue }
      return String(part[part.index(after: equals)...].filter { $0 != "\"" && $0 != " " })
    }
    return nil
  }

  private static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start { parts.append(body[start..<line]) }
        start = min(end + 1, body.endIndex)
        if parts.count >= 100 { return parts }
      }
      line = end + 1
    }
    // A truncated archive lacks its last boundary.
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  private static func decode(_ body: ArraySlice<UInt8>, transfer: String) -> [UInt8] {
    switch transfer.lowercased().filter({ $0 != " " }) {
    case "quoted-printable": quotedPrintable(body)
    case "base64": base64(body)
    default: Array(body)
    }
  }

  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      guard body[index] == 0x3D else {
        result.append(body[index])
        index += 1
        continue
      }
      let rest = body[(index + 1)...]
      if rest.first == 0x0A {
        index += 2
      } else if rest.starts(with: [0x0D, 0x0A]) {
        index += 3
      } else if rest.count >= 2, let high = digit(body[index + 1]), let low = digit(body[index + 2]) {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(0x3D)
        index += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x47
      case 0x30...0x39: value = byte + 4
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
