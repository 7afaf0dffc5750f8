// SPDX-License-Identifier: GPL-3.0-or-later

import CLibXML2
import Documents

/// Reads XML as a stream of starts, texts and ends, with names as numbers instead of strings.
///
/// It drives libxml2's push parser with pieces of the part and hands on what the parser reports, so neither the
/// unpacked part nor a tree of it is ever in memory. (`xmlTextReader` builds and frees a node for each event and takes
/// twice the time.) Document type declarations are refused: no format read here has one, and entities start there.
///
/// ```swift
/// let reader = try XMLPullReader<WordName>(part: name, source: archive.open(name), names: table)
/// while let event = try reader.next() {
///   if event == .start, reader.name == .paragraph { … }
/// }
/// ```
final class XMLPullReader<Name: XMLVocabulary> {
  /// What comes next in the part.
  enum Event {
    /// An element begins; ``name`` and the attributes are its own.
    case start
    /// An element ends; ``name`` is its own. Empty elements have an end, too.
    case end
    /// Text; one text may come in several events.
    case text
  }

  /// The part's name, for messages.
  let part: String
  /// Name of the element that begins or ends here; `.other` where the vocabulary has none for it.
  private(set) var name = Name.other
  /// Number of elements that are open, the one that begins or ends here included.
  private(set) var depth = 0

  private let source: any ByteSource
  private let names: XMLNameTable<Name>
  private let buffer: UnsafeMutablePointer<XMLEventBuffer>
  private let context: xmlParserCtxtPtr
  private let piece: UnsafeMutableRawBufferPointer
  private var position = 0
  private var current = XMLEventBuffer.Event(kind: .end, name: 0, line: 0, first: 0, last: 0)
  private var isFinished = false
  private var lastWasEnd = false

  /// A reader at the beginning of a part.
  ///
  /// - Throws: ``ExtractionError`` where the source does.
  init(
    part: String, source: any ByteSource, names: XMLNameTable<Name>, limits: ContainerLimits = ContainerLimits()
  ) throws(ExtractionError) {
    var handler = XMLEventBuffer.makeHandler()
    let buffer = UnsafeMutablePointer<XMLEventBuffer>.allocate(capacity: 1)
    buffer.initialize(to: XMLEventBuffer(names: names.numbers, maximumDepth: limits.depth))
    guard let context = xmlCreatePushParserCtxt(&handler, buffer, nil, 0, nil) else {
      buffer.deinitialize(count: 1)
      buffer.deallocate()
      throw ExtractionError(.overLimit, "There is not enough memory.", place: part, advice: "Close other programs.")
    }
    // Never NOENT, HUGE or DTDLOAD.
    let options = [XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NOCDATA, XML_PARSE_COMPACT]
    _ = xmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
    buffer.pointee.context = context
    self.part = part
    self.source = source
    self.names = names
    self.buffer = buffer
    self.context = context
    piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 15, alignment: 16)
  }

  deinit {
    xmlFreeParserCtxt(context)
    buffer.deinitialize(count: 1)
    buffer.deallocate()
    piece.deallocate()
  }

  /// Goes on to the next event; nil at the end of the part.
  ///
  /// - Throws: ``ExtractionError`` `.damaged` with the line where the XML is not well-formed, or what the source throws.
  func next() throws(ExtractionError) -> Event? {
    if lastWasEnd {
      depth -= 1
      lastWasEnd = false
    }
    while position == buffer.pointee.events.count {
      guard !isFinished else { return nil }
      try parsePiece()
    }
    current = buffer.pointee.events[position]
    position += 1
    switch current.kind {
    case .start:
      depth += 1
      name = names.names[Int(current.name)]
      return .start
    case .end:
      lastWasEnd = true
      name = names.names[Int(current.name)]
      return .end
    case .text:
      return .text
    }
  }

  private func parsePiece() throws(ExtractionError) {
    buffer.pointee.removeAll()
    position = 0
    let count = try source.read(into: piece)
    isFinished = count == 0
    xmlParseChunk(
      context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), isFinished ? 1 : 0)
    switch buffer.pointee.refusal {
    case .documentType:
      throw error(
        .damaged, "The part has a document type declaration, which this format does not allow.",
        line: context.pointee.input.map { Int($0.pointee.line) },
        advice: "Check where the file comes from, or save it again in its program.")
    case .depth:
      throw error(
        .overLimit, "Elements are nested more than \(buffer.pointee.maximumDepth) deep.",
        line: context.pointee.input.map { Int($0.pointee.line) }, advice: "Check where the file comes from.")
    case nil: break
    }
    guard context.pointee.wellFormed == 0 else { return }
    let last = xmlCtxtGetLastError(context)?.pointee
    var words = last?.message.map { String(cString: $0) } ?? "unknown error"
    while words.last?.isWhitespace == true { words.removeLast() }
    throw error(
      .damaged, "The XML is not well-formed: \(words).", line: last.map { Int($0.line) },
      advice: "Download or copy the file again, or open it in its program and save it again.")
  }

  /// Line on which the current start or end stands, from 1.
  var line: Int { Int(current.line) }

  /// An error at a line of this part, by default the current one.
  func error(_ reason: ExtractionError.Reason, _ message: String, line: Int? = nil, advice: String) -> ExtractionError {
    ExtractionError(reason, message, place: "\(part), line \(line ?? self.line)", advice: advice)
  }

  /// Skips to the end of the element that has just begun.
  func skip() throws(ExtractionError) {
    let outer = depth
    while let event = try next() {
      if event == .end, depth == outer { return }
    }
  }

  // MARK: Text

  /// Lends the bytes of the current text.
  func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes(Int(current.first)..<Int(current.last), body)
  }

  /// Collects all text within the element that has just begun, and goes on to its end.
  func textContent() throws(ExtractionError) -> String {
    let outer = depth
    var bytes: [UInt8] = []
    while let event = try next() {
      if event == .text { withText { bytes.append(contentsOf: $0) } }
      if event == .end, depth == outer { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    buffer.pointee.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  // MARK: Attributes

  private func range(of name: Name) -> Range<Int>? {
    guard current.kind == .start else { return nil }
    for index in Int(current.first)..<Int(current.last) {
      let attribute = buffer.pointee.attributes[index]
      if names.names[Int(attribute.name)] == name { return Int(attribute.first)..<Int(attribute.last) }
    }
    return nil
  }

  /// The value of an attribute of the element that has just begun.
  func attribute(_ name: Name) -> String? {
    range(of: name).map { withBytes($0) { String(decoding: $0, as: UTF8.self) } }
  }

  /// Whether the element that has just begun has an attribute.
  func hasAttribute(_ name: Name) -> Bool { range(of: name) != nil }

  /// Lends the bytes of an attribute's value; nil where there is no such attribute.
  func withAttribute<Result>(_ name: Name, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    range(of: name).map { withBytes($0, body) }
  }

  /// Whether an attribute has exactly this value.
  func attribute(_ name: Name, is value: StaticString) -> Bool {
    withAttribute(name) { bytes in
      bytes.elementsEqual(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    } ?? false
  }

  /// The value of an attribute as a whole number; digits after a point are cut off. Nil where it is no number.
  func integer(_ name: Name) -> Int? {
    withAttribute(name) { bytes in
      var value = 0
      var index = 0
      let isNegative = bytes.first == 0x2D
      if isNegative { index = 1 }
      let first = index
      while index < bytes.count, case let digit = bytes[index], digit >= 0x30, digit <= 0x39 {
        guard value < 1 << 40 else { return nil }
        value = value * 10 + Int(digit - 0x30)
        index += 1
      }
      return index == first ? nil : (isNegative ? -value : value)
    } ?? nil
  }
}
