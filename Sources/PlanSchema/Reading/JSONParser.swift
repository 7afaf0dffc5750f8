// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads JSON (RFC 8259, nothing laxer) into a ``JSONTree``.
///
/// `JSONDecoder` would lose the order of an object's members, which is part of a plan: further columns of an action are
/// members of one object, in document order.
struct JSONParser {
  /// Objects and arrays within each other; a plan needs six, a hostile file must not exhaust the stack.
  static let maximumDepth = 64

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that is the whole of `bytes`.
  static func parse(_ bytes: [UInt8]) throws(PlanReadingError) -> JSONTree {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    let tree = try parser.value()
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.failure("something follows the end of the plan") }
    return tree
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private func failure(_ message: String) -> PlanReadingError {
    let before = bytes[..<min(index, bytes.count)]
    let line = before.reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
    return PlanReadingError(message: message, place: "line \(line), byte \(index + 1) of the file")
  }

  private mutating func value() throws(PlanReadingError) -> JSONTree {
    skipSpace()
    guard let byte = next else { throw failure("the file ends before the plan does") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(PlanReadingError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(PlanReadingError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    default: throw failure("this is not JSON")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(PlanReadingError) -> JSONTree
  ) throws(PlanReadingError) -> JSONTree {
    guard depth < JSONParser.maximumDepth else { throw failure("objects and lists are nested too deeply") }
    depth += 1
    index += 1
    let tree = try read(&self)
    depth -= 1
    return tree
  }

  private mutating func object() throws(PlanReadingError) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("a key is missing") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw failure("a colon is missing") }
      members.append((key, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure("a comma or a closing brace is missing") }
    return .object(members)
  }

  private mutating func array() throws(PlanReadingError) -> JSONTree {
    var items: [JSONTree] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      items.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure("a comma or a closing bracket is missing") }
    return .array(items)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ tree: JSONTree) throws(PlanReadingError) -> JSONTree {
    let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard matches else { throw failure("this is not JSON") }
    index += word.utf8CodeUnitCount
    return tree
  }

  private mutating func number() throws(PlanReadingError) -> JSONTree {
    let start = index
    _ = take("-")
    let leadingZero = next == 0x30
    guard digits() > 0, !leadingZero || !isDigit(next) else { throw failure("this is no number") }
    if leadingZero, index - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) { throw failure("this is no number") }
    if take(".") { guard digits() > 0 else { throw failure("this is no number") } }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw failure("this is no number") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  private mutating func digits() -> Int {
    let start = index
    while isDigit(next) { index += 1 }
    return index - start
  }

  private mutating func string() throws(PlanReadingError) -> String {
    index += 1
    let opening = index
    skipPlainText()
    // Nearly all texts have no escape and need no copy of their own.
    if next == UInt8(ascii: "\"") {
      index += 1
      guard let string = String(validating: bytes[opening..<(index - 1)], as: UTF8.self) else {
        throw failure("a text is not UTF-8")
      }
      return string
    }
    index = opening
    var text: [UInt8] = []
    while true {
      let start = index
      skipPlainText()
      text.append(contentsOf: bytes[start..<index])
      guard let byte = next, byte >= 0x20 else { throw failure("a text is not closed on its line") }
      index += 1
      if byte == UInt8(ascii: "\"") { break }
      try escape(into: &text)
    }
    guard let string = String(validating: text, as: UTF8.self) else { throw failure("a text is not UTF-8") }
    return string
  }

  /// Goes on to the end of a text, its next escape, or a byte that may not stand in it.
  private mutating func skipPlainText() {
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
  }

  private mutating func escape(into text: inout [UInt8]) throws(PlanReadingError) {
    guard let byte = next else { throw failure("the file ends before the plan does") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try codeUnit()
      if (0xD800...0xDBFF).contains(unit), take("\\"), take("u") {
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low) else { throw failure("half a surrogate pair stands alone") }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(unit) else { throw failure("half a surrogate pair stands alone") }
      text.append(contentsOf: Character(scalar).utf8)
    default: throw failure("an unknown escape stands after a backslash")
    }
  }

  private mutating func codeUnit() throws(PlanReadingError) -> UInt32 {
    let digits = bytes[index..<min(index + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are missing") }
    index += 4
    return unit
  }
}
