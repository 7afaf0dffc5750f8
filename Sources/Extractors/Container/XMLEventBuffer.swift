// SPDX-License-Identifier: GPL-3.0-or-later

import CLibXML2

/// What libxml2 reports about one piece of XML, until the reader has taken it.
///
/// It lives behind a pointer that libxml2's callbacks receive: no reference counting and no access checks on the way.
struct XMLEventBuffer {
  enum Kind: UInt8 {
    case start
    case end
    case text
  }

  struct Event {
    var kind: Kind
    var name: UInt16
    /// Line of the part, from 1.
    var line: UInt32
    /// Bytes of a text, or the attributes of a start.
    var first: UInt32
    var last: UInt32
  }

  struct Attribute {
    var name: UInt16
    var first: UInt32
    var last: UInt32
  }

  /// Why the callbacks stopped the parser.
  enum Refusal {
    case documentType
    case depth
  }

  var events: [Event] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  var names: XMLNameCache
  var depth = 0
  var maximumDepth: Int
  var refusal: Refusal?
  var context: xmlParserCtxtPtr?

  init(names: XMLNameNumbers, maximumDepth: Int) {
    self.names = XMLNameCache(names: names)
    self.maximumDepth = maximumDepth
  }

  mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  private var line: UInt32 { UInt32(clamping: context?.pointee.input?.pointee.line ?? 0) }

  mutating func refuse(_ reason: Refusal) {
    if refusal == nil { refusal = reason }
    if let context { xmlStopParser(context) }
  }

  mutating func start(
    local: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?, attributeCount: Int,
    attributes list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    depth += 1
    guard depth <= maximumDepth else { return refuse(.depth) }
    let first = UInt32(attributes.count)
    if let list {
      for index in 0..<attributeCount {
        let fields = list + 5 * index
        guard let local = fields[0], let value = fields[3], let end = fields[4] else { continue }
        let number = names.number(local: local, namespace: fields[2])
        guard number != 0 else { continue }
        let begin = UInt32(bytes.count)
        append(value: UnsafeBufferPointer(start: value, count: end - value))
        attributes.append(Attribute(name: number, first: begin, last: UInt32(bytes.count)))
      }
    }
    events.append(
      Event(
        kind: .start, name: names.number(local: local, namespace: namespace), line: line, first: first,
        last: UInt32(attributes.count)))
  }

  /// libxml2 hands attribute values over decoded, but for the ampersand, which it writes as `&#38;`.
  private mutating func append(value: UnsafeBufferPointer<UInt8>) {
    guard value.contains(0x26) else { return bytes.append(contentsOf: value) }
    let escape: [UInt8] = [0x26, 0x23, 0x33, 0x38, 0x3B]
    var index = 0
    while index < value.count {
      bytes.append(value[index])
      let rest = UnsafeBufferPointer(rebasing: value[index...])
      index += rest.starts(with: escape) ? escape.count : 1
    }
  }

  mutating func end(local: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?) {
    depth -= 1
    let number = names.number(local: local, namespace: namespace)
    events.append(Event(kind: .end, name: number, line: line, first: 0, last: 0))
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    let first = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    let last = UInt32(bytes.count)
    // libxml2 cuts text at entities and buffer ends.
    if let event = events.last, event.kind == .text, event.last == first {
      events[events.count - 1].last = last
    } else {
      events.append(Event(kind: .text, name: 0, line: 0, first: first, last: last))
    }
  }

  /// The callbacks for libxml2. Everything that is not set is left out: no tree is built, no entity is ever resolved.
  static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { data, _, _, _ in XMLEventBuffer.buffer(data)?.pointee.refuse(.documentType) }
    handler.startElementNs = { data, local, _, namespace, _, _, attributeCount, _, attributes in
      guard let local else { return }
      XMLEventBuffer.buffer(data)?.pointee.start(
        local: local, namespace: namespace, attributeCount: Int(attributeCount), attributes: attributes)
    }
    handler.endElementNs = { data, local, _, namespace in
      guard let local else { return }
      XMLEventBuffer.buffer(data)?.pointee.end(local: local, namespace: namespace)
    }
    handler.characters = { data, text, count in
      XMLEventBuffer.buffer(data)?.pointee.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    return handler
  }

  private static func buffer(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLEventBuffer>? {
    data?.assumingMemoryBound(to: XMLEventBuffer.self)
  }
}
