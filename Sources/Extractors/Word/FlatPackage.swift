// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A Word file as one XML file ("Flat OPC"): the parts of a package, one after the other.
///
/// The parts are found by their tags, without parsing: a part is then read on its own, between the package's own start
/// and end tags, so that namespaces declared there still hold.
struct FlatPackage {
  private let bytes: [UInt8]
  private var parts: [String: Range<Int>] = [:]
  private var head: Range<Int>
  private let tail: [UInt8]

  /// Finds the parts; nil where the bytes have no package element.
  init?(_ bytes: [UInt8]) {
    guard let root = XMLSniffer.rootTag(of: bytes), let tag = XMLSniffer.name(ofTagAt: root.lowerBound, in: bytes)
    else {
      return nil
    }
    let prefix = tag.hasSuffix("package") ? String(tag.dropLast("package".count)) : ""
    self.bytes = bytes
    head = root
    tail = Array("</\(tag)>".utf8)
    let partStart = Array("<\(prefix)part".utf8)
    let dataStart = Array("<\(prefix)xmlData".utf8)
    let dataEnd = Array("</\(prefix)xmlData".utf8)
    let nameAttribute = Array("\(prefix)name=".utf8)
    var position = root.upperBound
    while let start = XMLSniffer.find(partStart, in: bytes, from: position),
      let tagEnd = XMLSniffer.find([0x3E], in: bytes, from: start)
    {
      position = tagEnd
      guard let attribute = XMLSniffer.find(nameAttribute, in: bytes, from: start), attribute < tagEnd else { continue }
      let quote = attribute + nameAttribute.count
      guard quote < tagEnd, let close = bytes[(quote + 1)...tagEnd].firstIndex(of: bytes[quote]) else { continue }
      let name = String(decoding: bytes[(quote + 1)..<close], as: UTF8.self)
      let next = XMLSniffer.find(partStart, in: bytes, from: tagEnd) ?? bytes.count
      guard let data = XMLSniffer.find(dataStart, in: bytes, from: tagEnd), data < next,
        let content = XMLSniffer.find([0x3E], in: bytes, from: data)
      else { continue }
      // A part that is cut off is still handed over: its reader says where it breaks.
      let end = XMLSniffer.find(dataEnd, in: bytes, from: content) ?? bytes.count
      parts[name.hasPrefix("/") ? String(name.dropFirst()) : name] = content + 1..<max(content + 1, end)
      position = end
    }
  }

  /// The bytes of a part, as a document of their own; nil where there is no such part.
  func source(of part: String) -> MemorySource? {
    guard let range = parts[part] else { return nil }
    return MemorySource(bytes[head] + bytes[range] + tail)
  }
}
