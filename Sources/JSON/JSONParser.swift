// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads JSON (RFC 8259, nothing laxer) into a ``JSONDocument``.
package struct JSONParser {
  /// Objects and arrays within each other; a plan needs six, a hostile file must not exhaust the stack.
  package static let maximumDepth = 64

  /// The bytes, only while they are parsed.
  private let bytes: UnsafeBufferPointer<UInt8>
  private var nodes: [JSONDocument.Node] = []
  private var index = 0
  private var line: UInt32 = 1
  private var depth = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // The canonical layout has a value or key on each 20 to 30 bytes.
    nodes.reserveCapacity(bytes.count / 20 + 1)
  }

  /// The value that is the whole of `bytes`.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONDocument {
    guard bytes.count < Int(UInt32.max) else {
      throw JSONError(message: "the file has 4 GB or more", place: "top level")
    }
    let nodes = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
      var parser = JSONParser(bytes)
      try parser.document()
      return parser.nodes
    }
    return JSONDocument(bytes: bytes, nodes: nodes)
  }

  private mutating func document() throws(JSONError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    try value()
    skipSpace()
    guard index == bytes.count else { throw failure("something follows the end of the plan") }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
      // No other place of sound JSON has a newline; what follows is an indent.
      guard byte == 0x0A else { continue }
      line += 1
      let raw = UnsafeRawBufferPointer(bytes)
      while index + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0x2020_2020_2020_2020
      {
        index += 8
      }
    }
  }

  private func failure(_ message: String) -> JSONError {
    JSONError(message: message, place: "line \(line), byte \(index + 1) of the file")
  }

  private mutating func add(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
    nodes.append(
      JSONDocument.Node(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1), line: line))
  }

  private mutating func value() throws(JSONError) {
    skipSpace()
    guard let byte = next else { throw failure("the file ends before the plan does") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): try nested(isObject: byte == UInt8(ascii: "{"))
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: try number()
    default: throw failure("this is not JSON")
    }
  }

  private mutating func nested(isObject: Bool) throws(JSONError) {
    guard depth < JSONParser.maximumDepth else { throw failure("objects and lists are nested too deeply") }
    depth += 1
    let node = nodes.count
    add(isObject ? .object : .list, from: index, to: index)
    index += 1
    if isObject { try members() } else { try items() }
    nodes[node].end = UInt32(index)
    nodes[node].next = UInt32(nodes.count)
    depth -= 1
  }

  private mutating func members() throws(JSONError) {
    skipSpace()
    if take("}") { return }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("a key is missing") }
      try string()
      skipSpace()
      guard take(":") else { throw failure("a colon is missing") }
      try value()
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure("a comma or a closing brace is missing") }
  }

  private mutating func items() throws(JSONError) {
    skipSpace()
    if take("]") { return }
    repeat {
      try value()
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure("a comma or a closing bracket is missing") }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONError) {
    let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard matches else { throw failure("this is not JSON") }
    add(kind, from: index, to: index + word.utf8CodeUnitCount)
    index += word.utf8CodeUnitCount
  }

  private mutating func number() throws(JSONError) {
    let start = index
    _ = take("-")
    let leadingZero = next == 0x30
    let whole = digits()
    guard whole == 1 || (whole > 1 && !leadingZero) else { throw failure("this is no number") }
    if take(".") { guard digits() > 0 else { throw failure("this is no number") } }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw failure("this is no number") }
    }
    add(.number, from: start, to: index)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = next, byte >= 0x30, byte <= 0x39 { index += 1 }
    return index - start
  }

  private mutating func string() throws(JSONError) {
    index += 1
    let start = index
    var kind = JSONDocument.Kind.text
    var isASCII = true
    while true {
      skipLetters()
      guard let byte = next else { throw failure("a text is not closed on its line") }
      if byte >= 0x80 {
        isASCII = false
      } else if byte == UInt8(ascii: "\"") {
        break
      } else if byte == UInt8(ascii: "\\") {
        kind = .escapedText
        do throws(JSONEscapes.Fault) {
          index += try JSONEscapes.escape(bytes[index...]).length
        } catch {
          index = min(index + error.offset, bytes.count)
          throw failure(error.message)
        }
        continue
      } else if byte < 0x20 {
        throw failure("a text is not closed on its line")
      }
      index += 1
    }
    add(kind, from: start, to: index)
    index += 1
    if !isASCII, !JSONParser.isUTF8(UnsafeBufferPointer(rebasing: bytes[start..<(index - 1)])) {
      throw failure("a text is not UTF-8")
    }
  }

  /// Goes on over eight bytes at a time while all of them are plain ASCII that may stand in a text. A byte's top bit is set
  /// below where it is less than a space, a quotation mark or a backslash, or no ASCII (after S. E. Anderson, "Bit
  /// twiddling hacks", zero bytes and bytes less than n in a word).
  private mutating func skipLetters() {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let ends = (word &- ones &* 0x20) | (quotes &- ones) | (backslashes &- ones) | word
      guard ends & (ones &* 0x80) == 0 else { return }
      index += 8
    }
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
